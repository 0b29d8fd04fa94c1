// SPDX-License-Identifier: Apache-2.0
#include "figure/raster.h"

#include "figure/places.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supple::figure {

namespace {

constexpr int grain_bits = 4, grain = 1 << grain_bits; // parts of a sample that a corner is placed to
constexpr float farthest = 1.0e6F;                     // beyond this a corner is no place,
constexpr int spans_at_once = 4;
constexpr int nowhere = 1 << 25;     // but here: no triangle reaches it from the picture
constexpr int widest = 2000 * grain; // of a triangle, so that its products fit

// Eight corners (Samples::Placed), number by number.
struct Corners {
  Floats x, y, near;
  Ints column, row;
};

[[gnu::always_inline]] inline Ints bits_of(const Floats& x) {
  return wide<Ints>(&x);
}

[[gnu::always_inline]] inline Floats as_floats(const Ints& bits) {
  return wide<Floats>(&bits);
}

[[gnu::always_inline]] inline Floats to_floats(const Ints& x) {
  return __builtin_convertvector(x, Floats);
}

// How triangles share out what their corners carry (Shares), number by number.
[[gnu::always_inline]] inline std::array<Floats, lanes> shares_of(const Corners& a, const Corners& b,
                                                                  const Corners& c) {
  const Floats area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const Floats whole = ((area > 1e-6F) | (area < -1e-6F)) ? 1 / area : Floats{}; // a sliver is all its first corner
  return {a.x,      a.y,     (c.y - a.y) * whole, (a.x - c.x) * whole, (a.y - b.y) * whole, (b.x - a.x) * whole,
          Floats{}, Floats{}};
}

// The first sample, in the middle of its square, that is not before this place; and the first that is after it.
[[gnu::always_inline]] inline Ints first_sample(const Ints& grains) {
  return (most(grains, Ints{}) + (grain / 2 - 1)) >> grain_bits;
}

[[gnu::always_inline]] inline Ints end_of_samples(const Ints& grains, int size) {
  return least((grains + grain / 2) >> grain_bits, Ints{} + size);
}

} // namespace

// The boxes of eight triangles.
struct Samples::Boxes {
  Ints left, right, top, bottom;

  [[nodiscard]] Box together() const {
    Box box{left[0], top[0], right[0], bottom[0]};
    for (int k = 1; k < lanes; ++k)
      box = {std::min(box.left, left[k]), std::min(box.top, top[k]), std::max(box.right, right[k]),
             std::max(box.bottom, bottom[k])};
    return box;
  }
};

SUPPLE_WIDE void see(const Eye& eye, std::span<const Place> places, float fine, std::vector<Corner>& corners) {
  corners.resize(places.size());
  for (std::size_t next = 0; next < places.size(); next += lanes) { // of the last some twice; there are never so few
    const std::size_t i = std::min(next, places.size() - lanes);
    const Places from_eye = places_at(&places[i].x) - eye.from;
    const Floats depth = -dot(from_eye, eye.near), k = eye.focal / depth;
    put({(eye.middle_x + k * dot(from_eye, eye.right)) * fine, (eye.middle_y - k * dot(from_eye, eye.up)) * fine,
         1 / depth},
        &corners[i].x);
  }
}

[[gnu::always_inline]] inline void Samples::place(std::span<const Corner> places) {
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
    placed_[i] = {c.x, c.y, c.near - farthest_, is_place ? grains(c.x) : nowhere, is_place ? grains(c.y) : nowhere, {}};
  }
}

SUPPLE_WIDE void Samples::take(std::span<const Corner> places, std::span<const std::uint32_t> corners, int across,
                               int down) {
  width = across;
  height = down;
  corners_ = corners;
  pairs.assign(static_cast<std::size_t>((down + 1) / 2 + spans_at_once), {across, 0});
  Boxes reached{Ints{} + across, Ints{}, Ints{} + down, Ints{}};
  first_row_ = after_row_ = 0;
  place(places);
  const std::size_t count = std::min(corners.size() / 3, std::size_t{most_triangles});
  shares_.resize(count);
  fronts_.clear();
  in_front_.assign(places.size(), 0);
  for (std::size_t i = 0; i < count; i += lanes)
    take_eight(i, std::min<std::size_t>(count - i, lanes), reached);
  touched = reached.together();
  sort_fronts();
}

