// SPDX-License-Identifier: Apache-2.0
// On both feet: upright, folded, deep down.
#include "body/taker.h"

namespace supple::body {

// Facing a wall she stands an arm's length away from it.
void Taker::standing() {
  const bool at_wall = asked_[Channel::hands_wall] > 0, at_chair = asked_[Channel::hands_chair] > 0;
  const double ahead = at_wall ? 0.27 : 0;
  stance_.hips = m(ahead, 0, 0.893);
  stance_.pelvis = at_wall ? 84 : at_chair ? 82 : 87;
  both_legs([&](LegHeld& leg) { rest_on_foot(leg, m(ahead - 0.02, 0.10, sole_to_ankle)); });
  both_arms([&](ArmHeld& arm) {
    at_wall ? rest_on_wall(arm, 1.27) : at_chair ? rest_on_chair(arm, false) : hang(arm);
  });
}

void Taker::forward_fold() {
  stance_.hips = m(-0.10, 0, 0.86);
  stance_.pelvis = -17 + 52 * room_ + 12 * shut_;
  stance_.lumbar.flex = 42 - 24 * room_;
  stance_.thoracic.flex = 20;
  stance_.neck.flex = 14;
  both_legs([&](LegHeld& leg) { rest_on_foot(leg, m(-0.02, 0.12 + 0.16 * apart_, sole_to_ankle), 8 + 10 * apart_); });
  both_arms([&](ArmHeld& arm) {
    arm.wrist = m(0.12 + 0.14 * room_ + 0.06 * shut_, 0.17 + 0.07 * room_, 0.16 + 0.28 * room_);
    arm.elbow_way = {0.2, 1, 0.2};
    arm.fingers = {0.6, 0, -0.7};
    arm.palm = {-0.7, 0, -0.6};
  });
}

// From the hips, which are over the heels, to the hands one long line that rises a little; the knees soft.
void Taker::fold_at_the_wall() {
  stance_.hips = m(-0.245, 0, 0.885);
  stance_.pelvis = 13 + 5 * room_ + 8 * shut_;
  stance_.lumbar.flex = 10 - 6 * room_;
  stance_.thoracic.flex = -4, stance_.neck.flex = 2;
  stance_.shoulder_forward_m = 0.01, stance_.shoulder_up_m = 0.03;
  both_legs([&](LegHeld& leg) { rest_on_foot(leg, m(-0.195, 0.12 + 0.18 * apart_, sole_to_ankle)); });
  both_arms([&](ArmHeld& arm) { rest_on_wall(arm, 1.13); });
}

// Deep enough to rest in, the trunk leaning forward, so that her weight is over her feet; she looks ahead.
void Taker::squat() {
  stance_.hips = m(-0.125 + 0.01 * room_, 0, 0.305 + 0.08 * room_);
  stance_.pelvis = 85 - 8 * room_;
  stance_.lumbar.flex = 38 - 13 * room_;
  stance_.thoracic.flex = 11;
  stance_.neck.flex = -27;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(-0.02, 0.24 + 0.07 * apart_, sole_to_ankle), 34 + 8 * apart_);
    leg.knee_way = {1, 1 + 0.6 * apart_, 0.5};
  });
  both_arms([&](ArmHeld& arm) {
    arm.wrist = m(0.34 + 0.08 * room_, 0.035, 0.50 - 0.06 * room_);
    arm.elbow_way = {-0.35, 1, -0.3};
    arm.fingers = {0.3, -0.05, 1};
    arm.palm = {0, -1, 0};
  });
}

} // namespace supple::body
