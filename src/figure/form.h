// SPDX-License-Identifier: Apache-2.0
// Her form at rest as a field of distances in the room: rounded solids on the bones (proportions.h), put together by
// smooth unions that are wide only where flesh really joins. The surface is where the field is zero (surface.h).
#pragma once

#include "body/skeleton.h"
#include "figure/place.h"
#include "figure/proportions.h"
#include "figure/soft.h"

#include <array>
#include <vector>

namespace supple::figure {

/// Axes of a solid, in the room.
struct Axes {
  Place origin, head, front, left;

  [[nodiscard]] Place local(Place p) const {
    const Place q = p - origin;
    return {dot(q, head), dot(q, front), dot(q, left)};
  }
};

struct Ovoid {
  Axes axes;
  Place radii;
  [[nodiscard]] float distance(Place p) const;
};

struct Cone {
  Place from, to;
  float radius_from = 0, radius_to = 0;
  [[nodiscard]] float distance(Place p) const;
};

/// An elliptic section of the trunk, and the bone that carries it.
struct Slice {
  Axes axes;
  float half_width = 0, half_depth = 0;
  body::Link link = body::Link::pelvis;
};

/// A limb's bone with its flesh: radii and bulge along it (proportions.h).
struct Shaft {
  Place from, to, bulging;
  Limb limb;
  float thickest = 0;                       ///< how far its flesh reaches from the bone, metres
  float bone = 0;                           ///< its length, metres
  [[nodiscard]] float along(Place p) const; ///< 0 at its beginning, 1 at its end, beyond these outside
  [[nodiscard]] float distance(Place p) const;
};

/// The distances of the parts of the body at a place, before they are joined.
struct Nearness {
  float trunk = 0, buttocks = 0, girdle = 0, belly = 0, breasts = 0, neck = 0, head = 0, hair = 0, trapezius = 0;
  std::array<float, 2> upper_arm{}, forearm{}, hand{}, thigh{}, shank{}, foot{};
  float section = 0; ///< where along the sections of the trunk, from 0 to their number less 1
};

struct Form {
  body::Pose rest;
  float stature = 0;
  std::vector<Slice> slices;
  std::array<Ovoid, 2> buttocks, breasts, ears;
  Ovoid belly, skull, face, nose, chin, knot;
  std::vector<Cone> girdle, trapezius, neck;
  std::array<Shaft, 2> thigh, shank, upper_arm, forearm;
  std::array<Ovoid, 2> palm;
  std::array<std::vector<Cone>, 2> fingers, foot, toes;
  Axes head;

  [[nodiscard]] Nearness nearness(Place p) const;
  /// Negative inside.
  [[nodiscard]] float distance(Place p) const;
  /// How far the place is outside the hair (negative: in it).
  [[nodiscard]] float hairline(Place p) const;
};

/// Where the surface is made: trunk upright, every joint near the middle of what it does, no limb touching another.
[[nodiscard]] body::Pose resting_pose(const body::Skeleton& skeleton);

[[nodiscard]] Form form_of(const body::Skeleton& skeleton);

} // namespace supple::figure
