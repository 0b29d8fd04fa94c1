// SPDX-License-Identifier: Apache-2.0
// A sentence taken apart: its clauses, what kind of thing each of them says, and the moves that are meant.
#pragma once

#include "reader/entries.h"
#include "reader/numbers.h"
#include "reader/why.h"
#include "reader/words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

/// A concept, with the words that say it.
struct Term {
  int meaning = 0; ///< index into Entries::concepts
  Kind kind = Kind::word;
  int first = 0, last = 0;
  bool goal = false;   ///< a part of the body after a preposition: where another goes
  bool passed = false; ///< after "from" or "through": along which something goes
  bool named = false;  ///< a noun: "a round back" says the same but is no verb
};

/// A move, and the frame and words it was read from.
struct Meant {
  vocabulary::Move move = vocabulary::Move::stay;
  int frame = -1; ///< index into Entries::frames; -1: the name of a posture
  int first = 0, last = 0;
  std::vector<int> words;
};

struct Clause {
  int first = 0, last = 0; ///< words; `last` is one past the end
  Mood mood = Mood::telling;
  std::string_view reason; ///< in a few words, why it has this mood
  int head = -1;           ///< the word of its verb
  bool has_subject = false;
  std::vector<Meant> moves;
};

/// A sentence, looked up in the lexicon.
struct Found {
  std::vector<Word> words;
  std::vector<Term> terms;
  std::vector<Match> postures, breaths, sides, amounts, sequences, negations;
  std::vector<Count> counts;
  std::vector<unsigned> glue;  ///< of each word: one bit for each Glue
  std::vector<bool> of_breath; ///< whether a word belongs to the name of a breath
  std::optional<Label> label;  ///< of the words before a colon
  int after_label = 0;         ///< the first word after it
  bool is_question = false;
};

/// The reason of a clause that takes its mood from the one before.
inline constexpr std::string_view goes_on_reason = "it goes on";

/// The reason of a clause whose verb the lexicon does not have.
inline constexpr std::string_view unknown_reason = "its verb is not known";

/// Whether the word is the "left" of "where you left it" and no side.
[[nodiscard]] bool is_left_over(const Found& found, int i);

[[nodiscard]] Found look_up(std::string_view sentence, const Lexicon::Entries& entries);

/// The clauses of the sentence, in order, each with its mood and its moves. `optional`: the sentence stands under a
/// condition told before it; `in_posture`: she is in a posture already, so that the bare name of one is a heading.
/// `parts` are the parts of the body that were named last, for which "it" and "them" stand; they are brought up to
/// date.
[[nodiscard]] std::vector<Clause> clauses_of(const Found& found, const Lexicon::Entries& entries, bool optional,
                                             bool in_posture, std::vector<Term>& parts);

} // namespace supple::reader
