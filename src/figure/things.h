// SPDX-License-Identifier: Apache-2.0
// What she uses beside her mat: a chair that she sits on or rests her hands on, a ball, the mat folded double under her
// knees: plain closed solids in the room, as fine as her shadow on them needs. And a wall before her (wall.h), which is
// no solid.
#pragma once

#include "body/pose.h"
#include "figure/surface.h"

namespace supple::figure {

struct Things {
  bool chair_under = false, chair_before = false, ball = false, mat_folded = false, wall = false;
  bool back_before_feet = false, back_before_knees = false; ///< a chair's back that she holds

  friend constexpr bool operator==(const Things&, const Things&) = default;
};

/// What this person uses in a posture; `hands`: what they are on, as in body::hands_on.
[[nodiscard]] Things things_for(const body::Person& person, vocabulary::Posture posture,
                                vocabulary::Spot hands = vocabulary::Spot::unsaid);

/// All that is used by either.
[[nodiscard]] constexpr Things joined(const Things& a, const Things& b) {
  return {a.chair_under || b.chair_under,
          a.chair_before || b.chair_before,
          a.ball || b.ball,
          a.mat_folded || b.mat_folded,
          a.wall || b.wall,
          a.back_before_feet || b.back_before_feet,
          a.back_before_knees || b.back_before_knees};
}

/// The surface of the solids; the points of the folded mat come first, and there are `mat_points` of them.
struct ThingsShape {
  Surface surface;
  std::size_t mat_points = 0;
};

[[nodiscard]] ThingsShape shape_of(const Things& things, const body::Skeleton& skeleton);

} // namespace supple::figure
