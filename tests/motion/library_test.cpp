// SPDX-License-Identifier: Apache-2.0
// Every exercise of the library, from its first frame to its last: what touches stays, nothing sinks, no joint is
// hurried.
#include "../sanitized.h"
#include "body/skeleton.h"
#include "geometry/trigonometry.h"
#include "guide/plan.h"
#include "motion/motion.h"
#include "motion/refused.h"
#include "score/understand.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace supple::motion {
namespace {

constexpr int fitting_week = 12; // which every exercise is for

template <class Look>
void in_every_exercise(Look look) {
  for (const auto& entry : std::filesystem::directory_iterator(std::string{SUPPLE_ROOT} + "/library/exercises")) {
    if (entry.path().extension() != ".md" || entry.path().stem().has_extension()) continue; // translations move alike
    SCOPED_TRACE(entry.path().filename());
    std::ifstream in(entry.path());
    std::ostringstream text;
    text << in.rdbuf();
    const auto understood = score::understand(text.str(), *reader::english(), *score::standard_rules(), fitting_week);
    ASSERT_TRUE(understood.score);
    look(*understood.score);
  }
}

double fastest_turn(const body::Pose& before, const body::Pose& now) {
  double fastest = 0;
  for (std::size_t i = 1; i < body::link_count; ++i) {
    const auto turned = [&](const body::Pose& pose) {
      return inverse(pose.links.turned[body::parents[i]]) * pose.links.turned[i];
    };
    fastest = std::max(fastest, length(geometry::vector_of(inverse(turned(before)) * turned(now))));
  }
  return fastest;
}

TEST(Library, EveryFrameKeepsItsContactsAndNoJointIsHurried) {
  constexpr double frame_s = 0.05;
  in_every_exercise([](const score::Score& score) {
    for (const double pace : sanitized ? std::vector{12.0} : std::vector{6.0, 12.0}) {
      guide::Settings settings;
      settings.week = fitting_week;
      settings.pace_bpm = settings.opening_bpm = pace;
      const guide::Session session = guide::plan(score, settings);
      const body::Person person = person_of(settings);
      const body::Skeleton skeleton = body::skeleton_of(person);
      const Motion motion = motion_of(session, person);
      EXPECT_TRUE(refused_in(session, person).empty() && motion.refused.empty());
      body::Pose before = body::pose(skeleton, flow_at(motion, 0).intent);
      for (double at_s = 0; at_s < session.duration_s; at_s += frame_s) {
        const body::Pose now = body::pose(skeleton, flow_at(motion, at_s).intent);
        ASSERT_LT(now.residual_m, 1e-6) << at_s;
        ASSERT_LT(geometry::degrees(fastest_turn(before, now)) / frame_s, 90) << at_s;
        for (int i = 0; i < body::point_count; ++i)
          ASSERT_GE(now.points[static_cast<std::size_t>(i)].z, -0.0065)
              << body::name(static_cast<body::Point>(i)) << " " << at_s;
        before = now;
      }
    }
  });
}

} // namespace
} // namespace supple::motion
