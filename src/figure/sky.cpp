// SPDX-License-Identifier: Apache-2.0
#include "figure/sky.h"

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
  take(points);
  cover_maps(0, directions);
}

void Sky::cover_maps(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    lay(maps_[i]);
}

void Sky::take(std::span<const Place> points) {
  Place least{1e3F, 1e3F, 1e3F}, most{-1e3F, -1e3F, -1e3F};
  for (const Place p : points) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y), std::max(most.z, p.z)};
  }
  middle_ = mix(least, most, 0.5F);
  // Eight at a time; what is left over is laid a second time.
  const std::size_t count = taken_ = (points.size() + every - 1) / every;
  for (std::vector<float>& along : from_middle_)
    along.resize(count + lanes);
  for (std::size_t i = 0; i < count + lanes; ++i) {
    const Place q = points[std::min(i, count - 1) * every] - middle_;
    from_middle_[0][i] = q.x, from_middle_[1][i] = q.y, from_middle_[2][i] = q.z;
  }
}

SUPPLE_WIDE void Sky::lay(Map& map) const {
  std::fill(map.nearest.begin(), map.nearest.end(), nothing);
  for (std::size_t i = 0; i < taken_; i += lanes) {
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
[[gnu::always_inline]] inline Floats Sky::openness(const Map& map, const Places& from_middle, float margin,
                                                   float soft) {
  const Floats none{}, one = none + 1.0F;
  const auto along = [&](Place way) { return dot(from_middle, way) * (1 / cell_m) + cells / 2.0F - 0.5F; };
  const Floats at_x = along(map.right), at_y = along(map.up);
  const Ints inside = (at_x >= 0) & (at_y >= 0) & (at_x < cells - 1) & (at_y < cells - 1);
  if (!any(inside)) return one;
  const Ints x = __builtin_convertvector(inside ? at_x : none, Ints),
             y = __builtin_convertvector(inside ? at_y : none, Ints);
  const Floats u = at_x - __builtin_convertvector(x, Floats), v = at_y - __builtin_convertvector(y, Floats);
  const Floats own = dot(from_middle, map.toward) + margin;
  std::array<std::int32_t, lanes> at;
  put(y * cells + x, at.data());
  const auto shade = [&](int beyond) {
    const float* const from = map.nearest.data() + beyond;
    const Floats nearest{from[at[0]], from[at[1]], from[at[2]], from[at[3]],
                         from[at[4]], from[at[5]], from[at[6]], from[at[7]]};
    return clamped((nearest - own) * (1 / soft));
  };
  const Floats low = shade(0) * (1 - u) + shade(1) * u, high = shade(cells) * (1 - u) + shade(cells + 1) * u;
  return inside ? 1 - (low * (1 - v) + high * v) : one;
}

// Eight at a time; where they are no whole eights, some of the last a second time. No surface has fewer than eight
// points.

SUPPLE_WIDE void Sky::on(std::span<const Place> points, std::span<const Place> normals, std::span<Light> lights) const {
  constexpr float margin = 0.022F, soft = 0.07F;
  for (std::size_t next = 0; next < points.size(); next += lanes) {
    const std::size_t i = std::min(next, points.size() - lanes);
    const Places normal = places_at(&normals[i]),
                 lifted = places_at(&points[i]) + normal * (Floats{} + 0.022F) - middle_;
    Floats key{}, sky{}, most_open = Floats{} + 1e-3F;
    for (const Map& map : maps_) {
      const Floats open = openness(map, lifted, margin, soft);
      if (&map == &maps_[0]) {
        key = open;
        continue;
      }
      const Floats facing = most<Floats>(dot(normal, map.toward) + 0.35F, Floats{});
      sky += facing * open;
      most_open += facing;
    }
    sky = (sky + 1e-3F) / most_open;
    for (std::size_t k = 0; k < lanes; ++k)
      lights[i + k] = {key[k], sky[k]};
  }
}

SUPPLE_WIDE void Sky::on_floor(std::span<const Place> places, std::span<Light> lights) const {
  constexpr float margin = 0, soft = 0.05F;
  for (std::size_t next = 0; next < places.size(); next += lanes) {
    const std::size_t i = std::min(next, places.size() - lanes);
    const Places p = places_at(&places[i]) - middle_;
    Floats key{}, sky{};
    for (const Map& map : maps_) {
      const Floats open = openness(map, p, margin, soft);
      if (&map == &maps_[0])
        key = open;
      else
        sky += open / static_cast<float>(directions - 1);
    }
    for (std::size_t k = 0; k < lanes; ++k)
      lights[i + k] = {key[k], sky[k]};
  }
}

} // namespace supple::figure
