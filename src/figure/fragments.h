// SPDX-License-Identifier: Apache-2.0
// The pieces of surface that are seen in the pixels of a row, shaded eight at a time. Light is worked out at the points
// of the surface (light_of); a pixel adds its colour, its hems and its edge.
#pragma once

#include "figure/likeness.h"
#include "figure/look.h"
#include "figure/places.h"
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

/// Eight points or pieces of surface, attribute by attribute.
using Fragments = std::array<Floats, attribute_count>;

/// How much light of the sky reaches eight points (Sky::Light).
struct Open {
  Floats key, sky;
};

namespace lighting {

[[nodiscard, gnu::always_inline]] inline Floats openness(const Open& open) {
  return 0.20F + 0.80F * open.sky;
}

[[nodiscard, gnu::always_inline]] inline Floats upness(const Places& normal) {
  return 0.5F + 0.5F * normal.z;
}

/// Wrapped light of the lamp, light of the sky by how open a place is to it, and light back from the mat: matte cloth
/// over glass (docs/figure.md).
[[nodiscard, gnu::always_inline]] inline Places falling_on(const Places& p, const Places& normal, const Open& open,
                                                           const Look& look) {
  const Floats wrapped = clamped((dot(normal, Sky::lamp) + 0.35F) / 1.35F);
  const Floats key = wrapped * (0.6F + 0.4F * wrapped) * (0.30F + 0.70F * open.key);
  const Floats sky = openness(open), up = upness(normal);
  const Floats below = most<Floats>(-normal.z, zeros) / (1 + p.z * p.z * 60) * 0.30F * sky;
  const auto sum = [&](float of_key, float of_floor, float of_sky, float of_mat) {
    return of_key * key + (of_floor + (of_sky - of_floor) * up) * sky + of_mat * below;
  };
  return {sum(look.key.x, look.floor.x, look.sky.x, look.mat.x), sum(look.key.y, look.floor.y, look.sky.y, look.mat.y),
          sum(look.key.z, look.floor.z, look.sky.z, look.mat.z)};
}

// Pixels give everything the colour of what she wears above, where nothing else is within its hems.
[[nodiscard, gnu::always_inline]] inline Fragments plain(const Places& colour, const Look& look) {
  const Floats no = Floats{} - 1.0F;
  return {colour.x / look.top.x, colour.y / look.top.y, colour.z / look.top.z, zeros, ones, no, no, no};
}

} // namespace lighting

/// What eight points of her carry; `wear` as it lies in memory (Wear), `near` toward the eye.
[[nodiscard, gnu::always_inline]] inline Fragments light_of(const Places& p, const Places& normal, const Places& wear,
                                                            const Open& open, const Look& look, Place near) {
  const Places falls = lighting::falling_on(p, normal, open, look);
  const Floats shine = (0.35F + 0.65F * lighting::upness(normal)) * (0.35F + 0.65F * lighting::openness(open));
  return {falls.x, falls.y, falls.z, shine, dot(normal, near), wear.x, wear.y, wear.z};
}

/// Of what she uses: it is all of one colour, and nothing shines through.
[[nodiscard, gnu::always_inline]] inline Fragments light_of_thing(const Places& p, const Places& normal,
                                                                  const Open& open, const Look& look) {
  const Places falls = lighting::falling_on(p, normal, open, look);
  return lighting::plain({look.thing.x * falls.x, look.thing.y * falls.y, look.thing.z * falls.z}, look);
}

/// Of the mat where it is folded: lit as the backdrop paints it.
[[nodiscard, gnu::always_inline]] inline Fragments light_of_mat(const Places& normal, const Open& open,
                                                                const Look& look) {
  const Floats side = normal.z > 0.5F ? ones * 0.96F : ones * 0.66F;
  const Floats light = side * (0.86F + (1 - 0.86F) * open.key) * (0.52F + (1 - 0.52F) * open.sky);
  return lighting::plain({look.mat.x * light, look.mat.y * light, look.mat.z * light}, look);
}

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
