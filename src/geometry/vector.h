// SPDX-License-Identifier: Apache-2.0
// The room `geometry`: vectors, frames, and our own sine and cosine, so that a motion has the same bits natively and in
// the browser. Lengths are metres, angles radians. x points the way she faces (on all fours: toward her head), y to her
// left, z up; the origin lies on the mat.
#pragma once

#include <cmath>

namespace supple::geometry {

struct Vec3 {
  double x = 0, y = 0, z = 0;
  friend constexpr bool operator==(const Vec3&, const Vec3&) = default;
};

[[nodiscard]] constexpr Vec3 operator+(Vec3 a, Vec3 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}

[[nodiscard]] constexpr Vec3 operator-(Vec3 a, Vec3 b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}

[[nodiscard]] constexpr Vec3 operator-(Vec3 a) {
  return {-a.x, -a.y, -a.z};
}

[[nodiscard]] constexpr Vec3 operator*(Vec3 a, double s) {
  return {a.x * s, a.y * s, a.z * s};
}

[[nodiscard]] constexpr Vec3 operator*(double s, Vec3 a) {
  return a * s;
}

[[nodiscard]] constexpr double dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

[[nodiscard]] constexpr Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

[[nodiscard]] inline double length(Vec3 a) {
  return std::sqrt(dot(a, a));
}

/// The direction of `a`; `a` must not be zero.
[[nodiscard]] inline Vec3 unit(Vec3 a) {
  return a * (1.0 / length(a));
}

[[nodiscard]] constexpr Vec3 mix(Vec3 a, Vec3 b, double t) {
  return a + (b - a) * t;
}

/// A place with three directions at right angles, fixed to one bone: toward the head, toward the front of the body, and
/// toward her left (`frontward` x `headward` on hands and knees: down x forward).
struct Frame {
  Vec3 origin;
  Vec3 headward{1, 0, 0};
  Vec3 frontward{0, 0, -1};
  Vec3 leftward{0, 1, 0};
};

/// The point that lies so far toward the head, the front and the left of the frame, metres.
[[nodiscard]] constexpr Vec3 at(const Frame& f, double head, double front, double left) {
  return f.origin + f.headward * head + f.frontward * front + f.leftward * left;
}

} // namespace supple::geometry
