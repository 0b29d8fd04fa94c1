// SPDX-License-Identifier: Apache-2.0
// The words for one beat: the whole sentence where it is taught, and what may be said before its breath.
#pragma once

#include "guide/turn.h"

namespace supple::guide {

/// The side is named where the beat works it, and at the beginning of a turn to another side than the last one named.
struct Naming {
  vocabulary::Side side = vocabulary::Side::none; ///< none: not named
  bool changes = false;                           ///< it was not the last one named
};

/// The whole sentence of a beat.
[[nodiscard]] Saying sentence_of(const score::Beat& beat, CueKind kind, Naming naming, vocabulary::Side side,
                                 const Sayings& sayings);

/// What may be said before the first phase of a beat, the best first. `breath`: of that phase.
[[nodiscard]] std::vector<Saying> prompts_of(const score::Beat& beat, const Turn& turn, Naming naming,
                                             vocabulary::Breath breath, const Sayings& sayings);

/// The same for a breath that the guide adds.
[[nodiscard]] std::vector<Saying> prompts_of_added_breath(const Turn& turn, vocabulary::Breath breath,
                                                          const Sayings& sayings);

} // namespace supple::guide
