// SPDX-License-Identifier: Apache-2.0
#include "reader/entries.h"
#include "text/sorted.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace supple::reader {

namespace {

// A word is meant by its stem, or, where the phrase says `=word`, only in just this form.
bool is_meant(const Slot& slot, const Word& word) {
  return std::ranges::any_of(slot.stems, [&](std::string_view stem) {
    return stem.starts_with('=') ? stem.substr(1) == word.plain : stem == word.stem;
  });
}

// "the small of your back" is "small of back".
bool is_skipped(const Word& word) {
  constexpr std::array<std::string_view, 10> determiners{"the", "your", "a",    "an",   "my",
                                                         "her", "his",  "that", "this", "their"};
  return std::ranges::find(determiners, word.plain) != determiners.end();
}

// Fills the slots from word `first` on, each as early as it can be; false where one cannot.
bool match_from(const Phrase& phrase, const std::vector<Word>& words, int first, Match& match) {
  match.meaning = phrase.meaning;
  match.words.assign(1, first);
  const int count = static_cast<int>(words.size());
  int at = first + 1;
  for (std::size_t s = 1; s < phrase.slots.size(); ++s) {
    const Slot& slot = phrase.slots[s];
    while (at < count && is_skipped(words[static_cast<std::size_t>(at)]) &&
           !is_meant(slot, words[static_cast<std::size_t>(at)]))
      ++at;
    const int limit = std::min(count, at + slot.gap + 1);
    const auto fits = [&](int i) { return is_meant(slot, words[static_cast<std::size_t>(i)]); };
    while (at < limit && !fits(at))
      ++at;
    if (at >= limit) return false;
    match.words.push_back(at++);
  }
  return true;
}

} // namespace

std::vector<Match> candidates(const Phrases& phrases, const std::vector<Word>& words) {
  std::vector<Match> candidates;
  Match match;
  for (int first = 0; first < static_cast<int>(words.size()); ++first) {
    const Word& word = words[static_cast<std::size_t>(first)];
    const auto match_those = [&](const auto& index, const std::string& key) {
      const auto found = index.find(key);
      if (found == index.end()) return;
      for (const int number : found->second) {
        match.phrase = number;
        if (match_from(phrases.list[static_cast<std::size_t>(number)], words, first, match))
          candidates.push_back(match);
      }
    };
    match_those(phrases.by_first, word.stem);
    if (!phrases.by_form.empty()) match_those(phrases.by_form, word.plain);
  }
  return candidates;
}

std::vector<Match> find_all(const Phrases& phrases, const std::vector<Word>& words) {
  std::vector<Match> candidates = reader::candidates(phrases, words);
  // Of equals the earlier one, then the one that stands first in the vocabulary: never a matter of chance.
  text::sort(candidates, [](const Match& a, const Match& b) {
    return std::tuple{b.words.size(), a.first(), a.meaning} < std::tuple{a.words.size(), b.first(), b.meaning};
  });
  std::vector<Match> taken;
  std::vector<bool> used(words.size(), false);
  for (Match& candidate : candidates) {
    const auto is_used = [&](int i) { return used[static_cast<std::size_t>(i)]; };
    if (std::ranges::any_of(candidate.words, is_used)) continue;
    for (const int i : candidate.words)
      used[static_cast<std::size_t>(i)] = true;
    taken.push_back(std::move(candidate));
  }
  text::sort(taken, {}, &Match::first);
  return taken;
}

} // namespace supple::reader
