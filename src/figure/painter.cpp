// SPDX-License-Identifier: Apache-2.0
#include "figure/painter.h"

#include "figure/wide.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace supple::figure {

namespace {

constexpr int fine = 2;        // samples a pixel, across and down
constexpr int strip_rows = 16; // laid at a time
constexpr float per_sample = 1.0F / (fine * fine);

std::size_t at(int x, int y, int width) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

// What is behind her as colours of gamma 2, times alpha.
SUPPLE_WIDE void unpack(const Pixel* pixels, std::size_t count, Strip& strip) {
  float *__restrict const red = strip.red.data(), *__restrict const green = strip.green.data(),
        *__restrict const blue = strip.blue.data(), *__restrict const alpha = strip.alpha.data();
  for (std::size_t i = 0; i < count; ++i) {
    const auto part = [&](unsigned shift) {
      return static_cast<float>(static_cast<int>(pixels[i] >> shift & 255U)) * (1.0F / 255);
    };
    const float a = part(24);
    red[i] = part(0) * part(0) * a;
    green[i] = part(8) * part(8) * a;
    blue[i] = part(16) * part(16) * a;
    alpha[i] = a;
  }
}

// Where she is: elsewhere the pixels are as they were.
SUPPLE_WIDE void pack(const Strip& strip, std::size_t count, Pixel* pixels) {
  for (std::size_t i = 0; i < count; i += lanes) {
    if (!any(wide<Floats>(&strip.covered[i]) > 0)) continue;
    const Floats alpha = wide<Floats>(&strip.alpha[i]), whole = 1 / most<Floats>(alpha, Floats{} + 0.002F);
    const auto bytes = [](const Floats& x) { return __builtin_convertvector(x * 255 + 0.5F, Ints); };
    const auto colour = [&](const std::vector<float>& of) {
      return bytes(root(clamped(wide<Floats>(&of[i]) * whole)));
    };
    const Ints packed = colour(strip.red) | colour(strip.green) << 8 | colour(strip.blue) << 16 |
                        bytes(least<Floats>(alpha, Floats{} + 1.0F)) << 24;
    std::memcpy(pixels + i, &packed, std::min<std::size_t>(lanes, count - i) * sizeof(Pixel));
  }
}

} // namespace

Painter::Painter(const body::Skeleton& skeleton, Detail detail) : presence_(skeleton, detail) {}

const Picture& Painter::paint(const body::Pose& pose, const Things& things, const Eye& eye, const Look& look, int width,
                              int height) {
  presence_.use(things);
  presence_.pose(pose);
  presence_.sky().cover(presence_.surface().places);
  presence_.light();
  take_body(eye, width, height);
  light(look, eye.near);
  shining_.lay(presence_.spine(), eye, likeness().form.stature, width, height);
  see(things, eye, look, width, height);
  const Place middle = middle_of(pose);
  backdrop_.open_to(presence_.sky(), middle);
  backdrop_.shade(presence_.surface().places);
  backdrop_.shade_pixels(eye);
  pixel_m_ = dot(eye.from - middle, eye.near) / eye.focal;
  for (int top = 0; top < height; top += strip_rows) {
    const int bottom = std::min(top + strip_rows, height);
    lay_rows(top, bottom, eye, look);
    for (int y = top; y < bottom; ++y)
      paint_row(y, look);
  }
  return picture_;
}

// The spine is softened with the row below, so that is laid as well.
void Painter::lay_rows(int top, int bottom, const Eye& eye, const Look& look) {
  if (bottom * fine <= body_.touched.top || top * fine >= body_.touched.bottom) return;
  const int below = std::min(bottom + 1, picture_.height);
  body_.lay(top * fine, below * fine);
  shining_.see(presence_.spine(), body_, fine, below, eye, look);
}

void Painter::see(const Things& things, const Eye& eye, const Look& look, int width, int height) {
  const Wall wall = things.wall ? wall_of(likeness().skeleton) : Wall{};
  if (!backdrop_.see(eye, look, width, height) && wall == pane_.wall) return;
  pane_ = pane_of(wall, eye);
  if (pane_.is_there()) {
    behind_pane_ = backdrop_.plain();
    for (int y = 0; y < height; ++y)
      pane_.lay(y, {0, width}, look, &behind_pane_[at(0, y, width)]);
  }
  picture_ = {width, height, std::move(picture_.pixels)};
  picture_.pixels = plain();
  ++plain_changes_;
  painted_.assign(static_cast<std::size_t>(height), {});
}

