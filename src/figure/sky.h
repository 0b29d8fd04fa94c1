// SPDX-License-Identifier: Apache-2.0
// How much of the light reaches a place: from each of a few directions the points of the surface are laid on a coarse
// map of what is nearest to that light, and a place is shaded softly by what lies before it.
#pragma once

#include "figure/place.h"

#include <array>
#include <span>
#include <vector>

namespace supple::figure {

class Sky {
public:
  Sky();

  /// Lays the points of the surface on the maps.
  void cover(std::span<const Place> points);

  struct Light {
    float key = 1, sky = 1; ///< 0 dark, 1 open
  };

  /// Of a point of the surface.
  [[nodiscard]] Light on(Place p, Place normal) const;
  /// Of a place on the floor.
  [[nodiscard]] Light on_floor(Place p) const;

  [[nodiscard]] Place middle() const { return middle_; }

  /// Toward the lamp: above, a little before her and to her right.
  static constexpr Place lamp{0.2267F, -0.4534F, 0.8620F};

private:
  static constexpr int directions = 7, cells = 76; ///< the first direction is the lamp's
  static constexpr float cell_m = 0.034F;

  struct Map {
    Place right, up, toward;
    std::vector<float> nearest;
  };

  /// The first `count` of `from_middle_`.
  void lay(Map& map, std::size_t count) const;
  [[nodiscard]] float open(const Map& map, Place p, float margin, float soft) const;

  std::array<Map, directions> maps_;
  std::array<std::vector<float>, 3> from_middle_; ///< the points that are laid, axis by axis
  Place middle_;
};

} // namespace supple::figure
