// SPDX-License-Identifier: Apache-2.0
// The motion of a session that is being led, through events at random instants: nothing jumps, and what is planted
// stays.
#include "body/skeleton.h"
#include "motion/live_motion.h"
#include "score/understand.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <fstream>
#include <sstream>

namespace supple::motion {
namespace {

const score::Score& low_back() {
  static const score::Score score = [] {
    std::ifstream in(std::string{SUPPLE_ROOT} + "/library/exercises/release-your-low-back.md");
    std::ostringstream text;
    text << in.rdbuf();
    return *score::understand(text.str(), *reader::english(), *score::standard_rules(), 30).score;
  }();
  return score;
}

// The greatest jump of position, speed and acceleration between just before and just after an instant.
double jump(const Flow& before, const Flow& after) {
  double worst = 0;
  for (std::size_t c = 0; c < body::Intent::count; ++c) {
    worst = std::max(worst, std::fabs(before.intent.value[c] - after.intent.value[c]));
    worst = std::max(worst, std::fabs(before.speed.value[c] - after.speed.value[c]));
    worst = std::max(worst, std::fabs(before.acceleration.value[c] - after.acceleration.value[c]));
  }
  return worst;
}

guide::Settings any_settings() {
  guide::Settings settings;
  settings.pace_bpm = *rc::gen::inRange(8, 25) / 2.0;
  settings.wrists = static_cast<guide::Wrists>(*rc::gen::inRange(0, 3));
  settings.knees_padded = *rc::gen::arbitrary<bool>();
  return settings;
}

// A session that is led through events at random instants.
struct Led {
  guide::Live live;
  LiveMotion moving;
  double clock_s = 0;

  explicit Led(const guide::Settings& settings) : live{guide::begin(low_back(), settings)}, moving{follow(live)} {
    tell(guide::Event::start);
  }

  void tell(guide::Event event) {
    static_cast<void>(guide::handle(live, event, clock_s));
    mend(moving, live);
  }

  void wait(double seconds) {
    clock_s += seconds;
    static_cast<void>(guide::advance(live, clock_s));
  }

  // Never a stop: after it nothing moves any more.
  void tell_anything() {
    static const std::array events{guide::Event::pause, guide::Event::resume, guide::Event::slower,
                                   guide::Event::faster, guide::Event::skip};
    tell(events[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(events.size())))]);
  }

  [[nodiscard]] Flow now() const { return flow_at(moving, live, clock_s); }
};

RC_GTEST_PROP(LiveMotion, NothingJumpsAtAnyEvent, ()) {
  Led led{any_settings()};
  for (int i = 0; i < 8; ++i) {
    led.wait(*rc::gen::inRange(1, 40000) / 1000.0);
    const Flow before = led.now();
    led.tell_anything();
    RC_ASSERT(jump(before, led.now()) < 1e-9);
  }
  const Flow before = led.now();
  led.tell(guide::Event::stop);
  RC_ASSERT(jump(before, led.now()) < 1e-9);
}

// Between the events: what is told of speed and acceleration is how position and speed really change.
RC_GTEST_PROP(LiveMotion, SpeedAndAccelerationAreThoseOfTheMotion, ()) {
  Led led{any_settings()};
  constexpr double step_s = 1e-3;
  for (int i = 0; i < 4; ++i) {
    led.wait(*rc::gen::inRange(1, 40000) / 1000.0);
    led.tell_anything();
    for (int k = 0; k < 60; ++k) {
      const Flow from = led.now();
      led.wait(step_s);
      const Flow to = led.now();
      for (std::size_t c = 0; c < body::Intent::count; ++c) {
        const double mean_speed = (from.speed.value[c] + to.speed.value[c]) / 2;
        const double mean_acceleration = (from.acceleration.value[c] + to.acceleration.value[c]) / 2;
        RC_ASSERT(std::fabs(to.intent.value[c] - from.intent.value[c] - mean_speed * step_s) < 1e-6);
        RC_ASSERT(std::fabs(to.speed.value[c] - from.speed.value[c] - mean_acceleration * step_s) < 1e-3);
      }
      led.wait(*rc::gen::inRange(0, 100) / 1000.0);
    }
  }
}

RC_GTEST_PROP(LiveMotion, HandsAndKneesStayWhereTheyArePlanted, ()) {
  const guide::Settings settings = any_settings();
  const body::Skeleton skeleton = body::skeleton_of(person_of(settings));
  const body::Pose rest =
      body::pose(skeleton, body::intent_of(skeleton.person, vocabulary::Posture::all_fours, body::Channels{}));
  Led led{settings};
  for (int i = 0; i < 8; ++i) {
    led.wait(*rc::gen::inRange(1, 60000) / 1000.0);
    led.tell_anything();
    for (int k = 0; k < 30; ++k) {
      const body::Intent intent = led.now().intent;
      const body::Pose pose = body::pose(skeleton, intent);
      RC_ASSERT(pose.residual_m < 1e-6);
      for (const body::Point point : body::planted(intent))
        RC_ASSERT(length(pose[point] - rest[point]) < 1e-6);
      led.wait(0.05);
    }
  }
}

TEST(LiveMotion, AStopIsStillWithinATenthOfASecond) {
  guide::Live live = guide::begin(low_back(), {});
  LiveMotion moving = follow(live);
  static_cast<void>(guide::handle(live, guide::Event::start, 0));
  mend(moving, live);
  static_cast<void>(guide::advance(live, 100.7));
  static_cast<void>(guide::handle(live, guide::Event::stop, 100.7));
  mend(moving, live);
  const Flow still = flow_at(moving, live, 100.81);
  for (const double speed : still.speed.value)
    EXPECT_EQ(speed, 0);
}

} // namespace
} // namespace supple::motion
