// SPDX-License-Identifier: Apache-2.0
// The pieces of surface that are seen in the pixels of a row, shaded eight at a time. Light is worked out at the points
// of the surface (light_of); a pixel adds its colour, its hems and its edge.
#pragma once

#include "figure/likeness.h"
#include "figure/look.h"
#include "figure/place.h"
#include "figure/sky.h"
#include "figure/wide.h"

#include <array>
#include <cstdint>

namespace supple::figure {

/// What a point of the surface carries into the pixels, by Attribute.
enum Attribute : std::uint8_t {
  light_red, ///< that falls on it
  light_green,
  light_blue,
  rim,      ///< how much its edge shines
  facing,   ///< the cosine of how it is turned to the eye
  leggings, ///< metres within what is worn there (Wear)
  bare,
  hair,
  attribute_count
};

using Lit = std::array<float, attribute_count>;
static_assert(sizeof(Lit) == sizeof(Floats));

/// Wrapped light of the lamp, light of the sky by how open a place is to it, and light back from the mat: matte cloth
/// over glass (docs/figure.md). `near`: toward the eye.
[[nodiscard]] Lit light_of(Place p, Place normal, const Wear& wear, Sky::Light light, const Look& look, Place near);

/// Of what she uses: it is all of one colour, and nothing shines through.
[[nodiscard]] Lit light_of_thing(Place p, Place normal, Sky::Light light, const Look& look);
/// Of the mat where it is folded: lit as the backdrop paints it.
[[nodiscard]] Lit light_of_mat(Place normal, Sky::Light light, const Look& look);

/// Eight pieces of surface, attribute by attribute.
using Fragments = std::array<Floats, attribute_count>;

struct Shaded {
  Floats red, green, blue, solid; ///< `solid` is 1 where nothing shines through
};

class Shader {
public:
  /// `pixel`: metres that a pixel is wide at her.
  Shader(const Look& look, float pixel) : look_(look), per_border_(1 / (1.6F * pixel)) {} // a border is about a pixel

  /// Inline, because it is made for several widths of processors with what calls it.
  [[nodiscard, gnu::always_inline]] Shaded operator()(const Fragments& of) const {
    const Floats in_legs = within(of[leggings]), in_skin = within(of[bare]), in_hair = within(of[hair]);
    const auto blended = [&](float top, float leg, float skin, float hairs) {
      Floats c = top + (leg - top) * in_legs;
      c = c + (skin - c) * in_skin;
      return c + (hairs - c) * in_hair;
    };
    const Floats edge = 1 - clamped(of[facing]), cubed = edge * edge * edge, shine = cubed * of[rim];
    const Look& l = look_;
    return {blended(l.top.x, l.leggings.x, l.skin.x, l.hair.x) * of[light_red] + l.rim.x * shine,
            blended(l.top.y, l.leggings.y, l.skin.y, l.hair.y) * of[light_green] + l.rim.y * shine,
            blended(l.top.z, l.leggings.z, l.skin.z, l.hair.z) * of[light_blue] + l.rim.z * shine,
            1 - 0.30F * cubed * edge * (1 - 0.7F * in_hair)};
  }

private:
  [[nodiscard, gnu::always_inline]] Floats within(const Floats& border) const {
    const Floats t = clamped(border * per_border_ + 0.5F);
    return t * t * (3 - 2 * t);
  }

  Look look_;
  float per_border_;
};

} // namespace supple::figure
