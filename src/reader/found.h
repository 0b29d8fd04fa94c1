// SPDX-License-Identifier: Apache-2.0
// A sentence looked up in the lexicon: its words, the concepts that they say, and what each word can be.
#pragma once

#include "reader/entries.h"
#include "reader/numbers.h"
#include "reader/words.h"

#include <cstdint>
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

  [[nodiscard]] bool operator==(const Term&) const = default;
};

struct Found {
  std::vector<Word> words;
  std::vector<Term> terms;
  std::vector<Match> postures, breaths, sides, amounts, sequences, negations;
  std::vector<Count> counts;
  std::vector<unsigned> glue;      ///< of each word: one bit for each Glue
  std::vector<std::uint8_t> roles; ///< of each word: verb, part of the body, way, any term
  std::vector<bool> of_breath;     ///< whether a word belongs to the name of a breath
  std::optional<Label> label;      ///< of the words before a colon
  int after_label = 0;             ///< the first word after it
  bool is_headed = false;          ///< the label is a heading in capitals before the sentence
  bool is_question = false;
};

/// `story`: verbs in the past tense stand for what is to be done: "I walked my hands over to the right".
[[nodiscard]] Found look_up(std::string_view sentence, const Lexicon::Entries& entries, bool story = false);

// What a word of the sentence is. A place outside the sentence is nothing.

[[nodiscard]] inline int word_count(const Found& found) {
  return static_cast<int>(found.words.size());
}

[[nodiscard]] inline const Word& word_at(const Found& found, int i) {
  return found.words[static_cast<std::size_t>(i)];
}

[[nodiscard]] constexpr unsigned bit(Glue glue) {
  return 1U << static_cast<unsigned>(glue);
}

[[nodiscard]] bool is(const Found& found, int i, Glue glue);
[[nodiscard]] bool plain_is(const Found& found, int i, std::string_view word);
/// A verb that tells her to do something begins here.
[[nodiscard]] bool is_verb(const Found& found, int i);
[[nodiscard]] bool is_part(const Found& found, int i);
[[nodiscard]] bool is_way(const Found& found, int i);
/// Belongs to any concept or to the name of a posture.
[[nodiscard]] bool is_term(const Found& found, int i);
/// Belongs to a concept of several words, and is not the first of them.
[[nodiscard]] bool is_inside_term(const Found& found, int i);
[[nodiscard]] bool is_of_breath(const Found& found, int i);
/// A single letter, a number, a slot for the side, or a word of another alphabet.
[[nodiscard]] bool is_sign(const Word& word);
/// Neither in the lexicon nor a number, a letter or a slot for the side.
[[nodiscard]] bool is_strange(const Found& found, int i);
[[nodiscard]] bool is_gerund(const Found& found, int i);
[[nodiscard]] bool is_third_person(const Found& found, int i);
/// A part of the body is named from `first` up to `last`.
[[nodiscard]] bool has_part(const Found& found, int first, int last);
/// The "left" of "where you left it", which is no side.
[[nodiscard]] bool is_left_over(const Found& found, int i);
/// The "that" of "that same arm" and "out of that", which begins no clause.
[[nodiscard]] bool names_this(const Found& found, int i);
/// May begin a clause: "and", "as", "until", "if".
[[nodiscard]] bool links(const Found& found, int i);

} // namespace supple::reader
