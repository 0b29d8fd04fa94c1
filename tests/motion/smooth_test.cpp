// SPDX-License-Identifier: Apache-2.0
// What she sees of the motion: every point of her body moves smoothly through a session, and a pose allocates nothing.
#include "body/skeleton.h"
#include "motion/live_motion.h"
#include "score/understand.h"

#include "../figure/allocations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace supple::motion {
namespace {

using geometry::Vec3;

constexpr double frame_s = 1.0 / 120;

score::Score low_back() {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/library/exercises/release-your-low-back.md");
  std::ostringstream text;
  text << in.rdbuf();
  return *score::understand(text.str(), *reader::english(), *score::standard_rules(), 30).score;
}

// The greatest acceleration and jerk of any point over frames that follow one another.
class Watch {
public:
  void see(const body::Pose& pose) {
    std::array<Vec3, body::point_count> speed, change;
    for (std::size_t i = 0; i < body::point_count; ++i) {
      speed[i] = (pose.points[i] - before_[i]) * (1 / frame_s);
      change[i] = (speed[i] - speed_[i]) * (1 / frame_s);
      if (frames_ >= 2) acceleration = std::max(acceleration, length(change[i]));
      if (frames_ >= 3) jerk = std::max(jerk, length(change[i] - change_[i]) / frame_s);
    }
    before_ = pose.points;
    speed_ = speed;
    change_ = change;
    residual_m = std::max(residual_m, pose.residual_m);
    ++frames_;
  }

  double acceleration = 0, jerk = 0, residual_m = 0;

private:
  int frames_ = 0;
  std::array<Vec3, body::point_count> before_, speed_, change_;
};

TEST(Smooth, EveryPointThroughASession) {
  guide::Settings settings;
  for (const int week : {12, 30, 38}) {
    settings.week = week;
    const guide::Live live = guide::begin(low_back(), settings);
    const body::Person person = person_of(settings);
    const body::Skeleton skeleton = body::skeleton_of(person);
    const Motion motion = motion_of(live.session, person);
    Watch watch;
    for (double at_s = 0; at_s < live.session.duration_s; at_s += frame_s)
      watch.see(body::pose(skeleton, flow_at(motion, at_s).intent));
    EXPECT_LT(watch.acceleration, 3) << "m/s2, week " << week;
    EXPECT_LT(watch.jerk, 60) << "m/s3, week " << week;
    EXPECT_LT(watch.residual_m, 1e-6) << "week " << week;
  }
}

TEST(Smooth, EveryPointThroughEveryLiveEvent) {
  guide::Settings settings;
  settings.week = 30;
  guide::Live live = guide::begin(low_back(), settings);
  LiveMotion moving = follow(live);
  const body::Skeleton skeleton = body::skeleton_of(person_of(settings));
  const auto tell = [&](guide::Event event, double clock_s) {
    static_cast<void>(guide::handle(live, event, clock_s));
    mend(moving, live);
  };
  tell(guide::Event::start, 0);
  const std::array events{guide::Event::slower, guide::Event::pause, guide::Event::resume, guide::Event::faster,
                          guide::Event::skip,   guide::Event::pause, guide::Event::resume, guide::Event::slower};
  Watch watch;
  double clock_s = 0;
  for (std::size_t i = 0; i < 40; ++i) {
    const double until_s = clock_s + 3.7 + 0.31 * static_cast<double>(i % 7);
    for (; clock_s < until_s; clock_s += frame_s) {
      static_cast<void>(guide::advance(live, clock_s));
      watch.see(body::pose(skeleton, flow_at(moving, live, clock_s).intent));
    }
    tell(events[i % events.size()], clock_s);
  }
  EXPECT_LT(watch.acceleration, 12) << "m/s2";
  EXPECT_LT(watch.jerk, 400) << "m/s3";
  EXPECT_LT(watch.residual_m, 1e-6);
}

TEST(Smooth, APoseAllocatesNothing) {
  const guide::Live live = guide::begin(low_back(), {});
  const body::Skeleton skeleton = body::skeleton_of({});
  const Motion motion = motion_of(live.session, {});
  const long before = figure::allocations();
  for (double at_s = 0; at_s < 60; at_s += 1)
    EXPECT_LT(body::pose(skeleton, flow_at(motion, at_s).intent).residual_m, 1e-6);
  EXPECT_EQ(figure::allocations(), before);
}

} // namespace
} // namespace supple::motion
