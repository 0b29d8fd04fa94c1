// SPDX-License-Identifier: Apache-2.0
#include "body/bearing.h"

namespace supple::body {

namespace {

// Fitted to side views of people on hands and knees, half way back, in child's pose, and sitting on the heels.
struct Row {
  double thigh, pelvis, lumbar, thoracic, neck, head, forward, up;
};

constexpr Row neutral{89, 5.2, -3.5, -3.5, 8.5, 3, 0.027, -0.004};
constexpr Row between{126, 22.7, 22, 6, 6, 8, 0.030, 0.030};
constexpr Row childs_pose{154, 28.5, 45.9, 13.1, 9.5, 11.5, 0.013, 0.034};
constexpr Row sitting{165, 82.5, 2, -14, 2, 4, -0.010, 0};

// What full rounding adds on hands and knees; the hanging head is its own channel.
constexpr double round_thigh = -11.3, round_pelvis = 35.3, round_lumbar = 46, round_thoracic = 24.3,
                 round_forward = 0.029;
constexpr double hang_neck = 23, hang_head = 19;

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

Bearing bearing_of(const Intent& intent, Wrists wrists) {
  const double up = intent[Channel::upright];
  const bool on_forearms = wrists == Wrists::forearms;
  const double travel = intent[Channel::travel] * (on_forearms ? mix(forearms_travel, 1, up) : 1);
  const auto blend = [&](double Row::* member) {
    return mix(along(travel, neutral.*member, between.*member, childs_pose.*member), sitting.*member, up);
  };
  // The farther back the hips, the rounder she is already, and the less is left to round.
  const double possible = on_forearms ? mix(forearms_round, 1, up) : 1;
  const double left_to_round = possible * intent[Channel::round] * (1 - 0.7 * travel) * (1 - 0.6 * up);
  const double side = intent[Channel::side_up] * (1 - up);
  Bearing b;
  b.thigh = blend(&Row::thigh) + round_thigh * left_to_round;
  b.pelvis = blend(&Row::pelvis) + round_pelvis * left_to_round + 12 * intent[Channel::tilt] * (1 - up);
  b.lumbar =
      blend(&Row::lumbar) + round_lumbar * left_to_round + 14 * intent[Channel::tilt] - 4 * intent[Channel::lengthen];
  b.thoracic = blend(&Row::thoracic) + round_thoracic * left_to_round - 10 * intent[Channel::chest] -
               5 * intent[Channel::lengthen];
  // In child's pose the forehead rests on the mat already: nothing is left to hang.
  const double back = intent[Channel::travel];
  const double hang = possible * intent[Channel::head] * (1 - back * back * (1 - up));
  b.neck = blend(&Row::neck) + hang_neck * hang;
  b.head = blend(&Row::head) + hang_head * hang;
  b.bend = -26 * side;
  b.turn = 20 * side;
  b.neck_bend = 60 * intent[Channel::look];
  b.neck_turn = 52 * intent[Channel::look];
  b.shoulder_forward_m = blend(&Row::forward) + round_forward * left_to_round - 0.012 * intent[Channel::chest];
  b.shoulder_up_m = blend(&Row::up) + 0.010 * intent[Channel::lengthen] * (1 - up);
  return b;
}

} // namespace supple::body
