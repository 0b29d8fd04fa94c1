// SPDX-License-Identifier: Apache-2.0
// A pose clothed in rounded solids and brought onto the picture's plane: for each part of the body its shapes.
#pragma once

#include "figure/field.h"

namespace supple::figure {

enum class Part {
  trunk,
  buttocks,
  girdle,
  belly,
  breasts,
  trapezius,
  neck,
  head,
  ear,
  scalp,
  knot,
  thigh_right,
  shank_right,
  foot_right,
  upper_arm_right,
  forearm_right,
  hand_right,
  thigh_left,
  shank_left,
  foot_left,
  upper_arm_left,
  forearm_left,
  hand_left,
};
inline constexpr int part_count = static_cast<int>(Part::hand_left) + 1;

/// The parts of the limbs of a side, to be added to a `..._right` part.
inline constexpr int left_limbs = static_cast<int>(Part::thigh_left) - static_cast<int>(Part::thigh_right);

struct Range {
  std::uint8_t first = 0, count = 0;
};

struct Flesh {
  ShapeList shapes;
  std::array<Range, part_count> parts;
  Cut hairline;       ///< where the hair ends on the head
  float ear_seen = 0; ///< 1 where the right ear faces the eye, 0 where the head hides it

  [[nodiscard]] Range operator[](Part part) const { return parts[static_cast<std::size_t>(part)]; }
};

void clothe(const body::Person& person, const body::Pose& pose, const View& view, Flesh& flesh);

} // namespace supple::figure
