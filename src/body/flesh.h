// SPDX-License-Identifier: Apache-2.0
// Where flesh of hers comes to lie on other flesh of hers and carries weight there. The places lie deep in a limb or
// the trunk, so that the line between two is the way in which they are pressed apart.
#pragma once

#include "body/tree.h"

#include <array>

namespace supple::body {

struct Flesh {
  Link link;
  geometry::Vec3 place; // in the axes of the link, for the table's stature; of the left one of a pair
  double wide_m;        // how far it is the same inward and outward: there it lies right over the other
  Link other;
  geometry::Vec3 place_on_other;
  double touch_m;  // how far apart the two are when the skins meet, after the sections of figure/proportions.h
  double area_cm2; // how much bears when they are pressed together (ours)
};

// The thigh meets the calf 16 cm from the knee (ours), so from 136 degrees of flexion on.
inline constexpr std::array<Flesh, 3> flesh{{
    {Link::thigh_left, {-0.24, 0, 0}, 0, Link::shank_left, {-0.16, 0, 0}, 0.119, 150},
    {Link::pelvis, {0, -0.035, 0.076}, 0.045, Link::foot_left, {-0.030, -0.040, 0}, 0.140, 50},
    {Link::L1, {0, 0.045, 0.060}, 0.040, Link::thigh_left, {-0.15, 0, 0}, 0.165, 50}, // a soft belly
}};
inline constexpr std::size_t thigh_on_calf = 0, seat_on_heel = 1, trunk_on_thigh = 2;

inline constexpr double flesh_gives_m = 0.05; // from where the skins meet to where all of it bears (ours)

} // namespace supple::body
