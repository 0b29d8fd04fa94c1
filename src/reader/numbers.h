// SPDX-License-Identifier: Apache-2.0
// How often and how long: the numbers of a sentence.
#pragma once

#include "reader/lexicon.h"
#include "reader/reading.h"
#include "reader/words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

/// A number, with the words it stands on.
struct Count {
  Range range;
  std::string unit; ///< the stem after it; empty at the end of a sentence
  int first = 0, last = 0;
};

/// Whether a word in lower case is a number: "4", "four".
[[nodiscard]] bool is_number(std::string_view word);

/// Every number of the sentence, in digits or words, ranges as ranges.
[[nodiscard]] std::vector<Count> counts_of(const std::vector<Word>& words);

/// How often: the first number that a phrase of [rounds] in the lexicon takes for it ("six times", "up to ten"), or,
/// once she has moved, one that stands alone ("Five or six.").
[[nodiscard]] std::optional<Range> rounds_of(const std::vector<Count>& counts, const std::vector<Word>& words,
                                             bool moved, const Lexicon::Entries& entries);

/// How long: "for three breaths", "20 seconds"; a range is its lower end.
[[nodiscard]] Hold hold_of(const std::vector<Count>& counts);

} // namespace supple::reader