// What was painted before and is not painted now goes back to the plain backdrop.
void Painter::restore(int y, Span now) {
  const Span was = std::exchange(painted_[static_cast<std::size_t>(y)], now);
  const auto copy = [&](int left, int right) {
    if (left >= right) return;
    const auto from = static_cast<std::ptrdiff_t>(at(left, y, picture_.width));
    std::copy_n(plain().begin() + from, right - left, picture_.pixels.begin() + from);
  };
  if (now.left >= now.right) return copy(was.left, was.right);
  copy(was.left, std::min(was.right, now.left));
  copy(std::max(was.left, now.right), was.right);
}

// On what of her is seen from here; what lies behind has the light of another picture.
void Painter::light(const Look& look, Place near) {
  const std::vector<Place>&places = presence_.surface().places, &normals = presence_.surface().normals;
  const std::size_t things = presence_.things_from(), mat = things + presence_.things().mat_points;
  lit_.resize(places.size());
  for (std::size_t i = 0; i < things; ++i)
    if (body_.in_front(i))
      lit_[i] = light_of(places[i], normals[i], likeness().wear[i], presence_.light_on(i), look, near);
  for (std::size_t i = things; i < mat; ++i)
    lit_[i] = light_of_mat(normals[i], presence_.light_on(i), look);
  for (std::size_t i = mat; i < lit_.size(); ++i)
    lit_[i] = light_of_thing(places[i], normals[i], presence_.light_on(i), look);
}

void Painter::take_body(const Eye& eye, int width, int height) {
  constexpr float apart_m = 0.03F;
  const std::vector<Place>& places = presence_.surface().places;
  figure::see(eye, places, fine, corners_);
  body_.take(corners_, presence_.corners(), width * fine, height * fine);
  const float near = 1 / length(eye.from - presence_.sky().middle());
  same_surface_ = static_cast<int>(apart_m * near * near / body_.step());
}

Span Painter::body_in(int y) const {
  static_assert(fine == 2);
  const Span span = body_.pairs[static_cast<std::size_t>(y)];
  return {span.left / fine, (span.right + fine - 1) / fine};
}

void Painter::paint_row(int y, const Look& look) {
  const Span body = body_in(y);
  const Span span = joined(body, backdrop_.shaded(y));
  restore(y, span);
  if (span.left >= span.right) return;
  backdrop_.row(y, span, &picture_.pixels[at(span.left, y, picture_.width)]);
  Pixel* const row = &picture_.pixels[at(0, y, picture_.width)];
  if (!pane_.before_her) pane_.lay(y, span, look, row);
  if (body.left < body.right) paint_body(y, body, look);
  if (pane_.before_her) pane_.lay(y, span, look, row);
}

void Painter::paint_body(int y, Span body, const Look& look) {
  const auto count = static_cast<std::size_t>(body.right - body.left);
  Pixel* const pixels = &picture_.pixels[at(body.left, y, picture_.width)];
  strip_.resize(count + lanes);
  unpack(pixels, count, strip_);
  paint_her(y, body, look);
  shining_.mix(y, body.left, body.right, look, strip_);
  pack(strip_, count, pixels);
}

// What triangles carry, each at a place in samples.
[[gnu::always_inline]] inline Fragments Painter::carried(const Ints& triangles, const Floats& x, float y) const {
  Samples::Triangles triangle;
  put(triangles, triangle.data());
  const auto [first, second, third] = body_.shares(triangle, x, Floats{} + y);
  const std::uint32_t* const corners = presence_.corners().data();
  const Lit* const lit = lit_.data();
  Fragments of;
  for (std::size_t k = 0; k < lanes; ++k) {
    const std::uint32_t* const c = corners + 3 * static_cast<std::size_t>(triangle[k]);
    of[k] = wide<Floats>(lit[c[0]].data()) * first[k] + wide<Floats>(lit[c[1]].data()) * second[k] +
            wide<Floats>(lit[c[2]].data()) * third[k];
  }
  transpose(of);
  return of;
}

