// SPDX-License-Identifier: Apache-2.0
// Triangles to samples: which triangle is nearest at each of them. Whole numbers decide what is covered and what is
// nearer, so that every machine covers the same samples and neighbours leave neither gap nor overlap.
#pragma once

#include "figure/eye.h"
#include "figure/wide.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace supple::figure {

struct Corner {
  float x = 0, y = 0, near = 0; ///< samples; `near` is one over the depth, 1/m
};

/// Where an eye sees places, in samples of which `fine` lie along a pixel's side.
void see(const Eye& eye, std::span<const Place> places, float fine, std::vector<Corner>& corners);

struct Box {
  int left = 0, top = 0, right = 0, bottom = 0; ///< right and bottom are the first outside
};

struct Span {
  int left = 0, right = 0; ///< right is the first outside
};

[[nodiscard]] constexpr Span joined(Span a, Span b) {
  if (a.left >= a.right) return b;
  if (b.left >= b.right) return a;
  return {a.left < b.left ? a.left : b.left, a.right > b.right ? a.right : b.right};
}

/// How a triangle shares out what its corners carry: the second corner has (x - x0) ux + (y - y0) uy of it, the third
/// the same with v, the first what is left. Eight numbers, so that those of eight triangles are taken at once.
struct alignas(32) Shares {
  float x0 = 0, y0 = 0, ux = 0, uy = 0, vx = 0, vy = 0;
  std::array<float, 2> unused{};
};

/// A picture is laid in strips of rows, so that the samples of one lie close to the processor.
class Samples {
public:
  int width = 0, height = 0;
  Box touched;
  std::vector<Span> pairs; ///< of rows 0 and 1, 2 and 3, …: what is touched; beyond the last some that are not read

  /// Takes in the triangles of a picture of so many samples; `corners` three a triangle, anticlockwise where their
  /// fronts are seen; backs are left out. At most 32768 triangles. `corners` must be there as long as they are laid.
  void take(std::span<const Corner> places, std::span<const std::uint32_t> corners, int across, int down);

  /// Whether a triangle at this place is seen from its front.
  [[nodiscard]] bool in_front(std::size_t place) const { return in_front_[place] != 0; }

  /// Lays them on the rows from `top` to before `bottom`, which must lie in the picture.
  void lay(int top, int bottom);

  /// What is nearest at each sample of a row that is laid: 0 nothing, else how near (the upper bits) and which
  /// triangle. To be read where its pair of rows is touched, and sixteen beyond.
  [[nodiscard]] const std::int32_t* row(int y) const {
    return nearest_.data() + static_cast<std::ptrdiff_t>(y - first_row_) * stride_;
  }

  /// The same of any sample.
  [[nodiscard]] std::int32_t at(int x, int y) const {
    const bool laid = y >= first_row_ && y < after_row_;
    const Span span = laid ? pairs[static_cast<std::size_t>(y / 2)] : Span{};
    const bool inside = x >= span.left && x < span.right;
    return inside ? row(y)[x] : 0;
  }

  /// Of one sample or of many.
  [[nodiscard]] static constexpr auto triangle(const auto& sample) { return sample & (most_triangles - 1); }

  /// In steps, the greater the nearer; of one sample or of many.
  [[nodiscard]] static constexpr auto steps(const auto& sample) { return sample >> triangle_bits; }

  /// One over the depth of eight samples, 1/m.
  [[nodiscard, gnu::always_inline]] Floats near(const Ints& samples) const {
    return farthest_ + __builtin_convertvector(steps(samples), Floats) * step_;
  }

  [[nodiscard]] float near(std::int32_t sample) const { return farthest_ + static_cast<float>(steps(sample)) * step_; }

  /// One over the depth changes by so much a step.
  [[nodiscard]] float step() const { return step_; }

  using Triangles = std::array<std::int32_t, lanes>;

  /// How eight triangles share out what their first, second and third corners carry, each at a place in samples; where
  /// that is outside the triangle, at its edge.
  [[nodiscard, gnu::always_inline]] std::array<Floats, 3> shares(const Triangles& triangles, const Floats& x,
                                                                 const Floats& y) const {
    std::array<Floats, lanes> of;
    for (std::size_t k = 0; k < lanes; ++k)
      of[k] = wide<Floats>(&shares_[static_cast<std::size_t>(triangles[k])]);
    transpose(of);
    const Floats dx = x - of[0], dy = y - of[1];
    const Floats second = clamped(dx * of[2] + dy * of[3]);
    const Floats third = least<Floats>(most<Floats>(dx * of[4] + dy * of[5], zeros), 1 - second);
    return {1 - second - third, second, third};
  }

private:
  static constexpr int triangle_bits = 15, near_steps = 1 << 16, most_triangles = 1 << triangle_bits;
  static constexpr int shelf_rows = 32, read_beyond = 16;

  // A corner in samples, how near it is beyond the farthest, and where it is in parts of a sample.
  struct alignas(32) Placed {
    float x = 0, y = 0, near = 0;
    std::int32_t column = 0, row = 0;
    std::array<std::int32_t, 3> unused{};
  };

  // A line from corner to corner of a triangle: how far a sample is inside of it, times its length, where that is not
  // negative; at the first sample, and how it changes along rows and columns.
  struct Edge {
    std::int32_t at = 0, along = 0, down = 0;
  };

  // A triangle whose front is seen, its box, how near it is, in steps, and two of its edges; the third changes by what
  // the two leave. First is the sample of the box's first row at the whole eight of columns in which the box begins.
  struct alignas(32) Front {
    std::int32_t triangle = 0, left = 0, right = 0, top = 0, bottom = 0;
    float near = 0, near_along = 0, near_down = 0;
    Edge ab, bc;
    std::int32_t ca_at = 0, unused = 0;
  };

  // A front by its number, and its rows.
  struct Turn {
    std::int32_t front = 0, top = 0, bottom = 0;
  };

  void place(std::span<const Corner> places);
  struct Boxes;
  void take_eight(std::size_t first, std::size_t count, Boxes& reached);
  void touch_pairs(const Front& front);
  void sort_fronts();
  void clear(int top, int bottom);
  void lay_one(const Front& front);

  std::vector<std::int32_t> nearest_; ///< of the rows that are laid
  int stride_ = 0, first_row_ = 0, after_row_ = 0;
  std::span<const std::uint32_t> corners_;
  std::vector<Placed> placed_;
  std::vector<std::uint8_t> in_front_; ///< of the places: 1 or 0
  std::vector<Shares> shares_;         ///< of the fronts
  std::vector<Front> fronts_;          ///< as they lie in the surface
  std::vector<Turn> turns_;            ///< of the fronts, by the shelf that they begin on
  std::vector<int> shelves_;           ///< where each ends among the turns
  int tallest_ = 0;                    ///< rows of a front
  float farthest_ = 0, step_ = 1;
};

} // namespace supple::figure
