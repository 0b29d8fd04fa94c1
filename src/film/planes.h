// SPDX-License-Identifier: Apache-2.0
// A picture as a video codec takes it: brightness and two colour planes at half size, after ITU-R BT.709.
#pragma once

#include "figure/painter.h"

#include <cstdint>
#include <vector>

namespace supple::film {

/// Of the rows of a picture of even width and height from the even `top` to before the even `bottom`: Y, then U and V
/// of every 2x2 pixels, in the narrow range of video (16 to 235).
void rows_to_planes(const figure::Picture& picture, int top, int bottom, std::vector<std::uint8_t>& planes);

/// Of all of it.
void to_planes(const figure::Picture& picture, std::vector<std::uint8_t>& planes);

} // namespace supple::film
