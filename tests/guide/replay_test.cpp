// SPDX-License-Identifier: Apache-2.0
#include "guide/replay.h"

#include "scores.h"

#include <gtest/gtest.h>

namespace supple::guide {
namespace {

using namespace testing;

EventLog log_of(std::string_view text) {
  const auto log = read_event_log(text);
  EXPECT_TRUE(log.has_value());
  return log.value_or(EventLog{});
}

constexpr std::string_view whole_log = R"(# a session with everything in it
0 start
20.5 pause
31 resume
60 slower
75.25 faster
80 faster

100 skip
130 stop
)";

TEST(EventLog, IsReadLineByLine) {
  const EventLog log = log_of(whole_log);
  ASSERT_EQ(log.size(), 8U);
  EXPECT_DOUBLE_EQ(log[1].clock_s, 20.5);
  EXPECT_EQ(log[1].event, Event::pause);
  EXPECT_EQ(log.back().event, Event::stop);
}

TEST(EventLog, RefusesAWrongLineWithItsPlace) {
  for (const std::string_view wrong : {"0 start\nx pause", "0 start\n1 dance", "0 start\n1 pause now",
                                       "5 start\n1 stop", "0 start\n1..2 stop", "0 start\n99999999 stop"}) {
    const auto log = read_event_log(wrong);
    ASSERT_FALSE(log.has_value()) << wrong;
    EXPECT_EQ(log.error().front().place.line, 2);
  }
}

TEST(Replay, EndsInEveryState) {
  for (const std::string_view log : {"", "0 start", "0 start\n5 pause", "0 start\n5 stop", "3 stop"}) {
    Live live = begin(low_back(), {});
    replay(live, log_of(log), [](const Live&, const Actions&) {});
    EXPECT_NE(live.state, State::leading);
    EXPECT_LT(live.rest_offer_at_s, 0);
  }
}

// The golden hash: the same for every compiler, at every optimisation and in the browser. It changes only when what she
// hears or sees changes.
TEST(Replay, HasTheGoldenHash) {
  EXPECT_EQ(replay_hash(low_back(), {}, log_of(whole_log)), 0x7982ab0ed692948eU);
}

TEST(Replay, HearsEveryEvent) {
  const EventLog log = log_of(whole_log);
  const std::uint64_t whole = replay_hash(low_back(), {}, log);
  for (std::size_t i = 0; i < log.size(); ++i) {
    EventLog fewer = log;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_NE(replay_hash(low_back(), {}, fewer), whole) << i;
  }
}

} // namespace
} // namespace supple::guide
