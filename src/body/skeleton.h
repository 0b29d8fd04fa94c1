// SPDX-License-Identifier: Apache-2.0
// Her measures: lengths of the bones, heights and neutral angles of the vertebrae, and where she is planted on the mat.
#pragma once

#include "body/pose.h"

#include <array>

namespace supple::body {

/// Made by skeleton_of. Lengths in metres, for her stature; places in the axes of geometry/vector.h, for her left side
/// (y is mirrored for the right).
struct Skeleton {
  Person person;
  double scale = 1; ///< her stature over that of the table, 1.735 m
  double thigh = 0, shank = 0, upper_arm = 0, forearm = 0;
  double hip_half = 0;                              ///< half the distance of the hip joints
  std::array<double, vertebra_count> height{};      ///< of each vertebra with its disc, from L5 up
  std::array<double, vertebra_count> neutral_deg{}; ///< flexion on the one below at rest; lordosis is negative
  geometry::Vec3 knee, ankle, toe, wrist;           ///< planted on hands and knees
  geometry::Vec3 elbow;                             ///< planted on the forearms
};

} // namespace supple::body
