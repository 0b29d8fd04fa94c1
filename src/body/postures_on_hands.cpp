// SPDX-License-Identifier: Apache-2.0
// Long between hands and toes, the knees off the mat.
#include "body/taker.h"

namespace supple::body {

void Taker::plank() {
  stance_.hips = m(-0.20, 0, 0.405);
  stance_.pelvis = 14;
  stance_.neck.flex = 2;
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::foot;
    leg.ankle = m(-0.985, 0.10, 0.135);
    leg.toe = leg.ankle + m(0.040, 0, 0);
    leg.toe.z = 0;
    leg.toe = leg.ankle + unit(leg.toe - leg.ankle) * (0.175 * k_);
    leg.toe.z = toe_z * k_;
    leg.instep = {1, 0, 0.4};
    leg.knee_way = {0.3, 0.05, -1};
    leg.toe_rests = true;
  });
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, s_.wrist, {-1, 0.3, 0}); });
}

void Taker::down_dog() {
  // Longer and lower with room for the belly.
  stance_.hips = m(-0.12 - 0.06 * room_, 0, 0.80 - 0.10 * room_ - 0.04 * shut_);
  stance_.pelvis = -46 + 24 * room_ + 16 * shut_;
  stance_.lumbar.flex = 10 - 6 * room_;
  stance_.shoulder_forward_m = 0.01;
  stance_.shoulder_up_m = 0.03;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(-0.50 - 0.13 * room_ - 0.08 * shut_, 0.11 + 0.26 * apart_, 0.125), 0);
    leg.toe = leg.ankle + m(0.135, 0, 0);
    leg.toe.z = toe_z * k_;
    leg.knee_way = {1, 0.05, 0.2};
  });
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, m(0.56 + 0.12 * room_ + 0.06 * shut_, 0.19, 0), {0, 1, 0.4}); });
}

} // namespace supple::body
