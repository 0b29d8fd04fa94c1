// SPDX-License-Identifier: Apache-2.0
#include "figure/contour.h"

#include <cstdint>
#include <limits>

namespace supple::figure {

namespace {

constexpr float cell = 0.004F;  // fingers are 14 mm thick
constexpr int block_cells = 32; // the coarsest block, halved down to a cell
constexpr float unknown = std::numeric_limits<float>::max();
constexpr std::size_t least_dots = 12; // a loop of fewer is a speck
constexpr float thinning = 0.00015F;   // a dot nearer than this to the chord of its neighbours is left out
constexpr float longest_chord = 0.03F;
constexpr std::size_t most_dots = 2048; // more than any outline has

struct Grid {
  int x0 = 0, y0 = 0, columns = 0,
      rows = 0; // in cells; the lattice is the same for every pose, so outlines do not swim

  [[nodiscard]] int corner(int i, int j) const { return (j - y0) * (columns + 1) + (i - x0); }

  [[nodiscard]] static Dot place(int i, int j) { return {static_cast<float>(i) * cell, static_cast<float>(j) * cell}; }
};

int cells_down(float metres, int of) {
  return static_cast<int>(std::floor(metres / (cell * static_cast<float>(of)))) * of;
}

Grid grid_of(const Field& field) {
  float left = 1e3F, right = -1e3F, low = 1e3F, high = -1e3F;
  for (const Term& term : field.terms) {
    const float width = std::max(term.blend.wide, term.soft_width);
    for (std::size_t i = term.first; i < std::size_t{term.first} + term.count; ++i) {
      const Shape& shape = (*field.shapes)[i];
      const float reach = shape.reach + width;
      left = std::min(left, shape.origin.x - reach);
      right = std::max(right, shape.origin.x + reach);
      low = std::min(low, shape.origin.y - reach);
      high = std::max(high, shape.origin.y + reach);
    }
  }
  Grid grid{.x0 = cells_down(left, block_cells), .y0 = cells_down(low, block_cells)};
  grid.columns = cells_down(right, block_cells) + block_cells - grid.x0;
  grid.rows = cells_down(high, block_cells) + block_cells - grid.y0;
  return grid;
}

class Tracer {
public:
  Tracer(const Field& field, Layer layer, Drawing& drawing, bool thorough)
      : field_(field), layer_(layer), drawing_(drawing), work_(drawing.work), thorough_(thorough),
        grid_(grid_of(field)) {}

  void run() {
    const auto corners = static_cast<std::size_t>((grid_.columns + 1) * (grid_.rows + 1));
    if (work_.values.size() < corners) work_.values.resize(corners, unknown);
    if (work_.leaving.size() < 2 * corners) work_.leaving.resize(2 * corners, -1);
    const Relevant all = field_.all();
    for (int j = grid_.y0; j < grid_.y0 + grid_.rows; j += block_cells)
      for (int i = grid_.x0; i < grid_.x0 + grid_.columns; i += block_cells)
        search(i, j, block_cells, all);
    link();
    clean();
  }

private:
  void search(int i, int j, int size, const Relevant& relevant) {
    if (size == 1) return march(i, j, relevant);
    const float half = static_cast<float>(size) * cell / 2;
    const float radius = half * 1.4143F;
    const Dot centre = Grid::place(i, j) + Dot{half, half};
    if (size < 8) return quarter(i, j, size, relevant, centre, radius);
    quarter(i, j, size, field_.near(centre, radius, relevant), centre, radius);
  }

  void quarter(int i, int j, int size, const Relevant& relevant, Dot centre, float radius) {
    if (relevant.shapes.size == 0) return;
    // Blends and ellipses may change by more than the way that is gone: half as much again is allowed for.
    if (!thorough_ && std::fabs(field_.distance(centre, relevant)) > 1.5F * radius) return;
    const int part = size / 2;
    search(i, j, part, relevant);
    search(i + part, j, part, relevant);
    search(i, j + part, part, relevant);
    search(i + part, j + part, part, relevant);
  }

  float value(int i, int j, const Relevant& relevant) {
    float& known = work_.values[static_cast<std::size_t>(grid_.corner(i, j))];
    if (known == unknown) {
      known = field_.distance(Grid::place(i, j), relevant);
      work_.touched.push_back(grid_.corner(i, j));
    }
    return known;
  }

