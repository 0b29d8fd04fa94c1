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

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::ranges::find(words, word) != words.end();
}

// A count in its sentence: whether it says how often.
class Rounds {
public:
  Rounds(const Count& count, const std::vector<Word>& words) : count_(count), words_(words) {}

  [[nodiscard]] std::optional<Range> range() const {
    if (count_.range.max < 2 || !(is_named() || is_of_those() || is_told())) return std::nullopt;
    Range range = count_.range;
    if (before(1) == "to" && before(2) == "up") range.min = 1; // "up to ten"
    if (before(1) == "least") range.max = range.min;           // "at least ten"
    return range;
  }

private:
  [[nodiscard]] std::string_view plain(int i) const {
    return i >= 0 && i < static_cast<int>(words_.size()) ? std::string_view{words_[static_cast<std::size_t>(i)].plain}
                                                         : std::string_view{};
  }

  [[nodiscard]] std::string_view before(int words) const { return plain(count_.first - words); }

  [[nodiscard]] std::string_view after(int words) const { return plain(count_.last + words); }

  [[nodiscard]] bool ends_here() const {
    return count_.last >= static_cast<int>(words_.size()) || words_[static_cast<std::size_t>(count_.last)].after_mark;
  }

  // "six times", "4 to 6 rounds"; not "three times a day". "Eight breaths, morning and night" are eight rounds.
  [[nodiscard]] bool is_named() const {
    constexpr std::array<std::string_view, 9> stems{"tim", "round",  "repetition", "rep", "x",
                                                    "mor", "repeat", "circl",      "cycl"};
    constexpr std::array<std::string_view, 6> spans{"day", "daily", "week", "hour", "minute", "weekly"};
    constexpr std::array<std::string_view, 4> times_of_day{"morning", "evening", "night", "daily"};
    const auto is_time_of_day = [&](const Word& word) { return is_among(word.plain, times_of_day); };
    if (count_.unit == "breath") return std::ranges::any_of(words_, is_time_of_day);
    return is_among(count_.unit, stems) && !is_among(after(1), spans) && !is_among(after(2), spans);
  }

  // "ten of those", "two on each", "three each"
  [[nodiscard]] bool is_of_those() const {
    constexpr std::array<std::string_view, 6> those{"those", "these", "them", "it", "each", "this"};
    constexpr std::array<std::string_view, 3> sides{"each", "one", "both"};
    if (after(0) == "of") return is_among(after(1), those);
    if (after(0) == "on") return is_among(after(1), sides);
    return after(0) == "each";
  }

  // "do six", "reps: 10", "aim for 8", "start with five"
  [[nodiscard]] bool is_told() const {
    constexpr std::array<std::string_view, 13> leads{"do",      "with",        "about",   "repeat", "reps",
                                                     "rounds",  "repetitions", "managed", "aim",    "least",
                                                     "repeats", "x",           "around"};
    if (!ends_here()) return false;
    if (before(1) == "to") return before(2) == "up";
    if (before(1) == "for") return before(2) == "aim";
    return is_among(before(1), leads);
  }

  const Count& count_;
  const std::vector<Word>& words_;
};

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
  for (const Count& count : counts)
    if (const auto range = Rounds{count, words}.range()) return range;
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
