// SPDX-License-Identifier: Apache-2.0
#include "figure/fragments.h"

namespace supple::figure {

namespace {

Place falling_on(Place p, Place normal, Sky::Light light, const Look& look) {
  const float wrapped = std::clamp((dot(normal, Sky::lamp) + 0.35F) / 1.35F, 0.0F, 1.0F);
  const float key = wrapped * (0.6F + 0.4F * wrapped) * (0.30F + 0.70F * light.key);
  const float open = 0.20F + 0.80F * light.sky, up = 0.5F + 0.5F * normal.z;
  const float below = std::max(-normal.z, 0.0F) / (1 + p.z * p.z * 60) * 0.30F * open;
  return look.key * key + mix(look.floor, look.sky, up) * open + look.mat * below;
}

// Pixels give everything the colour of what she wears above, where nothing else is within its hems.
Lit plain(Place colour, const Look& look) {
  constexpr float no = -1;
  return {colour.x / look.top.x, colour.y / look.top.y, colour.z / look.top.z, 0, 1, no, no, no};
}

} // namespace

Lit light_of(Place p, Place normal, const Wear& wear, Sky::Light light, const Look& look, Place near) {
  const Place falls = falling_on(p, normal, light, look);
  const float open = 0.20F + 0.80F * light.sky, up = 0.5F + 0.5F * normal.z;
  return {falls.x,           falls.y,       falls.z,   (0.35F + 0.65F * up) * (0.35F + 0.65F * open),
          dot(normal, near), wear.leggings, wear.bare, wear.hair};
}

Lit light_of_thing(Place p, Place normal, Sky::Light light, const Look& look) {
  const Place falls = falling_on(p, normal, light, look), own = look.thing;
  return plain({own.x * falls.x, own.y * falls.y, own.z * falls.z}, look);
}

Lit light_of_mat(Place normal, Sky::Light light, const Look& look) {
  const float side = normal.z > 0.5F ? 0.96F : 0.66F;
  return plain(look.mat * (side * mix(0.86F, 1, light.key) * mix(0.52F, 1, light.sky)), look);
}

} // namespace supple::figure
