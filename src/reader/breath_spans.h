// SPDX-License-Identifier: Apache-2.0
// On which breath the words of a sentence are done: a breath may be told before its moves, or after them.
#pragma once

#include "reader/clause.h"
#include "reader/sentence.h"

#include <optional>
#include <vector>

namespace supple::reader {

/// A breath of the sentence, and the words whose moves are done on it.
struct BreathSpan {
  vocabulary::Breath breath = vocabulary::Breath::free;
  int first = 0, last = 0; ///< words; one past the end
  int named = 0;           ///< the first word of its name
  int named_end = 0;       ///< the last one
  bool labelled = false;
};

/// The breaths of the sentence, in order.
[[nodiscard]] std::vector<BreathSpan> breath_spans(const Found& found, const std::vector<Clause>& clauses);

/// The one that holds at a word; null where none is told.
[[nodiscard]] const BreathSpan* breath_at(const std::vector<BreathSpan>& spans, int word);

/// Adds the breaths that are told by their length alone: "breathe in for six, and out for three".
void add_counted_breaths(Found& found);

/// Adds those that are told without their verb after one that has it: "breathe in on the way up and out on the way
/// down". `breathes`: a breath holds already, so that "In through the middle" is the next one.
void add_breaths_left_out(Found& found, bool breathes);

/// Seconds, or counts that are about as long: "for six", "for a count of six", "6 seconds", "inhale 6".
[[nodiscard]] bool is_of_seconds(const Found& found, const Count& count);

/// Whether an instruction moves the body, or at least has her breathe, from one word up to another.
[[nodiscard]] bool moves_between(const std::vector<Clause>& clauses, int from, int to);
[[nodiscard]] bool breathes_between(const std::vector<Clause>& clauses, int from, int to);

/// "The hip sets out as you breathe out and comes home as you breathe in"
[[nodiscard]] std::optional<ThereAndBack> there_and_back_in(const Found& found, const std::vector<Clause>& clauses);

/// "After the fifth one, walk your hands back", "to finish, …", "when you have done": no more on the breath before.
[[nodiscard]] bool ends_the_breaths(const Found& found);

} // namespace supple::reader
