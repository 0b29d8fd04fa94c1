// SPDX-License-Identifier: Apache-2.0
#include "reader/slips.h"

#include <algorithm>
#include <utility>

namespace supple::reader {

namespace {

constexpr std::size_t shortest_swapped = 5; // "hda" could be anything
constexpr std::size_t shortest_missing = 7;
constexpr std::size_t longest = 24; // letters; what is longer is no word

std::string without(std::string_view word, std::size_t i) {
  std::string shorter{word};
  shorter.erase(i, 1);
  return shorter;
}

} // namespace

void Slips::learn(std::string_view stem) {
  if (!known_.emplace(stem).second || stem.size() < shortest_missing) return;
  if (long_.size() <= stem.size()) long_.resize(stem.size() + 1);
  long_[stem.size()].emplace_back(stem);
}

// The long stem that has one letter more than the word; an empty one where there are several.
std::optional<std::string> Slips::with_one_more(std::string_view stem) const {
  std::optional<std::string> found;
  if (stem.size() + 1 >= long_.size()) return found;
  for (const std::string& longer : long_[stem.size() + 1]) {
    const auto [here, there] = std::ranges::mismatch(stem, longer);
    const auto same = static_cast<std::size_t>(here - stem.begin());
    if (stem.substr(same) != std::string_view{longer}.substr(same + 1)) continue;
    if (found) return std::string{};
    found = longer;
  }
  return found;
}

std::string Slips::meant(std::string_view stem) const {
  std::string tried{stem};
  if (stem.size() < shortest_swapped || stem.size() > longest || known_.contains(tried)) return {};
  for (std::size_t i = 0; i + 1 < tried.size(); ++i) {
    std::swap(tried[i], tried[i + 1]);
    if (tried != stem && known_.contains(tried)) return tried;
    std::swap(tried[i], tried[i + 1]);
  }
  if (stem.size() + 1 >= shortest_missing)
    if (auto found = with_one_more(stem)) return *std::move(found);
  if (stem.size() > shortest_missing)
    for (std::size_t i = 0; i < tried.size(); ++i)
      if (std::string shorter = without(tried, i); known_.contains(shorter)) return shorter;
  return {};
}

} // namespace supple::reader
