// SPDX-License-Identifier: Apache-2.0
// Colours and light of a picture. Colours are of gamma 2: the square of what a screen is told, over 255.
#pragma once

#include "figure/place.h"

#include <cstdint>

namespace supple::figure {

/// Of a colour as style sheets write it, 0xRRGGBB.
[[nodiscard]] constexpr Place colour(std::uint32_t rgb) {
  const auto part = [rgb](int shift) {
    const float x = static_cast<float>(rgb >> shift & 255U) / 255;
    return x * x;
  };
  return {part(16), part(8), part(0)};
}

struct Look {
  Place high, low;                 ///< of the room behind her, top and bottom
  Place mat, thing;                ///< `thing`: chair and ball
  Place top, leggings, skin, hair; ///< what she wears, in close cloth
  Place glow_least, glow_most;     ///< vertebrae that rest and that move most
  Place key, sky, floor, rim;      ///< light from the lamp, from above, from below, and along her edges
  Place wall;                      ///< before her, and how much it hides: its face and its rim
  float wall_solid = 0.3F, wall_rim = 0.6F;
  bool walled = true; ///< else what is behind her stays open, for a page to show its own
  bool matted = true;
  float glow = 1; ///< how strongly the spine shines
};

inline constexpr Look day_look{.high = colour(0xF3EEE8),
                               .low = colour(0xDCD3CA),
                               .mat = colour(0xC9A493),
                               .thing = colour(0xC8B193),
                               .top = colour(0x5F8791),
                               .leggings = colour(0x3E5B6B),
                               .skin = colour(0xAFC3C7),
                               .hair = colour(0x2C3A49),
                               .glow_least = colour(0xEDB26C),
                               .glow_most = colour(0xFFDD8A),
                               .key = colour(0xFFF4E6) * .80F,
                               .sky = colour(0xC4CED6) * 0.86F,
                               .floor = colour(0x8E827A) * 0.8F,
                               .rim = colour(0xF3F6F6) * .38F,
                               .wall = colour(0xA9B8B6),
                               .wall_solid = 0.22F,
                               .wall_rim = 0.45F,
                               .glow = 1};

inline constexpr Look night_look{.high = colour(0x10151F),
                                 .low = colour(0x1D2530),
                                 .mat = colour(0x3E4A5C),
                                 .thing = colour(0x6F6A66),
                                 .top = colour(0x4A7480),
                                 .leggings = colour(0x2F4A5C),
                                 .skin = colour(0xA6BCC2),
                                 .hair = colour(0x222D3B),
                                 .glow_least = colour(0xCF8F50),
                                 .glow_most = colour(0xFFCF70),
                                 .key = colour(0xE8EEFF) * .50F,
                                 .sky = colour(0x6A7C92) * 0.8F,
                                 .floor = colour(0x3A4250) * 0.8F,
                                 .rim = colour(0x9FB6C8) * .36F,
                                 .wall = colour(0x6C8291),
                                 .wall_solid = 0.10F,
                                 .wall_rim = 0.26F,
                                 .glow = 1.1F};

/// The same on a page's own ground, with or without the mat: of sea glass, on wool or umber, as the page is.
[[nodiscard]] constexpr Look on_page(Look look, bool night, bool matted) {
  look.walled = false;
  look.matted = matted;
  look.mat = colour(night ? 0x4A3F34 : 0xC2B29B);
  look.thing = colour(night ? 0x6E6252 : 0xB9A386);
  look.top = colour(night ? 0x568C7E : 0x558D7E);
  look.leggings = colour(night ? 0x2F5A50 : 0x2F6055);
  look.skin = colour(night ? 0xA9CFC3 : 0xB4CCC0);
  look.hair = colour(night ? 0x1E302B : 0x213F38);
  return look;
}

} // namespace supple::figure
