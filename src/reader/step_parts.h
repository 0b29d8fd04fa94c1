// SPDX-License-Identifier: Apache-2.0
// How what a sentence says of one breath becomes a step, or goes on with the one before.
#pragma once

#include "reader/sentence.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

/// Adds what is not in the list yet.
template <class Value>
void add_new(std::vector<Value>& list, const std::vector<Value>& more) {
  for (const Value& value : more)
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

[[nodiscard]] bool holds(const std::vector<vocabulary::Move>& moves, vocabulary::Move move);

/// A step of this part alone; `words` are those that it was read from, at `place`.
[[nodiscard]] Step step_of(const Part& part, text::Place place, std::string_view words);

/// The step goes on with this part: what is unsaid of it yet is as the part says, and its moves come after the others.
void add_part(Step& step, const Part& part);

/// Two sentences of one paragraph on the same breath are one step; so is the breathing in a hold.
[[nodiscard]] bool goes_on(const Step& step, const Part& part);

/// Moves as they are meant where she is: folding forward on a chair, she hinges where she sits.
void fit_to_posture(Part& part, std::optional<vocabulary::Posture> posture);

/// "Breathe in and let your hips travel back. Sit back on your heels": on the breath of a sentence before, her hips do.
void rock_back(Part& part, const SentenceReading& said);

/// Whether she comes to a posture.
[[nodiscard]] bool takes_posture(const std::vector<vocabulary::Move>& moves);

/// "Take a big breath in and sigh it out": let out on purpose.
[[nodiscard]] bool sighs(const Step& step, const Lexicon::Entries& entries);

} // namespace supple::reader
