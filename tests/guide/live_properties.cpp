// SPDX-License-Identifier: Apache-2.0
// What holds of every session that is being led, whatever she does and however rarely the clock is told.
#include "arbitrary.h"

#include "guide/bearing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supple::guide {
namespace {

using namespace testing;

/// A session led through a log up to the place of one of its events, in ticks of any length.
struct Led {
  Live live;
  double tick_s = *rc::gen::inRange(1, 50) / 100.0;

  explicit Led(const EventLog& log) {
    const score::Score score = any_score();
    live = begin(score, any_settings(score));
    for (const LoggedEvent& logged : log) {
      while (live.clock_s + tick_s < logged.clock_s)
        static_cast<void>(advance(live, live.clock_s + tick_s));
      static_cast<void>(handle(live, logged.event, logged.clock_s));
    }
  }

  Actions run_for(double seconds) {
    Actions all;
    const double until_s = live.clock_s + seconds;
    while (live.clock_s < until_s)
      std::ranges::copy(advance(live, std::min(live.clock_s + tick_s, until_s)), std::back_inserter(all));
    return all;
  }
};

EventLog without_stop(EventLog log) {
  std::erase_if(log, [](const LoggedEvent& logged) { return logged.event == Event::stop; });
  return log;
}

bool sounds(const Action& action) {
  return action.kind == ActionKind::speak || action.kind == ActionKind::tone;
}

RC_GTEST_PROP(EveryLiveSession, IsSilentAtOnceOnStopAndThenOffersRestOnce, ()) {
  Led led(without_stop(any_log()));
  const double clock_s = led.live.clock_s + *rc::gen::inRange(0, 300) / 100.0;
  const Actions stopped = handle(led.live, Event::stop, clock_s);
  RC_ASSERT(!stopped.empty());
  RC_ASSERT(stopped.front().kind == ActionKind::silence);
  RC_ASSERT(stopped.front().at_s == clock_s);
  RC_ASSERT(led.live.state == State::stopped);
  RC_ASSERT(std::ranges::none_of(stopped, sounds));
  const Actions after = led.run_for(60);
  RC_ASSERT(after.size() == 2U);
  RC_ASSERT(after[0].kind == ActionKind::speak);
  RC_ASSERT(after[0].at_s >= clock_s + 1.5);
  RC_ASSERT(after[1].kind == ActionKind::caption);
}

RC_GTEST_PROP(EveryLiveSession, StaysStopped, ()) {
  Led led(without_stop(any_log()));
  static_cast<void>(handle(led.live, Event::stop, led.live.clock_s));
  const double position_s = led.live.position_s;
  for (const LoggedEvent& logged : any_log())
    RC_ASSERT(handle(led.live, logged.event, led.live.clock_s).empty());
  RC_ASSERT(led.live.state == State::stopped);
  RC_ASSERT(led.live.position_s == position_s);
}

RC_GTEST_PROP(EveryLiveSession, KeepsItsPlaceWhenThePaceChanges, ()) {
  Led led(without_stop(any_log()));
  const Moment before = moment(led.live);
  const Event change = *rc::gen::element(Event::slower, Event::faster);
  static_cast<void>(handle(led.live, change, led.live.clock_s));
  const Moment after = moment(led.live);
  RC_ASSERT(after.phase == before.phase);
  RC_ASSERT(std::abs(after.phase_fraction - before.phase_fraction) < 1e-6);
  RC_ASSERT(after.pace_bpm >= 4);
  RC_ASSERT(after.pace_bpm <= 12);
}

RC_GTEST_PROP(EveryLiveSession, KeepsItsPhaseThroughAPause, ()) {
  Led led(without_stop(any_log()));
  RC_PRE(led.live.state == State::leading);
  const Moment before = moment(led.live);
  const Actions paused = handle(led.live, Event::pause, led.live.clock_s);
  RC_ASSERT(paused.front().kind == ActionKind::silence);
  RC_ASSERT(led.run_for(30).empty());
  static_cast<void>(handle(led.live, Event::resume, led.live.clock_s));
  const Moment after = moment(led.live);
  RC_ASSERT(after.phase == before.phase);
  RC_ASSERT(after.position_s <= before.position_s);
}

RC_GTEST_PROP(EveryLiveSession, EndsAtRestUnlessSheStops, ()) {
  Led led(without_stop(any_log()));
  if (led.live.state == State::paused) static_cast<void>(handle(led.live, Event::resume, led.live.clock_s));
  const Actions all = led.run_for(led.live.session.duration_s - led.live.position_s + 1);
  RC_ASSERT(led.live.state == State::finished);
  RC_ASSERT(is_rest(led.live.session.phases.at(static_cast<std::size_t>(moment(led.live).phase)).posture));
  RC_ASSERT(advance(led.live, led.live.clock_s + 100).empty());
}

RC_GTEST_PROP(EveryLiveSession, NeverSpeaksOverItself, ()) {
  const score::Score score = any_score();
  Live live = begin(score, any_settings(score));
  double silent_from_s = 0;
  replay(live, any_log(), [&](const Live&, const Actions& actions) {
    for (const Action& action : actions) {
      if (action.kind == ActionKind::silence) silent_from_s = action.at_s;
      if (action.kind != ActionKind::speak) continue;
      RC_ASSERT(action.at_s >= silent_from_s - 1e-6);
      silent_from_s = action.at_s + action.duration_s;
    }
  });
}

RC_GTEST_PROP(EveryLiveSession, AnswersTheSameToTheSame, ()) {
  const score::Score score = any_score();
  const Settings settings = any_settings(score);
  const EventLog log = any_log();
  RC_ASSERT(replay_hash(score, settings, log) == replay_hash(score, settings, log));
}

} // namespace
} // namespace supple::guide
