// SPDX-License-Identifier: Apache-2.0
// The spine that shines within: 24 vertebrae and the sacrum as small closed solids on their bones.
#pragma once

#include "figure/likeness.h"

#include <array>

namespace supple::figure {

/// One vertebra between -1 and 1 in each of its directions, and the sacrum on the pelvis in metres.
struct SpineShape {
  Surface vertebra, sacrum;
};

[[nodiscard]] SpineShape spine_shape(const body::Person& person);

/// A vertebra (or the sacrum) where it is: its shape is that of SpineShape, stretched along its axes.
struct SpineBone {
  Axes axes;
  Place scale;
  float light = 0; ///< how much it moves, 0 to 1
};

/// The sacrum, and from there up L5 to C1.
[[nodiscard]] std::array<SpineBone, body::vertebra_count + 1> spine_bones(const body::Person& person,
                                                                          const body::Pose& pose);

/// The spine of one shape in a pose: all its points, and for each how much its vertebra moves, 0 to 1.
struct PosedSpine {
  std::array<SpineBone, body::vertebra_count + 1> bones;
  std::vector<Place> places, normals;
  std::vector<std::uint32_t> corners;
  std::vector<float> light;
};

void pose_spine(const SpineShape& shape, const body::Person& person, const body::Pose& pose, PosedSpine& posed);

} // namespace supple::figure
