// SPDX-License-Identifier: Apache-2.0
#include "body/digits.h"

#include "body/contacts.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Rotation;
using geometry::Vec3;

// For the table's stature: knuckles and lengths of the fingers after ANSUR II 2012 (hand length 0.181 m, breadth
// 0.079 m), shared out over two bones; the toes reach on from the ball of the foot.
constexpr std::array<DigitBone, digit_count> bones_of_left{{
    {{-0.030, 0.012, 0.030}, {-0.036, 0.008, 0.018}},
    {{-0.036, 0.008, 0.018}, {-0.028, 0.004, 0.006}},
    {{-0.092, 0, 0.028}, {-0.042, 0, 0}},
    {{-0.042, 0, 0}, {-0.038, 0, 0}},
    {{-0.094, 0, 0.009}, {-0.046, 0, 0}},
    {{-0.046, 0, 0}, {-0.041, 0, 0}},
    {{-0.090, 0, -0.010}, {-0.043, 0, 0}},
    {{-0.043, 0, 0}, {-0.038, 0, 0}},
    {{-0.083, 0, -0.028}, {-0.034, 0, 0}},
    {{-0.034, 0, 0}, {-0.031, 0, 0}},
    {{-0.0525, 0.167, -0.018}, {0, 0.032, 0}},
    {{-0.0525, 0.163, 0.016}, {0, 0.026, 0}},
}};

bool is_of_the_hand(Digit digit) {
  return digit < Digit::big_toe;
}

// Degrees of flexion of a finger's bone, and how far it spreads from the middle finger.
struct Bent {
  double flexion, spread;
};

constexpr double loosely_bent = 22, in_a_fist = 85, thumb_in_a_fist = 35;

Bent in_the_air(Digit digit) {
  const bool thumb = digit <= Digit::thumb_tip;
  return {thumb ? loosely_bent / 2 : loosely_bent, 0};
}

Bent curled(Digit digit) {
  const bool thumb = digit <= Digit::thumb_tip;
  return {thumb ? thumb_in_a_fist : in_a_fist, 0};
}

// The hand slants to the mat from the wrist, so the fingers bend up a little to lie on it.
Bent flat(Digit digit) {
  constexpr std::array<double, 5> apart{14, 9, 0, -7, -14};
  if (is_tip(digit)) return {0, 0};
  return {-2, apart[static_cast<std::size_t>(digit) / 2]};
}

Rotation turned(Bent held, double out) {
  return geometry::rotation_by({0, -out * geometry::radians(held.spread), 0}) *
         geometry::rotation_by({0, 0, -geometry::radians(held.flexion)});
}

// How far the hand rests, 0 to 1: as it takes hold, so do its fingers.
double rests(const Intent& intent, Contact of_left, int side) {
  return std::clamp(firmness(intent, on(of_left, side)), 0.0, 1.0);
}

Rotation finger(const Skeleton& skeleton, const Intent& intent, Digit digit, int side) {
  const bool fists = skeleton.person.wrists == Wrists::fists;
  const Bent held = fists ? curled(digit) : flat(digit), loose = in_the_air(digit);
  const double part = rests(intent, Contact::fingertip_left, side);
  return turned({loose.flexion + (held.flexion - loose.flexion) * part, held.spread * part}, side == left ? 1 : -1);
}

// Degrees that the toes bend up to lie along the mat, within what they do; a little bent down in the air.
double bent_up(const Bones& bones, double part, int side) {
  constexpr double most_up = 65, most_down = 35, in_the_air_down = 8;
  const Rotation& foot = bones.turned[index(on(Link::foot_left, side))];
  const Vec3 toeward = foot * Vec3{0, 1, 0}, up = foot * Vec3{1, 0, 0};
  // The turn about the foot's own axis that brings the toes level, on the sole or on the instep.
  const double way = up.z < 0 ? -1 : 1;
  const double level = geometry::degrees(geometry::atan2(-way * toeward.z, way * up.z));
  const double flat_deg = std::clamp(level, -most_down, most_up);
  return -in_the_air_down + (flat_deg + in_the_air_down) * part;
}

} // namespace

std::string_view name(Digit digit) {
  constexpr std::array<std::string_view, digit_count> names{
      "thumb",       "thumb_tip",       "index_finger",  "index_finger_tip",  "middle_finger", "middle_finger_tip",
      "ring_finger", "ring_finger_tip", "little_finger", "little_finger_tip", "big_toe",       "toes"};
  return names.at(static_cast<std::size_t>(digit));
}

DigitBone bone_of(const Skeleton& skeleton, Digit digit) {
  const DigitBone& bone = bones_of_left[static_cast<std::size_t>(digit)];
  return {bone.joint * skeleton.scale, bone.end * skeleton.scale};
}

Digits digits_of(const Skeleton& skeleton, const Intent& intent, const Bones& bones, int side) {
  Digits digits;
  const double toes_up = bent_up(bones, rests(intent, Contact::toe_left, side), side);
  for (int i = 0; i < digit_count; ++i) {
    const auto digit = static_cast<Digit>(i);
    digits[static_cast<std::size_t>(i)] = is_of_the_hand(digit)
                                              ? finger(skeleton, intent, digit, side)
                                              : geometry::rotation_by({0, 0, -geometry::radians(toes_up)});
  }
  return digits;
}

} // namespace supple::body
