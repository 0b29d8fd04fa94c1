// SPDX-License-Identifier: Apache-2.0
// How deep she is within herself and within the mat: of what is drawn of her, limbs taken as stiff.
#pragma once

#include "figure/likeness.h"
#include "vocabulary/vocabulary.h"

#include <array>
#include <string_view>

namespace supple::motion {

enum class Crossing {
  mat,         ///< her skin below the top of the mat
  thigh_belly, ///< the thighs and the belly
  thigh_trunk, ///< the thighs from their middle down and the trunk
  arm_trunk,   ///< the arm from the middle of the upper arm on, and trunk and belly
  arm_leg,     ///< the arm from there on, and thighs and shanks
  arm_head,
  leg_leg, ///< one leg from the middle of its thigh down, and the other
  arm_arm,
};
inline constexpr int crossing_count = 8;
[[nodiscard]] std::string_view name(Crossing crossing);

/// Metres, below 0 apart.
using Depths = std::array<double, crossing_count>;

class Crossings {
public:
  explicit Crossings(const body::Person& person);

  [[nodiscard]] const body::Skeleton& skeleton() const { return likeness_.skeleton; }

  [[nodiscard]] Depths in(const body::Pose& pose);

  /// The deepest of each kind, with where it was.
  struct Deepest {
    double depth = -1, at_s = 0;
  };

  /// A posture, and the side that is worked in it.
  struct Worked {
    vocabulary::Posture posture = vocabulary::Posture::all_fours;
    vocabulary::Side side = vocabulary::Side::none;
  };

  /// Over the whole way from one posture to another.
  [[nodiscard]] std::array<Deepest, crossing_count> on_the_way(Worked from, Worked to);

  [[nodiscard]] std::array<Deepest, crossing_count> on_the_way(vocabulary::Posture from, vocabulary::Posture to,
                                                               vocabulary::Side side = vocabulary::Side::none) {
    return on_the_way({from, side}, {to, side});
  }

private:
  figure::Likeness likeness_;
  figure::Posed posed_;
};

} // namespace supple::motion
