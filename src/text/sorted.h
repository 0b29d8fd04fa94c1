// SPDX-License-Identifier: Apache-2.0
// Sorting that weighs little in the browser: std::sort brings 2 to 4 kB of code there for each kind of list.
#pragma once

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace supple::text {

/// The places 0 to `count` - 1 in order. Equals stay as they stand.
[[nodiscard]] std::vector<int> places_in_order(int count, const std::function<bool(int, int)>& comes_before);

/// Sorts the list by what is projected of its elements. Equals stay as they stand, in every library alike.
template <class Element, class Less = std::ranges::less, class Projection = std::identity>
void sort(std::vector<Element>& list, const Less& less = {}, const Projection& projection = {}) {
  if (std::ranges::is_sorted(list, less, projection)) return;
  const auto key = [&](int place) -> decltype(auto) {
    return std::invoke(projection, list[static_cast<std::size_t>(place)]);
  };
  const auto comes_before = [&](int a, int b) { return static_cast<bool>(std::invoke(less, key(a), key(b))); };
  std::vector<Element> sorted;
  sorted.reserve(list.size());
  for (const int place : places_in_order(static_cast<int>(list.size()), comes_before))
    sorted.push_back(std::move(list[static_cast<std::size_t>(place)]));
  list = std::move(sorted);
}

} // namespace supple::text