// A pixel that one piece of surface fills is one triangle, seen at its middle; others are taken apart.
[[gnu::always_inline]] inline Painter::Eight Painter::eight_at(const std::int32_t* above, const std::int32_t* below,
                                                               std::size_t x) {
  const auto left = [](const std::int32_t* row) {
    return __builtin_shufflevector(wide<Ints>(row), wide<Ints>(row + lanes), 0, 2, 4, 6, 8, 10, 12, 14);
  };
  const auto right = [](const std::int32_t* row) {
    return __builtin_shufflevector(wide<Ints>(row), wide<Ints>(row + lanes), 1, 3, 5, 7, 9, 11, 13, 15);
  };
  const Ints a = left(above), b = right(above), c = left(below), d = right(below);
  const Ints nearest = most(most(a, b), most(c, d)), farthest = least(least(a, b), least(c, d));
  const Ints some = nearest > 0,
             whole = (farthest > 0) & (Samples::steps(nearest) - Samples::steps(farthest) < same_surface_);
  Eight eight{Samples::triangle(whole ? a : nearest), whole ? Floats{} + 1.0F : Floats{}};
  if (const Ints torn = some & ~whole; any(torn))
    for (std::size_t k = 0; k < lanes; ++k)
      if (torn[k] != 0) eight.weight[k] = take_apart({a[k], b[k], c[k], d[k]}, x + k);
  return eight;
}

// Samples at about the same depth are one piece of surface, shaded once; the nearest takes the slot of the pixel.
float Painter::take_apart(std::array<std::int32_t, 4> samples, std::size_t x) {
  float own = 0;
  for (int pieces = 0; pieces < 4; ++pieces) {
    const std::int32_t nearest = *std::max_element(samples.begin(), samples.end());
    if (nearest == 0) break;
    float weight = 0;
    for (std::int32_t& sample : samples)
      if (sample > 0 && Samples::steps(nearest) - Samples::steps(sample) < same_surface_) {
        weight += per_sample;
        sample = 0;
      }
    if (pieces == 0)
      own = weight;
    else
      further_.push_back(
          {x, Samples::triangle(nearest), weight, {strip_.red[x], strip_.green[x], strip_.blue[x]}, strip_.alpha[x]});
  }
  return own;
}

SUPPLE_WIDE void Painter::paint_her(int y, Span span, const Look& look) {
  const Shader shader(look, pixel_m_);
  const std::ptrdiff_t left = static_cast<std::ptrdiff_t>(span.left) * fine;
  const std::int32_t *const above = body_.row(y * fine) + left, *const below = body_.row(y * fine + 1) + left;
  const float middle_y = static_cast<float>(y * fine + 1);
  further_.clear();
  for (std::size_t x = 0; x < static_cast<std::size_t>(span.right - span.left); x += lanes) {
    const Eight eight = eight_at(above + fine * x, below + fine * x, x);
    put(eight.weight, &strip_.covered[x]);
    if (!any(eight.weight > 0)) continue;
    const float first = static_cast<float>((span.left + static_cast<int>(x)) * fine + 1);
    const Shaded shaded = shader(carried(eight.triangles, each_float * fine + first, middle_y));
    const Floats hides = shaded.solid * eight.weight;
    const auto blend = [&](const Floats& colour, float* to) {
      const Floats behind = wide<Floats>(to);
      put(behind + (colour - behind) * hides, to);
    };
    blend(shaded.red, &strip_.red[x]);
    blend(shaded.green, &strip_.green[x]);
    blend(shaded.blue, &strip_.blue[x]);
    blend(Floats{} + 1.0F, &strip_.alpha[x]);
  }
  add_further(shader, span.left, middle_y);
}

// Each piece hides its own part of the backdrop, not what another piece shows.
[[gnu::always_inline]] inline void Painter::add_further(const Shader& shader, int left, float y) {
  for (std::size_t from = 0; from < further_.size(); from += lanes) {
    const std::span<const Further> few(further_.data() + from, std::min<std::size_t>(lanes, further_.size() - from));
    Ints triangles{};
    Floats x{};
    for (std::size_t k = 0; k < few.size(); ++k) {
      triangles[k] = few[k].triangle;
      x[k] = static_cast<float>((left + static_cast<int>(few[k].x)) * fine + 1);
    }
    const Shaded shaded = shader(carried(triangles, x, y));
    for (std::size_t k = 0; k < few.size(); ++k) {
      const Further& f = few[k];
      const float hides = shaded.solid[k] * f.weight;
      strip_.red[f.x] += (shaded.red[k] - f.behind.x) * hides;
      strip_.green[f.x] += (shaded.green[k] - f.behind.y) * hides;
      strip_.blue[f.x] += (shaded.blue[k] - f.behind.z) * hides;
      strip_.alpha[f.x] += (1 - f.alpha) * hides;
      strip_.covered[f.x] += f.weight;
    }
  }
}

} // namespace supple::figure
