// SPDX-License-Identifier: Apache-2.0
#include "figure/backdrop.h"

#include "figure/soft.h"
#include "figure/wide.h"

#include <cstring>

namespace supple::figure {

namespace {

constexpr float mat_corner = 0.02F;
constexpr float mat_x = static_cast<float>(mat_middle.x), mat_long = static_cast<float>(mat_half_length),
                mat_wide = static_cast<float>(mat_half_width);

// The mean of each value and those `by` to its either side, along the rows and then along the columns.
void soften(std::vector<float>& values, std::vector<float>& spare, int wide, int high, int by) {
  spare.resize(values.size());
  const auto run = [by](const float* from, float* to, int count, int step) {
    const auto at = [&](int i) { return from[static_cast<std::ptrdiff_t>(std::clamp(i, 0, count - 1)) * step]; };
    float sum = 0;
    for (int i = -by; i <= by; ++i)
      sum += at(i);
    for (int i = 0; i < count; ++i) {
      to[static_cast<std::ptrdiff_t>(i) * step] = sum / static_cast<float>(2 * by + 1);
      sum += at(i + by + 1) - at(i - by);
    }
  };
  for (int y = 0; y < high; ++y)
    run(values.data() + static_cast<std::ptrdiff_t>(y) * wide, spare.data() + static_cast<std::ptrdiff_t>(y) * wide,
        wide, 1);
  for (int x = 0; x < wide; ++x)
    run(spare.data() + x, values.data() + x, high, wide);
}

std::size_t cell(int i, int j, int across) {
  return static_cast<std::size_t>(j) * static_cast<std::size_t>(across) + static_cast<std::size_t>(i);
}

// Between four values of a grid.
float between(const float* at, int across, float s, float t) {
  const float low = at[0] + (at[1] - at[0]) * s, high = at[across] + (at[across + 1] - at[across]) * s;
  return low + (high - low) * t;
}

[[gnu::always_inline]] inline Floats magnitude(const Floats& x) {
  return x < 0 ? -x : x;
}

// smooth_step of what lies `past` of the way.
[[gnu::always_inline]] inline Floats smoothly(const Floats& past) {
  const Floats t = clamped(past);
  return t * t * (3 - 2 * t);
}

// Where the floor is seen at eight pixels, and how far one pixel to the right or down leads on it.
struct Seen {
  Floats x{}, y{}, right_x{}, right_y{}, down_x{}, down_y{};
};

// Metres to the edge of the mat, negative on it, and how much that changes over a pixel.
struct Margin {
  Floats off, change;
};

[[gnu::always_inline]] inline Margin margin_of(const Seen& s) {
  const Floats none{}, one = none + 1.0F;
  const Floats off_x = s.x - mat_x, off_y = s.y;
  const Floats dx = magnitude(off_x) - (mat_long - mat_corner), dy = magnitude(off_y) - (mat_wide - mat_corner);
  const Floats ax = most(dx, none), ay = most(dy, none), round = root(ax * ax + ay * ay);
  // The direction in which the edge is nearest: around a corner, or the nearer of two sides.
  const Floats side_x = dx > dy ? one : none, whole = 1 / most<Floats>(round, none + 1e-9F);
  const Floats nx = (round > 0 ? ax * whole : side_x) * (off_x < 0 ? -one : one),
               ny = (round > 0 ? ay * whole : 1 - side_x) * (off_y < 0 ? -one : one);
  const Floats right = nx * s.right_x + ny * s.right_y, below = nx * s.down_x + ny * s.down_y;
  return {round + least<Floats>(most(dx, dy), none) - mat_corner, magnitude(right) + magnitude(below)};
}

} // namespace

bool Backdrop::see(const Eye& eye, const Look& look, int width, int height) {
  const auto same = [](Place a, Place b) { return a.x == b.x && a.y == b.y && a.z == b.z; };
  if (width == width_ && height == height_ && look_ == &look && eye.focal == eye_.focal && same(eye.from, eye_.from) &&
      same(eye.right, eye_.right) && same(eye.up, eye_.up))
    return false;
  eye_ = eye;
  look_ = &look;
  width_ = width;
  height_ = height;
  plain_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y)
    paint_plain(y, eye, look);
  place_nodes(eye, look);
  return true;
}

