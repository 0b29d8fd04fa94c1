// SPDX-License-Identifier: Apache-2.0
// What a lexicon has twice, what contradicts itself, and what no text needs. Apart from the reader: reading needs none
// of it.
#pragma once

#include "reader/lexicon.h"
#include "text/place.h"

#include <span>
#include <string>
#include <vector>

namespace supple::reader {

/// What is to be said about one entry.
struct LexiconFinding {
  std::string file; ///< the name of the layer
  text::Diagnostic found;
};

/// The conflicts, `lexicon.conflict`: one frame of two moves, none of them written with `+`; one wording of two
/// breaths, sides, amounts, postures, cautions or labels. And what stands twice, `lexicon.duplicate`. In the order of
/// the files.
[[nodiscard]] std::vector<LexiconFinding> contradictions_of(const Lexicon& lexicon);

/// Which entries a number of texts need. A wording is used where its words stand in a text, a frame where a move was
/// read from it.
struct Usage {
  int entries = 0;
  int by_one_text = 0;                ///< entries that just one text uses
  std::vector<LexiconFinding> unused; ///< `lexicon.unused`, in the order of the files
};

[[nodiscard]] Usage usage_of(const Lexicon& lexicon, std::span<const std::string> articles);

} // namespace supple::reader
