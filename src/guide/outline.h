// SPDX-License-Identifier: Apache-2.0
// The structure of a session: which phases follow one another and what may be said for each. It depends neither on the
// pace nor on the voice, so that a change of pace never loses the place.
#pragma once

#include "guide/sayings.h"
#include "guide/session.h"

#include <string>
#include <vector>

namespace supple::guide {

struct Saying {
  CueKind kind = CueKind::teach;
  std::string text;
  bool changes_side = false; ///< the tone of the switch of sides sounds before it
};

/// What sets the length of a phase.
enum class Length {
  breath,  ///< the pace
  timed,   ///< the text: so many seconds
  speech,  ///< what is said in it
  doing,   ///< what is said in it, and time to do it
  closing, ///< what is said in it, and the tone of the end
};

/// A phase that has no times yet.
struct Slot {
  Phase phase;
  Length length = Length::breath;
  double seconds = 0;          ///< of `timed`; of `doing`: the time to do it; of `speech`: its least length
  std::vector<Saying> sayings; ///< said in it, one after the other
  std::vector<Saying> prompts; ///< said in the phase before it: the first that fits, or none
  bool fresh = false;          ///< the movement is new: a longer lead after its prompt
};

struct Outline {
  std::vector<SessionSection> sections; ///< without times
  std::vector<Slot> slots;
};

[[nodiscard]] Outline outline_of(const score::Score& score, const Settings& settings, const Sayings& sayings);

} // namespace supple::guide
