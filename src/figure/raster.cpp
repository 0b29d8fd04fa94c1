// SPDX-License-Identifier: Apache-2.0
#include "figure/raster.h"

#include "figure/wide.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supple::figure {

namespace {

constexpr int grain = 16;            // parts of a sample that a corner is placed to
constexpr float farthest = 1.0e6F;   // beyond this a corner is no place,
constexpr int nowhere = 1 << 25;     // but here: no triangle reaches it from the picture
constexpr int widest = 2000 * grain; // of a triangle, so that its products fit

struct Edge {
  int step_x = 0, step_y = 0, at = 0; ///< at the first sample of the box; inside where it is not negative
};

// Samples on a left or a top edge belong to the triangle, those on other edges to its neighbour (pixels grow downward).
Edge edge(const auto& a, const auto& b, int px, int py) {
  const int dx = b.x - a.x, dy = b.y - a.y;
  const bool owns = dy < 0 || (dy == 0 && dx > 0);
  return {-dy * grain, dx * grain, dx * (py - a.y) - dy * (px - a.x) - (owns ? 0 : 1)};
}

// The first sample, in the middle of its square, that is not before this place.
int first_sample(int grains) {
  return (std::max(grains, 0) + grain / 2 - 1) / grain;
}

Shares shares_of(const Corner& a, const Corner& b, const Corner& c) {
  const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const float whole = std::fabs(area) > 1e-6F ? 1 / area : 0; // a sliver is all its first corner
  return {a.x, a.y, (c.y - a.y) * whole, (a.x - c.x) * whole, (a.y - b.y) * whole, (b.x - a.x) * whole, {}};
}

// What changes along the rows of a triangle's box, eight samples after eight.
struct Sweep {
  Edge ab, bc, ca;
  float near = 0, near_x = 0, near_y = 0; ///< in steps, at the first sample, and its change
  int from = 0, left = 0, right = 0;      ///< columns; `near` and the edges are those of `from`, a whole eight
  int top = 0, bottom = 0;
};

} // namespace

void Samples::place(std::span<const Corner> places) {
  float least_near = 1e9F, most_near = 0;
  for (const Corner& c : places) {
    least_near = std::min(least_near, c.near);
    most_near = std::max(most_near, c.near);
  }
  // Room for two steps at either end, where rounding may lead.
  step_ = std::max(most_near - least_near, 1e-6F) / (near_steps - 8);
  farthest_ = least_near - 4 * step_;
  const auto grains = [](float x) { // rounded down, and half up
    const float shifted = x * grain + 0.5F;
    const int whole = static_cast<int>(shifted);
    return whole - (static_cast<float>(whole) > shifted ? 1 : 0);
  };
  placed_.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Corner& c = places[i];
    const bool is_place = std::fabs(c.x) + std::fabs(c.y) < farthest;
    placed_[i] = {is_place ? grains(c.x) : nowhere, is_place ? grains(c.y) : nowhere, c.near - farthest_};
  }
}

void Samples::take(std::span<const Corner> places, std::span<const std::uint32_t> corners, int across, int down) {
  width = across;
  height = down;
  corners_ = corners;
  pairs.assign(static_cast<std::size_t>(down + 1) / 2, {across, 0});
  touched = {across, down, 0, 0};
  first_row_ = after_row_ = 0;
  place(places);
  const auto count = std::min(static_cast<int>(corners.size() / 3), most_triangles);
  shares_.resize(static_cast<std::size_t>(count));
  found_.clear();
  in_front_.assign(places.size(), 0);
  for (std::int32_t i = 0; i < count; ++i)
    take_one(i, places);
  sort_fronts();
}

void Samples::take_one(std::int32_t triangle, std::span<const Corner> places) {
  const std::uint32_t* const corner = &corners_[3 * static_cast<std::size_t>(triangle)];
  const Placed &a = placed_[corner[0]], &b = placed_[corner[1]], &c = placed_[corner[2]];
  // Anticlockwise in a picture whose y grows downward.
  if (std::int64_t{c.x - a.x} * (b.y - a.y) <= std::int64_t{c.y - a.y} * (b.x - a.x)) return;
  const int least_x = std::min({a.x, b.x, c.x}), most_x = std::max({a.x, b.x, c.x}),
            least_y = std::min({a.y, b.y, c.y}), most_y = std::max({a.y, b.y, c.y});
  if (most_x - least_x > widest || most_y - least_y > widest) return;
  const int left = first_sample(least_x), right = std::min(width, (most_x + grain / 2) / grain);
  const int top = first_sample(least_y), bottom = std::min(height, (most_y + grain / 2) / grain);
  if (left >= right || top >= bottom) return;
  for (int pair = top / 2; pair <= (bottom - 1) / 2; ++pair) {
    Span& span = pairs[static_cast<std::size_t>(pair)];
    span = {std::min(span.left, left), std::max(span.right, right)};
  }
  touched = {std::min(touched.left, left), std::min(touched.top, top), std::max(touched.right, right),
             std::max(touched.bottom, bottom)};
  shares_[static_cast<std::size_t>(triangle)] = shares_of(places[corner[0]], places[corner[1]], places[corner[2]]);
  found_.push_back({triangle, left, right, top, bottom});
  in_front_[corner[0]] = in_front_[corner[1]] = in_front_[corner[2]] = 1;
}

