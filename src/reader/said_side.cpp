// SPDX-License-Identifier: Apache-2.0
#include "reader/said_side.h"

#include <algorithm>

namespace supple::reader {

using vocabulary::Side;

namespace {

// "left and right", "left to right".
bool names_both(const Found& found, const Match& a, const Match& b) {
  for (int i = a.last() + 1; i < b.first(); ++i)
    if (word_at(found, i).plain == "then") return true;
  const int gap = b.first() - a.last();
  return gap == 1 || (gap == 2 && is_any(word_at(found, a.last() + 1).plain, {"and", "or", "to", "then"}));
}

} // namespace

Side side_in(const Found& found, int first, int last) {
  Side side = Side::none;
  const Match* before = nullptr;
  for (const Match& match : found.sides) {
    if (match.first() < first || match.first() >= last) continue;
    const auto said = static_cast<Side>(match.meaning);
    const std::string next =
        match.last() + 1 < word_count(found) ? word_at(found, match.last() + 1).plain : std::string{};
    const bool is_adverb =
        said == Side::right &&
        (is_any(next, {"back", "up", "down", "over", "now", "here", "away", "in", "out", "round", "through", "under",
                       "into"}) ||
         (match.first() == 0 &&
          is_any(next, {"so", "next", "then", "let's", "well", "and", "as", "we", "who", "everyone"})) ||
         (next == "to" &&
          !(match.first() > 0 && is_any(word_at(found, match.first() - 1).plain, {"from", "the", "your"}))) ||
         (match.first() == 0 && match.last() + 1 < word_count(found) && word_at(found, match.last() + 1).after_mark));
    if (is_adverb || is_left_over(found, match.first())) continue;
    if (side == Side::none || said == Side::each)
      side = said;
    else if (side != said && before != nullptr && names_both(found, *before, match))
      side = Side::each;
    before = &match;
  }
  return side;
}

vocabulary::Sense sense_of(const Found& found, const Meant& bend) {
  for (const int i : bend.words)
    if (is_any(word_at(found, i).plain, {"up", "sky", "ceiling", "rise", "rises", "upward", "upwards"}))
      return vocabulary::Sense::up;
  return vocabulary::Sense::toward;
}

} // namespace supple::reader
