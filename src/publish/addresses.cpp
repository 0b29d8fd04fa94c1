// SPDX-License-Identifier: Apache-2.0
#include "publish/addresses.h"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

namespace supple::publish {

namespace {

constexpr std::size_t longest_slug = 60;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// U+00C0 to U+00FF without their accents; a blank is no letter.
constexpr std::string_view without_accents = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
                                             "aaaaaaaceeeeiiiidnooooo ouuuuyty";

/// The letter at `at` without its accent, and how many bytes it takes.
std::pair<char, std::size_t> letter(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte != 0xC3 || at + 1 == text.size()) return {text[at], 1};
  return {without_accents[static_cast<unsigned char>(text[at + 1]) & 0x3FU], 2};
}

/// Everything that is no plain letter parts words.
std::string plain(std::string_view small) {
  std::string out;
  small = small.substr(0, longest_slug);
  for (std::size_t at = 0; at < small.size();) {
    const auto [c, bytes] = letter(small, at);
    at += bytes;
    if (is_plain(c))
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-'))
    out.pop_back();
  return out.empty() ? "tag" : out;
}

} // namespace

std::string way_up(std::string_view page) {
  std::string up;
  for (auto folders = std::ranges::count(page, '/'); folders > 0; --folders)
    up += "../";
  return up.empty() ? "./" : up;
}

std::string page_of(const Exercise& exercise) {
  return fmt::format("{}/{}/", is_workout(exercise) ? "workouts" : "exercises", exercise.name);
}

std::string page_of_list(const std::string& list, std::size_t number) {
  return number == 1 ? list : fmt::format("{}page.{}/", list, number);
}

std::string in_small_letters(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

const std::string& Slugs::of(std::string_view tag) {
  const std::string small = in_small_letters(tag);
  const auto [at, is_new] = by_tag_.try_emplace(small);
  if (!is_new) return at->second;
  std::string slug = plain(small);
  // No slug may be what another one has become.
  for (int number = ++taken_[slug]; number > 1; number = ++taken_[slug])
    slug = fmt::format("{}-{}", slug, number);
  at->second = slug;
  return at->second;
}

} // namespace supple::publish
