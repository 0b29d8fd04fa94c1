// SPDX-License-Identifier: Apache-2.0
#include "figure/field.h"

#include <cassert>

namespace supple::figure {

namespace {

constexpr float far_away = 1e3F;

// The polynomial smooth minimum (Quilez 2013): beyond a difference of `width` it is the plain one, so a blend is local.
float soft_min(float a, float b, float width) {
  if (width <= 0) return std::min(a, b);
  const float h = std::max(width - std::fabs(a - b), 0.0F) / width;
  return std::min(a, b) - h * h * width * 0.25F;
}

float soft_max(float a, float b, float width) {
  return -soft_min(-a, -b, width);
}

float width_at(const Blend& blend, Dot p) {
  if (blend.wide == blend.narrow) return blend.wide;
  return mix(blend.wide, blend.narrow, smooth_step(blend.from, blend.to, length(p - blend.centre)));
}

// The tube through sections: the least distance to a section, refined by the parabola through its neighbours, as if
// there were a section everywhere between them.
float swept_distance(const ShapeList& shapes, const std::uint8_t* first, std::size_t count, Dot p) {
  float before = far_away, now = far_away, least = far_away, least_before = far_away, least_after = far_away;
  bool after_least = false;
  for (std::size_t i = 0; i < count; ++i) {
    before = now;
    now = shapes[first[i]].distance(p);
    if (now < least) {
      least = now;
      least_before = before;
      least_after = far_away;
      after_least = true;
    } else if (after_least) {
      least_after = now;
      after_least = false;
    }
  }
  if (least_before == far_away || least_after == far_away) return least;
  const float slope = least_after - least_before, curve = least_after - 2 * least + least_before;
  return curve > 0 ? least - slope * slope / (8 * curve) : least;
}

} // namespace

Shape cone(Dot from, Dot to, float radius_from, float radius_to) {
  Shape s{.kind = Shape::Kind::cone, .origin = from, .axis = to - from, .radius = radius_from, .radius_end = radius_to};
  s.length = length(s.axis);
  s.reach = std::max(radius_from, s.length + radius_to);
  const float narrowing = radius_from - radius_to;
  if (s.length <= std::fabs(narrowing) + 1e-5F) { // seen end on: one circle
    if (radius_to > radius_from) s.origin = to;
    s.axis = {1, 0};
    s.length = 0;
    s.radius = s.radius_end = s.reach = std::max(radius_from, radius_to);
    return s;
  }
  s.axis = s.axis * (1 / s.length);
  s.lean = narrowing / s.length;
  s.rise = std::sqrt(1 - s.lean * s.lean);
  return s;
}

Shape ellipse(Dot centre, Dot half_axis_1, Dot half_axis_2, Dot half_axis_3) {
  Shape s{.kind = Shape::Kind::ellipse, .origin = centre};
  float xx = 0, xy = 0, yy = 0;
  for (const Dot axis : {half_axis_1, half_axis_2, half_axis_3}) {
    xx += axis.x * axis.x;
    xy += axis.x * axis.y;
    yy += axis.y * axis.y;
  }
  const float determinant = xx * yy - xy * xy;
  assert(determinant > 0);
  s.xx = yy / determinant;
  s.xy = -xy / determinant;
  s.yy = xx / determinant;
  s.reach = std::sqrt(xx + yy);
  return s;
}

float Shape::distance(Dot p) const {
  const Dot q = p - origin;
  if (kind == Kind::ellipse) {
    const Dot pulled{xx * q.x + xy * q.y, xy * q.x + yy * q.y};
    const float steepness = figure::length(pulled);
    if (steepness < 1e-4F) return -reach;
    const float size = std::sqrt(dot(q, pulled));
    return size * (size - 1) / steepness;
  }
  const float along = dot(axis, q), aside = std::fabs(cross(axis, q));
  const float place = rise * along - lean * aside;
  if (place < 0) return figure::length(q) - radius;
  if (place > rise * length) return figure::length(q - axis * length) - radius_end;
  return rise * aside + lean * along - radius;
}

float Cut::value(Dot p) const {
  const Dot q = p - centre;
  const float inside = 1 - (xx * q.x * q.x + 2 * xy * q.x * q.y + yy * q.y * q.y);
  const float depth = depth_x * q.x + depth_y * q.y + bulge * std::sqrt(std::max(0.0F, inside));
  return plane + plane_x * q.x + plane_y * q.y + plane_depth * depth;
}

Relevant Field::all() const {
  Relevant all;
  for (std::size_t t = 0; t < terms.size; ++t) {
    all.of_term[t] = terms[t].count;
    for (int i = 0; i < terms[t].count; ++i)
      all.shapes.push(static_cast<std::uint8_t>(terms[t].first + i));
  }
  return all;
}

Relevant Field::near(Dot centre, float radius, const Relevant& relevant) const {
  Relevant kept;
  std::size_t at = 0;
  for (std::size_t t = 0; t < terms.size; ++t) {
    const Term& term = terms[t];
    const std::size_t count = relevant.of_term[t];
    // A smooth union of width w lowers a distance by at most w / 4, so a shape beyond 1.25 w of the outline has no part
    // in it.
    const float within =
        1.5F * radius + 1.25F * (std::max(term.blend.wide, term.soft_width) + term.soft_width) + 0.004F;
    std::size_t from = count, to = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint8_t shape = relevant.shapes[at + i];
      if ((*shapes)[shape].distance(centre) + term.thinner > within) continue;
      if (term.inside != Term::Inside::swept) kept.shapes.push(shape);
      from = std::min(from, i);
      to = i + 1;
      ++kept.of_term[t];
    }
    if (term.inside == Term::Inside::swept && kept.of_term[t] > 0) { // with a neighbour on either side
      from = from > 0 ? from - 1 : 0;
      to = std::min(to + 1, count);
      for (std::size_t i = from; i < to; ++i)
        kept.shapes.push(relevant.shapes[at + i]);
      kept.of_term[t] = static_cast<std::uint8_t>(to - from);
    }
    at += count;
  }
  return kept;
}

float Field::distance(Dot p, const Relevant& relevant) const {
  float d = far_away;
  const std::uint8_t* next = relevant.shapes.begin();
  for (std::size_t t = 0; t < terms.size; ++t) {
    const Term& term = terms[t];
    if (term.inside == Term::Inside::cut) {
      d = soft_max(d, cut.value(p), term.blend.wide);
      continue;
    }
    const std::size_t count = relevant.of_term[t];
    if (count == 0) continue;
    float part = far_away;
    if (term.inside == Term::Inside::swept) {
      part = swept_distance(*shapes, next, count, p);
    } else {
      const float width = term.inside == Term::Inside::soft ? term.soft_width : 0;
      for (std::size_t i = 0; i < count; ++i)
        part = soft_min(part, (*shapes)[next[i]].distance(p), width);
    }
    next += count;
    d = soft_min(d, part + term.thinner, width_at(term.blend, p));
  }
  return d;
}

} // namespace supple::figure
