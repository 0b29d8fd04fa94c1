// SPDX-License-Identifier: Apache-2.0
#include "film/planes.h"

#include "figure/wide.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace supple::film {

namespace {

using figure::Ints, figure::lanes, figure::wide;

// BT.709: Y = 0.2126 R + 0.7152 G + 0.0722 B; U = (B - Y) / 1.8556; V = (R - Y) / 1.5748; scaled to 219 and 224 steps
// of 255 and to a denominator of 65536.
constexpr int y_red = 11966, y_green = 40254, y_blue = 4064;
constexpr int u_red = -6596, u_green = -22189, u_blue = 28784;
constexpr int v_red = 28784, v_green = -26145, v_blue = -2640;
constexpr int half = 32768;

// Whole numbers, the same on every machine: where it can, GCC makes eight at a time of them.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define SUPPLE_ALSO_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define SUPPLE_ALSO_WIDE
#endif

SUPPLE_ALSO_WIDE void row_of_brightness(const std::uint8_t* __restrict pixels, int width,
                                        std::uint8_t* __restrict out) {
  for (int x = 0; x < width; ++x) {
    std::uint32_t pixel = 0; // red in its lowest byte
    std::memcpy(&pixel, pixels + std::ptrdiff_t{4} * x, sizeof pixel);
    const auto red = static_cast<int>(pixel & 255U), green = static_cast<int>(pixel >> 8U & 255U),
               blue = static_cast<int>(pixel >> 16U & 255U);
    out[x] = static_cast<std::uint8_t>(16 + ((y_red * red + y_green * green + y_blue * blue + half) >> 16));
  }
}

template <typename To, typename From>
[[gnu::always_inline]] inline To as(const From& bits) {
  To to;
  std::memcpy(&to, &bits, sizeof to);
  return to;
}

// Two times eight numbers of one byte each.
[[gnu::always_inline]] inline void put_bytes(const Ints& u, const Ints& v, std::uint8_t* to_u, std::uint8_t* to_v) {
  using Bytes = std::uint8_t __attribute__((vector_size(sizeof(Ints))));
  const Bytes both = as<Bytes>(u | v << 8);
  const Bytes fours = __builtin_shufflevector(both, both, 0, 4, 8, 12, 1, 5, 9, 13, -1, -1, -1, -1, -1, -1, -1, -1, 16,
                                              20, 24, 28, 17, 21, 25, 29, -1, -1, -1, -1, -1, -1, -1, -1);
  const Ints eights = as<Ints>(fours), apart = __builtin_shufflevector(eights, eights, 0, 4, 1, 5, -1, -1, -1, -1);
  std::memcpy(to_u, &apart, lanes);
  std::memcpy(to_v, reinterpret_cast<const std::uint8_t*>(&apart) + lanes, lanes);
}

SUPPLE_ALSO_WIDE void row_of_colour(const std::uint8_t* __restrict upper, const std::uint8_t* __restrict lower,
                                    int width, std::uint8_t* __restrict u, std::uint8_t* __restrict v) {
  constexpr int every_other = 0x00ff00ff;
  constexpr int middle = (128 << 18) + (1 << 17); // 128, and half a step to round by
  const int squares = width / 2;
  int x = 0;
  for (; x + lanes <= squares; x += lanes) {
    // Of each square of 2x2 pixels the sums of red and of blue, and of green, sixteen bits each.
    const auto sums = [&](int shift) {
      const auto of_two = [&](std::size_t from) { // of a column
        return (wide<Ints>(upper + std::ptrdiff_t{8} * x + from) >> shift & every_other) +
               (wide<Ints>(lower + std::ptrdiff_t{8} * x + from) >> shift & every_other);
      };
      const Ints first = of_two(0), second = of_two(sizeof(Ints));
      return __builtin_shufflevector(first, second, 0, 2, 4, 6, 8, 10, 12, 14) +
             __builtin_shufflevector(first, second, 1, 3, 5, 7, 9, 11, 13, 15);
    };
    const Ints red_blue = sums(0), green = sums(8) & 0xffff, red = red_blue & 0xffff, blue = red_blue >> 16;
    put_bytes((u_red * red + u_green * green + u_blue * blue + middle) >> 18,
              (v_red * red + v_green * green + v_blue * blue + middle) >> 18, u + x, v + x);
  }
  for (; x < squares; ++x) {
    int red = 0, green = 0, blue = 0;
    for (const std::uint8_t* const row : {upper, lower})
      for (const std::uint8_t* const pixel : {row + std::ptrdiff_t{8} * x, row + std::ptrdiff_t{8} * x + 4})
        red += pixel[0], green += pixel[1], blue += pixel[2];
    u[x] = static_cast<std::uint8_t>((u_red * red + u_green * green + u_blue * blue + middle) >> 18);
    v[x] = static_cast<std::uint8_t>((v_red * red + v_green * green + v_blue * blue + middle) >> 18);
  }
}

/// The squares of 2x2 pixels of a picture that a box touches.
figure::Box in_squares(const figure::Box& box, int width, int height) {
  const auto whole = [](int x, int most) { return std::clamp(x, 0, most) / 2 * 2; };
  return {whole(box.left, width), whole(box.top, height), whole(box.right + 1, width), whole(box.bottom + 1, height)};
}

} // namespace

void to_planes(const figure::Picture& picture, const figure::Box& box, std::vector<std::uint8_t>& planes) {
  const auto [left, top, right, bottom] = in_squares(box, picture.width, picture.height);
  const std::ptrdiff_t width = picture.width, size = width * picture.height;
  planes.resize(static_cast<std::size_t>(size * 3 / 2));
  if (left >= right) return;
  std::uint8_t* const u = planes.data() + size;
  std::uint8_t* const v = u + size / 4;
  for (int y = top; y < bottom; y += 2) {
    const std::ptrdiff_t first = y * width + left, colour = (y / 2 * width + left) / 2;
    const std::uint8_t *const upper = picture.rgba() + 4 * first, *const lower = upper + 4 * width;
    row_of_brightness(upper, right - left, planes.data() + first);
    row_of_brightness(lower, right - left, planes.data() + first + width);
    row_of_colour(upper, lower, right - left, u + colour, v + colour);
  }
}

void to_planes(const figure::Picture& picture, std::vector<std::uint8_t>& planes) {
  to_planes(picture, {0, 0, picture.width, picture.height}, planes);
}

void copy_planes(const std::vector<std::uint8_t>& from, int width, int height, const figure::Box& box,
                 std::vector<std::uint8_t>& planes) {
  const auto [left, top, right, bottom] = in_squares(box, width, height);
  if (left >= right) return;
  const auto copy = [&](std::ptrdiff_t first, int count) {
    std::copy_n(from.begin() + first, count, planes.begin() + first);
  };
  const std::ptrdiff_t wide = width, u = wide * height, v = u / 4 * 5;
  for (int y = top; y < bottom; ++y)
    copy(y * wide + left, right - left);
  for (int y = top; y < bottom; y += 2)
    for (const std::ptrdiff_t plane : {u, v})
      copy(plane + (y / 2 * wide + left) / 2, (right - left) / 2);
}

} // namespace supple::film
