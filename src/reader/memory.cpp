// SPDX-License-Identifier: Apache-2.0
#include "reader/memory.h"

#include <algorithm>

namespace supple::reader {

SentenceReading Memory::read(std::string_view sentence, const Before& before, const Lexicon& lexicon) {
  constexpr std::size_t most = 4096;
  if (known_.size() > most) known_.clear();
  std::vector<Known>& ways = known_[std::string{sentence}];
  const auto known = std::ranges::find(ways, before, &Known::before);
  if (known != ways.end()) return known->reading;
  if (ways.size() > most) ways.clear();
  ways.push_back({before, read_sentence(sentence, before, lexicon)});
  return ways.back().reading;
}

} // namespace supple::reader