// By the shelf of rows on which they begin, and among these as they follow one another on her.
void Samples::sort_fronts() {
  shelves_.assign(static_cast<std::size_t>(height / shelf_rows) + 2, 0);
  tallest_ = 0;
  for (const Front& front : found_) {
    ++shelves_[static_cast<std::size_t>(front.top / shelf_rows) + 1];
    tallest_ = std::max(tallest_, front.bottom - front.top);
  }
  std::partial_sum(shelves_.begin(), shelves_.end(), shelves_.begin());
  fronts_.resize(found_.size());
  for (const Front& front : found_)
    fronts_[static_cast<std::size_t>(shelves_[static_cast<std::size_t>(front.top / shelf_rows)]++)] = front;
}

// Rows are laid eight samples at a time.
void Samples::clear(int top, int bottom) {
  first_row_ = top;
  after_row_ = bottom;
  stride_ = (width + lanes - 1) / lanes * lanes + read_beyond;
  const auto count = static_cast<std::size_t>(stride_) * static_cast<std::size_t>(bottom - top);
  if (nearest_.size() < count) nearest_.resize(count);
  for (int y = top; y < bottom; ++y) {
    const Span span = pairs[static_cast<std::size_t>(y / 2)];
    if (span.left >= span.right) continue;
    std::int32_t* const begin = nearest_.data() + static_cast<std::ptrdiff_t>(y - top) * stride_;
    std::fill(begin + (span.left - span.left % lanes), begin + std::min(span.right + read_beyond + lanes, stride_), 0);
  }
}

SUPPLE_WIDE void Samples::lay(int top, int bottom) {
  clear(top, bottom);
  // Where a shelf begins is where the one before ends.
  const int shelf = std::max(0, top - tallest_) / shelf_rows, last = (bottom - 1) / shelf_rows;
  for (int i = shelf > 0 ? shelves_[static_cast<std::size_t>(shelf) - 1] : 0;
       i < shelves_[static_cast<std::size_t>(last)]; ++i) {
    const Front& front = fronts_[static_cast<std::size_t>(i)];
    if (front.bottom > top && front.top < bottom) lay_one(front);
  }
}

namespace {

[[gnu::always_inline]] inline void sweep(const Sweep& s, std::int32_t* row, int stride, float most_steps, int steps_at,
                                         std::int32_t triangle) {
  for (int x = s.left; x < s.right; x += lanes) {
    const Ints along = each + (x - s.from);
    const auto start = [&along](const Edge& edge) { return along * edge.step_x + edge.at; };
    Ints in_ab = start(s.ab), in_bc = start(s.bc), in_ca = start(s.ca);
    // Eight by eight from a whole eight on, wherever these eight begin: how near a sample is is always the same number.
    const Floats near_eight = __builtin_convertvector(along & ~(lanes - 1), Floats) * s.near_x,
                 near_within = __builtin_convertvector(along & (lanes - 1), Floats) * s.near_x;
    float near_row = s.near;
    std::int32_t* at = row + x;
    for (int y = s.top; y < s.bottom; ++y, at += stride) {
      const Ints outside = in_ab | in_bc | in_ca;
      const Floats near = least(most(near_within + (near_eight + near_row), Floats{} + 1.0F), Floats{} + most_steps);
      const Ints laid = ((__builtin_convertvector(near, Ints) << steps_at) + triangle) & ~(outside >> 31);
      put(most(wide<Ints>(at), laid), at);
      near_row += s.near_y;
      in_ab += s.ab.step_y;
      in_bc += s.bc.step_y;
      in_ca += s.ca.step_y;
    }
  }
}

} // namespace

[[gnu::always_inline]] inline void Samples::lay_one(const Front& front) {
  const std::uint32_t* const corner = &corners_[3 * static_cast<std::size_t>(front.triangle)];
  const Placed &a = placed_[corner[0]], &b = placed_[corner[2]], &c = placed_[corner[1]]; // clockwise on the screen
  const int from = front.left / lanes * lanes, px = from * grain + grain / 2, py = front.top * grain + grain / 2;
  Sweep s{edge(a, b, px, py), edge(b, c, px, py), edge(c, a, px, py)};
  const int area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const float scale = 1 / (static_cast<float>(area) * step_);
  const auto slope = [&](int of_ab, int of_bc, int of_ca) { // bc is across from a, ca from b, ab from c
    return (static_cast<float>(of_bc) * a.near + static_cast<float>(of_ca) * b.near +
            static_cast<float>(of_ab) * c.near) *
           scale;
  };
  s.near = slope(s.ab.at, s.bc.at, s.ca.at);
  s.near_x = slope(s.ab.step_x, s.bc.step_x, s.ca.step_x);
  s.near_y = slope(s.ab.step_y, s.bc.step_y, s.ca.step_y);
  s.from = from;
  s.left = front.left;
  s.right = front.right;
  s.top = std::max(front.top, first_row_);
  s.bottom = std::min(front.bottom, after_row_);
  const int skipped = s.top - front.top;
  for (Edge* const e : {&s.ab, &s.bc, &s.ca})
    e->at += e->step_y * skipped;
  for (int y = 0; y < skipped; ++y) // one after the other, as if the whole picture were laid at once
    s.near += s.near_y;
  sweep(s, nearest_.data() + static_cast<std::ptrdiff_t>(s.top - first_row_) * stride_, stride_, near_steps - 1,
        triangle_bits, front.triangle);
}

} // namespace supple::figure
