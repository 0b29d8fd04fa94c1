// SPDX-License-Identifier: Apache-2.0
#include "figure/contour.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace supple::figure {

namespace {

constexpr float cell = 0.004F;  // fingers are 14 mm thick
constexpr int coarsest = 32;    // blocks of so many cells are halved …
constexpr int finest = 4;       // … down to this: a lone loop smaller than 20 mm may go unseen
constexpr int narrowed = 16;    // down to here the relevant shapes are sorted out anew
constexpr int looked_cells = 8; // so far along an outline the same shapes are relevant
constexpr float unknown = std::numeric_limits<float>::max();
constexpr float least_area = 2e-4F;  // square metres: a loop around less is a speck
constexpr float thinning = 0.00015F; // a dot nearer than this to the chord of its neighbours is left out
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
  Grid grid{.x0 = cells_down(left, coarsest), .y0 = cells_down(low, coarsest)};
  grid.columns = cells_down(right, coarsest) + coarsest - grid.x0;
  grid.rows = cells_down(high, coarsest) + coarsest - grid.y0;
  return grid;
}

// Edge k of a cell runs from its corner k to the next, anticlockwise from the lower left.
constexpr std::array<int, 4> corner_x{0, 1, 1, 0}, corner_y{0, 0, 1, 1};

/// A cell and the edge of it through which an outline comes in: there the inside ends, seen anticlockwise, so that the
/// inside lies on the outline's left.
struct Step {
  int i = 0, j = 0, edge = 0;
};

float area(const std::vector<Dot>& loop) {
  float twice = 0;
  for (std::size_t i = 0; i < loop.size(); ++i)
    twice += cross(loop[i], loop[i + 1 < loop.size() ? i + 1 : 0]);
  return twice / 2;
}

class Tracer {
public:
  Tracer(const Field& field, Layer layer, Drawing& drawing, bool thorough)
      : field_(field), layer_(layer), drawing_(drawing), work_(drawing.work), thorough_(thorough),
        grid_(grid_of(field)), all_(field.all()) {}

  void run() {
    const auto corners = static_cast<std::size_t>((grid_.columns + 1) * (grid_.rows + 1));
    if (work_.values.size() < corners) work_.values.resize(corners, unknown);
    if (work_.passed.size() < 2 * corners) work_.passed.resize(2 * corners, 0);
    for (int j = grid_.y0; j < grid_.y0 + grid_.rows; j += coarsest)
      for (int i = grid_.x0; i < grid_.x0 + grid_.columns; i += coarsest)
        search(i, j, coarsest, all_);
    for (const std::int32_t corner : work_.touched)
      work_.values[static_cast<std::size_t>(corner)] = unknown;
    for (const std::int32_t edge : work_.crossed)
      work_.passed[static_cast<std::size_t>(edge)] = 0;
    work_.touched.clear();
    work_.crossed.clear();
  }

private:
  // Blocks that an outline may pass are halved down to the finest; there, outlines are found where they cross its
  // edges.
  void search(int i, int j, int size, const Relevant& relevant) {
    if (size < narrowed) return search_within(i, j, size, relevant);
    const int half = size / 2;
    search_within(i, j, size, field_.near(Grid::place(i + half, j + half), reach_of(size), relevant));
  }

  void search_within(int i, int j, int size, const Relevant& relevant) {
    if (relevant.shapes.size == 0) return;
    const int half = size / 2;
    // Blends and ellipses may change by more than the way that is gone: a quarter more is allowed for.
    if (!thorough_ && std::fabs(value(i + half, j + half, relevant)) > 1.25F * reach_of(size)) return;
    if (size == finest) return follow_crossings(i, j, relevant);
    search(i, j, half, relevant);
    search(i + half, j, half, relevant);
    search(i, j + half, half, relevant);
    search(i + half, j + half, half, relevant);
  }

