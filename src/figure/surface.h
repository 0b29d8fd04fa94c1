// SPDX-License-Identifier: Apache-2.0
// Where a field of distances is zero, as one closed surface of triangles: dual contouring (Ju et al. 2002) on an
// octree that is fine where the form asks for it, so that hands and feet keep their fingers and toes.
#pragma once

#include "figure/place.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace supple::figure {

struct Surface {
  std::vector<Place> places, normals;
  std::vector<std::uint32_t> corners; ///< three a triangle, anticlockwise from outside
};

/// Which points each point shares an edge with: those of point i are of[first[i]] to of[first[i + 1] - 1].
struct Neighbours {
  std::vector<std::uint32_t> first, of;
};

[[nodiscard]] Neighbours neighbours_of(const Surface& surface);

/// What is to be surrounded: the field (negative inside), and whether it needs small cells at a place.
struct Solid {
  std::function<float(Place)> distance;
  std::function<bool(Place)> is_fine;
  Place middle;   ///< of the cube that holds all of it
  float size = 0; ///< of that cube, metres
  int depth = 7;  ///< how often the cube is halved, where no small cells are needed
};

inline constexpr int fine_depth = 8; ///< and where they are

[[nodiscard]] Surface surface_of(const Solid& solid);

/// Signed, of what the triangles enclose, m3.
[[nodiscard]] double volume(const std::vector<Place>& places, const std::vector<std::uint32_t>& corners);

} // namespace supple::figure
