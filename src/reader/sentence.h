// SPDX-License-Identifier: Apache-2.0
// What one sentence says: the grammar that joins the words of the lexicon.
#pragma once

#include "reader/entries.h"
#include "reader/reading.h"

#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

enum class Mood {
  telling,     ///< tells, asks, sells or praises: nobody is to move
  instruction, ///< moves the body
  avoid,       ///< says what not to do
  option,      ///< offers something under a condition
  throughout,  ///< holds all along
  unread,      ///< an instruction, but no move was found in it
};

/// What the sentence says of one breath, or between two words like "then".
struct Part {
  vocabulary::Breath breath = vocabulary::Breath::free;
  bool breath_said = false;
  vocabulary::Side side = vocabulary::Side::none;
  vocabulary::Sense sense = vocabulary::Sense::unsaid;
  std::vector<vocabulary::Move> moves;
  std::vector<vocabulary::MoveAmount> amounts;
  std::optional<Hold> hold;
  int counts = 0; ///< of its breath, seconds; 0: not told
};

struct SentenceReading {
  Mood mood = Mood::telling;
  std::vector<Part> parts;
  std::optional<vocabulary::Posture> posture; ///< the first posture named, gone to or not
  Span posture_words;                         ///< that name it, bytes of the sentence
  std::optional<Range> rounds;
  std::vector<vocabulary::Caution> cautions;
};

/// Reads one sentence. `breath` holds until the sentence names another; `posture` is the one she is in, if known.
[[nodiscard]] SentenceReading read_sentence(std::string_view sentence, vocabulary::Breath breath,
                                            std::optional<vocabulary::Posture> posture, const Lexicon& lexicon);

} // namespace supple::reader
