// SPDX-License-Identifier: Apache-2.0
// The picture's plane: dots, and the camera that brings a place in the room onto it.
#pragma once

#include "figure/figure.h"
#include "geometry/vector.h"

#include <algorithm>
#include <cmath>

namespace supple::figure {

[[nodiscard]] constexpr Dot operator+(Dot a, Dot b) {
  return {a.x + b.x, a.y + b.y};
}

[[nodiscard]] constexpr Dot operator-(Dot a, Dot b) {
  return {a.x - b.x, a.y - b.y};
}

[[nodiscard]] constexpr Dot operator*(Dot a, float s) {
  return {a.x * s, a.y * s};
}

[[nodiscard]] constexpr float dot(Dot a, Dot b) {
  return a.x * b.x + a.y * b.y;
}

[[nodiscard]] constexpr float cross(Dot a, Dot b) {
  return a.x * b.y - a.y * b.x;
}

[[nodiscard]] inline float length(Dot a) {
  return std::sqrt(dot(a, a));
}

[[nodiscard]] constexpr float mix(float a, float b, float t) {
  return a + (b - a) * t;
}

/// 0 below `from`, 1 above `to`, smooth in between.
[[nodiscard]] constexpr float smooth_step(float from, float to, float x) {
  const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}

/// What the picture's directions are in the room: `right`, `up`, and `near`, toward the eye.
struct View {
  geometry::Vec3 right, up, near;

  [[nodiscard]] Dot operator()(geometry::Vec3 p) const {
    return {static_cast<float>(geometry::dot(p, right)), static_cast<float>(geometry::dot(p, up))};
  }
};

[[nodiscard]] View view_of(const Camera& camera);

} // namespace supple::figure