// One row, eight pixels at a time. The floor's place at a pixel is a quotient of two numbers that change evenly along
// the row.
SUPPLE_WIDE void Backdrop::paint_plain(int y, const Eye& eye, const Look& look) {
  const Look l = look;
  const Floats none{}, one = none + 1.0F;
  const float wide = 1 / static_cast<float>(width_),
              down = (static_cast<float>(y) + 0.5F) / static_cast<float>(height_);
  const float lowness = (down - 0.45F) * (down - 0.45F) * 2, risen = smooth_step(1, 0, down) * 0.75F;
  const Place first = eye.ray(0.5F, static_cast<float>(y) + 0.5F), right = eye.right * (1 / eye.focal),
              below = eye.up * (-1 / eye.focal), from = eye.from;
  Pixel* const out = plain_.data() + cell(0, y, width_);
  for (int x = 0; x < width_; x += lanes) {
    const Floats column = each_float + static_cast<float>(x), beside = (column + 0.5F) * wide - 0.5F;
    const Floats glow = 1 / (1 + 5 * (beside * beside * 2.2F + lowness)), high = risen + 0.25F * glow;
    const Floats ray_x = first.x + right.x * column, ray_y = first.y + right.y * column,
                 ray_z = first.z + right.z * column;
    const Ints floor = ray_z < -1e-3F;
    const Floats falls = floor ? -ray_z : one, far = from.z / falls, per = 1 / falls;
    // The derivative of the quotient.
    const Margin margin = margin_of({from.x + ray_x * far, from.y + ray_y * far,
                                     (right.x + ray_x * right.z * per) * far, (right.y + ray_y * right.z * per) * far,
                                     (below.x + ray_x * below.z * per) * far, (below.y + ray_y * below.z * per) * far});
    const Floats soft = 0.6F * margin.change + 1e-5F;
    const Ints matted = floor & (l.matted ? -1 : 0);
    const Floats on = matted ? smoothly((margin.off - soft) / (-soft - soft)) : none;
    // Its edge on the floor.
    const Floats rests = matted ? 0.10F * smoothly((margin.off - 0.05F) / (0 - 0.05F)) : none;
    const Floats lit = 0.92F + (1 - 0.92F) * smoothly((margin.off - 0.0F) / (-0.012F - 0.0F));
    const Ints shown = on > 0;
    const auto byte = [](const Floats& share) { return __builtin_convertvector(share * 255 + 0.5F, Ints); };
    const auto part = [&](float lowest, float highest, float own) {
      const Floats room = (lowest + (highest - lowest) * high) * (1 - rests), mat = own * lit;
      const Floats colour = l.walled ? room + (mat - room) * on : shown ? mat : none;
      return byte(root(clamped(colour)));
    };
    const Ints pixels = part(l.low.x, l.high.x, l.mat.x) | part(l.low.y, l.high.y, l.mat.y) << 8 |
                        part(l.low.z, l.high.z, l.mat.z) << 16 | byte(l.walled ? one : on) << 24;
    std::memcpy(out + x, &pixels, static_cast<std::size_t>(std::min(lanes, width_ - x)) * sizeof(Pixel));
  }
}

