// SPDX-License-Identifier: Apache-2.0
// The live session explored to its end: every event in every phase of it, at its beginning, middle and end, at every
// pace, from every state. Two lives are one where nothing that can come differs.
#include "../sanitized.h"
#include "guide/bearing.h"
#include "guide/live.h"
#include "guide/numbers.h"
#include "scores.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <deque>
#include <set>
#include <tuple>

namespace supple::guide {
namespace {

using namespace testing;

constexpr std::array events{Event::start,  Event::pause, Event::resume, Event::slower,
                            Event::faster, Event::skip,  Event::stop};

/// Into how many parts a phase is parted.
constexpr int parts = sanitized ? 1 : 4;

/// State, phase, how many parts of it are over, the paces, whether rest is still to be offered.
using Node = std::tuple<State, int, int, double, double, bool>;

Node node_of(const Live& live) {
  const Moment now = moment(live);
  return {live.state,
          now.phase,
          static_cast<int>(std::floor(now.phase_fraction * parts)),
          live.settings.pace_bpm,
          live.settings.opening_bpm,
          live.rest_offer_at_s >= 0};
}

/// To the next part of the phase, or into the next phase; what is told on the way.
Actions go_on(Live& live) {
  const Moment now = moment(live);
  const Phase& phase = live.session.phases.at(static_cast<std::size_t>(now.phase));
  return advance(live, live.clock_s + (phase.end_s - phase.start_s) / parts + 1e-9);
}

bool sounds(const Action& action) {
  return action.kind == ActionKind::speak || action.kind == ActionKind::tone;
}

bool is_over(State state) {
  return state == State::stopped || state == State::finished;
}

/// A session short enough that all of it can be gone through: one round, one on each side.
score::Score short_one() {
  score::Score score = low_back();
  for (score::Section& section : score.sections)
    section.count = 1;
  return score;
}

void expect_a_way_out(const Live& live) {
  Live stopping = live;
  const Actions told = handle(stopping, Event::stop, stopping.clock_s);
  ASSERT_EQ(stopping.state, State::stopped);
  if (live.state == State::stopped) return;
  ASSERT_FALSE(told.empty());
  ASSERT_EQ(told.front().kind, ActionKind::silence);
  ASSERT_TRUE(std::ranges::none_of(told, sounds));
}

void expect_centred_and_at_rest(const Live& live) {
  const Phase& last = live.session.phases.at(static_cast<std::size_t>(moment(live).phase));
  ASSERT_TRUE(is_rest(last.posture));
  ASSERT_EQ(last.side, Side::none);
  ASSERT_TRUE(last.moves.empty());
  ASSERT_TRUE(last.standing.empty());
}

TEST(Exploration, EveryStateHasAWayOutAndEveryPathEndsAtRestOrStopped) {
  const Live first = begin(short_one(), {});
  std::set<Node> seen{node_of(first)};
  std::deque<Live> ahead{first};
  const auto meet = [&](Live live) {
    if (seen.insert(node_of(live)).second) ahead.push_back(std::move(live));
  };
  int finished = 0;
  while (!ahead.empty()) {
    const Live live = std::move(ahead.front());
    ahead.pop_front();
    ASSERT_NO_FATAL_FAILURE(expect_a_way_out(live));
    if (live.state == State::finished) {
      ++finished;
      ASSERT_NO_FATAL_FAILURE(expect_centred_and_at_rest(live));
    }
    for (const Event event : events) {
      Live next = live;
      const Actions told = handle(next, event, next.clock_s);
      ASSERT_TRUE(live.state != State::stopped || told.empty());
      ASSERT_TRUE(live.state != State::finished || event == Event::stop || next.state == State::finished);
      ASSERT_TRUE(!is_over(next.state) || std::ranges::none_of(told, sounds));
      meet(std::move(next));
    }
    Live later = live;
    const Actions told = go_on(later);
    ASSERT_TRUE((live.state != State::ready && live.state != State::paused) || told.empty());
    meet(std::move(later));
  }
  EXPECT_GT(finished, 0);
  // Every pace of the range was met, and every phase of the session.
  std::set<double> paces;
  std::set<int> phases;
  for (const Node& node : seen) {
    paces.insert(std::get<3>(node));
    phases.insert(std::get<1>(node));
  }
  EXPECT_EQ(paces.size(), 17U);
  EXPECT_EQ(phases.size(), first.session.phases.size());
  RecordProperty("states", static_cast<int>(seen.size()));
}

TEST(Exploration, NoPathStartsForWhomTheDoorIsShut) {
  for (const Admission admission : {Admission::screening, Admission::not_now, Admission::talk_first, Admission::pause,
                                    Admission::today, Admission::not_today}) {
    Settings settings;
    settings.admission = admission;
    const Live first = begin(short_one(), settings);
    ASSERT_EQ(first.state, State::stopped);
    // Two events after one another are enough: none of them changes anything.
    for (const Event event : events) {
      Live live = first;
      ASSERT_TRUE(handle(live, event, 1).empty());
      ASSERT_TRUE(advance(live, 1000).empty());
      ASSERT_EQ(node_of(live), node_of(first));
    }
  }
}

} // namespace
} // namespace supple::guide
