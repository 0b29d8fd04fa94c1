// SPDX-License-Identifier: Apache-2.0
// A plain drawing of a pose, for looking at the body itself rather than at the figure that is made of it.
#pragma once

#include "body/pose.h"

#include <string>

namespace supple::cli {

enum class Looking { from_her_right, from_the_front, from_above };

/// What she sits on, if anything.
enum class Seat { none, chair, ball };

/// The elements of an SVG, the origin of the mat at (0, 0).
[[nodiscard]] std::string posture_svg(const body::Person& person, const body::Pose& pose, Looking looking, Seat seat,
                                      double pixels_a_metre);

} // namespace supple::cli
