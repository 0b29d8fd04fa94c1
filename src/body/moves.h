// SPDX-License-Identifier: Apache-2.0
// What the moves are in each posture.
#pragma once

#include "body/pose.h"

namespace supple::body {

/// What the channels are in a posture on which nothing is done: the travel of `between` is a half.
[[nodiscard]] Channels at_rest(vocabulary::Posture posture);

enum class Outcome {
  moves,
  is_so_already, ///< the posture does it by itself, or rests from it: it undoes what else was done
  unseen,        ///< nothing that turns a bone: the face, the pelvic floor, only breathing
  makes_no_sense,
};

[[nodiscard]] Outcome outcome_of(vocabulary::Move move, vocabulary::Posture posture);
/// The same where hands are placed somewhere named.
[[nodiscard]] Outcome outcome_of(const vocabulary::MoveAmount& move, vocabulary::Posture posture);

/// Whether the move makes sense in the posture.
[[nodiscard]] inline bool makes_sense(const vocabulary::MoveAmount& move, vocabulary::Posture posture) {
  return outcome_of(move, posture) != Outcome::makes_no_sense;
}

/// The moves one after the other, as channels; a later one on the same channel wins. A move without a side is done to
/// the left.
[[nodiscard]] Channels channels_of(vocabulary::Posture posture, std::span<const vocabulary::MoveAmount> moves,
                                   vocabulary::Side side);

/// How far a move goes: 1 is what the body takes where the text does not say how far; fully is a little more.
[[nodiscard]] double usual(double amount);

/// Left 1, right -1; none is the left.
[[nodiscard]] constexpr double sign_of(vocabulary::Side side) {
  return side == vocabulary::Side::right ? -1 : 1;
}

/// Whether the hips travel between the knees and the heels in this posture.
[[nodiscard]] bool travels(vocabulary::Posture posture);

} // namespace supple::body
