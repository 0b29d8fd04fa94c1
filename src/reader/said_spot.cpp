// SPDX-License-Identifier: Apache-2.0
#include "reader/said_spot.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

namespace {

using vocabulary::Spot;

constexpr std::array<std::string_view, 6> hands{"hand", "palm", "finger", "fingertip", "fist", "forearm"};

bool is_thing(Spot spot) {
  return spot == Spot::wall || spot == Spot::chair;
}

class Looking {
public:
  Looking(const Found& found, const Lexicon::Entries& entries)
      : found_(found), spots_(find_all(entries.spots, found.words)) {}

  // The first from one word up to another; none after a part of the body that is no such place, and none that they are
  // beside.
  [[nodiscard]] Spot first(int from, int end) {
    for (int word = from; word < end; ++word) {
      last_ = word;
      if (is_beside(word)) return Spot::unsaid;
      for (const Match& match : spots_)
        if (match.first() == word) return named(match);
      if (plain_is(found_, word, "it")) return thing_before(word);
      if (is_part(found_, word) && !is_inside_term(found_, word + 1) && !plain_is(found_, word + 1, "of"))
        return Spot::unsaid;
    }
    return Spot::unsaid;
  }

  // "One hand on your heart and the other on your belly", "… your right hand on your belly".
  [[nodiscard]] bool is_shared_out(Spot spot, int end) const {
    return std::ranges::any_of(spots_, [&](const Match& match) {
      if (match.first() == last_ || match.first() >= end || static_cast<Spot>(match.meaning) == spot) return false;
      for (int word = match.first() > last_ ? last_ + 1 : 0; word < match.first(); ++word)
        if (is_another_hand(word)) return true;
      return false;
    });
  }

private:
  [[nodiscard]] bool is_hand(int word) const {
    return std::ranges::find(hands, word_at(found_, word).stem) != hands.end();
  }

  // "The other on …", "one hand …", "your right hand …".
  [[nodiscard]] bool is_another_hand(int word) const {
    constexpr std::array<std::string_view, 5> which{"one", "other", "another", "left", "right"};
    const auto is = [&](std::string_view plain) { return plain_is(found_, word, plain); };
    return std::ranges::any_of(which, is) && (is_hand(word + 1) || plain_is(found_, word + 1, "on"));
  }

  // "On the floor behind your hips."
  [[nodiscard]] bool is_beside(int word) const {
    constexpr std::array<std::string_view, 12> beside{"beside",  "behind", "under",  "below", "between", "above",
                                                      "beneath", "near",   "beyond", "floor", "mat",     "ground"};
    return std::ranges::any_of(beside, [&](std::string_view plain) { return plain_is(found_, word, plain); });
  }

  Spot named(const Match& match) {
    last_ = match.last();
    return static_cast<Spot>(match.meaning);
  }

  // What "it" stands for.
  [[nodiscard]] Spot thing_before(int word) const {
    Spot spot = Spot::unsaid;
    for (const Match& match : spots_)
      if (match.last() < word && is_thing(static_cast<Spot>(match.meaning))) spot = static_cast<Spot>(match.meaning);
    return spot;
  }

  const Found& found_;
  std::vector<Match> spots_;
  int last_ = 0;
};

} // namespace

Spot spot_of(const Found& found, const Meant& meant, const Clause& clause, const Lexicon::Entries& entries) {
  constexpr int beyond = 5;
  const int end = std::min(clause.last, meant.last + 1 + beyond);
  int after = meant.first;
  for (int i = meant.first; i <= meant.last; ++i)
    if (std::ranges::find(hands, word_at(found, i).stem) != hands.end()) after = i + 1;
  Looking looking(found, entries);
  Spot spot = looking.first(after, end);
  if (spot == Spot::unsaid && after > meant.first)
    spot = looking.first(meant.first, after); // "cup your ribs with your hands"
  return spot != Spot::unsaid && looking.is_shared_out(spot, word_count(found)) ? Spot::unsaid : spot;
}

void add_spot(Spot spot, std::vector<vocabulary::MoveAmount>& amounts) {
  using vocabulary::Move;
  if (spot == Spot::unsaid) return;
  std::erase_if(amounts, [](const vocabulary::MoveAmount& told) { return told.move == Move::hands_place; });
  amounts.push_back({Move::hands_place, vocabulary::default_amount, spot});
}

} // namespace supple::reader
