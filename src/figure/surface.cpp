// SPDX-License-Identifier: Apache-2.0
#include "figure/surface.h"

#include <array>
#include <bit>

namespace supple::figure {

namespace {

// Corners of cells lie on a lattice of whole numbers, so that neighbours of any size agree about them to the last bit.
constexpr int lattice = 1 << fine_depth;

struct Knot {
  int x = 0, y = 0, z = 0;
};

constexpr Knot operator+(Knot a, Knot b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}

constexpr Knot corner_of(int i) {
  return {i & 1, i >> 1 & 1, i >> 2 & 1};
}

constexpr Knot times(Knot a, int s) {
  return {a.x * s, a.y * s, a.z * s};
}

struct Cell {
  Knot least;
  int size = 0; ///< in knots
  std::int32_t children = -1;
  std::int32_t vertex = -1;
  bool near = false; ///< a leaf that the surface may pass
};

// The distances at knots, each computed once.
class Knots {
public:
  explicit Knots(const Solid& solid) : solid_(solid), keys_(1 << 16, empty), values_(1 << 16) {}

  [[nodiscard]] Place place(Knot k) const {
    const float step = solid_.size / lattice;
    constexpr int middle = lattice / 2;
    const auto from_middle = [&](int i) { return static_cast<float>(i - middle) * step; };
    return solid_.middle + Place{from_middle(k.x), from_middle(k.y), from_middle(k.z)};
  }

  float distance(Knot k) {
    constexpr int n = lattice + 1;
    const auto key = static_cast<std::uint32_t>((k.x * n + k.y) * n + k.z);
    std::size_t at = slot(key);
    if (keys_[at] == key) return values_[at];
    if (2 * ++used_ > keys_.size()) {
      grow();
      at = slot(key);
    }
    keys_[at] = key;
    return values_[at] = solid_.distance(place(k));
  }

  bool is_inside(Knot k) { return distance(k) < 0; }

private:
  static constexpr std::uint32_t empty = 0xFFFFFFFF;

  [[nodiscard]] std::size_t slot(std::uint32_t key) const {
    const std::uint32_t scattered = key * 2654435769U;
    std::size_t at = scattered & (keys_.size() - 1);
    while (keys_[at] != empty && keys_[at] != key)
      at = (at + 1) & (keys_.size() - 1);
    return at;
  }

  void grow() {
    const std::vector<std::uint32_t> keys = std::move(keys_);
    const std::vector<float> values = std::move(values_);
    keys_.assign(2 * keys.size(), empty);
    values_.resize(2 * keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == empty) continue;
      const std::size_t at = slot(keys[i]);
      keys_[at] = keys[i];
      values_[at] = values[i];
    }
  }

  const Solid& solid_;
  std::vector<std::uint32_t> keys_;
  std::vector<float> values_;
  std::size_t used_ = 0;
};

class Octree {
public:
  explicit Octree(const Solid& solid) : solid_(solid), knots_(solid) {
    cells_.push_back({{0, 0, 0}, lattice});
    divide();
  }

  Surface surrounded() {
    for (std::size_t i = 0; i < cells_.size(); ++i)
      if (cells_[i].near && is_crossed(cells_[i])) surround(static_cast<std::int32_t>(i));
    for (const Place& p : surface_.places)
      surface_.normals.push_back(unit(slope(p).way));
    return std::move(surface_);
  }

private:
  // Cells that the surface may pass are halved; the distance at the middle tells. It changes no faster than places do,
  // but for the distances of ovoids, which are estimates.
  void divide() {
    constexpr float steepest = 1.5F;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Cell cell = cells_[i];
      const Place middle = middle_of(cell);
      const float half_diagonal = 0.8661F * solid_.size * static_cast<float>(cell.size) / lattice;
      if (std::fabs(solid_.distance(middle)) >
          steepest * half_diagonal + 0.25F * static_cast<float>(cell.size == lattice))
        continue;
      const int depth = fine_depth - std::countr_zero(static_cast<unsigned>(cell.size));
      if (depth == fine_depth || (depth == solid_.depth && !solid_.is_fine(middle))) {
        cells_[i].near = true;
        continue;
      }
      cells_[i].children = static_cast<std::int32_t>(cells_.size());
      for (int k = 0; k < 8; ++k)
        cells_.push_back({cell.least + times(corner_of(k), cell.size / 2), cell.size / 2});
    }
  }

