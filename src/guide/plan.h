// SPDX-License-Identifier: Apache-2.0
// From a score to a session: the numbers of breath, cues and captions (guide/numbers.h, with their sources) applied to
// one exercise and one woman.
#pragma once

#include "guide/sayings.h"
#include "guide/session.h"

namespace supple::guide {

/// The session of a score. The structure (sections, phases, their order) does not depend on the pace or on the clips;
/// only times and the choice of cues do. `settings.pace_bpm` is held within 4 to 12. `sayings`: in the language of the
/// score.
[[nodiscard]] Session plan(const score::Score& score, const Settings& settings,
                           const Sayings& sayings = standard_sayings());

/// Every text that a session of this score can say, with any settings, none twice: what the voice has to record. Also
/// holds what the live guide says when she stops, pauses or goes on.
[[nodiscard]] std::vector<std::string> cue_texts(const score::Score& score,
                                                 const Sayings& sayings = standard_sayings());

} // namespace supple::guide
