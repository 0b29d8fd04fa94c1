// SPDX-License-Identifier: Apache-2.0
#include "figure/sky.h"

#include "figure/wide.h"

namespace supple::figure {

namespace {

constexpr float nothing = -1e3F;
constexpr std::size_t every = 2; // points lie so close that every second fills all cells

// From straight above, and from around at 40 degrees.
constexpr std::array<Place, 7> toward{{Sky::lamp,
                                       {0, 0, 1},
                                       {0.766F, 0, 0.643F},
                                       {0.2367F, 0.7285F, 0.643F},
                                       {-0.6197F, 0.4503F, 0.643F},
                                       {-0.6197F, -0.4503F, 0.643F},
                                       {0.2367F, -0.7285F, 0.643F}}};

} // namespace

Sky::Sky() {
  for (std::size_t i = 0; i < maps_.size(); ++i) {
    Map& map = maps_[i];
    map.toward = unit(toward[i]);
    map.right = unit(cross(map.toward, Place{0.1F, 1, 0.05F}));
    map.up = cross(map.toward, map.right);
    map.nearest.resize(static_cast<std::size_t>(cells) * cells);
  }
}

void Sky::cover(std::span<const Place> points) {
  Place least{1e3F, 1e3F, 1e3F}, most{-1e3F, -1e3F, -1e3F};
  for (const Place p : points) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y), std::max(most.z, p.z)};
  }
  middle_ = mix(least, most, 0.5F);
  // Eight at a time; what is left over is laid a second time.
  const std::size_t count = (points.size() + every - 1) / every;
  for (std::vector<float>& along : from_middle_)
    along.resize(count + lanes);
  for (std::size_t i = 0; i < count + lanes; ++i) {
    const Place q = points[std::min(i, count - 1) * every] - middle_;
    from_middle_[0][i] = q.x, from_middle_[1][i] = q.y, from_middle_[2][i] = q.z;
  }
  for (Map& map : maps_)
    lay(map, count);
}

SUPPLE_WIDE void Sky::lay(Map& map, std::size_t count) const {
  std::fill(map.nearest.begin(), map.nearest.end(), nothing);
  for (std::size_t i = 0; i < count; i += lanes) {
    const auto of = [&](std::size_t axis) { return wide<Floats>(&from_middle_[axis][i]); };
    const auto along = [&](Place way) { return of(0) * way.x + of(1) * way.y + of(2) * way.z; };
    const auto cell = [&](Place way) {
      return __builtin_convertvector(along(way) * (1 / cell_m) + cells / 2.0F, Ints);
    };
    const Ints x = cell(map.right), y = cell(map.up), inside = (x >= 0) & (y >= 0) & (x < cells) & (y < cells);
    const Floats ahead = along(map.toward);
    std::array<std::int32_t, lanes> at;
    std::array<float, lanes> near;
    put(inside ? y * cells + x : Ints{} - 1, at.data());
    put(ahead, near.data());
    for (std::size_t k = 0; k < lanes; ++k) {
      if (at[k] < 0) continue;
      float& nearest = map.nearest[static_cast<std::size_t>(at[k])];
      nearest = std::max(nearest, near[k]);
    }
  }
}

// Bilinear over the four cells around, each shading the more the farther it lies before the place.
float Sky::open(const Map& map, Place p, float margin, float soft) const {
  const Place q = p - middle_;
  const float at_x = dot(q, map.right) * (1 / cell_m) + cells / 2.0F - 0.5F,
              at_y = dot(q, map.up) * (1 / cell_m) + cells / 2.0F - 0.5F;
  if (!(at_x >= 0 && at_y >= 0 && at_x < cells - 1 && at_y < cells - 1)) return 1;
  const int x = static_cast<int>(at_x), y = static_cast<int>(at_y);
  const float u = at_x - static_cast<float>(x), v = at_y - static_cast<float>(y);
  const float own = dot(q, map.toward) + margin;
  const float* const row = map.nearest.data() + static_cast<std::size_t>(y) * cells + static_cast<std::size_t>(x);
  const auto shade = [&](float nearest) { return std::clamp((nearest - own) * (1 / soft), 0.0F, 1.0F); };
  const float low = shade(row[0]) * (1 - u) + shade(row[1]) * u,
              high = shade(row[cells]) * (1 - u) + shade(row[cells + 1]) * u;
  return 1 - (low * (1 - v) + high * v);
}

Sky::Light Sky::on(Place p, Place normal) const {
  constexpr float margin = 0.022F, soft = 0.07F;
  const Place lifted = p + normal * 0.022F;
  Light light{open(maps_[0], lifted, margin, soft), 0};
  float most = 1e-3F;
  for (std::size_t i = 1; i < maps_.size(); ++i) {
    const float facing = std::max(0.0F, dot(normal, maps_[i].toward) + 0.35F);
    if (facing <= 0) continue;
    light.sky += facing * open(maps_[i], lifted, margin, soft);
    most += facing;
  }
  light.sky = (light.sky + 1e-3F) / most;
  return light;
}

Sky::Light Sky::on_floor(Place p) const {
  constexpr float margin = 0, soft = 0.05F;
  Light light{open(maps_[0], p, margin, soft), 0};
  for (std::size_t i = 1; i < maps_.size(); ++i)
    light.sky += open(maps_[i], p, margin, soft) / (directions - 1);
  return light;
}

} // namespace supple::figure