SUPPLE_WIDE void Backdrop::place_nodes(const Eye& eye, const Look& look) {
  constexpr float finest_m = 0.025F, away_m = 5; // what her shadow is drawn to, and how far away she is
  square_ = 1;
  while (square_ < 8 && 2.0F * static_cast<float>(square_) * away_m < finest_m * eye.focal)
    square_ *= 2;
  nodes_across_ = width_ / square_ + 2;
  const int down = height_ / square_ + 2;
  nodes_.resize(static_cast<std::size_t>(nodes_across_) * static_cast<std::size_t>(down));
  node_light_.assign(nodes_.size(), 1);
  for (int j = 0; j < down; ++j) {
    const float up = (eye.middle_y - (static_cast<float>(j * square_) + 0.5F)) / eye.focal;
    for (int i = 0; i < nodes_across_; i += lanes) {
      const Floats pixel = (each_float + static_cast<float>(i)) * static_cast<float>(square_) + 0.5F,
                   right = (pixel - eye.middle_x) / eye.focal;
      const auto ray = [&](float r, float u, float near) { return r * right + u * up - near; };
      const Floats x = ray(eye.right.x, eye.up.x, eye.near.x), y = ray(eye.right.y, eye.up.y, eye.near.y),
                   z = ray(eye.right.z, eye.up.z, eye.near.z), farthest = Floats{} + 40.0F;
      const Floats far = z < -1e-3F ? least<Floats>(-eye.from.z / z, farthest) : farthest;
      const Floats floor_x = eye.from.x + x * far, floor_y = eye.from.y + y * far;
      const Floats away = root(x * far * (x * far) + y * far * (y * far) + z * far * (z * far));
      // On a page the shadow stays close to the mat: a floor is not to be seen there.
      const Floats off = margin_of(Seen{.x = floor_x, .y = floor_y}).off,
                   seen = look.walled ? Floats{} + 1.0F : smoothly((off - 0.20F) / (0 - 0.20F)),
                   shaded = smoothly((away * 0.9F - 12) / (5.0F - 12)) * seen;
      for (int k = 0; k < std::min(lanes, nodes_across_ - i); ++k)
        nodes_[cell(i + k, j, nodes_across_)] = {floor_x[k], floor_y[k], shaded[k]};
    }
  }
}

// How near she is to each cell of the floor: 1 touching, 0 a hand's width above it or more.
void Backdrop::touch(std::span<const Place> surface) {
  constexpr float reach = 0.16F;
  touched_.assign(static_cast<std::size_t>(across) * along, 0);
  for (const Place p : surface) {
    if (p.z >= reach) continue;
    const int i = static_cast<int>((p.x - middle_.x) * (1 / cell_m) + across / 2.0F + 0.5F),
              j = static_cast<int>((p.y - middle_.y) * (1 / cell_m) + along / 2.0F + 0.5F);
    if (i < 0 || j < 0 || i >= across || j >= along) continue;
    float& touched = touched_[cell(i, j, across)];
    const float near = 1 - std::max(p.z, 0.0F) / reach;
    touched = std::max(touched, near * near);
  }
  soften(touched_, spare_, across, along, 1);
  soften(touched_, spare_, across, along, 1);
}

// How open the floor is to the light: so soft that every second cell tells.
void Backdrop::open_to(const Sky& sky, Place middle) {
  middle_ = {middle.x, middle.y, 0};
  constexpr int wide = across / 2, high = along / 2;
  open_.resize(static_cast<std::size_t>(wide) * high);
  std::array<Place, wide> places;
  std::array<Sky::Light, wide> lights;
  for (int j = 0; j < high; ++j) {
    for (int i = 0; i < wide; ++i)
      places[static_cast<std::size_t>(i)] =
          middle_ + Place{(static_cast<float>(2 * i) + 0.5F - across / 2.0F) * cell_m,
                          (static_cast<float>(2 * j) + 0.5F - along / 2.0F) * cell_m, 0.004F};
    sky.on_floor(places, lights);
    for (int i = 0; i < wide; ++i) {
      const Sky::Light light = lights[static_cast<std::size_t>(i)];
      open_[cell(i, j, wide)] = mix(0.86F, 1, light.key) * mix(0.52F, 1, light.sky);
    }
  }
  for (const int by : {1, 2, 2})
    soften(open_, spare_, wide, high, by);
}

