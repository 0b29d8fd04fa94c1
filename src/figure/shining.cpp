// SPDX-License-Identifier: Apache-2.0
#include "figure/shining.h"

#include "figure/places.h"

namespace supple::figure {

namespace {

std::size_t pixel_at(int x, int y, int width) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

std::size_t area(const Box& box) {
  return static_cast<std::size_t>(std::max(0, box.right - box.left)) *
         static_cast<std::size_t>(std::max(0, box.bottom - box.top));
}

Box grown(const Box& a, int by, int width, int height) {
  return {std::max(a.left - by, 0), std::max(a.top - by, 0), std::min(a.right + by, width),
          std::min(a.bottom + by, height)};
}

// Light that has gone through so much of her fades, quickly at first (an exponential by its series).
[[gnu::always_inline]] inline Floats through_flesh(const Floats& metres) {
  const Floats t = most<Floats>(metres - 0.03F, zeros) / 0.11F;
  return 0.30F + 0.70F / (1 + t * (1 + t * 0.5F));
}

} // namespace

void Shining::lay(const PosedSpine& spine, const Eye& eye, float stature, int width, int height) {
  figure::see(eye, spine.places, 1, corners_);
  vertebrae_.take(corners_, spine.corners, width, height);
  vertebrae_.lay(0, height);
  spine_box_ = grown(vertebrae_.touched, 2, width, height);
  glow_.resize(area(spine_box_));
  seen_to_ = spine_box_.top;
  lay_halo(spine, eye, stature);
}

void Shining::see(const PosedSpine& spine, const Samples& body, int fine, int bottom, const Eye& eye,
                  const Look& look) {
  for (; seen_to_ < std::min(bottom, spine_box_.bottom); ++seen_to_) {
    clear_row(seen_to_);
    see_row(seen_to_, spine, body, fine, eye, look);
    soften_row(seen_to_);
  }
}

// Where it is read: by the rows above and below, which are softened with it, and one beyond.
void Shining::clear_row(int y) {
  const Span read = joined(glowing_in(y - 1), joined(glowing_in(y), glowing_in(y + 1)));
  if (read.left >= read.right) return;
  const int left = std::max(read.left - 1, spine_box_.left), right = std::min(read.right + 1, spine_box_.right);
  std::fill_n(&glow_[place(left, y)], right - left, Glow{});
}

SUPPLE_WIDE void Shining::see_row(int y, const PosedSpine& spine, const Samples& body, int fine, const Eye& eye,
                                  const Look& look) {
  const std::int32_t* const vertebrae = vertebrae_.row(y);
  const Span row = vertebrae_.pairs[static_cast<std::size_t>(y / 2)];
  for (int x = row.left; x < row.right; x += lanes) {
    const Ints nearest = each < row.right - x ? wide<Ints>(vertebrae + x) : Ints{};
    if (!any(nearest)) continue;
    Ints before;
    for (int k = 0; k < lanes; ++k)
      before[k] = body.at((x + k) * fine, y * fine);
    const Floats depth = before > 0 ? 1 / vertebrae_.near(nearest) - 1 / body.near(before) : zeros;
    const Seen seen = seen_at(nearest, static_cast<float>(x), static_cast<float>(y), spine, eye.near);
    const Floats e = seen.light, at = seen.facing, much = e * e * (3 - 2 * e);
    const Floats strength = (0.50F + 0.34F * at + (0.10F + 0.16F * at) * e) * look.glow;
    const Floats white = at * at * (0.16F + 0.44F * e), cover = through_flesh(depth) * (0.58F + 0.38F * e);
    const auto colour = [&](float least_glow, float most_glow, float core) {
      const Floats hue = least_glow + (most_glow - least_glow) * much;
      return (hue + (core - hue) * white) * (strength * cover);
    };
    std::array<Floats, lanes> glow{colour(look.glow_least.x, look.glow_most.x, 1),
                                   colour(look.glow_least.y, look.glow_most.y, 0.93F),
                                   colour(look.glow_least.z, look.glow_most.z, 0.78F), cover};
    transpose(glow);
    for (int k = 0; k < lanes; ++k)
      if (nearest[k] != 0)
        std::memcpy(&glow_[place(x + k, y)].colour.x, &glow[static_cast<std::size_t>(k)], sizeof(Glow));
  }
}

// How eight pixels from this one on are turned to the eye, and how much the vertebrae there move.
[[gnu::always_inline]] inline Shining::Seen Shining::seen_at(const Ints& nearest, float x, float y,
                                                             const PosedSpine& spine, Place near) const {
  Samples::Triangles triangle;
  put(Samples::triangle(nearest), triangle.data());
  const auto [first, second, third] = vertebrae_.shares(triangle, each_float + x + 0.5F, Floats{} + (y + 0.5F));
  std::array<Place, lanes> normals;
  Seen seen;
  for (std::size_t k = 0; k < lanes; ++k) {
    const std::uint32_t* const c = &spine.corners[3 * static_cast<std::size_t>(triangle[k])];
    normals[k] = spine.normals[c[0]] * first[k] + spine.normals[c[1]] * second[k] + spine.normals[c[2]] * third[k];
    seen.light[k] = spine.light[c[0]];
  }
  const Places normal = places_at(normals.data());
  const Floats size = root(dot(normal, normal));
  seen.facing = clamped(dot(normal * (1 / most<Floats>(size, zeros + 1e-20F)), near));
  return seen;
}

// Of a pixel in the box of the spine.
std::size_t Shining::place(int x, int y) const {
  return pixel_at(x - spine_box_.left, y - spine_box_.top, spine_box_.right - spine_box_.left);
}

Shining::Glow Shining::soft(const Glow& before, const Glow& here, const Glow& after) {
  return {before.colour * 0.25F + here.colour * 0.5F + after.colour * 0.25F,
          before.cover * 0.25F + here.cover * 0.5F + after.cover * 0.25F};
}

void Shining::soften_row(int y) {
  Glow before{};
  const Span glowing = glowing_in(y);
  for (int x = glowing.left; x < std::min(glowing.right, spine_box_.right - 1); ++x) {
    Glow* const at = &glow_[place(x, y)];
    const Glow here = *at;
    *at = soft(before, here, at[1]);
    before = here;
  }
}

// Each vertebra lights the flesh around it, the more the more it moves.
void Shining::lay_halo(const PosedSpine& spine, const Eye& eye, float stature) {
  struct Halo {
    Eye::Seen seen;
    float strength = 0, per = 0; ///< `per`: one over its radius
    Box box;
  };

  const int margin = static_cast<int>(0.035F * stature * eye.focal / 5) + 2;
  halo_box_ = grown(vertebrae_.touched, margin, vertebrae_.width, vertebrae_.height);
  halo_.resize(area(halo_box_) + lanes); // eight are read at a time
  haloed_.assign(static_cast<std::size_t>(std::max(0, halo_box_.bottom - halo_box_.top)), {});
  std::array<Halo, body::vertebra_count> halos;
  for (std::size_t i = 0; i < halos.size(); ++i) {
    const SpineBone& bone = spine.bones[i + 1];
    const Eye::Seen seen = eye(bone.axes.origin);
    const float e = bone.light, radius = (0.020F + 0.012F * e) * stature * eye.focal / seen.depth;
    const Box box{std::max(static_cast<int>(seen.x - radius), halo_box_.left),
                  std::max(static_cast<int>(seen.y - radius), halo_box_.top),
                  std::min(static_cast<int>(seen.x + radius) + 1, halo_box_.right),
                  std::min(static_cast<int>(seen.y + radius) + 1, halo_box_.bottom)};
    halos[i] = {seen, 0.05F + 0.05F * e + 0.20F * e * e, 1 / radius, box};
    for (int y = box.top; y < box.bottom; ++y) {
      Span& span = haloed_[static_cast<std::size_t>(y - halo_box_.top)];
      span = joined(span, {box.left, box.right});
    }
  }
  for (int y = halo_box_.top; y < halo_box_.bottom; ++y) {
    const Span span = haloed_in(y);
    if (span.left >= span.right) continue;
    std::fill_n(halo_from(span.left, y), span.right - span.left, 0.0F);
  }
  for (const Halo& halo : halos)
    for (int y = halo.box.top; y < halo.box.bottom; ++y) {
      const float dy = (static_cast<float>(y) + 0.5F - halo.seen.y) * halo.per, within = 1 - dy * dy;
      if (halo.box.left >= halo.box.right) continue;
      float* const row = halo_from(halo.box.left, y);
      for (int x = halo.box.left; x < halo.box.right; ++x) {
        const float dx = (static_cast<float>(x) + 0.5F - halo.seen.x) * halo.per, in = std::max(0.0F, within - dx * dx);
        row[x - halo.box.left] += halo.strength * in * in;
      }
    }
}

// The row from this pixel of the picture on, which lies in the box.
float* Shining::halo_from(int x, int y) {
  return &halo_[pixel_at(x - halo_box_.left, y - halo_box_.top, halo_box_.right - halo_box_.left)];
}

Span Shining::haloed_in(int y) const {
  const bool inside = y >= halo_box_.top && y < halo_box_.bottom;
  return inside ? haloed_[static_cast<std::size_t>(y - halo_box_.top)] : Span{};
}

// A vertebra is softened by a pixel to every side.
Span Shining::glowing_in(int y) const {
  if (y < spine_box_.top || y >= spine_box_.bottom) return {};
  const auto pair = [&](int row) {
    return vertebrae_.pairs[static_cast<std::size_t>(std::clamp(row, 0, vertebrae_.height - 1) / 2)];
  };
  const Span span = joined(pair(y - 1), pair(y + 1));
  if (span.left >= span.right) return {};
  return {std::max(span.left - 1, spine_box_.left), std::min(span.right + 1, spine_box_.right)};
}

SUPPLE_WIDE void Shining::mix(int y, int left, int right, const Look& look, Strip& strip) {
  const Span haloed = haloed_in(y), glowing = glowing_in(y);
  const Place halo = look.glow_most * 0.45F;
  for (int x = std::max(left, haloed.left), end = std::min(right, haloed.right); x < end; x += lanes) {
    const auto i = static_cast<std::size_t>(x - left);
    const Floats much = (each < end - x ? wide<Floats>(halo_from(x, y)) : zeros) * wide<Floats>(&strip.covered[i]);
    const auto light = [&](float more, std::vector<float>& colour) {
      const Floats c = wide<Floats>(&colour[i]);
      put(c + (more + c * 0.8F) * much, &colour[i]);
    };
    light(halo.x, strip.red);
    light(halo.y, strip.green);
    light(halo.z, strip.blue);
  }
  const bool first = y == spine_box_.top, last = y + 1 == spine_box_.bottom;
  const int wide = spine_box_.right - spine_box_.left;
  for (int x = std::max(left, glowing.left); x < std::min(right, glowing.right); ++x) {
    const auto i = static_cast<std::size_t>(x - left);
    const Glow* const here = &glow_[place(x, y)];
    const Glow glow = last ? *here : soft(first ? Glow{} : *(here - wide), *here, *(here + wide));
    const float covered = strip.covered[i];
    const Place c =
        Place{strip.red[i], strip.green[i], strip.blue[i]} * (1 - glow.cover * covered) + glow.colour * covered;
    strip.red[i] = c.x;
    strip.green[i] = c.y;
    strip.blue[i] = c.z;
  }
}

} // namespace supple::figure
