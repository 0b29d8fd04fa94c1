// SPDX-License-Identifier: Apache-2.0
// Words that the reader understands: for somebody who wrote others, and for a move that needs some.
#pragma once

#include "reader/lexicon.h"
#include "vocabulary/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// What may have been meant by words that were not understood, for "did you mean …": the same words, each that the
/// lexicon does not have replaced by the one that differs least from it, if a move is read from them; else the frame of
/// a move that most of them belong to. Empty where nothing is near.
[[nodiscard]] std::string nearest_understood(std::string_view words, const Lexicon& lexicon);

/// The first wording that the lexicon has for the move, for a cue; empty where it has none.
[[nodiscard]] std::string wording_of(vocabulary::Move move, const Lexicon& lexicon);

/// What may be written for a move, as a person would say it.
struct Wording {
  vocabulary::Move move = vocabulary::Move::stay;
  std::string words;
};

/// Of every move up to `most` that are read as this move and no other, in the order of the lexicon.
[[nodiscard]] std::vector<Wording> wordings(const Lexicon& lexicon, int most);

} // namespace supple::reader
