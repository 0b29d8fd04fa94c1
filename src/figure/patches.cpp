// SPDX-License-Identifier: Apache-2.0
#include "figure/patches.h"

#include <algorithm>

namespace supple::figure {

namespace {

struct Reached {
  std::uint32_t point = 0;
  float metres = 0;
};

// Goes out from a point along the skin, as far as a ball around it reaches.
class Walk {
public:
  explicit Walk(const Surface& surface)
      : surface_(surface), neighbours_(neighbours_of(surface)), seen_(surface.places.size()) {}

  const std::vector<Reached>& around(std::uint32_t point, float metres) {
    reached_.assign(1, {point, 0});
    seen_[point] = point + 1;
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      const std::uint32_t from = reached_[i].point;
      for (std::uint32_t k = neighbours_.first[from]; k < neighbours_.first[from + 1]; ++k) {
        const std::uint32_t to = neighbours_.of[k];
        const float far = length(surface_.places[to] - surface_.places[point]);
        if (seen_[to] == point + 1 || far >= metres) continue;
        seen_[to] = point + 1;
        reached_.push_back({to, far});
      }
    }
    return reached_;
  }

private:
  const Surface& surface_;
  Neighbours neighbours_;
  std::vector<std::uint32_t> seen_; ///< by which walk
  std::vector<Reached> reached_;
};

// Keeps the four nearest.
void offer(Between& between, std::uint16_t patch, float weight) {
  const auto least = std::ranges::min_element(between.weight);
  if (weight <= *least) return;
  *least = weight;
  between.patch[static_cast<std::size_t>(least - between.weight.begin())] = patch;
}

} // namespace

Patches patches_of(const Surface& surface, float apart_m) {
  Patches patches;
  patches.between.resize(surface.places.size());
  Walk walk(surface);
  std::vector<bool> covered(surface.places.size());
  for (std::uint32_t point = 0; point < surface.places.size(); ++point) {
    if (covered[point]) continue;
    const auto patch = static_cast<std::uint16_t>(patches.points.size());
    patches.points.push_back(point);
    for (const Reached& reached : walk.around(point, 2 * apart_m)) {
      if (reached.metres < apart_m) covered[reached.point] = true;
      const float near = 1 - reached.metres / (2 * apart_m);
      offer(patches.between[reached.point], patch, near * near);
    }
  }
  for (Between& between : patches.between) {
    const float sum = between.weight[0] + between.weight[1] + between.weight[2] + between.weight[3];
    for (float& weight : between.weight)
      weight /= sum;
  }
  return patches;
}

} // namespace supple::figure
