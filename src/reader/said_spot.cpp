// SPDX-License-Identifier: Apache-2.0
#include "reader/said_spot.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

bool is_on_wall(const Found& found, const Meant& meant, const Clause& clause) {
  constexpr int beyond = 3;
  constexpr std::array<std::string_view, 6> hands{"hand", "palm", "finger", "fingertip", "fist", "forearm"};
  const auto named_before = [&](int word) {
    return std::any_of(found.words.begin(), found.words.begin() + word,
                       [](const Word& before) { return before.plain == "wall"; });
  };
  const int end = std::min(clause.last, meant.last + 1 + beyond);
  int word = meant.first;
  for (int i = meant.first; i <= meant.last; ++i)
    if (std::ranges::find(hands, word_at(found, i).stem) != hands.end()) word = i + 1;
  for (; word < end && !is_part(found, word); ++word)
    if (plain_is(found, word, "wall") || (plain_is(found, word, "it") && named_before(word))) return true;
  return false;
}

} // namespace supple::reader