void Backdrop::shade(std::span<const Place> surface) {
  constexpr float edge = 6; // toward the edges of the map the shadow fades out
  touch(surface);
  light_.resize(static_cast<std::size_t>(across) * along);
  constexpr int coarse_across = across / 2, coarse_along = along / 2;
  for (int j = 0; j < along; ++j)
    for (int i = 0; i < across; ++i) {
      const float u = std::clamp(static_cast<float>(i) / 2 - 0.25F, 0.0F, coarse_across - 1.01F),
                  v = std::clamp(static_cast<float>(j) / 2 - 0.25F, 0.0F, coarse_along - 1.01F);
      const int a = static_cast<int>(u), b = static_cast<int>(v);
      const float open =
          between(&open_[cell(a, b, across / 2)], across / 2, u - static_cast<float>(a), v - static_cast<float>(b));
      const float dark = open * (1 - 0.42F * touched_[cell(i, j, across)]);
      const auto to_edge = static_cast<float>(std::min({i, j, across - 1 - i, along - 1 - j}));
      light_[cell(i, j, across)] = mix(1, dark, smooth_step(0, edge, to_edge));
    }
}

void Backdrop::shade_pixels(const Eye& eye) {
  frame_shadow(eye);
  shade_nodes();
}

// The picture's box around the cells that are darker than it could be seen.
void Backdrop::frame_shadow(const Eye& eye) {
  constexpr float seen_from = 0.99F;
  shaded_ = {width_, height_, 0, 0};
  for (int j = 0; j < along; ++j)
    for (int i = 0; i < across; ++i) {
      if (light_[cell(i, j, across)] >= seen_from) continue;
      for (const float by : {-1.0F, 1.0F}) {
        const Eye::Seen seen = eye(middle_ + Place{(static_cast<float>(i) + by - across / 2.0F) * cell_m,
                                                   (static_cast<float>(j) + by - along / 2.0F) * cell_m, 0});
        shaded_.left = std::clamp(static_cast<int>(seen.x), 0, shaded_.left);
        shaded_.top = std::clamp(static_cast<int>(seen.y), 0, shaded_.top);
        shaded_.right = std::clamp(static_cast<int>(seen.x) + 1, shaded_.right, width_);
        shaded_.bottom = std::clamp(static_cast<int>(seen.y) + 1, shaded_.bottom, height_);
      }
    }
}

float Backdrop::light_at(const Node& node) const {
  const float from_x = middle_.x - across / 2.0F * cell_m, from_y = middle_.y - along / 2.0F * cell_m;
  // Beyond the map the light is that of its edge, where there is no shadow.
  const float u = std::min(std::max((node.x - from_x) * (1 / cell_m), 0.0F), across - 1.01F),
              v = std::min(std::max((node.y - from_y) * (1 / cell_m), 0.0F), along - 1.01F);
  const int i = static_cast<int>(u), j = static_cast<int>(v);
  const float light =
      between(&light_[cell(i, j, across)], across, u - static_cast<float>(i), v - static_cast<float>(j));
  return 1 + (light - 1) * node.floor;
}

void Backdrop::shade_nodes() {
  if (shaded_.top >= shaded_.bottom) return;
  dark_.resize(static_cast<std::size_t>(height_ / square_) + 1);
  Span above = shade_nodes_of(shaded_.top / square_);
  for (int j = shaded_.top / square_; j <= (shaded_.bottom - 1) / square_; ++j) {
    const Span below = shade_nodes_of(j + 1), nodes = joined(above, below);
    dark_[static_cast<std::size_t>(j)] = {std::max((nodes.left - 1) * square_, shaded_.left),
                                          std::min(nodes.right * square_, shaded_.right)};
    above = below;
  }
}

