// SPDX-License-Identifier: Apache-2.0
#include "figure/plane.h"

#include "geometry/trigonometry.h"

namespace supple::figure {

constexpr double side_yaw = geometry::radians(8);

// From the side the picture's right, up and near are the room's (x, z, -y), from above they are (-y, x, z): a turn of
// 120 degrees about one axis, the diagonal of (x, -y, z). The camera glides along that turn. From the side it stands a
// little behind her, so that the far hand and knee show before the near ones.
View view_of(const Camera& camera) {
  const geometry::SinCos turn = geometry::sin_cos(camera.elevation * geometry::radians(120));
  const double stays = (1 + 2 * turn.cos) / 3;
  const double even = (1 - turn.cos) / 3, odd = turn.sin / std::sqrt(3.0);
  const double ahead = even + odd, behind = even - odd;
  const geometry::SinCos yaw = geometry::sin_cos(side_yaw * (1 - camera.elevation));
  const auto turned = [&](double x, double right_side, double z) {
    const double y = -right_side;
    return geometry::Vec3{yaw.cos * x - yaw.sin * y, yaw.sin * x + yaw.cos * y, z};
  };
  return {
      .right = turned(stays, ahead, behind), .up = turned(ahead, behind, stays), .near = turned(behind, stays, ahead)};
}

} // namespace supple::figure
