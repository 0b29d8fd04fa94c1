// SPDX-License-Identifier: Apache-2.0
#include "figure/eye.h"

#include "geometry/trigonometry.h"

namespace supple::figure {

namespace {

using geometry::Vec3;

constexpr double away_m = 5; // of the eye from the middle

struct Directions {
  Vec3 right, up, near;
};

Directions directions_of(const Standpoint& s) {
  const auto [ahead_sin, ahead_cos] = geometry::sin_cos(geometry::radians(s.ahead));
  const auto [above_sin, above_cos] = geometry::sin_cos(geometry::radians(s.above));
  const auto [roll_sin, roll_cos] = geometry::sin_cos(geometry::radians(s.rolled));
  const Vec3 near{ahead_sin * above_cos, -ahead_cos * above_cos, above_sin};
  const Vec3 level{ahead_cos, ahead_sin, 0}, risen = cross(near, level);
  return {level * roll_cos - risen * roll_sin, risen * roll_cos + level * roll_sin, near};
}

} // namespace

Eye eye_of(const Standpoint& standpoint, const Framing& framing, int width, int height) {
  const Directions d = directions_of(standpoint);
  Eye eye{place(framing.middle + d.near * away_m), place(d.right), place(d.up), place(d.near)};
  eye.middle_x = static_cast<float>(width) / 2;
  eye.middle_y = static_cast<float>(height) / 2;
  const double pixels_a_metre = std::min(width / (2 * framing.half_width), height / (2 * framing.half_height));
  eye.focal = static_cast<float>(pixels_a_metre * away_m);
  return eye;
}

Framing framing_of(std::span<const Vec3> points, const Standpoint& standpoint) {
  constexpr double flesh = 0.10, air = 1.12; // what is nearer than the middle looks larger
  const Directions d = directions_of(standpoint);
  Vec3 least{1e3, 1e3, 1e3}, most{-1e3, -1e3, -1e3};
  const auto look_at = [&](Vec3 p) {
    const Vec3 seen{dot(p, d.right), dot(p, d.up), dot(p, d.near)};
    least = {std::min(least.x, seen.x), std::min(least.y, seen.y), std::min(least.z, seen.z)};
    most = {std::max(most.x, seen.x), std::max(most.y, seen.y), std::max(most.z, seen.z)};
  };
  for (const Vec3 p : points)
    look_at(p);
  least = least - Vec3{flesh, flesh, 0};
  most = most + Vec3{flesh, flesh, 0};
  for (const double x : {-mat_half_length, mat_half_length})
    for (const double y : {-mat_half_width, mat_half_width})
      look_at(mat_middle + Vec3{x, y, 0});
  const Vec3 middle = (least + most) * 0.5;
  return {d.right * middle.x + d.up * middle.y + d.near * middle.z, (most.x - least.x) / 2 * air,
          (most.y - least.y) / 2 * air};
}

} // namespace supple::figure
