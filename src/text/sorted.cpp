// SPDX-License-Identifier: Apache-2.0
#include "text/sorted.h"

#include <numeric>

namespace supple::text {

std::vector<int> places_in_order(int count, const std::function<bool(int, int)>& comes_before) {
  std::vector<int> places(static_cast<std::size_t>(count));
  std::iota(places.begin(), places.end(), 0);
  std::ranges::sort(places, [&](int a, int b) {
    if (comes_before(a, b)) return true;
    return a < b && !comes_before(b, a);
  });
  return places;
}

} // namespace supple::text
