// SPDX-License-Identifier: Apache-2.0
// The wall that she puts her hands on: an upright panel of milky glass. It hides nothing: what is behind it, and she
// where she is looked at from its other side, stays to be seen.
#pragma once

#include "body/skeleton.h"
#include "figure/backdrop.h"

#include <array>

namespace supple::figure {

/// Metres. It stands on the floor and faces her.
struct Wall {
  float x = 0, half_wide = 0, high = 0; ///< `high` 0: there is none
  friend constexpr bool operator==(const Wall&, const Wall&) = default;
};

/// Hers; it grows with her.
[[nodiscard]] Wall wall_of(const body::Skeleton& skeleton);
[[nodiscard]] std::array<geometry::Vec3, 4> corners_of(const Wall& wall);

/// How it is seen from one place: four straight sides of a picture.
struct Pane {
  Wall wall;
  /// How far a pixel lies within each side: x and y times its first two numbers, and the third. Pixels.
  std::array<Place, 4> sides;
  float rim = 0;           ///< how wide its rim is seen, pixels
  bool before_her = false; ///< it stands between her and the eye, and is laid over her; else she over it

  [[nodiscard]] bool is_there() const { return wall.high > 0; }

  /// Over a part of a row, whose first pixel of all is `row`.
  void lay(int y, Span span, const Look& look, Pixel* row) const;
};

[[nodiscard]] Pane pane_of(const Wall& wall, const Eye& eye);

} // namespace supple::figure
