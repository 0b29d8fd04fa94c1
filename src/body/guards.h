// SPDX-License-Identifier: Apache-2.0
// What of her must not sink into the mat, with the flesh around it that does not give. Where one rests lightly
// it lies up to twice the margin higher than it is kept, and pressed hard by the margin.
#pragma once

#include "body/tree.h"

#include <array>

namespace supple::body {

inline constexpr auto no_contact = static_cast<Contact>(contact_count);

struct Guard {
  Link link;
  geometry::Vec3 place; // in the axes of the link, for the table's stature; of the left one of a pair
  double flesh_m;
  Contact touch = no_contact; // where there is one, its place is this contact's
};

inline constexpr std::array<Guard, 21> guards{{
    {Link::head, {}, -0.002, Contact::forehead},
    {Link::head, {}, -0.008, Contact::head_back},
    {Link::head, {0.172, 0, 0}, 0},
    {Link::head, {0.030, 0.090, 0}, 0},
    {Link::head, {0.048, 0, 0.071}, 0.004},
    {Link::head, {0.048, 0, -0.071}, 0.004},
    {Link::T7, {}, -0.008, Contact::breastbone},
    {Link::T5, {}, -0.008, Contact::back_T5},
    {Link::pelvis, {}, -0.008, Contact::back_sacrum},
    {Link::pelvis, {}, -0.008, Contact::seat},
    {Link::pelvis, {}, -0.008, Contact::pubis},
    {Link::girdle_left, {}, -0.008, Contact::outer_shoulder_left},
    {Link::forearm_left, {}, 0.032, Contact::elbow_left},
    {Link::hand_left, {}, 0.021, Contact::wrist_left},
    {Link::hand_left, {}, -0.0005, Contact::fingertip_left},
    {Link::shank_left, {}, 0.053, Contact::knee_left},
    {Link::foot_left, {}, 0.038, Contact::ankle_left},
    {Link::foot_left, {}, 0.0055, Contact::toe_left},
    {Link::thigh_left, {0, 0, 0}, 0.075},
    {Link::pelvis, {}, -0.008, Contact::outer_hip_left},
    {Link::pelvis, {}, -0.008, Contact::outer_hip_right},
}};

[[nodiscard]] constexpr bool is_paired(const Guard& guard) {
  return guard.link >= Link::girdle_left;
}

inline constexpr double guard_margin_m = 0.004; // that a place which is pressed hard lies above its flesh

// How far above the mat a place is kept whose own height over it is `gap`: as it is from the margin up, never below 0,
// smoothly in between (the integral of the step with two smooth derivatives).
[[nodiscard]] constexpr double kept_above(double gap) {
  const double u = (gap + guard_margin_m) / (2 * guard_margin_m);
  if (u <= 0) return 0;
  if (u >= 1) return gap;
  return 2 * guard_margin_m * u * u * u * u * (2.5 + u * (-3 + u));
}

// How much of a change of the gap is left in what is kept of it: the slope of `kept_above`.
[[nodiscard]] constexpr double freedom_at(double gap) {
  const double u = (gap + guard_margin_m) / (2 * guard_margin_m);
  if (u <= 0) return 0;
  if (u >= 1) return 1;
  return u * u * u * (10 + u * (-15 + 6 * u));
}

} // namespace supple::body
