// SPDX-License-Identifier: Apache-2.0
// A picture as a video codec takes it: brightness and two colour planes at half size, after ITU-R BT.709.
#pragma once

#include "figure/painter.h"

#include <cstdint>
#include <vector>

namespace supple::film {

/// A picture of even width and height: Y, then U and V of every 2x2 pixels, in the narrow range of video (16 to 235).
void to_planes(const figure::Picture& picture, std::vector<std::uint8_t>& planes);

/// Only what lies in a box, and in the squares of 2x2 pixels that it touches.
void to_planes(const figure::Picture& picture, const figure::Box& box, std::vector<std::uint8_t>& planes);

/// The same of a picture of this size that is in planes already.
void copy_planes(const std::vector<std::uint8_t>& from, int width, int height, const figure::Box& box,
                 std::vector<std::uint8_t>& planes);

} // namespace supple::film
