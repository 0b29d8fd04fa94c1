// SPDX-License-Identifier: Apache-2.0
// Sine, cosine, arc cosine and arc tangent of our own: made of additions, multiplications and square roots only, so
// that every machine gives the same bits. Accurate to 1e-12 on the ranges given.
#pragma once

namespace supple::geometry {

inline constexpr double pi = 3.14159265358979323846;

[[nodiscard]] constexpr double radians(double degrees) {
  return degrees * (pi / 180.0);
}

[[nodiscard]] constexpr double degrees(double radians) {
  return radians * (180.0 / pi);
}

struct SinCos {
  double sin = 0, cos = 1;
};

/// |angle| <= 100.
[[nodiscard]] SinCos sin_cos(double angle);
[[nodiscard]] double sin(double angle);
[[nodiscard]] double cos(double angle);
/// The angle of the direction (x, y), -pi to pi; 0 for (0, 0).
[[nodiscard]] double atan2(double y, double x);
/// 0 to pi; `cosine` is held within -1 to 1.
[[nodiscard]] double acos(double cosine);

} // namespace supple::geometry
