// SPDX-License-Identifier: Apache-2.0
// The motion of a session that is being led, through events at random instants: nothing jumps, and what is planted
// stays.
#include "body/skeleton.h"
#include "geometry/trigonometry.h"
#include "motion/live_motion.h"
#include "score/understand.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace supple::motion {
namespace {

constexpr int week = 12; // which every exercise is for

score::Score score_of(const std::filesystem::path& exercise) {
  std::ifstream in(exercise);
  std::ostringstream text;
  text << in.rdbuf();
  return *score::understand(text.str(), *reader::english(), *score::standard_rules(), week).score;
}

const std::filesystem::path& exercises() {
  static const std::filesystem::path path = std::string{SUPPLE_ROOT} + "/library/exercises";
  return path;
}

const score::Score& low_back() {
  static const score::Score score = score_of(exercises() / "release-your-low-back.md");
  return score;
}

// Every exercise, in order of their names.
const std::vector<score::Score>& library() {
  static const std::vector<score::Score> scores = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(exercises()))
      if (entry.path().extension() == ".md" && !entry.path().stem().has_extension()) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<score::Score> all;
    for (const auto& file : files)
      all.push_back(score_of(file));
    return all;
  }();
  return scores;
}

// The place of a contact that is not held, which is not seen.
bool is_unseen(const Flow& flow, std::size_t c) {
  if (c < body::Intent::contacts_at || c == body::Intent::breath_at) return false;
  const std::size_t within = (c - body::Intent::contacts_at) % 4;
  return within != 0 && flow.intent.value[c - within] <= 0;
}

// The greatest jump of position, speed and acceleration between just before and just after an instant.
double jump(const Flow& before, const Flow& after) {
  double worst = 0;
  for (std::size_t c = 0; c < body::Intent::count; ++c) {
    if (is_unseen(before, c)) continue;
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

  explicit Led(const guide::Settings& settings, const score::Score& score = low_back())
      : live{guide::begin(score, settings)}, moving{follow(live)} {
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

// How fast the fastest joint turns between two frames, radians.
double farthest_turn(const body::Pose& before, const body::Pose& now) {
  const auto turned = [](const body::Pose& pose, std::size_t link) {
    return inverse(pose.links.turned[body::parents[link]]) * pose.links.turned[link];
  };
  double farthest = 0;
  for (std::size_t i = 1; i < body::link_count; ++i)
    farthest = std::max(farthest, length(geometry::vector_of(inverse(turned(before, i)) * turned(now, i))));
  return farthest;
}

// A skip leads to another posture, and so does a pace that changes while she is late: she goes there as in the plan.
RC_GTEST_PROP(LiveMotion, InEveryExerciseWhatIsHeldStaysNothingSinksAndNoJointIsHurriedWhateverSheTells, ()) {
  constexpr double frame_s = 0.05;
  guide::Settings settings = any_settings();
  settings.week = week;
  const body::Skeleton skeleton = body::skeleton_of(person_of(settings));
  Led led{settings, *rc::gen::elementOf(library())};
  for (int i = 0; i < 6; ++i) {
    led.wait(*rc::gen::inRange(1, 15000) / 1000.0);
    const Flow before_it = led.now();
    led.tell_anything();
    RC_ASSERT(jump(before_it, led.now()) < 1e-9);
    body::Pose before = body::pose(skeleton, led.now().intent);
    for (int k = 0; k < 60; ++k) {
      led.wait(frame_s);
      const body::Pose now = body::pose(skeleton, led.now().intent);
      RC_ASSERT(now.residual_m < 1e-6);
      RC_ASSERT(geometry::degrees(farthest_turn(before, now)) < 90 * frame_s);
      for (const geometry::Vec3 point : now.points)
        RC_ASSERT(point.z > -0.0065);
      before = now;
    }
  }
}

TEST(LiveMotion, ASkipGoesOnByThePosturesBetweenUntilThePlanIsCaughtUpWith) {
  guide::Live live = guide::begin(score_of(exercises() / "down-to-the-floor-and-up.md"), {});
  LiveMotion moving = follow(live);
  const auto tell = [&](guide::Event event, double clock_s) {
    static_cast<void>(guide::handle(live, event, clock_s));
    mend(moving, live);
  };
  tell(guide::Event::start, 0);
  EXPECT_FALSE(moving.detour);
  tell(guide::Event::skip, 2); // to where she comes down, and from there to hands and knees
  tell(guide::Event::skip, 2);
  ASSERT_TRUE(moving.detour);
  using vocabulary::Posture;
  const std::vector<Travel>& travels = moving.detour->travels;
  std::vector<Posture> through{travels.front().leaves.posture};
  for (const Travel& travel : travels)
    if (travel.reaches.posture != through.back()) through.push_back(travel.reaches.posture);
  ASSERT_GE(through.size(), 4U);
  through.resize(4);
  EXPECT_EQ(through, (std::vector{Posture::standing, Posture::half_kneeling, Posture::kneeling, Posture::all_fours}));
  const Travel &last = moving.detour->travels.back(), &planned = moving.plan.travels.back();
  EXPECT_EQ(last.end_s, planned.end_s);
  EXPECT_EQ(last.to.value, planned.to.value);
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
