// SPDX-License-Identifier: Apache-2.0
// A coarse sample of a surface: what changes slowly over the skin, as light does, is worked out at a thousand places
// and shared out over all points.
#pragma once

#include "figure/surface.h"

#include <array>
#include <cstdint>
#include <vector>

namespace supple::figure {

/// The patches that a point lies between, and how near it is to each; the weights add up to 1.
struct Between {
  std::array<std::uint16_t, 4> patch{};
  std::array<float, 4> weight{};
};

struct Patches {
  std::vector<std::uint32_t> points; ///< of the surface, one a patch
  std::vector<Between> between;      ///< of each point of the surface
};

/// Places about `apart_m` from one another along the skin.
[[nodiscard]] Patches patches_of(const Surface& surface, float apart_m);

} // namespace supple::figure
