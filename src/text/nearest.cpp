// SPDX-License-Identifier: Apache-2.0
#include "text/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace supple::text {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Levenshtein's distance, row by row: `row[j]` is that of what was read of `a` and the first j letters of `b`.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

} // namespace

std::string_view nearest_name(std::span<const std::string_view> names, std::string_view word, std::size_t most) {
  std::string_view nearest;
  std::size_t least = most + 1;
  for (const std::string_view name : names) {
    if (word.size() > name.size() + most) continue; // however long the word is
    const std::size_t away = distance(name, word);
    if (away >= least) continue;
    least = away;
    nearest = name;
  }
  return nearest;
}

} // namespace supple::text
