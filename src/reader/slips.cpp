// SPDX-License-Identifier: Apache-2.0
#include "reader/slips.h"

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
  for (std::size_t i = 0; i < stem.size(); ++i) {
    const auto [at, is_new] = without_one_.emplace(without(stem, i), stem);
    if (!is_new && at->second != stem) at->second.clear();
  }
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
    if (const auto found = without_one_.find(tried); found != without_one_.end()) return found->second;
  if (stem.size() > shortest_missing)
    for (std::size_t i = 0; i < tried.size(); ++i)
      if (std::string shorter = without(tried, i); known_.contains(shorter)) return shorter;
  return {};
}

} // namespace supple::reader
