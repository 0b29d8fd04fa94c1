// SPDX-License-Identifier: Apache-2.0
#include "reader/numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

namespace {

constexpr int largest = 999;

std::optional<int> number_of(std::string_view word) {
  constexpr std::array<std::string_view, 13> names{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                   "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  const auto named = std::ranges::find(names, word);
  if (named != names.end()) return static_cast<int>(named - names.begin());
  if (word.empty() || word.size() > 3) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return std::min(value, largest);
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
    const bool joined = next < words.size() && (words[next].plain == "to" || words[next].plain == "or");
    const std::size_t second = joined ? next + 1 : next;
    if (second < words.size()) {
      if (const auto value = number_of(words[second].plain)) {
        high = *value;
        next = second + 1;
      }
    }
    const std::string unit = next < words.size() ? words[next].stem : std::string{};
    counts.push_back({{*low, std::max(*low, high)}, unit, static_cast<int>(i), static_cast<int>(next)});
    i = next;
  }
  return counts;
}

std::optional<Range> rounds_of(const std::vector<Count>& counts) {
  constexpr std::array<std::string_view, 6> units{"tim", "round", "repetition", "rep", "x", "mor"};
  for (const Count& count : counts)
    if (count.range.min > 0 && std::ranges::find(units, count.unit) != units.end()) return count.range;
  return std::nullopt;
}

Hold hold_of(const std::vector<Count>& counts) {
  Hold hold;
  for (const Count& count : counts) {
    if (count.unit == "breath") hold.breaths = count.range.min;
    if (count.unit == "second" || count.unit == "sec") hold.seconds = count.range.min;
    if (count.unit == "minut" || count.unit == "min") hold.seconds = count.range.min * 60;
  }
  return hold;
}

} // namespace supple::reader
