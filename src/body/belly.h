// SPDX-License-Identifier: Apache-2.0
// The belly by week of pregnancy, and the room that it asks for.
#pragma once

#include "body/pose.h"

#include <array>

namespace supple::body {

/// An ellipsoid before L3, as fractions of stature: how far its middle is before and above the vertebra, and its radii
/// headward, frontward and outward. Tuned with the rest of the surface (figure/proportions.h).
struct Belly {
  double week, front, up;
  double headward, frontward, outward;
};

inline constexpr std::array<Belly, 5> bellies{{
    {0, .033, -.007, .052, .035, .056},
    {12, .036, -.007, .055, .038, .059},
    {20, .051, -.002, .070, .053, .066},
    {30, .066, .005, .088, .067, .075},
    {38, .075, .010, .097, .078, .082},
}};

/// Between the weeks of the table, and as its last one grows beyond it.
[[nodiscard]] constexpr Belly belly_at(double week) {
  std::size_t i = 1;
  while (i + 1 < bellies.size() && week > bellies[i].week)
    ++i;
  const Belly &a = bellies[i - 1], &b = bellies[i];
  const double t = (week - a.week) / (b.week - a.week);
  const auto mix = [t](double x, double y) { return x + (y - x) * t; };
  return {week,
          mix(a.front, b.front),
          mix(a.up, b.up),
          mix(a.headward, b.headward),
          mix(a.frontward, b.frontward),
          mix(a.outward, b.outward)};
}

/// How far it stands out before the spine.
[[nodiscard]] constexpr double stands_out(const Belly& belly) {
  return belly.front + belly.frontward;
}

/// It turns less than L3, on which it lies: so much of the way is the pelvis'. A low back that rounds pushes it ahead,
/// all of the way where it does by so much between pelvis and L1, as it is drawn (figure/likeness.cpp); as a fraction
/// of stature.
inline constexpr double belly_turns_with_pelvis = 0.45, belly_fully_rounded_deg = 50;

[[nodiscard]] constexpr double belly_pushed_ahead(const Belly& belly) {
  return 0.017 * (belly.frontward / 0.067);
}

/// How much room the belly asks for in a posture that folds, by how far it stands out: until week 24, at which the side
/// views of people are held, it gives way to the thighs; from what it is at week 28 on it does not give at all. Thighs
/// that stay close are in its way from week 16 on, at which nobody lies on it either.
[[nodiscard]] constexpr double belly_room(const Person& person) {
  const double soft = stands_out(belly_at(person.knees_close ? 16 : 24));
  constexpr double firm = stands_out(belly_at(28));
  const double grown = (stands_out(belly_at(belly_week(person))) - soft) / (firm - soft);
  return grown < 0 ? 0 : grown > 1 ? 1 : grown * (2 - grown);
}

} // namespace supple::body
