// SPDX-License-Identifier: Apache-2.0
// On the mat, a chair or a ball.
#include "body/taker.h"

namespace supple::body {

void Taker::seated() {
  stance_.hips = m(0, 0, seat_to_hips_m);
  stance_.pelvis = 97;
  stance_.lumbar.flex = 14;
  stance_.thoracic.flex = -4;
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::foot;
    leg.ankle = m(0.265, -0.025, 0.055);
    leg.toe = leg.ankle + m(0.06, -0.155, -0.02);
    leg.instep = {0.6, 0.3, 0.6};
    leg.knee_way = {0.35, 1, 0.12};
    leg.ankle_rests = leg.toe_rests = true;
  });
  // One shin lies before the other.
  stance_.leg[right].ankle = m(0.425, -0.025, 0.055);
  stance_.leg[right].toe = stance_.leg[right].ankle + m(0.06, -0.155, -0.02);
  both_arms([](ArmHeld& arm) { put_on_thigh(arm, 0.72, 0); });
  stance_.rests[index(Contact::seat)] = true;
  if (asked_[Channel::lift] > 0) rise_over_the_shins(asked_[Channel::lift] > 1);
}

// On the way between sitting cross-legged and hands and knees: on her hands over the shins, which are crossed still or
// lie behind her already.
void Taker::rise_over_the_shins(bool behind) {
  stance_.hips = m(0.18, 0, 0.36);
  stance_.pelvis = 47;
  stance_.rests[index(Contact::seat)] = false;
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, m(0.62, 0.24, 0), {-1, 1, 0}); });
  both_legs([&](LegHeld& leg) {
    leg.knee_way = {0.18, 0.93, -0.32};
    if (behind) rest_on_knee(leg, m(0.26, 0.33, 0), 0.15 * k_);
  });
}

// Its sides, with the arms long.
void Taker::hold_the_seat(ArmHeld& arm, double height) const {
  arm.in = ArmHeld::In::world;
  arm.wrist = m(0.02, 0.245, height + 0.07);
  arm.elbow_way = {-1, 0.4, 0};
  arm.fingers = {0.1, -0.15, -1};
  arm.palm = {0, -1, 0.15};
}

void Taker::on_a_seat(double height, double apart, double feet_ahead, double feet_apart) {
  stance_.hips = m(0, 0, height + seat_to_hips_m);
  stance_.pelvis = 90 + 4 * room_ + 7 * shut_;
  stance_.lumbar.flex = 5;
  stance_.thoracic.flex = -5;
  stance_.floor = height * k_;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(feet_ahead, feet_apart, sole_to_ankle), 12);
    leg.knee_way = {1, apart * 2, 0.4};
  });
  both_arms([&](ArmHeld& arm) {
    if (asked_[Channel::hands_chair] > 0) return hold_the_seat(arm, height);
    put_on_thigh(arm, 0.58);
    stay_beside_belly(arm);
  });
  stance_.rests[index(Contact::seat)] = true;
}

} // namespace supple::body