// Returns the nodes that are so dark that a pixel beside them is another byte than without shadow: half a step of 255
// of its colour, which is the root of the light. On a page where the mat's edge hardly covers a pixel it takes less.
Span Backdrop::shade_nodes_of(int row) {
  const float seen_from = look_->walled ? 0.997F : 0.99999F;
  const int first = shaded_.left / square_, last = (shaded_.right - 1) / square_ + 1;
  Span dark{last + 1, first};
  for (int i = first; i <= last; ++i) {
    const float light = node_light_[cell(i, row, nodes_across_)] = light_at(nodes_[cell(i, row, nodes_across_)]);
    if (light < seen_from) dark = {std::min(dark.left, i), i + 1};
  }
  return dark;
}

// What her shadow leaves of the light on a row of floor, from `dark.left` on; after it there may be more.
[[gnu::always_inline]] inline const float* Backdrop::light_on(int y, Span dark) {
  row_light_.resize(static_cast<std::size_t>(width_ + 2 * lanes));
  const int first = dark.left / square_, last = (dark.right - 1) / square_;
  const float* const nodes = node_light_.data() + cell(0, y / square_, nodes_across_);
  const float per = 1 / static_cast<float>(square_), t = static_cast<float>(y % square_) * per;
  const auto at = [&](int i) { return nodes[i] + (nodes[i + nodes_across_] - nodes[i]) * t; };
  float* to = row_light_.data();
  float left = at(first);
  for (int square = first; square <= last; ++square, to += square_) { // a square is no wider than eight
    const float right = at(square + 1);
    put(left + (right - left) * per * each_float, to);
    left = right;
  }
  return row_light_.data() + (dark.left - first * square_);
}

namespace {

// Colours are of gamma 2, so what is darkened by a factor is multiplied by its root.
Pixel dimmed(Pixel p, float by) {
  const auto part = [&](unsigned shift) {
    const auto byte = static_cast<float>(static_cast<int>(p >> shift & 255U));
    return static_cast<Pixel>(static_cast<int>(byte * by + 0.5F)) << shift;
  };
  return part(0) | part(8) | part(16);
}

} // namespace

SUPPLE_WIDE void Backdrop::row(int y, Span span, Pixel* out) {
  const Pixel* const plain = plain_.data() + cell(0, y, width_);
  Span dark = shaded(y);
  dark = {std::max(span.left, dark.left), std::min(span.right, dark.right)};
  if (dark.left >= dark.right) dark = {span.left, span.left};
  const float* const light = dark.left < dark.right ? light_on(y, dark) - dark.left : nullptr;
  const auto lay = [&](int from, int end, const auto& pixel_at) {
    Pixel* __restrict const to = out - span.left;
    for (int x = from; x < end; ++x)
      to[x] = pixel_at(x);
  };
  if (look_->walled) {
    std::copy(plain + span.left, plain + dark.left, out);
    std::copy(plain + dark.right, plain + span.right, out + (dark.right - span.left));
    lay(dark.left, dark.right, [&](int x) { return dimmed(plain[x], std::sqrt(light[x])) | 0xFF000000U; });
    return;
  }
  // Where nothing is behind her her shadow is black, and darkens what the page shows there.
  const auto over_page = [&](Pixel p, float l) {
    const float alpha = static_cast<float>(static_cast<int>(p >> 24U)) * (1.0F / 255), whole = 1 - (1 - alpha) * l;
    return dimmed(p, std::sqrt(l * alpha / std::max(whole, 0.001F))) |
           static_cast<Pixel>(static_cast<int>(whole * 255 + 0.5F)) << 24U;
  };
  lay(span.left, dark.left, [&](int x) { return over_page(plain[x], 1); });
  lay(dark.left, dark.right, [&](int x) { return over_page(plain[x], light[x]); });
  lay(dark.right, span.right, [&](int x) { return over_page(plain[x], 1); });
}

} // namespace supple::figure