  bool is_crossed(const Cell& cell) {
    const bool inside = knots_.is_inside(cell.least);
    for (int k = 1; k < 8; ++k)
      if (knots_.is_inside(cell.least + times(corner_of(k), cell.size)) != inside) return true;
    return false;
  }

  [[nodiscard]] Place middle_of(const Cell& cell) const {
    return mix(knots_.place(cell.least), knots_.place(cell.least + Knot{cell.size, cell.size, cell.size}), 0.5F);
  }

  // The leaf that holds the place (in half knots).
  [[nodiscard]] std::int32_t leaf_at(Knot halves) const {
    if (std::min({halves.x, halves.y, halves.z}) < 0 || std::max({halves.x, halves.y, halves.z}) >= 2 * lattice)
      return -1;
    std::int32_t i = 0;
    while (cells_[static_cast<std::size_t>(i)].children >= 0) {
      const Cell& cell = cells_[static_cast<std::size_t>(i)];
      const auto upper = [&](int at, int least) { return at >= 2 * least + cell.size ? 1 : 0; };
      i = cell.children + upper(halves.x, cell.least.x) + 2 * upper(halves.y, cell.least.y) +
          4 * upper(halves.z, cell.least.z);
    }
    return i;
  }

  // Lays a face around each edge of the leaf that the surface crosses, unless a smaller leaf or one before it does so.
  void surround(std::int32_t leaf) {
    for (int axis = 0; axis < 3; ++axis)
      for (int k = 0; k < 4; ++k) {
        const Cell cell = cells_[static_cast<std::size_t>(leaf)];
        const Knot along = unit_knot(axis), u = unit_knot((axis + 1) % 3), v = unit_knot((axis + 2) % 3);
        const Knot from = cell.least + times(u, (k & 1) * cell.size) + times(v, (k >> 1) * cell.size);
        const Knot to = from + times(along, cell.size);
        const bool inside = knots_.is_inside(from);
        if (inside == knots_.is_inside(to)) continue;
        const Knot middle = from + to; // in half knots
        std::array<std::int32_t, 4> around{};
        constexpr std::array<std::array<int, 2>, 4> ways{{{-1, -1}, {0, -1}, {0, 0}, {-1, 0}}};
        bool ours = true;
        for (std::size_t w = 0; w < 4; ++w) {
          around[w] = leaf_at(middle + times(u, ways[w][0]) + times(v, ways[w][1]));
          const int size = cells_[static_cast<std::size_t>(around[w])].size;
          ours = ours && (size > cell.size || (size == cell.size && around[w] >= leaf));
        }
        if (ours) face(around, inside);
      }
  }

  static Knot unit_knot(int axis) { return {axis == 0, axis == 1, axis == 2}; }

  void face(const std::array<std::int32_t, 4>& around, bool outward) {
    std::array<std::uint32_t, 4> v{};
    for (std::size_t w = 0; w < 4; ++w)
      v[w] = vertex_of(around[outward ? w : 3 - w]);
    // The shorter diagonal, so that neither triangle is a sliver.
    const auto apart = [&](std::size_t a, std::size_t b) {
      return length(surface_.places[v[a]] - surface_.places[v[b]]);
    };
    if (apart(0, 2) <= apart(1, 3)) {
      triangle(v[0], v[1], v[2]);
      triangle(v[0], v[2], v[3]);
    } else {
      triangle(v[1], v[2], v[3]);
      triangle(v[1], v[3], v[0]);
    }
  }

