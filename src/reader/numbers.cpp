// SPDX-License-Identifier: Apache-2.0
#include "reader/numbers.h"

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

} // namespace

bool is_number(std::string_view word) {
  return number_of(word).has_value();
}

std::vector<Count> counts_of(const std::vector<Word>& words) {
  std::vector<Count> counts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto low = number_of(words[i].plain);
    if (!low) continue;
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
    while (next + 1 < words.size() && is_quality(words[next].plain) && words[next + 1].stem == "breath")
      ++next;
    const bool has_unit = next < words.size() && !words[next].after_mark;
    const std::string unit = has_unit ? words[next].stem : std::string{};
    counts.push_back({{*low, std::max(*low, high)}, unit, static_cast<int>(i), static_cast<int>(next)});
    i = next;
  }
  return counts;
}

std::optional<Range> rounds_of(const std::vector<Count>& counts, const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 9> units{"tim", "round",  "repetition", "rep", "x",
                                                  "mor", "repeat", "circl",      "cycl"};
  constexpr std::array<std::string_view, 7> ofs{"of", "on", "each", "per", "in", "and", "to"};
  constexpr std::array<std::string_view, 15> leads{"do",     "with",  "for",     "to",          "about",
                                                   "repeat", "reps",  "rounds",  "repetitions", "managed",
                                                   "aim",    "least", "repeats", "x",           "around"};
  constexpr std::array<std::string_view, 6> per_day{"day", "daily", "week", "hour", "minute", "weekly"};
  const auto plain = [&](int i) -> std::string_view {
    return i >= 0 && i < static_cast<int>(words.size()) ? std::string_view{words[static_cast<std::size_t>(i)].plain}
                                                        : std::string_view{};
  };
  const auto among = [](const auto& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
  };
  const auto is_start = [&](std::string_view word) { return among(leads, word); };
  for (const Count& count : counts) {
    if (count.range.max < 2) continue;
    const bool daily = std::ranges::any_of(words, [](const Word& word) {
      return word.plain == "morning" || word.plain == "evening" || word.plain == "night" || word.plain == "daily";
    });
    const bool named = among(units, count.unit) || (count.unit == "breath" && daily);
    if (named && (among(per_day, plain(count.last + 1)) || among(per_day, plain(count.last + 2)))) continue;
    const std::string_view next = plain(count.last);
    const bool of_those =
        among(ofs, next) &&
        (next == "of" ? among(std::array<std::string_view, 6>{"those", "these", "them", "it", "each", "this"},
                              plain(count.last + 1))
                      : next == "each" || (next == "on" && among(std::array<std::string_view, 3>{"each", "one", "both"},
                                                                 plain(count.last + 1))));
    const bool ends =
        count.last >= static_cast<int>(words.size()) || words[static_cast<std::size_t>(count.last)].after_mark;
    const bool told = ends && is_start(plain(count.first - 1)) &&
                      (plain(count.first - 1) != "to" || plain(count.first - 2) == "up") &&
                      plain(count.first - 1) != "for";
    const bool aimed = ends && plain(count.first - 1) == "for" && plain(count.first - 2) == "aim";
    if (!named && !of_those && !told && !aimed &&
        !(plain(count.first - 1) == "with" && plain(count.first - 2) == "start" && ends))
      continue;
    Range range = count.range;
    if (plain(count.first - 1) == "to" && plain(count.first - 2) == "up") range.min = 1;
    if (plain(count.first - 1) == "least") range.max = range.min;
    return range;
  }
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
