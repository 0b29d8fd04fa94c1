// SPDX-License-Identifier: Apache-2.0
#include "film/crew.h"

#include <array>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace {

using namespace supple::film;

/// The later ones are quicker, so that hands overtake one another.
Maker uneven() {
  return [frames = std::array<Frame, 2>(), turn = std::size_t{0}](std::size_t number) mutable -> const Frame& {
    if (number % 3 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    Frame& frame = frames[turn ^= 1];
    frame.assign(1, static_cast<std::uint8_t>(number));
    return frame;
  };
}

TEST(Crew, frames_come_in_their_order_however_many_hands_make_them) {
  for (const int hands : {1, 2, 7}) {
    std::vector<int> taken;
    make_in_order(100, hands, uneven, [&](const Frame& frame) {
      if (taken.size() % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      taken.push_back(frame.at(0));
      return true;
    });
    ASSERT_EQ(taken.size(), 100U);
    for (int i = 0; i < 100; ++i)
      EXPECT_EQ(taken[static_cast<std::size_t>(i)], i);
  }
}

TEST(Crew, ends_when_it_is_told_to) {
  int taken = 0;
  make_in_order(1'000'000, 3, uneven, [&](const Frame&) { return ++taken < 5; });
  EXPECT_EQ(taken, 5);
}

TEST(Crew, makes_no_more_frames_ahead_than_twice_its_hands) {
  std::atomic<int> made = 0;
  int taken = 0;
  const Frame none;
  const auto counting = [&]() -> Maker {
    return [&](std::size_t) -> const Frame& {
      ++made;
      return none;
    };
  };
  make_in_order(60, 2, counting, [&](const Frame&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_LE(made, ++taken + 4);
    return true;
  });
  EXPECT_EQ(made, 60);
}

TEST(Crew, what_a_hand_throws_is_thrown) {
  const auto failing = []() -> Maker {
    return [frame = Frame()](std::size_t number) -> const Frame& {
      if (number == 4) throw std::runtime_error("no paint left");
      return frame;
    };
  };
  EXPECT_THROW(make_in_order(50, 2, failing, [](const Frame&) { return true; }), std::runtime_error);
}

} // namespace