// Triangles that follow one another are worked out together, also those that are left out then.
[[gnu::always_inline]] inline void Samples::take_eight(std::size_t first, std::size_t count, Boxes& reached) {
  const auto corner = [&](std::size_t k) { return &corners_[3 * (first + std::min(k, count - 1))]; };
  const auto eight = [&](std::size_t which) {
    std::array<Floats, lanes> rows;
    for (std::size_t k = 0; k < lanes; ++k)
      rows[k] = wide<Floats>(&placed_[corner(k)[which]]);
    transpose(rows);
    return Corners{rows[0], rows[1], rows[2], bits_of(rows[3]), bits_of(rows[4])};
  };
  const Corners a = eight(0), b = eight(2), c = eight(1); // clockwise on the screen
  const auto least_of = [](const Ints& x, const Ints& y, const Ints& z) { return least(least(x, y), z); };
  const auto most_of = [](const Ints& x, const Ints& y, const Ints& z) { return most(most(x, y), z); };
  const Ints least_x = least_of(a.column, b.column, c.column), most_x = most_of(a.column, b.column, c.column),
             least_y = least_of(a.row, b.row, c.row), most_y = most_of(a.row, b.row, c.row);
  const Ints left = first_sample(least_x), right = end_of_samples(most_x, width), top = first_sample(least_y),
             bottom = end_of_samples(most_y, height);
  const Ints fits = (most_x - least_x <= widest) & (most_y - least_y <= widest);
  const auto way = [&](const Ints& from, const Ints& to) { return fits ? to - from : Ints{}; };
  const Ints ab_x = way(a.column, b.column), ab_y = way(a.row, b.row), bc_x = way(b.column, c.column),
             bc_y = way(b.row, c.row), ca_x = -(ab_x + bc_x), ca_y = -(ab_y + bc_y);
  const Ints area = ab_y * ca_x - ab_x * ca_y;
  const Ints taken = (area > 0) & (left < right) & (top < bottom) & (each < static_cast<int>(count));
  if (!any(taken)) return;
  reached = {least(reached.left, taken ? left : reached.left), most(reached.right, taken ? right : reached.right),
             least(reached.top, taken ? top : reached.top), most(reached.bottom, taken ? bottom : reached.bottom)};

  const Ints from_x = (left & ~(lanes - 1)) * grain + grain / 2, from_y = top * grain + grain / 2;
  // Samples on a left or a top edge belong to the triangle, those on other edges to its neighbour (pixels grow
  // downward).
  const auto at = [&](const Corners& corner_of, const Ints& x, const Ints& y) {
    const Ints owns = (y < 0) | ((y == 0) & (x > 0));
    return x * (from_y - corner_of.row) - y * (from_x - corner_of.column) - (owns + 1);
  };
  const Ints ab_at = at(a, ab_x, ab_y), bc_at = at(b, bc_x, bc_y), ca_at = at(c, ca_x, ca_y);
  const Floats scale = 1 / (to_floats(area) * step_);
  const auto slope = [&](const Ints& of_ab, const Ints& of_bc, const Ints& of_ca) { // bc is across from a, ca from b
    return (to_floats(of_bc) * a.near + to_floats(of_ca) * b.near + to_floats(of_ab) * c.near) * scale;
  };
  std::array<Floats, lanes> box{as_floats(each + static_cast<int>(first)),
                                as_floats(left),
                                as_floats(right),
                                as_floats(top),
                                as_floats(bottom),
                                slope(ab_at, bc_at, ca_at),
                                slope(ab_y * -grain, bc_y * -grain, ca_y * -grain),
                                slope(ab_x * grain, bc_x * grain, ca_x * grain)};
  std::array<Floats, lanes> edges{
      as_floats(ab_at),         as_floats(ab_y * -grain), as_floats(ab_x * grain), as_floats(bc_at),
      as_floats(bc_y * -grain), as_floats(bc_x * grain),  as_floats(ca_at),        Floats{}};
  std::array<Floats, lanes> shares = shares_of(a, c, b);
  transpose(box);
  transpose(edges);
  transpose(shares);
  for (std::size_t k = 0; k < count; ++k) {
    if (taken[k] == 0) continue;
    put(shares[k], &shares_[first + k].x0);
    Front& front = fronts_.emplace_back();
    put(box[k], &front.triangle);
    put(edges[k], &front.ab.at);
    touch_pairs(front);
    for (std::size_t which = 0; which < 3; ++which)
      in_front_[corner(k)[which]] = 1;
  }
}

