// SPDX-License-Identifier: Apache-2.0
// The motion of a session that is being led, through events at random instants: nothing jumps, and what is planted
// stays.
#include "body/skeleton.h"
#include "motion/live_motion.h"
#include "score/understand.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

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
  for (std::size_t c = 0; c < body::channel_count; ++c) {
    worst = std::max(worst, std::fabs(before.intent.value[c] - after.intent.value[c]));
    worst = std::max(worst, std::fabs(before.speed.value[c] - after.speed.value[c]));
    worst = std::max(worst, std::fabs(before.acceleration.value[c] - after.acceleration.value[c]));
  }
  return worst;
}

RC_GTEST_PROP(LiveMotion, NothingJumpsAtAnyEvent, ()) {
  guide::Live live = guide::begin(low_back(), {});
  LiveMotion moving = follow(live);
  double clock_s = 0;
  static_cast<void>(guide::handle(live, guide::Event::start, clock_s));
  mend(moving, live);
  for (int i = 0; i < 8; ++i) {
    clock_s += *rc::gen::inRange(1, 40000) / 1000.0;
    static_cast<void>(guide::advance(live, clock_s));
    const Flow before = flow_at(moving, live, clock_s);
    const auto event = static_cast<guide::Event>(*rc::gen::inRange(1, 7));
    static_cast<void>(guide::handle(live, event, clock_s));
    mend(moving, live);
    RC_ASSERT(jump(before, flow_at(moving, live, clock_s)) < 1e-9);
  }
}

RC_GTEST_PROP(LiveMotion, HandsAndKneesStayWhereTheyArePlanted, ()) {
  const guide::Session session = guide::plan(low_back(), {});
  const body::Person person = person_of({});
  const Motion motion = motion_of(session, person);
  const body::Skeleton skeleton = body::skeleton_of(person);
  const double at_s = *rc::gen::inRange(0, static_cast<int>(session.duration_s * 1000)) / 1000.0;
  const body::Intent intent = flow_at(motion, at_s).intent;
  const body::Pose pose = body::pose(skeleton, intent);
  RC_ASSERT(pose.residual_m < 1e-6);
  RC_ASSERT(pose[body::Point::knee_left] == skeleton.knee);
  const bool hands_planted = body::planted(intent).size() == 8;
  if (hands_planted) RC_ASSERT(pose[body::Point::wrist_left] == skeleton.wrist);
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
