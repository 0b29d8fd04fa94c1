// SPDX-License-Identifier: Apache-2.0
#include "text/sorted.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace supple::text {
namespace {

using Numbered = std::pair<int, int>; // a key, and where it stood

TEST(Sorted, LeavesEqualsAsTheyStand) {
  std::vector<Numbered> list;
  for (int i = 0; i < 200; ++i)
    list.emplace_back((i * 7) % 5, i);
  auto stable = list;
  std::ranges::sort(stable);
  text::sort(list, {}, &Numbered::first);
  EXPECT_EQ(list, stable);
}

TEST(Sorted, SortsByAnyOrderAndMovesWhatCannotBeCopied) {
  std::vector<std::unique_ptr<int>> list;
  for (const int number : {3, 1, 2})
    list.push_back(std::make_unique<int>(number));
  text::sort(list, std::ranges::greater{}, [](const auto& one) { return *one; });
  EXPECT_EQ(*list[0], 3);
  EXPECT_EQ(*list[1], 2);
  EXPECT_EQ(*list[2], 1);
}

TEST(Sorted, LeavesAnEmptyListEmpty) {
  std::vector<int> none;
  text::sort(none);
  EXPECT_TRUE(none.empty());
}

} // namespace
} // namespace supple::text
