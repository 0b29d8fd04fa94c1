// SPDX-License-Identifier: Apache-2.0
#include "figure/wall.h"

#include "figure/soft.h"

namespace supple::figure {

Wall wall_of(const body::Skeleton& skeleton) {
  constexpr float half_wide_m = 0.50F, high_m = 1.90F; // for the table's stature
  const auto scale = static_cast<float>(skeleton.scale);
  return {static_cast<float>(body::wall_ahead_m) * scale, half_wide_m * scale, high_m * scale};
}

std::array<geometry::Vec3, 4> corners_of(const Wall& wall) {
  const double x = static_cast<double>(wall.x), y = static_cast<double>(wall.half_wide),
               z = static_cast<double>(wall.high);
  return {{{x, -y, 0}, {x, y, 0}, {x, y, z}, {x, -y, z}}};
}

Pane pane_of(const Wall& wall, const Eye& eye) {
  constexpr float rim_m = 0.014F, away_m = 5; // and how far away she is
  Pane pane{wall, {}, rim_m * eye.focal / away_m, eye.from.x > wall.x};
  const std::array<geometry::Vec3, 4> corners = corners_of(wall);
  // Seen from its other side they go round the other way.
  const float way = pane.before_her ? 1 : -1;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Eye::Seen a = eye(place(corners[i])), b = eye(place(corners[(i + 1) % corners.size()]));
    const float along_x = b.x - a.x, along_y = b.y - a.y;
    const float whole = way / std::max(std::sqrt(along_x * along_x + along_y * along_y), 1e-3F);
    pane.sides[i] = {along_y * whole, -along_x * whole, (along_x * a.y - along_y * a.x) * whole};
  }
  return pane;
}

// Colours are of gamma 2.
void Pane::lay(int y, Span span, const Look& look, Pixel* row) const {
  if (!is_there()) return;
  const float middle_y = static_cast<float>(y) + 0.5F;
  for (int x = span.left; x < span.right; ++x) {
    const float middle_x = static_cast<float>(x) + 0.5F;
    float within = 1e6F;
    for (const Place& side : sides)
      within = std::min(within, side.x * middle_x + side.y * middle_y + side.z);
    if (within <= -0.5F) continue;
    const float hides = std::min(within + 0.5F, 1.0F) *
                        mix(look.wall_rim, look.wall_solid, std::clamp(within - rim + 0.5F, 0.0F, 1.0F));
    const auto byte = [&](unsigned shift) {
      return static_cast<float>(static_cast<int>(row[x] >> shift & 255U)) * (1.0F / 255);
    };
    const float under = byte(24) * (1 - hides), whole = under + hides;
    Pixel laid = static_cast<Pixel>(static_cast<int>(whole * 255 + 0.5F)) << 24U;
    unsigned shift = 0;
    for (const float own : {look.wall.x, look.wall.y, look.wall.z}) {
      const float blended = std::sqrt((byte(shift) * byte(shift) * under + own * hides) / whole);
      laid |= static_cast<Pixel>(static_cast<int>(blended * 255 + 0.5F)) << shift;
      shift += 8;
    }
    row[x] = laid;
  }
}

} // namespace supple::figure
