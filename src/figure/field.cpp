// SPDX-License-Identifier: Apache-2.0
#include "figure/field.h"

#include <cassert>

namespace supple::figure {

namespace {

constexpr float far_away = 1e3F;
constexpr std::size_t most_sections = 32; // of a tube

// The polynomial smooth minimum (Quilez 2013): beyond a difference of `width` it is the plain one, so a blend is local.
float soft_min(float a, float b, float width) {
  const float shared = width - std::fabs(a - b);
  if (shared <= 0) return std::min(a, b);
  return std::min(a, b) - shared * shared / (4 * width);
}

float soft_max(float a, float b, float width) {
  return -soft_min(-a, -b, width);
}

float width_at(const Blend& blend, Dot p) {
  if (blend.wide == blend.narrow) return blend.wide;
  return mix(blend.wide, blend.narrow, smooth_step(blend.from, blend.to, length(p - blend.centre)));
}

float widest_within(const Blend& blend, Dot centre, float radius) {
  const float nearest = std::max(0.0F, length(centre - blend.centre) - radius);
  return mix(blend.wide, blend.narrow, smooth_step(blend.from, blend.to, nearest));
}

struct Vertex {
  float square = 0;
  float offset = 0; ///< from the section in the middle, in sections
};

// Of the parabola through a section and its neighbours; at an end of the tube, the end itself.
Vertex vertex(const std::array<float, most_sections>& squares, std::size_t middle, std::size_t count) {
  const float square = squares[middle];
  if (middle == 0 || middle + 1 >= count) return {square, 0};
  const float slope = (squares[middle + 1] - squares[middle - 1]) / 2;
  const float curve = squares[middle + 1] - 2 * square + squares[middle - 1];
  if (curve <= 0) return {square, 0};
  const float offset = std::clamp(-slope / curve, -1.0F, 1.0F);
  return {square + offset * (slope + offset * curve / 2), offset};
}

// The tube through sections, as if there were one everywhere between them: along a row of equal ellipses the square of
// the size at which they would reach a dot is a parabola. Between two sections the parabolas of both are mixed, so that
// the tube has no seam.
float swept_distance(const ShapeList& shapes, const std::uint8_t* first, std::size_t count, Dot p) {
  std::array<float, most_sections> squares{};
  std::size_t least = 0;
  for (std::size_t i = 0; i < count; ++i) {
    squares[i] = shapes[first[i]].size_squared(p);
    if (squares[i] < squares[least]) least = i;
  }
  const Vertex here = vertex(squares, least, count);
  float square = here.square;
  if (here.offset != 0) {
    const std::size_t next = here.offset > 0 ? least + 1 : least - 1;
    square = mix(square, vertex(squares, next, count).square, std::min(0.5F, std::fabs(here.offset)));
  }
  return shapes[first[least]].distance_at(std::sqrt(std::max(0.0F, square)), p);
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
  s.thin = std::sqrt(std::max(0.0F, (xx + yy - std::sqrt((xx - yy) * (xx - yy) + 4 * xy * xy)) / 2));
  return s;
}

float Cut::value(Dot p) const {
  const Dot q = p - centre;
  const float inside = 1 - (xx * q.x * q.x + 2 * xy * q.x * q.y + yy * q.y * q.y);
  const float depth = depth_x * q.x + depth_y * q.y + bulge * std::sqrt(std::max(0.0F, inside));
  const Dot aside = q - ball;
  const float behind = depth - ball_depth;
  return ball_radius - std::sqrt(dot(aside, aside) + behind * behind);
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

// A smooth union of width w changes what it joins only where both are within w of each other, and lowers them by at
// most w / 4. So with w the widest union that can be at work in the region, shapes beyond 1.5 w of it have no part in
// the outline there; 1.5 times the region's radius allows for distances that are only bounds.
Relevant Field::near(Dot centre, float radius, const Relevant& relevant) const {
  std::array<float, most_shapes> away{};
  float widest = 0.004F;
  std::size_t at = 0;
  for (std::size_t t = 0; t < terms.size; ++t) {
    const Term& term = terms[t];
    float nearest = far_away;
    for (int i = 0; i < relevant.of_term[t]; ++i, ++at) {
      away[at] = (*shapes)[relevant.shapes[at]].distance(centre) + term.thinner;
      nearest = std::min(nearest, away[at]);
    }
    const float width = std::max(widest_within(term.blend, centre, radius), term.soft_width);
    if (nearest < 1.5F * (radius + width)) widest = std::max(widest, width);
  }

  const float within = 1.5F * (radius + widest);
  Relevant kept;
  at = 0;
  for (std::size_t t = 0; t < terms.size; ++t) {
    const std::size_t end = at + relevant.of_term[t];
    const bool swept = terms[t].inside == Term::Inside::swept;
    for (std::size_t i = at; i < end; ++i) {
      // Of a tube, the neighbours of a section that matters matter too.
      const bool matters =
          away[i] <= within || (swept && ((i > at && away[i - 1] <= within) || (i + 1 < end && away[i + 1] <= within)));
      if (!matters) continue;
      kept.shapes.push(relevant.shapes[i]);
      ++kept.of_term[t];
    }
    at = end;
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
    part += term.thinner;
    const bool apart = std::fabs(d - part) >= std::max(term.blend.wide, term.blend.narrow);
    d = apart ? std::min(d, part) : soft_min(d, part, width_at(term.blend, p));
  }
  return d;
}

} // namespace supple::figure
