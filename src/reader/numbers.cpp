// SPDX-License-Identifier: Apache-2.0
#include "reader/numbers.h"

#include "reader/entries.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

namespace {

constexpr int largest = 999;

std::optional<int> number_of(std::string_view word) {
  constexpr std::array<std::string_view, 21> names{
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  const auto named = std::ranges::find(names, word);
  if (named != names.end()) return static_cast<int>(named - names.begin());
  if (word == "dozen") return 12;
  if (word == "thirty") return 30;
  if (word == "sixty") return 60;
  if (word.empty() || word.size() > 3) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return std::min(value, largest);
}

// "five slow breaths".
bool is_quality(std::string_view word) {
  constexpr std::array<std::string_view, 12> qualities{"slow", "long", "deep", "full",  "easy", "gentle",
                                                       "more", "big",  "soft", "quiet", "or",   "whole"};
  return std::ranges::find(qualities, word) != qualities.end();
}

// From a number to the breaths that it counts: "five slow breaths", "four big puppy breaths".
std::size_t skip_qualities(const std::vector<Word>& words, std::size_t next) {
  std::size_t unit = next;
  while (unit < words.size() && is_quality(words[unit].plain))
    ++unit;
  const auto is_breath = [&](std::size_t i) {
    return i < words.size() && (words[i].plain == "breaths" || words[i].plain == "breath");
  };
  if (unit > next && !is_breath(unit) && is_breath(unit + 1) && !words[unit].after_mark) ++unit;
  return is_breath(unit) ? unit : next;
}

// "x6", "×6"
std::optional<int> times_of(std::string_view word) {
  constexpr std::string_view sign = "\xC3\x97";
  if (word.starts_with(sign)) return number_of(word.substr(sign.size()));
  return word.starts_with('x') ? number_of(word.substr(1)) : std::nullopt;
}

// A time in a recording, "0:15", counts nothing.
bool is_timestamp(const std::vector<Word>& words, std::size_t i) {
  const auto meet = [&](std::size_t before) {
    return before + 1 < words.size() && number_of(words[before].plain) && number_of(words[before + 1].plain) &&
           words[before + 1].after_stop && words[before + 1].begin == words[before].end + 1;
  };
  return meet(i) || (i > 0 && meet(i - 1));
}

// The words with `#` for every number, to be compared with the phrases of [rounds]; `places` tells which count each `#`
// stands for.
struct Numbered {
  std::vector<Word> words;
  std::vector<Range> ranges; ///< of each word; 0 to 0 where it is no number
};

Numbered numbered(const std::vector<Count>& counts, const std::vector<Word>& words) {
  Numbered all;
  const auto add = [&](Word word, Range range) {
    all.words.push_back(std::move(word));
    all.ranges.push_back(range);
  };
  auto count = counts.begin();
  for (int i = 0; i < static_cast<int>(words.size()); ++i) {
    Word word = words[static_cast<std::size_t>(i)];
    Range range;
    if (count != counts.end() && count->first == i) {
      range = count->range;
      i = count->last - 1;
      ++count;
    } else if (word.plain == "once" || word.plain == "twice") {
      range.min = range.max = word.plain == "once" ? 1 : 2;
    } else if (const auto times = times_of(word.plain)) {
      range.min = range.max = *times; // "x6"
    }
    if (range.max > 0) word.stem = word.plain = "#";
    add(std::move(word), range);
  }
  return all;
}

// The phrase that takes the number for how often; null where there is none, or where one that says otherwise is not
// part of it: "five breaths like this", but not "10 cm is plenty".
const Match* told_of(int number, const std::vector<Match>& matches) {
  const auto holds = [](const Match& match, int word) {
    return std::ranges::find(match.words, word) != match.words.end();
  };
  const auto holds_all = [&](const Match& outer, const Match& inner) {
    return std::ranges::all_of(inner.words, [&](int word) { return holds(outer, word); });
  };
  const auto says = [](const Match& match) { return static_cast<Often>(match.meaning); };
  const Match* told = nullptr;
  for (const Match& match : matches)
    if (holds(match, number) && says(match) != Often::none &&
        (told == nullptr || match.words.size() > told->words.size()))
      told = &match;
  const bool is_other = told != nullptr && std::ranges::any_of(matches, [&](const Match& match) {
                          return says(match) == Often::none && holds(match, number) && !holds_all(*told, match);
                        });
  return is_other ? nullptr : told;
}

// A single one is no round, unless it is "once".
bool is_single(const std::vector<Word>& words, const Numbered& all, std::size_t i) {
  return all.ranges[i].max < 2 &&
         std::ranges::none_of(
             words, [&](const Word& word) { return word.plain == "once" && word.begin == all.words[i].begin; });
}

// "Twelve.", "Five or six.", "Eight slow waves.": nothing else is said.
bool is_bare(const Numbered& all) {
  constexpr std::size_t longest = 3; // words
  return !all.words.empty() && all.words.size() <= longest && all.words.front().plain == "#" &&
         std::ranges::count(all.words, "#", &Word::plain) == 1;
}

} // namespace

bool is_number(std::string_view word) {
  return number_of(word).has_value();
}

// "For a count of three", "count to five": about as many seconds.
bool is_counted_up(const std::vector<Word>& words, std::size_t number) {
  return number >= 2 && (words[number - 1].plain == "of" || words[number - 1].plain == "to") &&
         words[number - 2].stem == "count";
}

std::vector<Count> counts_of(const std::vector<Word>& words) {
  std::vector<Count> counts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_single = words[i].plain == "a" && i + 1 < words.size() && words[i + 1].stem == "minut";
    const auto low = is_single ? std::optional{1} : number_of(words[i].plain);
    if (!low || is_timestamp(words, i)) continue;
    std::size_t next = i + 1;
    int high = *low;
    const bool joined =
        next < words.size() && (words[next].plain == "to" || words[next].plain == "or" || words[next].plain == "until");
    const std::size_t second = joined ? next + 1 : next;
    if (second < words.size()) {
      if (const auto value = number_of(words[second].plain)) {
        high = *value;
        next = second + 1;
      }
    }
    next = skip_qualities(words, next);
    const bool is_of_breath = next + 2 < words.size() && (words[next].stem == "round" || words[next].stem == "cycl") &&
                              words[next + 1].plain == "of" && words[next + 2].stem == "breath";
    if (is_of_breath) next += 2; // "ten rounds of breath"
    const bool has_unit = next < words.size() && !words[next].after_mark;
    const bool is_time = !has_unit || (words[next].stem != "breath" && words[next].plain != "of");
    const std::string unit = is_time && is_counted_up(words, i) ? "second"
                             : has_unit                         ? words[next].stem
                                                                : std::string{};
    counts.push_back({{*low, std::max(*low, high)}, unit, static_cast<int>(i), static_cast<int>(next)});
    i = next;
  }
  return counts;
}

