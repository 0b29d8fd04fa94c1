// SPDX-License-Identifier: Apache-2.0
#include "geometry/rotation.h"

#include "geometry/trigonometry.h"

namespace supple::geometry {

namespace detail {

Rotation rotation_by_any(Vec3 vector) {
  const double angle = length(vector);
  const SinCos half = sin_cos(angle / 2);
  const double s = half.sin / angle;
  return {half.cos, vector.x * s, vector.y * s, vector.z * s};
}

Vec3 vector_of_any(const Rotation& r) {
  const double sign = r.w < 0 ? -1 : 1;
  const Vec3 v{r.x * sign, r.y * sign, r.z * sign};
  const double s = length(v);
  return v * (2 * atan2(s, r.w * sign) / s);
}

} // namespace detail

Rotation rotation_of(const Frame& f) {
  // Shepperd 1978: divide by the largest of the four.
  const Vec3 &a = f.headward, &b = f.frontward, &c = f.leftward;
  const double trace = a.x + b.y + c.z;
  if (trace > 0) {
    const double w = std::sqrt(1 + trace) / 2, k = 0.25 / w;
    return {w, (b.z - c.y) * k, (c.x - a.z) * k, (a.y - b.x) * k};
  }
  if (a.x >= b.y && a.x >= c.z) {
    const double x = std::sqrt(1 + a.x - b.y - c.z) / 2, k = 0.25 / x;
    return {(b.z - c.y) * k, x, (a.y + b.x) * k, (c.x + a.z) * k};
  }
  if (b.y >= c.z) {
    const double y = std::sqrt(1 - a.x + b.y - c.z) / 2, k = 0.25 / y;
    return {(c.x - a.z) * k, (a.y + b.x) * k, y, (b.z + c.y) * k};
  }
  const double z = std::sqrt(1 - a.x - b.y + c.z) / 2, k = 0.25 / z;
  return {(a.y - b.x) * k, (c.x + a.z) * k, (b.z + c.y) * k, z};
}

Frame frame_of(Vec3 origin, const Rotation& r) {
  const double xx = r.x * r.x, yy = r.y * r.y, zz = r.z * r.z;
  const double xy = r.x * r.y, xz = r.x * r.z, yz = r.y * r.z;
  const double wx = r.w * r.x, wy = r.w * r.y, wz = r.w * r.z;
  return {origin,
          {1 - 2 * (yy + zz), 2 * (xy + wz), 2 * (xz - wy)},
          {2 * (xy - wz), 1 - 2 * (xx + zz), 2 * (yz + wx)},
          {2 * (xz + wy), 2 * (yz - wx), 1 - 2 * (xx + yy)}};
}

Frame flexed(const Frame& f, double degrees) {
  const auto [s, c] = sin_cos(radians(degrees));
  return {f.origin, f.headward * c + f.frontward * s, f.frontward * c - f.headward * s, f.leftward};
}

Frame turned_left(const Frame& f, double degrees) {
  const auto [s, c] = sin_cos(radians(degrees));
  return {f.origin, f.headward, f.frontward * c + f.leftward * s, f.leftward * c - f.frontward * s};
}

} // namespace supple::geometry
