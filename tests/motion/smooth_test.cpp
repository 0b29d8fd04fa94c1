// SPDX-License-Identifier: Apache-2.0
// What she sees of the motion: every point of her body moves smoothly through a session, and a pose allocates nothing.
#include "body/skeleton.h"
#include "guide/plan.h"
#include "motion/live_motion.h"
#include "score/understand.h"

#include "../figure/allocations.h"
#include "../sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace supple::motion {
namespace {

using geometry::Vec3;

constexpr double frame_s = 1.0 / 120;

score::Score score_of(const std::filesystem::path& exercise, int week) {
  std::ifstream in(exercise);
  std::ostringstream text;
  text << in.rdbuf();
  return *score::understand(text.str(), *reader::english(), *score::standard_rules(), week).score;
}

score::Score low_back() {
  return score_of(std::string{SUPPLE_ROOT} + "/library/exercises/release-your-low-back.md", 30);
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
  for (const int week : sanitized ? std::vector{38} : std::vector{12, 30, 38}) {
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

// How far a point is from where it would be had it gone on as between the two frames before.
double swerve(body::Point point, const body::Pose& first, const body::Pose& second, const body::Pose& third) {
  return length(third[point] - second[point] * 2 + first[point]);
}

double farthest_swerve(const body::Pose& first, const body::Pose& second, const body::Pose& third) {
  double farthest = 0;
  for (int i = 0; i < body::point_count; ++i)
    farthest = std::max(farthest, swerve(static_cast<body::Point>(i), first, second, third));
  return farthest;
}

std::vector<std::filesystem::path> exercises() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(std::string{SUPPLE_ROOT} + "/library/exercises"))
    if (entry.path().extension() == ".md" && !entry.path().stem().has_extension()) // translations move alike
      found.push_back(entry.path());
  return found;
}

// Every three poses of the exercise that lie so far apart one after the other, until one of them fails.
void look_along(const std::filesystem::path& exercise, const guide::Settings& settings, double apart_s,
                const auto& look) {
  const guide::Session session = guide::plan(score_of(exercise, settings.week), settings);
  const body::Person person = person_of(settings);
  const body::Skeleton skeleton = body::skeleton_of(person);
  const Motion motion = motion_of(session, person);
  const auto pose_at = [&](double at_s) { return body::pose(skeleton, flow_at(motion, at_s).intent); };
  body::Pose first = pose_at(0), second = pose_at(apart_s);
  for (double at_s = 2 * apart_s; at_s < session.duration_s && !testing::Test::HasFatalFailure(); at_s += apart_s) {
    const body::Pose third = pose_at(at_s);
    look(first, second, third, at_s);
    first = second;
    second = third;
  }
}

// What comes to rest on the mat comes softly: a hip and its outer side that were held at once turned all of her by half
// a metre between two frames.
TEST(Smooth, NothingJumpsInAnyExercise) {
  constexpr double apart_s = 0.04, most_m = 0.016; // a foot that steps: 9 m/s2
  for (const std::filesystem::path& exercise : exercises()) {
    for (const guide::Wrists wrists : sanitized ? std::vector{guide::Wrists::forearms}
                                                : std::vector{guide::Wrists::palms, guide::Wrists::forearms}) {
      guide::Settings settings;
      settings.week = 12;
      settings.wrists = wrists;
      look_along(exercise, settings, apart_s,
                 [&](const auto& first, const auto& second, const auto& third, double at_s) {
                   ASSERT_LT(farthest_swerve(first, second, third), most_m) << exercise.filename() << " " << at_s;
                 });
    }
  }
}

// What rests on the mat by more than one place trembled: the places that she is kept off it by were taken and let go by
// turns from frame to frame, and the trunk swerved by 3 mm in a hundredth of a second.
TEST(Smooth, TheTrunkNeverTrembles) {
  constexpr double apart_s = 0.01, most_m = 0.0009; // hips that come to rest: 7 m/s2 measured
  constexpr std::array trunk{body::Point::hip_left, body::Point::hip_right, body::Point::sacrum,   body::Point::L3,
                             body::Point::T8,       body::Point::T1,        body::Point::forehead, body::Point::crown};
  for (const std::filesystem::path& exercise : exercises())
    for (const int week : sanitized ? std::vector{24} : std::vector{24, 38}) {
      guide::Settings settings;
      settings.week = week;
      look_along(exercise, settings, apart_s,
                 [&](const auto& first, const auto& second, const auto& third, double at_s) {
                   for (const body::Point point : trunk)
                     ASSERT_LT(swerve(point, first, second, third), most_m)
                         << exercise.filename() << " week " << week << " " << at_s << " " << body::name(point);
                 });
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
