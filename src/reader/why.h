// SPDX-License-Identifier: Apache-2.0
// Why a text was read as it was: clause by clause, what was read from which words, and what was passed over.
#pragma once

#include "reader/words.h"
#include "text/place.h"
#include "vocabulary/vocabulary.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// What a clause does.
enum class Mood : std::uint8_t {
  telling,     ///< tells, asks, sells or praises: nobody is to move
  instruction, ///< moves the body
  avoid,       ///< says what not to do
  option,      ///< offers something under a condition
  throughout,  ///< holds all along
  unread,      ///< an instruction, but no move was found in it
};

[[nodiscard]] std::string_view name(Mood mood);

/// One clause of a sentence.
struct Why {
  Span words; ///< bytes of the sentence
  Mood mood = Mood::telling;
  std::string_view reason; ///< in a few words, why it has this mood
  text::Place place = {};  ///< of the words in the text

  struct Read {
    vocabulary::Move move = vocabulary::Move::stay;
    std::string frame;      ///< as in the lexicon; empty where the name of a posture was read
    Span words;             ///< bytes of the sentence
    text::Place place = {}; ///< of the words in the text
  };

  std::vector<Read> moves = {}; ///< in the order of the text
};

/// One sentence of an article.
struct Explained {
  text::Place place;
  std::string sentence;
  std::vector<Why> clauses;
};

} // namespace supple::reader
