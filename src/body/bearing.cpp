// SPDX-License-Identifier: Apache-2.0
#include "body/bearing.h"

#include <algorithm>

namespace supple::body {

namespace {

// Fitted to side views of people on hands and knees, half way back, in child's pose, and sitting on the heels.
struct Fitted {
  double thigh, pelvis, lumbar, thoracic, neck, head, forward, up;
};

constexpr Fitted at_neutral{89, 5.2, -3.5, -3.5, 8.5, 3, 0.027, -0.004};
constexpr Fitted at_half_way{126, 22.7, 22, 6, 6, 8, 0.030, 0.030};
constexpr Fitted at_childs_pose{154, 28.5, 45.9, 13.1, 9.5, 11.5, 0.013, 0.034};
constexpr Fitted at_heel_sit{165, 82.5, 2, -14, 2, 4, -0.010, 0};

// What full rounding adds on hands and knees; the hanging head is its own channel.
constexpr double round_thigh = -11.3, round_pelvis = 35.3, round_lumbar = 46, round_thoracic = 22.8,
                 round_forward = 0.029;
constexpr double hang_neck = 23, hang_head = 19;

constexpr double upright_thigh = 90; // kneeling

// What is left of travelling back, and of rounding, while the elbows stay where they are.
constexpr double forearms_travel = 0.4, forearms_round = 0.7;

// The parabola through the rows at travel 0, 0.5 and 1.
double along(double travel, double at_0, double at_half, double at_1) {
  return at_0 * (1 - travel) * (1 - 2 * travel) + at_half * 4 * travel * (1 - travel) +
         at_1 * travel * (2 * travel - 1);
}

double mix(double a, double b, double t) {
  return a + (b - a) * t;
}

} // namespace

Bearing bearing_of(const Channels& asked, bool on_forearms) {
  const double up = asked[Channel::upright];
  const double travel = asked[Channel::travel] * (on_forearms ? mix(forearms_travel, 1, up) : 1);
  const auto blend = [&](double Fitted::* member) {
    return mix(along(travel, at_neutral.*member, at_half_way.*member, at_childs_pose.*member), at_heel_sit.*member, up);
  };
  // The farther back the hips, the rounder she is already, and the less is left to round.
  const double possible = on_forearms ? mix(forearms_round, 1, up) : 1;
  const double left_to_round = possible * asked[Channel::round] * (1 - 0.7 * travel) * (1 - 0.6 * up);
  const double side = asked[Channel::side_up] * (1 - up);
  Bearing b;
  // Sitting tall she comes up from the heels as she is, to hips over knees.
  const double lifted = up * (1 - asked[Channel::travel]);
  b.thigh = mix(blend(&Fitted::thigh), upright_thigh, lifted) + round_thigh * left_to_round;
  b.pelvis = blend(&Fitted::pelvis) + round_pelvis * left_to_round +
             12 * (1 - 0.65 * travel) * asked[Channel::tilt] * (1 - up);
  b.lumbar = blend(&Fitted::lumbar) + round_lumbar * (1 - 0.57 * travel * travel) * left_to_round +
             14 * (1 - 0.65 * travel) * asked[Channel::tilt] - 4 * asked[Channel::lengthen];
  b.thoracic = blend(&Fitted::thoracic) + round_thoracic * left_to_round - 10 * asked[Channel::chest] -
               5 * asked[Channel::lengthen];
  // In child's pose the forehead rests on the mat already: little is left to hang.
  const double back = asked[Channel::travel];
  const double head = possible * asked[Channel::head];
  const double hang = head * (1 - (head > 0 ? 0.75 : 0.0) * back * back * (1 - up));
  b.neck = blend(&Fitted::neck) + hang_neck * hang;
  b.head = blend(&Fitted::head) + hang_head * hang;
  b.bend = -10 * side;
  b.turn = 31 * side;
  // She looks under the armpit of the side that rises.
  const double look = std::clamp(asked[Channel::look] + 0.7 * side, -1.08, 1.08);
  b.neck_bend = 45 * look;
  b.neck_turn = 52 * look;
  b.shoulder_forward_m = blend(&Fitted::forward) + round_forward * left_to_round - 0.012 * asked[Channel::chest];
  b.shoulder_up_m = blend(&Fitted::up) + 0.010 * asked[Channel::lengthen] * (1 - up);
  return b;
}

} // namespace supple::body
