// SPDX-License-Identifier: Apache-2.0
#include "reader/side_words.h"

#include "reader/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace supple::reader {

namespace {

constexpr std::string_view marks_of_end = ".!?";

bool is_in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

// Where a whole word or several stand in the text, in small or large letters.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0) {
  const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && (a | 0x20) == b); };
  while (from + words.size() <= text.size()) {
    const auto rest = text.substr(from);
    const auto found = std::ranges::search(rest, words, same);
    if (found.empty()) break;
    const std::size_t at = from + static_cast<std::size_t>(found.begin() - rest.begin());
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_in_word(text[at - 1])) && (end == text.size() || !is_in_word(text[end]))) return at;
    from = at + 1;
  }
  return std::string_view::npos;
}

std::string replaced(std::string text, std::string_view words, std::string_view by) {
  for (std::size_t at = find_words(text, words); at != std::string::npos; at = find_words(text, words, at + by.size()))
    text.replace(at, words.size(), by);
  return text;
}

// "left and right", "to the left, then to the right": both are done, one after the other.
std::optional<std::string> without_second_side(std::string text, std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 7> links{" and then ", ", and then ", ", then ", " then ",
                                                  " and ",      " or ",        " to "};
  constexpr std::array<std::string_view, 6> ways{"", "to the ", "to your ", "the ", "your ", "on the "};
  for (const std::string_view link : links)
    for (const std::string_view way : ways) {
      const std::string both = std::string{first} + std::string{link} + std::string{way} + std::string{second};
      const std::size_t at = find_words(text, both);
      if (at != std::string::npos) return text.replace(at, both.size(), "{side}");
    }
  return std::nullopt;
}

// "Right, now" and "right over" name no side.
bool is_side_at(std::string_view text, std::size_t at, std::string_view side) {
  constexpr std::array<std::string_view, 13> no_side{" so ",   " now",  " here",    " up",   " down", " into", " over",
                                                     " under", " back", " through", " away", " off",  " it "};
  const std::string_view after = text.substr(at + side.size());
  if (after.starts_with(',')) return at > 0;
  return std::ranges::none_of(no_side, [&](std::string_view words) { return after.starts_with(words); });
}

std::size_t find_side(std::string_view text, std::string_view side) {
  std::size_t at = find_words(text, side);
  while (at != std::string_view::npos && !is_side_at(text, at, side))
    at = find_words(text, side, at + side.size());
  return at;
}

// "the right leg", and not "the right and": what stands after a side is the part of the body that it is of.
bool goes_on_to_noun(std::string_view after) {
  constexpr std::array<std::string_view, 13> links{" and ",  " or ",   " as ",  " until ", " with ",
                                                   " from ", " then ", " on ",  " when ",  " while ",
                                                   " for ",  " in ",   " like "};
  const bool is_word = after.size() > 1 && after[0] == ' ' && is_in_word(after[1]);
  return is_word && std::ranges::none_of(links, [&](std::string_view link) { return after.starts_with(link); });
}

std::string side_replaced(std::string text, std::string_view side, std::string_view by) {
  for (std::size_t at = find_side(text, side); at != std::string::npos; at = find_side(text, side)) {
    const std::string_view after = std::string_view{text}.substr(at + side.size());
    const bool is_noun = text.substr(0, at).ends_with("the ") && !goes_on_to_noun(after);
    text.replace(at, side.size(), std::string{by} + (is_noun && by != "{side}" ? " side" : ""));
  }
  return text;
}

void add_named_sides(const std::string& sentence, std::string_view first, std::vector<std::string>& ways) {
  const std::string_view second = first == "left" ? "right" : "left";
  for (const auto& [one, other] : {std::pair{first, second}, std::pair{second, first}})
    if (const auto both = without_second_side(sentence, one, other))
      ways.push_back(side_replaced(side_replaced(*both, first, "{side}"), second, "other"));
  const std::string named = side_replaced(sentence, first, "{side}");
  for (const std::string_view other : {"opposite", "other"})
    ways.push_back(side_replaced(named, second, other));
}

