// SPDX-License-Identifier: Apache-2.0
// Rotations as unit quaternions, and as rotation vectors (the axis times the angle). Neither has a pose in which it
// fails, where the angles of Euler do: on hands and knees the trunk would stand right in it.
#pragma once

#include "geometry/vector.h"

namespace supple::geometry {

/// w + xi + yj + zk, of length 1. Turns the coordinates of a bone into those of its parent or of the world.
struct Rotation {
  double w = 1, x = 0, y = 0, z = 0;
  friend constexpr bool operator==(const Rotation&, const Rotation&) = default;
};

/// First `b`, then `a`.
[[nodiscard]] constexpr Rotation operator*(const Rotation& a, const Rotation& b) {
  return {a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
          a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}

[[nodiscard]] constexpr Rotation inverse(const Rotation& r) {
  return {r.w, -r.x, -r.y, -r.z};
}

[[nodiscard]] constexpr Vec3 operator*(const Rotation& r, Vec3 v) {
  const Vec3 q{r.x, r.y, r.z};
  const Vec3 t = cross(q, v) * 2;
  return v + t * r.w + cross(q, t);
}

/// One Newton step toward length 1: enough for what a few products have lost.
[[nodiscard]] constexpr Rotation renormalised(const Rotation& r) {
  const double s = 1.5 - 0.5 * (r.w * r.w + r.x * r.x + r.y * r.y + r.z * r.z);
  return {r.w * s, r.x * s, r.y * s, r.z * s};
}

namespace detail {

// Below this angle (radians) the series that follow are exact to 1e-16.
inline constexpr double small = 0.12;

[[nodiscard]] Rotation rotation_by_any(Vec3 vector);
[[nodiscard]] Vec3 vector_of_any(const Rotation& rotation);

} // namespace detail

/// The rotation about `vector` by its length in radians, and the vector of a rotation, at most pi long.
[[nodiscard]] inline Rotation rotation_by(Vec3 vector) {
  const double squared = dot(vector, vector);
  if (squared >= detail::small * detail::small) return detail::rotation_by_any(vector);
  // The sine and cosine of half the angle: Taylor, in the square of it.
  const double h = squared * 0.25;
  const double s = 0.5 - h * (0.5 / 6 - h * (0.5 / 120 - h * (0.5 / 5040 - h * (0.5 / 362880))));
  const double c = 1 - h * (0.5 - h * (1.0 / 24 - h * (1.0 / 720 - h * (1.0 / 40320))));
  return {c, vector.x * s, vector.y * s, vector.z * s};
}

[[nodiscard]] inline Vec3 vector_of(const Rotation& r) {
  const double squared = r.x * r.x + r.y * r.y + r.z * r.z;
  if (squared >= detail::small * detail::small / 4) return detail::vector_of_any(r);
  // 2 asin(s) / s
  double k =
      2 + squared * (1.0 / 3 +
                     squared * (3.0 / 20 + squared * (5.0 / 56 + squared * (35.0 / 576 + squared * (63.0 / 1408)))));
  k = r.w < 0 ? -k : k;
  return {r.x * k, r.y * k, r.z * k};
}

/// The rotation whose axes are those of the frame: x headward, y frontward, z leftward.
[[nodiscard]] Rotation rotation_of(const Frame& frame);
[[nodiscard]] Frame frame_of(Vec3 origin, const Rotation& rotation);

/// The frame leant toward its front, or turned toward its left, about its origin.
[[nodiscard]] Frame flexed(const Frame& f, double degrees);
[[nodiscard]] Frame turned_left(const Frame& f, double degrees);

} // namespace supple::geometry
