// SPDX-License-Identifier: Apache-2.0
// The body in the picture's plane as a field of distances: rounded shapes, put together by smooth unions that are wide
// only where flesh really joins.
#pragma once

#include "figure/plane.h"

#include <array>
#include <cstdint>
#include <span>

namespace supple::figure {

/// A list of bounded size that allocates nothing.
template <class T, std::size_t Capacity>
struct List {
  std::array<T, Capacity> items;
  std::size_t size = 0;

  void push(const T& item) { items[size++] = item; }

  [[nodiscard]] const T* begin() const { return items.data(); }

  [[nodiscard]] const T* end() const { return items.data() + size; }

  const T& operator[](std::size_t i) const { return items[i]; }
};

/// What a tapered cone with round ends, or an ellipsoid, covers in the picture.
struct Shape {
  enum class Kind : std::uint8_t { cone, ellipse };
  Kind kind = Kind::cone;
  Dot origin;                                   ///< the middle of the first end, or of the ellipse
  Dot axis{};                                   ///< cone: the direction to the other end
  float length = 0, radius = 0, radius_end = 0; ///< cone
  float lean = 0, rise = 1;                     ///< cone: sine and cosine of the slope of its flank
  float xx = 1, xy = 0, yy = 1;                 ///< ellipse: the inverse of its quadratic form
  float thin = 0;                               ///< ellipse: its lesser half axis
  float reach = 0;                              ///< no dot of the shape is farther from `origin`

  /// Negative inside. For ellipses a lower bound of the distance that is exact at the outline.
  [[nodiscard]] float distance(Dot p) const;
  /// The square of how many times as large an ellipse would have to be to reach the dot.
  [[nodiscard]] float size_squared(Dot p) const;
  /// The distance of an ellipse that would reach the dot at this size.
  [[nodiscard]] float distance_at(float size, Dot p) const;
};

[[nodiscard]] Shape cone(Dot from, Dot to, float radius_from, float radius_to);
/// The ellipsoid with these half axes, each brought onto the plane.
[[nodiscard]] Shape ellipse(Dot centre, Dot half_axis_1, Dot half_axis_2, Dot half_axis_3);

/// How far a union reaches: `wide` within `from` of `centre`, `narrow` beyond `to`.
struct Blend {
  float wide = 0, narrow = 0;
  Dot centre{};
  float from = 0, to = 1;
};

/// Hair on a head: the near half of an ellipsoid, seen from the eye, as far as it lies outside a ball.
struct Cut {
  Dot centre;                              ///< of the ellipsoid
  float depth_x = 0, depth_y = 0;          ///< depth of the rim of its near half, by dot
  float xx = 1, xy = 0, yy = 1, bulge = 0; ///< how far the surface stands before that rim
  Dot ball;                                ///< middle of the ball, seen from `centre`
  float ball_depth = 0, ball_radius = 0;

  /// Negative outside the ball.
  [[nodiscard]] float value(Dot p) const;
};

/// One step of building a field: the shapes `first` … `first + count` are put together, then joined to what is there.
struct Term {
  enum class Inside : std::uint8_t {
    sharp, ///< the least distance
    soft,  ///< smooth union of width `soft_width`
    swept, ///< consecutive shapes are sections of one tube
    cut,   ///< no shapes: what is there is cut by `cut`
  };
  Inside inside = Inside::sharp;
  std::uint8_t first = 0, count = 0;
  float soft_width = 0;
  float thinner = 0; ///< the term is drawn thinner by this much
  Blend blend{};
};

inline constexpr std::size_t most_shapes = 240;
using ShapeList = List<Shape, most_shapes>;

inline constexpr std::size_t most_terms = 24;

/// Which shapes can matter in a region, term by term.
struct Relevant {
  List<std::uint8_t, most_shapes> shapes;
  std::array<std::uint8_t, most_terms> of_term{}; ///< how many of them belong to each term
};

struct Field {
  const ShapeList* shapes = nullptr;
  List<Term, most_terms> terms;
  Cut cut;

  [[nodiscard]] Relevant all() const;
  /// Those of `relevant` that can matter for the outline within `radius` of `centre`.
  [[nodiscard]] Relevant near(Dot centre, float radius, const Relevant& relevant) const;
  [[nodiscard]] float distance(Dot p, const Relevant& relevant) const;
};

// Here because they are called for every shape at every dot.

inline float Shape::size_squared(Dot p) const {
  const Dot q = p - origin;
  return xx * q.x * q.x + 2 * xy * q.x * q.y + yy * q.y * q.y;
}

inline float Shape::distance_at(float size, Dot p) const {
  const Dot q = p - origin;
  const Dot pulled{xx * q.x + xy * q.y, xy * q.x + yy * q.y};
  const float steepness = figure::length(pulled);
  const float span = steepness > 1e-4F ? std::sqrt(dot(q, pulled)) / steepness : thin;
  return size < 1 ? (size - 1) * std::min(span, thin) : (size - 1) * span;
}

inline float Shape::distance(Dot p) const {
  if (kind == Kind::ellipse) return distance_at(std::sqrt(size_squared(p)), p);
  const Dot q = p - origin;
  const float along = dot(axis, q), aside = std::fabs(cross(axis, q));
  const float place = rise * along - lean * aside;
  if (place < 0) return figure::length(q) - radius;
  if (place > rise * length) return figure::length(q - axis * length) - radius_end;
  return rise * aside + lean * along - radius;
}

} // namespace supple::figure
