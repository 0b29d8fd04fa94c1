// SPDX-License-Identifier: Apache-2.0
// How deep she is within herself and within the mat: of what is drawn of her, limbs taken as stiff.
#pragma once

#include "figure/likeness.h"
#include "vocabulary/vocabulary.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

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

  /// A posture, the side that is worked in it, and what is done.
  struct Worked {
    vocabulary::Posture posture = vocabulary::Posture::all_fours;
    vocabulary::Side side = vocabulary::Side::none;
    std::vector<vocabulary::MoveAmount> moves = {};
  };

  /// Where a posture is held, with what is done in it.
  [[nodiscard]] Depths held(const Worked& worked);

  /// The deepest of each kind, with where it was.
  struct Deepest {
    double depth = -1, at_s = 0;
  };

  using AllDeepest = std::array<Deepest, crossing_count>;

  /// Over the whole way from one posture to another, or to what is done in it; looked at so often.
  [[nodiscard]] AllDeepest on_the_way(const Worked& from, const Worked& to, double step_s = 0.1);

  [[nodiscard]] AllDeepest on_the_way(vocabulary::Posture from, vocabulary::Posture to) {
    return on_the_way(Worked{from}, Worked{to});
  }

  /// By how much she is deeper on the way than at both its ends, metres.
  [[nodiscard]] Depths deeper_on_the_way(const Worked& from, const Worked& to, double step_s);

private:
  figure::Likeness likeness_;
  figure::Posed posed_;
};

struct WayOfAMove {
  std::string words; ///< "seated into leg.reach left"
  Crossings::Worked from, to;
};

/// Into every move that a posture knows and out of it again, and of those that are done to a side to the other side.
[[nodiscard]] std::vector<WayOfAMove> ways_of_moves(vocabulary::Posture posture);

} // namespace supple::motion
