// SPDX-License-Identifier: Apache-2.0
// On her side, her back, or her belly; and the bridge, where the shoulders lie.
#include "body/postures.h"
#include "body/taker.h"

#include <cmath>

namespace supple::body {

namespace {

// The hand turned half way in, as steep as it was.
geometry::Vec3 inward(geometry::Vec3 fingers) {
  const double flat = std::sqrt(fingers.x * fingers.x + fingers.y * fingers.y);
  return {0.9 * flat, -std::sqrt(1 - 0.81) * flat, fingers.z};
}

} // namespace

void Taker::side_lying() {
  stance_.hips = m(0, 0, 0.183);
  stance_.pelvis = 180;
  stance_.pelvis_turn = 90;
  stance_.lumbar.flex = 14;
  stance_.thoracic.flex = 6;
  stance_.neck = {8, -4, 0};
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::free;
    leg.flexion = 58 - 14 * room_;
    leg.knee_flexion = 80;
    leg.pointed = 15;
  });
  stance_.leg[left].abduction = 5;
  stance_.leg[right].abduction = -5;
  stance_.leg[right].flexion = 66 - 14 * room_;
  // The lower arm lies on the mat, bent before her, its hand under the pillow; the upper hand rests on the mat.
  both_arms([&](ArmHeld& arm) {
    arm.in = ArmHeld::In::reach;
    arm.palm = {0, 0, -1};
  });
  stance_.arm[left].wrist = {-0.50, 0.46, -0.05};
  stance_.arm[left].elbow_way = {0.6, 1, 0};
  stance_.arm[left].fingers = {-0.6, 0.6, 0};
  stance_.arm[left].palm = {0, 0, 1};
  stance_.arm[right].wrist = {0.28, -0.64, -0.66};
  stance_.arm[right].elbow_way = {0.2, -0.3, 0.8};
  stance_.arm[right].fingers = {-0.2, -0.9, 0};
  stance_.rests[index(Contact::outer_hip_left)] = stance_.rests[index(Contact::outer_shoulder_left)] = true;
}

// Lying, or with the hips lifted from there to a bridge: the shoulders stay where they lie.
void Taker::on_her_back(bool lies) {
  stance_.hips = lies ? m(0, 0, 0.118) : m(-0.10, 0, 0.31);
  stance_.pelvis = lies ? 184 : 184 + bridged_pelvis;
  stance_.thoracic.flex = lies ? -10 : -10 + bridged_thorax;
  stance_.lumbar.flex = lies ? 8 : 8 + bridged_low_back;
  stance_.neck.flex = lies ? 0 : bridged_neck;
  stance_.head = 6;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(0.36, 0.11, sole_to_ankle), 4);
    leg.knee_way = {0.3, 0.05, 1};
  });
  both_arms([&](ArmHeld& arm) {
    arm.wrist = m(-0.10, 0.30, mat_to_wrist);
    arm.elbow_way = {-0.2, 1, 0};
    arm.fingers = {1, 0.1, -0.12};
    arm.palm = {0, 0, -1};
    arm.wrist_rests = arm.fingertip_rests = true;
  });
  stance_.rests[index(Contact::back_sacrum)] = lies;
  stance_.rests[index(Contact::back_T5)] = stance_.rests[index(Contact::head_back)] = true;
}

void Taker::prone() {
  stance_.hips = m(0, 0, 0.108);
  stance_.pelvis = -2;
  stance_.lumbar.flex = -2;
  stance_.thoracic.flex = -8;
  stance_.neck.flex = -6;
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::foot;
    leg.ankle = m(-0.828, 0.11, 0.055);
    leg.toe = leg.ankle + m(-0.168, 0, -0.04);
    leg.instep = {0, 0, -1};
    leg.knee_way = {0, 0, -1};
    leg.ankle_rests = leg.toe_rests = true;
  });
  both_arms([&](ArmHeld& arm) {
    rest_on_palms(arm, m(0.56, 0.22, 0), {-0.4, 1, 0});
    arm.fingers = inward(arm.fingers);
  });
  stance_.rests[index(Contact::pubis)] = true;
}

} // namespace supple::body
