// SPDX-License-Identifier: Apache-2.0
// What the second painter is given, one that draws triangles by itself (WebGL): the surfaces once, and for every
// picture how they have moved and what light is on them, as plain numbers in the layouts below.
#pragma once

#include "figure/backdrop.h"
#include "figure/eye.h"
#include "figure/look.h"
#include "figure/presence.h"
#include "figure/wall.h"

#include <vector>

namespace supple::figure {

/// A point of the surface: place 3, normal 3, followers 4, their weights 4, leggings, bare, hair, breath (metres that a
/// full breath lifts it), patches 4, their weights 4, and 0 of her, 1 of a thing, 2 of the folded mat; then how the
/// weights of the followers change (Change): the way 3, along it 4, across it 4.
inline constexpr std::size_t given_point_floats = 38;

struct GivenSurfaces {
  std::vector<float> points;
  std::vector<std::uint32_t> corners;
  std::vector<float> spine;                 ///< place 3, normal 3 a point: of a vertebra, then of the sacrum
  std::vector<std::uint32_t> spine_corners; ///< of the vertebra, then of the sacrum
  std::uint32_t vertebra_corners = 0, patches = 0;
};

[[nodiscard]] GivenSurfaces given_surfaces(const Presence& presence);

/// How they have moved. In this order: a motor of 8 for each follower and one that does not move; for the sacrum and
/// each vertebra from L5 up its axes 3 by 3 with their scale, its place 3, one over the scales 3 and its light.
void give_motion(const Presence& presence, const body::Pose& pose, std::vector<float>& out);

/// The light: lamp and sky of each patch, then her shadow on the floor (Backdrop::shadow).
void give_light(const Presence& presence, const Backdrop& backdrop, std::vector<float>& out);

/// From, right, up, near of the eye 12, its focal length and the picture's middle in pixels 3.
void give_eye(const Eye& eye, std::vector<float>& out);

/// The colours 3 each in the order of Look, from `mat` to `rim`, then the strength of the spine's light.
void give_look(const Look& look, std::vector<float>& out);

/// The wall: 0 where there is none, 1 behind her, 2 before her; its sides 3 each and its rim, as in Pane; how much its
/// face and its rim hide, and its colour 3.
void give_wall(const Pane& pane, const Look& look, std::vector<float>& out);

} // namespace supple::figure