  void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    if (a != b && b != c && c != a) surface_.corners.insert(surface_.corners.end(), {a, b, c});
  }

  std::uint32_t vertex_of(std::int32_t leaf) {
    Cell& cell = cells_[static_cast<std::size_t>(leaf)];
    if (cell.vertex < 0) {
      cell.vertex = static_cast<std::int32_t>(surface_.places.size());
      surface_.places.push_back(settled(cell));
    }
    return static_cast<std::uint32_t>(cell.vertex);
  }

  // The middle of where the surface crosses the cell's edges, then brought onto the surface, without leaving the cell.
  Place settled(const Cell& cell) {
    Place sum;
    float crossings = 0;
    for (int axis = 0; axis < 3; ++axis)
      for (int k = 0; k < 4; ++k) {
        const Knot from = cell.least + times(unit_knot((axis + 1) % 3), (k & 1) * cell.size) +
                          times(unit_knot((axis + 2) % 3), (k >> 1) * cell.size);
        const Knot to = from + times(unit_knot(axis), cell.size);
        const float a = knots_.distance(from), b = knots_.distance(to);
        if ((a < 0) == (b < 0)) continue;
        sum = sum + mix(knots_.place(from), knots_.place(to), a / (a - b));
        crossings += 1;
      }
    Place p = crossings > 0 ? sum * (1 / crossings) : middle_of(cell);
    const Place least = knots_.place(cell.least),
                most = knots_.place(cell.least + Knot{cell.size, cell.size, cell.size});
    for (int step = 0; step < 3; ++step) {
      const Slope s = slope(p);
      p = p - s.way * (s.distance / std::max(dot(s.way, s.way), 0.1F));
      p = {std::clamp(p.x, least.x, most.x), std::clamp(p.y, least.y, most.y), std::clamp(p.z, least.z, most.z)};
    }
    return p;
  }

  struct Slope {
    Place way; ///< in which the distance grows
    float distance = 0;
  };

  // From the corners of a small tetrahedron (Quilez 2015).
  [[nodiscard]] Slope slope(Place p) const {
    constexpr float h = 0.0015F;
    const float a = solid_.distance(p + Place{h, h, h}), b = solid_.distance(p + Place{h, -h, -h}),
                c = solid_.distance(p + Place{-h, h, -h}), d = solid_.distance(p + Place{-h, -h, h});
    return {Place{a + b - c - d, a - b + c - d, a - b - c + d} * (1 / (4 * h)), (a + b + c + d) * 0.25F};
  }

  const Solid& solid_;
  Knots knots_;
  std::vector<Cell> cells_;
  Surface surface_;
};

} // namespace

Surface surface_of(const Solid& solid) {
  return Octree(solid).surrounded();
}

Neighbours neighbours_of(const Surface& surface) {
  const std::vector<std::uint32_t>& c = surface.corners;
  Neighbours n{std::vector<std::uint32_t>(surface.places.size() + 1), std::vector<std::uint32_t>(c.size())};
  for (const std::uint32_t v : c)
    ++n.first[v + 1];
  for (std::size_t i = 1; i < n.first.size(); ++i)
    n.first[i] += n.first[i - 1];
  std::vector<std::uint32_t> at(n.first.begin(), n.first.end() - 1);
  for (std::size_t i = 0; i < c.size(); i += 3) // each edge once from either end, as the surface is closed
    for (const std::size_t k : {0, 1, 2})
      n.of[at[c[i + k]]++] = c[i + (k + 1) % 3];
  return n;
}

double volume(const std::vector<Place>& places, const std::vector<std::uint32_t>& corners) {
  double six = 0;
  for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
    const Place a = places[corners[i]], b = places[corners[i + 1]], c = places[corners[i + 2]];
    six += static_cast<double>(dot(a, cross(b, c)));
  }
  return six / 6;
}

} // namespace supple::figure