  void follow_crossings(int i, int j, const Relevant& relevant) {
    const float corner = value(i, j, relevant);
    if ((corner < 0) != (value(i + finest, j, relevant) < 0)) {
      for (int k = 0; k < finest; ++k) {
        const float a = value(i + k, j, relevant), b = value(i + k + 1, j, relevant);
        if (a < 0 && b >= 0) follow({i + k, j, 0});
        if (a >= 0 && b < 0) follow({i + k, j - 1, 2});
      }
    }
    if ((corner < 0) != (value(i, j + finest, relevant) < 0)) {
      for (int k = 0; k < finest; ++k) {
        const float a = value(i, j + k, relevant), b = value(i, j + k + 1, relevant);
        if (a >= 0 && b < 0) follow({i, j + k, 3});
        if (a < 0 && b >= 0) follow({i - 1, j + k, 1});
      }
    }
  }

  // From cell to cell along one outline, until it comes back.
  void follow(Step step) {
    work_.loop.clear();
    while (pass(step)) {
      look_around(step);
      std::array<float, 4> v;
      for (std::size_t k = 0; k < 4; ++k)
        v[k] = value(step.i + corner_x[k], step.j + corner_y[k], around_);
      work_.loop.push_back(crossing(step, v));
      step = beyond(step, way_out(step.edge, v));
    }
    if (std::fabs(area(work_.loop)) >= least_area) thin();
  }

  // False if the outline has been here.
  bool pass(const Step& step) {
    const int edge = edge_of(step);
    if (work_.passed[static_cast<std::size_t>(edge)]) return false;
    work_.passed[static_cast<std::size_t>(edge)] = 1;
    work_.crossed.push_back(edge);
    return true;
  }

  void look_around(const Step& step) {
    if (std::max(std::abs(step.i - looked_i_), std::abs(step.j - looked_j_)) < looked_cells && looked_) return;
    looked_ = true;
    looked_i_ = step.i;
    looked_j_ = step.j;
    around_ = field_.near(Grid::place(step.i, step.j), reach_of(2 * looked_cells + 2), all_);
  }

  // The edge where the inside begins again. In a saddle there are two ways out: the corners inside are joined if the
  // middle is inside.
  static int way_out(int in, const std::array<float, 4>& v) {
    const auto begins = [&](int k) {
      return v[static_cast<std::size_t>(k % 4)] >= 0 && v[static_cast<std::size_t>((k + 1) % 4)] < 0;
    };
    const bool saddle = begins(in + 1) && begins(in + 3);
    if (saddle) return (v[0] + v[1] + v[2] + v[3] < 0 ? in + 1 : in + 3) % 4;
    int out = in + 1;
    while (out < in + 3 && !begins(out))
      ++out;
    return out % 4;
  }

  static Step beyond(const Step& step, int edge) {
    constexpr std::array<int, 4> dx{0, 1, 0, -1}, dy{-1, 0, 1, 0};
    const auto k = static_cast<std::size_t>(edge);
    return {step.i + dx[k], step.j + dy[k], (edge + 2) % 4};
  }

  static Dot crossing(const Step& step, const std::array<float, 4>& v) {
    const auto k = static_cast<std::size_t>(step.edge), n = (k + 1) % 4;
    const Dot a = Grid::place(step.i + corner_x[k], step.j + corner_y[k]),
              b = Grid::place(step.i + corner_x[n], step.j + corner_y[n]);
    return a + (b - a) * (v[k] / (v[k] - v[n]));
  }

  [[nodiscard]] int edge_of(const Step& step) const {
    switch (step.edge) {
    case 0:
      return 2 * grid_.corner(step.i, step.j);
    case 1:
      return 2 * grid_.corner(step.i + 1, step.j) + 1;
    case 2:
      return 2 * grid_.corner(step.i, step.j + 1);
    default:
      return 2 * grid_.corner(step.i, step.j) + 1;
    }
  }

  float value(int i, int j, const Relevant& relevant) {
    float& known = work_.values[static_cast<std::size_t>(grid_.corner(i, j))];
    if (known == unknown) {
      known = field_.distance(Grid::place(i, j), relevant);
      work_.touched.push_back(grid_.corner(i, j));
    }
    return known;
  }

  static float reach_of(int size) { return static_cast<float>(size) * cell * 0.7072F; }

  // Leaves out the dots that a straight line would do for.
  void thin() {
    Outline& outline = work_.add(layer_, drawing_);
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

  const Field& field_;
  Layer layer_;
  Drawing& drawing_;
  Work& work_;
  bool thorough_;
  Grid grid_;
  Relevant all_, around_;
  bool looked_ = false;
  int looked_i_ = 0, looked_j_ = 0;
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
