// SPDX-License-Identifier: Apache-2.0
#include "text/nearest.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace supple::text {
namespace {

constexpr std::array<std::string_view, 4> names{"all-fours", "heel-sit", "Rounds", "Sides"};

TEST(NearestName, ForgivesALetterAndCapitals) {
  EXPECT_EQ(nearest_name(names, "all-four", 1), "all-fours");
  EXPECT_EQ(nearest_name(names, "heel-sitt", 1), "heel-sit");
  EXPECT_EQ(nearest_name(names, "Slides", 1), "Sides");
  EXPECT_EQ(nearest_name(names, "rounds", 0), "Rounds");
}

TEST(NearestName, TakesTheOneThatDiffersLeast) {
  EXPECT_EQ(nearest_name(names, "round", 5), "Rounds");
  EXPECT_EQ(nearest_name(names, "side", 5), "Sides");
}

TEST(NearestName, KnowsWhenNothingIsNear) {
  EXPECT_EQ(nearest_name(names, "all-fou", 1), "");
  EXPECT_EQ(nearest_name(names, "handstand", 3), "");
  EXPECT_EQ(nearest_name(names, std::string(10'000'000, 'a'), 3), "");
}

} // namespace
} // namespace supple::text