// Four pairs at a time, so that a triangle of usual height needs one round.
[[gnu::always_inline]] inline void Samples::touch_pairs(const Front& front) {
  constexpr int most_left = 1 << 30;
  constexpr Ints left_sides{-1, 0, -1, 0, -1, 0, -1, 0},
      untouched{most_left, 0, most_left, 0, most_left, 0, most_left, 0};
  const Ints own = left_sides ? Ints{} + front.left : Ints{} + front.right;
  const int last = (front.bottom - 1) / 2;
  for (int pair = front.top / 2; pair <= last; pair += spans_at_once) {
    Span* const at = &pairs[static_cast<std::size_t>(pair)];
    const Ints was = wide<Ints>(&at->left), now = each < 2 * (last - pair + 1) ? own : untouched;
    put(left_sides ? least(was, now) : most(was, now), &at->left);
  }
}

// By the shelf of rows on which they begin, and among these as they follow one another on her.
void Samples::sort_fronts() {
  shelves_.assign(static_cast<std::size_t>(height / shelf_rows) + 2, 0);
  tallest_ = 0;
  for (const Front& front : fronts_) {
    ++shelves_[static_cast<std::size_t>(front.top / shelf_rows) + 1];
    tallest_ = std::max(tallest_, front.bottom - front.top);
  }
  std::partial_sum(shelves_.begin(), shelves_.end(), shelves_.begin());
  turns_.resize(fronts_.size());
  for (std::size_t i = 0; i < fronts_.size(); ++i) {
    const Front& front = fronts_[i];
    int& next = shelves_[static_cast<std::size_t>(front.top / shelf_rows)];
    turns_[static_cast<std::size_t>(next++)] = {static_cast<std::int32_t>(i), front.top, front.bottom};
  }
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
    const Turn& turn = turns_[static_cast<std::size_t>(i)];
    if (turn.bottom > top && turn.top < bottom) lay_one(fronts_[static_cast<std::size_t>(turn.front)]);
  }
}

// Column by column of eight samples.
[[gnu::always_inline]] inline void Samples::lay_one(const Front& front) {
  const int top = std::max(front.top, first_row_), bottom = std::min(front.bottom, after_row_),
            skipped = top - front.top, from = front.left / lanes * lanes, right = front.right;
  const float near_along = front.near_along, near_down = front.near_down;
  float near = front.near;
  for (int y = 0; y < skipped; ++y) // one after the other, as if the whole picture were laid at once
    near += near_down;
  const auto in_row = [&](Edge edge) { return Edge{edge.at + edge.down * skipped, edge.along, edge.down}; };
  const Edge ab = in_row(front.ab), bc = in_row(front.bc),
             ca = in_row({front.ca_at, -(ab.along + bc.along), -(ab.down + bc.down)});
  const Ints own = Ints{} + front.triangle;
  const Floats last_step = ones * (near_steps - 1.0F);
  const std::ptrdiff_t stride = stride_;
  std::int32_t* const row = nearest_.data() + (top - first_row_) * stride;
  for (int x = front.left; x < right; x += lanes) {
    const Ints along = each + (x - from);
    Ints in_ab = along * ab.along + ab.at, in_bc = along * bc.along + bc.at, in_ca = along * ca.along + ca.at;
    // Eight by eight from a whole eight on, wherever these eight begin: how near a sample is is always the same number.
    const Floats near_eight = to_floats(along & ~(lanes - 1)) * near_along,
                 near_within = to_floats(along & (lanes - 1)) * near_along;
    float near_row = near;
    std::int32_t* at = row + x;
    for (int y = top; y < bottom; ++y, at += stride) {
      const Ints outside = in_ab | in_bc | in_ca;
      const Floats steps = least(most(near_within + (near_eight + near_row), ones), last_step);
      const Ints laid = ((__builtin_convertvector(steps, Ints) << triangle_bits) + own) & ~(outside >> 31);
      put(most(wide<Ints>(at), laid), at);
      near_row += near_down;
      in_ab += ab.down;
      in_bc += bc.down;
      in_ca += ca.down;
    }
  }
}

} // namespace supple::figure
