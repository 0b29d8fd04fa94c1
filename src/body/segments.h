// SPDX-License-Identifier: Apache-2.0
// What her bones carry: mass, centre and inertia of every link, by stature, mass before and week.
#pragma once

#include "body/skeleton.h"

namespace supple::body {

/// Symmetric, about the centre of mass, in the axes of the link.
struct Inertia {
  double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
};

struct Segment {
  double mass_kg = 0;
  geometry::Vec3 centre; ///< in the axes of the link, from its joint
  Inertia inertia;       ///< kg m2
};

using Segments = std::array<Segment, link_count>;

[[nodiscard]] Segments segments_of(const Skeleton& skeleton);

/// What she weighed before, and what the pregnancy adds up to her week.
[[nodiscard]] double mass_before_kg(const Person& person);
[[nodiscard]] double gain_kg(const Person& person);

} // namespace supple::body
