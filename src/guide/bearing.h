// SPDX-License-Identifier: Apache-2.0
// How she is placed while the breaths come and go: a posture, and the instructions without a breath that stand in it.
#pragma once

#include "vocabulary/vocabulary.h"

#include <span>
#include <string_view>
#include <vector>

namespace supple::guide {

struct Bearing {
  vocabulary::Posture posture = vocabulary::Posture::all_fours;
  std::vector<vocabulary::MoveAmount> standing;
  friend bool operator==(const Bearing&, const Bearing&) = default;
};

/// The postures that the moves take, one after the other; a new posture ends what stood in the one before,
/// but for hands on the wall where it is within reach. `return` goes back to `home`.
void take_posture(Bearing& bearing, std::span<const vocabulary::MoveAmount> moves, const Bearing& home);

/// An instruction without a breath: its moves stand from now on, each in the place of one that it undoes (rounding ends
/// arching).
void settle(Bearing& bearing, std::span<const vocabulary::MoveAmount> moves, const Bearing& home);

/// What is left of the moves when postures, `return` and `stay` are taken out: what the body does in its posture.
[[nodiscard]] std::vector<vocabulary::MoveAmount> moves_in_posture(std::span<const vocabulary::MoveAmount> moves);

/// Whether her weight is on this part of her ("knees", "wrists") in this posture.
[[nodiscard]] bool bears_on(std::string_view part, vocabulary::Posture posture);

/// Where a session may end: sitting, on a chair or a ball, or standing.
[[nodiscard]] bool is_rest(vocabulary::Posture posture);

/// The place to rest that is nearest to a posture.
[[nodiscard]] vocabulary::Posture rest_after(vocabulary::Posture posture);

} // namespace supple::guide
