// SPDX-License-Identifier: Apache-2.0
#include "body/limbs_sitting.h"

#include "body/belly.h"
#include "geometry/trigonometry.h"

namespace supple::body::cross_legged {

namespace {

using geometry::Vec3;

// On the mat before her, turned out from the hip by so many degrees.
void lie_ahead(const Skeleton& skeleton, double out, LegHeld& leg) {
  const auto [s, c] = geometry::sin_cos(geometry::radians(out));
  leg.ankle = Vec3{0.80 * c, 0.08 + 0.80 * s, 0.055} * skeleton.scale;
  leg.toe = leg.ankle + Vec3{0.04 * c, 0.02 + 0.04 * s, 0.17} * skeleton.scale;
  leg.instep = {-c, -s, 0.2};
  leg.knee_way = {0, 0.1, 1};
}

} // namespace

void straighten(const Skeleton& skeleton, LegHeld& leg) {
  lie_ahead(skeleton, 6 + 18 * belly_room(skeleton.person), leg);
}

void reach(const Skeleton& skeleton, LegHeld& leg) {
  lie_ahead(skeleton, 24 + 6 * belly_room(skeleton.person), leg);
}

// Flat on the mat before her, the knee up; beside the belly where that has grown.
void stand_the_foot(const Skeleton& skeleton, LegHeld& leg) {
  const double room = belly_room(skeleton.person);
  leg.ankle = Vec3{0.66, 0.27 + 0.06 * room, 0.066} * skeleton.scale;
  leg.toe = leg.ankle + Vec3{0.164, 0.03, -0.0525} * skeleton.scale;
  leg.instep = {0, 0, 1};
  leg.knee_way = {0.2, 0.5 + 0.3 * room, 1};
}

// Hanging it would be in the thigh.
void lower(const Skeleton& skeleton, ArmHeld& arm) {
  arm.in = ArmHeld::In::world;
  arm.wrist = Vec3{-0.16, 0.34, 0.032} * skeleton.scale;
  arm.elbow_way = {-1, 0.6, 0};
  arm.fingers = {0.35, 0.9, -0.05};
  arm.palm = {0, 0, -1};
  arm.wrist_rests = arm.fingertip_rests = arm.elbow_rests = false;
}

void hold_the_knee(ArmHeld& arm) {
  arm.wrist = {1.12, 0.10, 0.05};
}

} // namespace supple::body::cross_legged
