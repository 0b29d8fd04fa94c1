// SPDX-License-Identifier: Apache-2.0
// How much of the light reaches a place: from each of a few directions the points of the surface are laid on a coarse
// map of what is nearest to that light, and a place is shaded softly by what lies before it.
#pragma once

#include "figure/places.h"

#include <array>
#include <span>
#include <vector>

namespace supple::figure {

class Sky {
public:
  Sky();

  /// Lays the points of the surface on the maps.
  void cover(std::span<const Place> points);
  /// The same in two parts, one after the other.
  void take(std::span<const Place> points);
  void cover_maps(std::size_t from, std::size_t to);

  static constexpr std::size_t directions = 7; ///< the first is the lamp's; each has a map

  struct Light {
    float key = 1, sky = 1; ///< 0 dark, 1 open
  };

  /// On points of the surface.
  void on(std::span<const Place> points, std::span<const Place> normals, std::span<Light> lights) const;
  /// On places of the floor.
  void on_floor(std::span<const Place> places, std::span<Light> lights) const;

  [[nodiscard]] Place middle() const { return middle_; }

  /// Toward the lamp: above, a little before her and to her right.
  static constexpr Place lamp{0.2267F, -0.4534F, 0.8620F};

private:
  static constexpr int cells = 76;
  static constexpr float cell_m = 0.034F;

  struct Map {
    Place right, up, toward;
    std::vector<float> nearest;
  };

  /// The first `taken_` of `from_middle_`.
  void lay(Map& map) const;
  [[nodiscard]] static Floats openness(const Map& map, const Places& from_middle, float margin, float soft);

  std::array<Map, directions> maps_;
  std::array<std::vector<float>, 3> from_middle_; ///< the points that are laid, axis by axis
  std::size_t taken_ = 0;
  Place middle_;
};

} // namespace supple::figure
