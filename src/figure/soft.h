// SPDX-License-Identifier: Apache-2.0
// Numbers that flow into one another, and distances: what joins the shapes of a field.
#pragma once

#include <algorithm>
#include <cmath>

namespace supple::figure {

/// Farther than anything of the figure, metres.
inline constexpr float far_away = 1e3F;

[[nodiscard]] constexpr float mix(float a, float b, float t) {
  return a + (b - a) * t;
}

/// 0 below `from`, 1 above `to`, smooth in between.
[[nodiscard]] constexpr float smooth_step(float from, float to, float x) {
  const float t = std::min(std::max((x - from) / (to - from), 0.0F), 1.0F);
  return t * t * (3 - 2 * t);
}

/// The polynomial smooth minimum (Quilez 2013): beyond a difference of `width` it is the plain one, so a blend is
/// local.
[[nodiscard]] inline float soft_min(float a, float b, float width) {
  const float shared = width - std::fabs(a - b);
  if (shared <= 0) return std::min(a, b);
  return std::min(a, b) - shared * shared / (4 * width);
}

[[nodiscard]] inline float soft_max(float a, float b, float width) {
  return -soft_min(-a, -b, width);
}

} // namespace supple::figure
