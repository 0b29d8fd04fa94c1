// SPDX-License-Identifier: Apache-2.0
// Places and directions in single precision: a surface has thousands of them.
#pragma once

#include "geometry/rotation.h"

#include <algorithm>
#include <cmath>

namespace supple::figure {

struct Place {
  float x = 0, y = 0, z = 0;
};

[[nodiscard]] constexpr Place operator+(Place a, Place b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}

[[nodiscard]] constexpr Place operator-(Place a, Place b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}

[[nodiscard]] constexpr Place operator*(Place a, float s) {
  return {a.x * s, a.y * s, a.z * s};
}

[[nodiscard]] constexpr float dot(Place a, Place b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

[[nodiscard]] constexpr Place cross(Place a, Place b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

[[nodiscard]] inline float length(Place a) {
  return std::sqrt(dot(a, a));
}

[[nodiscard]] inline Place unit(Place a) {
  const float size = length(a);
  return size > 1e-20F ? a * (1 / size) : Place{1, 0, 0};
}

[[nodiscard]] constexpr Place mix(Place a, Place b, float t) {
  return a + (b - a) * t;
}

[[nodiscard]] constexpr Place place(geometry::Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

} // namespace supple::figure
