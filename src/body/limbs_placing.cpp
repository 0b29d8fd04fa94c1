// SPDX-License-Identifier: Apache-2.0
#include "body/limbs_placing.h"

#include "body/belly.h"

namespace supple::body {

namespace {

using geometry::Vec3;

// Where the middle of the palm lies on the skin, from the bone's joint, metres for the table's stature; the way out of
// the skin there; and where fingers and elbow point: all headward, frontward, outward. Read off the drawn body
// (figure/form.h).
struct Place {
  Link bone;
  Vec3 skin, out, fingers, elbow;
};

constexpr Place belly_early{Link::L3, {0.020, 0.110, 0.096}, {0.08, 0.85, 0.50}, {-0.4, 0, -1}, {0, -1, 0.9}},
    belly_late{Link::L3, {0.018, 0.214, 0.118}, {0.06, 0.61, 0.79}, {-0.25, 0, -1}, {0, -1, 0.9}};
constexpr Place ribs_early{Link::T10, {-0.015, 0.065, 0.122}, {-0.12, 0.22, 0.97}, {0, 1, 0}, {0, -1, 0.4}},
    ribs_late{Link::T10, {0.005, 0.055, 0.129}, {0, -0.12, 1}, {0.15, 1, 0}, {0, -1, 0.4}};
constexpr Place hips{Link::pelvis, {0.160, 0, 0.138}, {0.10, -0.2, 0.97}, {-0.25, 1, 0}, {0, -1, 0.15}};
constexpr Place chest{Link::T6, {0.030, 0.142, 0.110}, {0.60, 0.78, 0.15}, {0.6, 0, -0.8}, {-1, -0.1, 0.5}};
constexpr Place thigh{Link::thigh_left, {-0.05, 0.070, 0.071}, {0.03, 0.7, 0.7}, {-1, 0, -0.1}, {0, -1, 0.6}};

// As the belly stands out by her week.
Place grown(const Place& early, const Place& late, const Person& person) {
  constexpr double from = stands_out(belly_at(12)), to = stands_out(belly_at(38));
  const double t = (stands_out(belly_at(belly_week(person))) - from) / (to - from);
  using geometry::mix;
  return {early.bone, mix(early.skin, late.skin, t), mix(early.out, late.out, t), mix(early.fingers, late.fingers, t),
          early.elbow};
}

// The palm's middle is so far from the wrist along the hand, and its skin so far off the hand's line
// (figure/flesh_at_rest.cpp).
constexpr double palm_m = 0.047, thick_m = 0.012;

void lay(const Skeleton& skeleton, const Place& place, ArmHeld& arm, bool lies = false) {
  const Vec3 out = unit(place.out), fingers = unit(place.fingers - out * dot(place.fingers, out));
  arm.in = ArmHeld::In::bone;
  arm.bone = place.bone;
  arm.wrist = (place.skin + out * thick_m - fingers * palm_m) * skeleton.scale;
  arm.elbow_way = lies ? Vec3{0, -0.6, 1} : place.elbow;
  arm.fingers = fingers;
  arm.palm = -out;
  arm.wrist_rests = arm.fingertip_rests = arm.elbow_rests = false;
}

} // namespace

void place_hand(const Skeleton& skeleton, Channel where, bool lies, ArmHeld& arm) {
  lay(skeleton,
      where == Channel::hands_belly  ? grown(belly_early, belly_late, skeleton.person)
      : where == Channel::hands_ribs ? grown(ribs_early, ribs_late, skeleton.person)
      : where == Channel::hands_hips ? hips
                                     : chest,
      arm, lies);
}

void place_on_hanging_thigh(const Skeleton& skeleton, ArmHeld& arm) {
  lay(skeleton, thigh, arm);
}

} // namespace supple::body