// "each side", "one arm", "your knee".
void add_unnamed_sides(const std::string& sentence, std::vector<std::string>& ways) {
  constexpr std::array<std::string_view, 14> parts{"side", "arm",   "leg", "knee", "hand",   "foot",  "shoulder",
                                                   "hip",  "elbow", "ear", "heel", "armpit", "ankle", "thigh"};
  constexpr std::array<std::string_view, 6> owners{"each", "one", "either", "your", "the", "a"};
  if (find_words(sentence, "both sides") != std::string::npos)
    ways.push_back(replaced(sentence, "both sides", "the {side}"));
  for (const std::string_view owner : owners)
    for (const std::string_view part : parts) {
      const std::string words = std::string{owner} + " " + std::string{part};
      if (find_words(sentence, words) == std::string::npos) continue;
      ways.push_back(as_sentence(replaced(sentence, words, "your {side} " + std::string{part})));
    }
}

} // namespace

std::string as_sentence(std::string_view words) {
  std::string_view rest = trimmed(words);
  while (!rest.empty() && std::string_view{",;:. "}.contains(rest.front()))
    rest.remove_prefix(1);
  for (const std::string_view link : {"and ", "then ", "but ", "or ", "so "})
    if (rest.starts_with(link)) rest.remove_prefix(link.size());
  while (!rest.empty() && std::string_view{",;:- "}.contains(rest.back()))
    rest.remove_suffix(1);
  std::string text{rest};
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  const std::size_t last = text.find_last_not_of("\"')");
  if (last == std::string::npos || !marks_of_end.contains(text[last])) text += '.';
  return text;
}

std::string begun_small(std::string_view text) {
  std::string small{text};
  const bool is_i = small.starts_with("I ") || small.starts_with("I'") || small.starts_with("I\xE2");
  if (!small.empty() && !is_i && small.front() >= 'A' && small.front() <= 'Z')
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
  return small;
}

std::string without_list_mark(std::string_view words) {
  constexpr std::array<std::string_view, 4> bullets{"- ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xE2\x80\x94 "};
  std::string_view rest = trimmed(words);
  for (const std::string_view bullet : bullets)
    if (rest.starts_with(bullet)) rest = trimmed(rest.substr(bullet.size()));
  const std::size_t digits = rest.find_first_not_of("0123456789");
  if (digits != 0 && digits < 3 && (rest.substr(digits).starts_with(". ") || rest.substr(digits).starts_with(") ")))
    rest = trimmed(rest.substr(digits + 2));
  return std::string{rest};
}

std::string with_tail(std::string_view sentence, std::string_view tail) {
  std::string_view body = sentence;
  while (!body.empty() && marks_of_end.contains(body.back()))
    body.remove_suffix(1);
  return std::string{body} + std::string{tail} + std::string{sentence.substr(body.size())};
}

std::string_view first_side_in(std::string_view text) {
  const std::size_t left = find_side(text, "left"), right = find_side(text, "right");
  if (left == right) return {};
  return left < right ? "left" : "right";
}

std::vector<std::string> with_either_side(const std::string& sentence, std::string_view first, std::string_view tail) {
  std::vector<std::string> ways;
  const std::string_view own = first_side_in(sentence);
  if (own.empty())
    add_unnamed_sides(sentence, ways);
  else
    add_named_sides(sentence, first.empty() ? own : first, ways);
  // Beside "the opposite side", "to the {side}" would say the contrary.
  constexpr std::string_view plain_tail = ", {side} side";
  const std::array<std::string_view, 2> tails =
      own.empty() ? std::array{tail, plain_tail} : std::array{plain_tail, tail};
  std::vector<std::string> tailed;
  for (const std::string& way : own.empty() ? std::vector{sentence} : ways)
    for (const std::string_view end : tails)
      if (!way.contains("{side}")) tailed.push_back(with_tail(way, end));
  ways.insert(ways.end(), tailed.begin(), tailed.end());
  ways.push_back(sentence);
  return ways;
}

} // namespace supple::reader
