// SPDX-License-Identifier: Apache-2.0
// Measures of outlines, for tests.
#pragma once

#include "figure/figure.h"
#include "figure/plane.h"

#include <algorithm>
#include <vector>

namespace supple::figure {

/// Square metres; negative for a clockwise loop.
inline double area(const std::vector<Dot>& loop) {
  double twice = 0;
  for (std::size_t i = 0; i < loop.size(); ++i)
    twice += double{cross(loop[i], loop[(i + 1) % loop.size()])};
  return twice / 2;
}

/// The longest way from a dot to the next, the last one to the first included.
inline double widest_gap(const std::vector<Dot>& loop) {
  double widest = 0;
  for (std::size_t i = 0; i < loop.size(); ++i)
    widest = std::max(widest, double{length(loop[(i + 1) % loop.size()] - loop[i])});
  return widest;
}

struct Extent {
  double left = 1e9, right = -1e9, low = 1e9, high = -1e9;
};

inline Extent extent(const std::vector<Dot>& loop) {
  Extent e;
  for (const Dot dot : loop) {
    e.left = std::min(e.left, double{dot.x});
    e.right = std::max(e.right, double{dot.x});
    e.low = std::min(e.low, double{dot.y});
    e.high = std::max(e.high, double{dot.y});
  }
  return e;
}

inline bool contains(const std::vector<Dot>& loop, Dot p) {
  bool inside = false;
  for (std::size_t i = 0, j = loop.size() - 1; i < loop.size(); j = i++) {
    const Dot a = loop[i], b = loop[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/// The outer loops of a layer.
inline std::vector<const Outline*> outer(const Drawing& drawing, Layer layer) {
  std::vector<const Outline*> found;
  for (const Outline& outline : drawing.outlines)
    if (outline.layer == layer && area(outline.dots) > 0) found.push_back(&outline);
  return found;
}

/// The area of a layer without its holes.
inline double area(const Drawing& drawing, Layer layer) {
  double sum = 0;
  for (const Outline& outline : drawing.outlines)
    if (outline.layer == layer) sum += area(outline.dots);
  return sum;
}

} // namespace supple::figure
