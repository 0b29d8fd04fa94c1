// SPDX-License-Identifier: Apache-2.0
// A plain drawing of a pose, for looking at the body itself rather than at the figure that is made of it.
#pragma once

#include "body/pose.h"

#include <string>

namespace supple::cli {

enum class Looking { from_her_right, from_the_front, from_above };

/// What she sits on or has her hands on, if anything.
enum class Prop { none, chair, ball, wall };

/// The elements of an SVG, the origin of the mat at (0, 0).
[[nodiscard]] std::string posture_svg(const body::Person& person, const body::Pose& pose, Looking looking, Prop prop,
                                      double pixels_a_metre);

} // namespace supple::cli
