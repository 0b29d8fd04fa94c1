// SPDX-License-Identifier: Apache-2.0
// How often and how long: the numbers of a sentence.
#pragma once

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

/// How often: "six times", "4 to 6 rounds", "ten of those", "aim for 8", "up to ten". Times a day are none.
[[nodiscard]] std::optional<Range> rounds_of(const std::vector<Count>& counts, const std::vector<Word>& words);

/// How long: "for three breaths", "20 seconds"; a range is its lower end.
[[nodiscard]] Hold hold_of(const std::vector<Count>& counts);

} // namespace supple::reader
