// SPDX-License-Identifier: Apache-2.0
#include "figure/shining.h"

namespace supple::figure {

namespace {

std::size_t at(int x, int y, int width) {
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
float through_flesh(float metres) {
  const float t = std::max(metres - 0.03F, 0.0F) / 0.11F;
  return 0.30F + 0.70F / (1 + t * (1 + t * 0.5F));
}

} // namespace

void Shining::lay(const PosedSpine& spine, const Eye& eye, float stature, int width, int height) {
  corners_.resize(spine.places.size());
  for (std::size_t i = 0; i < corners_.size(); ++i) {
    const Eye::Seen seen = eye(spine.places[i]);
    corners_[i] = {seen.x, seen.y, 1 / seen.depth};
  }
  vertebrae_.take(corners_, spine.corners, width, height);
  vertebrae_.lay(0, height);
  spine_box_ = grown(vertebrae_.touched, 2, width, height);
  glow_.assign(area(spine_box_), {});
  seen_to_ = vertebrae_.touched.top;
  lay_halo(spine, eye, stature);
}

void Shining::see(const PosedSpine& spine, const Samples& body, int fine, int bottom, const Eye& eye,
                  const Look& look) {
  for (; seen_to_ < std::min(bottom, vertebrae_.touched.bottom); ++seen_to_) {
    see_row(seen_to_, spine, body, fine, eye, look);
    soften_row(seen_to_);
  }
}

void Shining::see_row(int y, const PosedSpine& spine, const Samples& body, int fine, const Eye& eye, const Look& look) {
  const std::int32_t* const vertebrae = vertebrae_.row(y);
  const Span row = vertebrae_.pairs[static_cast<std::size_t>(y / 2)];
  for (int x = row.left; x < row.right; ++x) {
    const std::int32_t nearest = vertebrae[x];
    if (nearest == 0) continue;
    const std::int32_t triangle = Samples::triangle(nearest);
    const std::uint32_t* const c = &spine.corners[3 * static_cast<std::size_t>(triangle)];
    const std::array<float, 3> s =
        vertebrae_.shares(triangle).at(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
    const Place n = unit(spine.normals[c[0]] * s[0] + spine.normals[c[1]] * s[1] + spine.normals[c[2]] * s[2]);
    const float e = spine.light[c[0]], seen = std::clamp(dot(n, eye.near), 0.0F, 1.0F);
    const std::int32_t before = body.at(x * fine, y * fine);
    const float depth = before > 0 ? 1 / vertebrae_.near(nearest) - 1 / body.near(before) : 0;
    const Place hue = figure::mix(look.glow_least, look.glow_most, e * e * (3 - 2 * e));
    const float strength = (0.50F + 0.34F * seen + (0.10F + 0.16F * seen) * e) * look.glow;
    const Place core = figure::mix(hue, Place{1, 0.93F, 0.78F}, seen * seen * (0.16F + 0.44F * e));
    Glow& glow = glow_[place(x, y)];
    glow.cover = through_flesh(depth) * (0.58F + 0.38F * e);
    glow.colour = core * (strength * glow.cover);
  }
}

// Of a pixel in the box of the spine.
std::size_t Shining::place(int x, int y) const {
  return at(x - spine_box_.left, y - spine_box_.top, spine_box_.right - spine_box_.left);
}

Shining::Glow Shining::soft(const Glow& before, const Glow& here, const Glow& after) {
  return {before.colour * 0.25F + here.colour * 0.5F + after.colour * 0.25F,
          before.cover * 0.25F + here.cover * 0.5F + after.cover * 0.25F};
}

void Shining::soften_row(int y) {
  Glow before{};
  for (std::size_t i = place(spine_box_.left, y), last = place(spine_box_.right - 1, y); i < last; ++i) {
    const Glow here = glow_[i];
    glow_[i] = soft(before, here, glow_[i + 1]);
    before = here;
  }
}

// Each vertebra lights the flesh around it, the more the more it moves.
void Shining::lay_halo(const PosedSpine& spine, const Eye& eye, float stature) {
  const int margin = static_cast<int>(0.035F * stature * eye.focal / 5) + 2;
  halo_box_ = grown(vertebrae_.touched, margin, vertebrae_.width, vertebrae_.height);
  halo_.assign(area(halo_box_), 0);
  const int wide = halo_box_.right - halo_box_.left;
  for (std::size_t i = 1; i < spine.bones.size(); ++i) {
    const Eye::Seen seen = eye(spine.bones[i].axes.origin);
    const float e = spine.bones[i].light;
    const float radius = (0.020F + 0.012F * e) * stature * eye.focal / seen.depth,
                strength = 0.05F + 0.05F * e + 0.20F * e * e, per = 1 / radius;
    const int left = std::max(static_cast<int>(seen.x - radius), halo_box_.left),
              right = std::min(static_cast<int>(seen.x + radius) + 1, halo_box_.right),
              top = std::max(static_cast<int>(seen.y - radius), halo_box_.top),
              bottom = std::min(static_cast<int>(seen.y + radius) + 1, halo_box_.bottom);
    for (int y = top; y < bottom; ++y) {
      const float dy = (static_cast<float>(y) + 0.5F - seen.y) * per, within = 1 - dy * dy;
      float* const row = halo_.data() + at(0, y - halo_box_.top, wide) - halo_box_.left;
      for (int x = left; x < right; ++x) {
        const float dx = (static_cast<float>(x) + 0.5F - seen.x) * per, in = std::max(0.0F, within - dx * dx);
        row[x] += strength * in * in;
      }
    }
  }
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

void Shining::mix(int y, int left, int right, const Look& look, Strip& strip) const {
  if (y < halo_box_.top || y >= halo_box_.bottom) return;
  const int halo_wide = halo_box_.right - halo_box_.left;
  const Span glowing = glowing_in(y);
  const bool first = y == spine_box_.top, last = y + 1 == spine_box_.bottom;
  const int wide = spine_box_.right - spine_box_.left;
  for (int x = std::max(left, halo_box_.left); x < std::min(right, halo_box_.right); ++x) {
    const auto i = static_cast<std::size_t>(x - left);
    const float covered = strip.covered[i], halo = halo_[at(x - halo_box_.left, y - halo_box_.top, halo_wide)];
    if (covered <= 0) continue;
    Glow glow;
    if (x >= glowing.left && x < glowing.right) {
      const Glow* const here = &glow_[place(x, y)];
      glow = last ? *here : soft(first ? Glow{} : *(here - wide), *here, *(here + wide));
    }
    if (halo <= 0 && glow.cover <= 0) continue;
    Place c{strip.red[i], strip.green[i], strip.blue[i]};
    c = c + (look.glow_most * 0.45F + c * 0.8F) * (halo * covered);
    c = c * (1 - glow.cover * covered) + glow.colour * covered;
    strip.red[i] = c.x;
    strip.green[i] = c.y;
    strip.blue[i] = c.z;
  }
}

} // namespace supple::figure