std::optional<Range> rounds_of(const std::vector<Count>& counts, const std::vector<Word>& words, bool moved,
                               const Lexicon::Entries& entries) {
  const Numbered all = numbered(counts, words);
  const std::vector<Match> matches = candidates(entries.rounds, all.words);
  for (std::size_t i = 0; i < all.words.size(); ++i) {
    if (all.words[i].plain != "#") continue;
    const Match* told = told_of(static_cast<int>(i), matches);
    if (told == nullptr || is_single(words, all, i)) continue;
    Range range = all.ranges[i];
    if (static_cast<Often>(told->meaning) == Often::most) range.min = 1;
    if (static_cast<Often>(told->meaning) == Often::least) range.max = range.min;
    return range;
  }
  const bool is_digit = !words.empty() && words.front().plain.front() >= '0' && words.front().plain.front() <= '9';
  if (moved && matches.empty() && is_bare(all) && !(is_digit && all.words.size() == 1) && all.ranges.front().max > 1)
    return all.ranges.front();
  return std::nullopt;
}

Hold hold_of(const std::vector<Count>& counts) {
  Hold hold;
  for (const Count& count : counts) {
    if (count.unit == "breath") hold.breaths = count.range.min;
    if (count.unit == "second" || count.unit == "sec" || count.unit == "s") hold.seconds = count.range.min;
    if (count.unit == "minut" || count.unit == "min") hold.seconds = count.range.min * 60;
  }
  return hold;
}

} // namespace supple::reader