  // Corners anticlockwise from the lower left; edge k runs from corner k to the next.
  void march(int i, int j, const Relevant& relevant) {
    const float v[4] = {value(i, j, relevant), value(i + 1, j, relevant), value(i + 1, j + 1, relevant),
                        value(i, j + 1, relevant)};
    const int inside = (v[0] < 0) | (v[1] < 0) << 1 | (v[2] < 0) << 2 | (v[3] < 0) << 3;
    if (inside == 0 || inside == 15) return;
    // An outline leaves a cell through the edge where it goes from inside to outside, seen anticlockwise, so that the
    // inside lies on its left.
    const bool saddle = inside == 5 || inside == 10;
    const bool joined = saddle && v[0] + v[1] + v[2] + v[3] < 0;
    for (int k = 0; k < 4; ++k) {
      const bool enters = v[k] >= 0 && v[(k + 1) % 4] < 0;
      if (!enters) continue;
      int to = k;
      // In a saddle the outline turns to the next edge or to the one before, elsewhere only one edge leads out.
      if (saddle) {
        to = joined ? (k + 3) % 4 : (k + 1) % 4;
      } else {
        while (!(v[to] < 0 && v[(to + 1) % 4] >= 0))
          to = (to + 1) % 4;
      }
      add(i, j, v, to, k);
    }
  }

  void add(int i, int j, const float* v, int from, int to) {
    const int at = edge(i, j, from);
    work_.leaving[static_cast<std::size_t>(at)] = static_cast<std::int32_t>(work_.segments.size());
    work_.segments.push_back({crossing(i, j, v, from), at, edge(i, j, to)});
  }

  [[nodiscard]] int edge(int i, int j, int k) const {
    switch (k) {
    case 0:
      return 2 * grid_.corner(i, j);
    case 1:
      return 2 * grid_.corner(i + 1, j) + 1;
    case 2:
      return 2 * grid_.corner(i, j + 1);
    default:
      return 2 * grid_.corner(i, j) + 1;
    }
  }

  static Dot crossing(int i, int j, const float* v, int k) {
    constexpr int dx[4] = {0, 1, 1, 0}, dy[4] = {0, 0, 1, 1};
    const int n = (k + 1) % 4;
    const float t = v[k] / (v[k] - v[n]);
    const Dot a = Grid::place(i + dx[k], j + dy[k]), b = Grid::place(i + dx[n], j + dy[n]);
    return a + (b - a) * t;
  }

  void link() {
    for (std::size_t start = 0; start < work_.segments.size(); ++start) {
      work_.loop.clear();
      auto at = static_cast<std::int32_t>(start);
      while (at >= 0 && work_.segments[static_cast<std::size_t>(at)].to >= 0) {
        Crossing& segment = work_.segments[static_cast<std::size_t>(at)];
        work_.loop.push_back(segment.dot);
        at = work_.leaving[static_cast<std::size_t>(segment.to)];
        segment.to = -1;
      }
      if (work_.loop.size() >= least_dots) thin();
    }
  }

  // Leaves out the dots that a straight line would do for.
  void thin() {
    Outline& outline = drawing_.work.add(layer_, drawing_);
    const std::vector<Dot>& loop = work_.loop;
    std::size_t kept = 0;
    outline.dots.push_back(loop[0]);
    for (std::size_t i = 2; i <= loop.size(); ++i) {
      const Dot chord = loop[i % loop.size()] - loop[kept];
      const float long_way = length(chord);
      bool straight = long_way < longest_chord;
      for (std::size_t k = kept + 1; straight && k < i; ++k)
        straight = std::fabs(cross(chord, loop[k] - loop[kept])) <= thinning * long_way;
      if (straight) continue;
      kept = i - 1;
      outline.dots.push_back(loop[kept]);
    }
  }

  void clean() {
    for (const std::int32_t corner : work_.touched)
      work_.values[static_cast<std::size_t>(corner)] = unknown;
    for (const Crossing& segment : work_.segments)
      work_.leaving[static_cast<std::size_t>(segment.from)] = -1;
    work_.touched.clear();
    work_.segments.clear();
  }

  const Field& field_;
  Layer layer_;
  Drawing& drawing_;
  Work& work_;
  bool thorough_;
  Grid grid_;
};

} // namespace

Outline& Work::add(Layer layer, Drawing& drawing) {
  if (spare.empty()) spare.emplace_back().dots.reserve(most_dots);
  Outline& outline = drawing.outlines.emplace_back(std::move(spare.back()));
  spare.pop_back();
  outline.layer = layer;
  outline.dots.clear();
  return outline;
}

void Work::take_back(Drawing& drawing) {
  for (; !drawing.outlines.empty(); drawing.outlines.pop_back())
    spare.push_back(std::move(drawing.outlines.back()));
}

void trace(const Field& field, Layer layer, Drawing& drawing, bool thorough) {
  Tracer(field, layer, drawing, thorough).run();
}

} // namespace supple::figure
