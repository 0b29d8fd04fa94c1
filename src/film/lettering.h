// SPDX-License-Identifier: Apache-2.0
// Words as pictures, set by Pango in the two hands of the look: what is spoken is serif, what is pressed is sans.
#pragma once

#include "figure/painter.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <pango/pangocairo.h>
#include <string_view>
#include <vector>

namespace supple::film {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

/// As style sheets write it, 0xRRGGBB.
[[nodiscard]] constexpr Colour colour_of(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U), static_cast<std::uint8_t>(rgb)};
}

enum class Hand { spoken, pressed };
enum class Align { left, centre };

struct Type {
  Hand hand = Hand::spoken;
  double size = 16; ///< of the letters, in the units of what they are drawn on
  bool strong = false;
  Align align = Align::left;
  double line_height = 1.28; ///< of the size
};

using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

/// The words set for this cairo surface, in lines no wider than `width` (0: one line a paragraph).
[[nodiscard]] Layout layout_of(cairo_t* on, std::string_view words, const Type& type, double width);

/// Width and height of a layout in the units of what it is drawn on.
struct Extent {
  double width = 0, height = 0;
};

[[nodiscard]] Extent extent_of(PangoLayout* layout);

/// Something drawn in one colour, to be laid on a picture.
struct Patch {
  int left = 0, top = 0, width = 0, height = 0; ///< pixels
  Colour colour;
  std::vector<std::uint8_t> cover; ///< 0 to 255, row by row
};

/// What `draw` draws, in any colour, on a surface of this size.
[[nodiscard]] Patch drawn(int width, int height, Colour colour, const std::function<void(cairo_t*)>& draw);

/// The words in lines no wider than `width` pixels; `left` and `top` are 0, and for centred words it is `width` wide.
[[nodiscard]] Patch lettered(std::string_view words, const Type& type, int width, Colour colour);

/// `opacity` 0 to 1. What lies outside of the picture is left out.
void lay(const Patch& patch, double opacity, figure::Picture& picture);

} // namespace supple::film
