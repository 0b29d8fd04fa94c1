// SPDX-License-Identifier: Apache-2.0
// In what order and on what way the body goes within a phase.
#include "body/skeleton.h"
#include "geometry/trigonometry.h"
#include "guide/live.h"
#include "motion/motion.h"
#include "score/understand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace supple::motion {
namespace {

using vocabulary::Move;
using vocabulary::Posture;

guide::Session done_in(Posture posture, Move move) {
  guide::Session session;
  guide::Phase rest, work;
  rest.end_s = work.start_s = 1;
  work.end_s = session.duration_s = 7;
  rest.posture = work.posture = posture;
  work.side = vocabulary::Side::left;
  work.moves = {{move, vocabulary::default_amount}};
  session.phases = {rest, work};
  return session;
}

// How far a vertebra's joint has come of its way, 0 to 1.
double come(const Motion& motion, body::Link link, double at_s) {
  const std::size_t flexion = body::Intent::joints_at + 3 * (index(link) - 1) + 2;
  const double from = flow_at(motion, 1).intent.value[flexion], to = flow_at(motion, 7).intent.value[flexion];
  return (flow_at(motion, at_s).intent.value[flexion] - from) / (to - from);
}

TEST(Order, ARollGoesBoneByBoneFromTheTail) {
  const Motion motion = motion_of(done_in(Posture::all_fours, Move::spine_roll), {});
  EXPECT_GT(come(motion, body::Link::L5, 3), come(motion, body::Link::T12, 3) + 0.1);
  EXPECT_GT(come(motion, body::Link::T12, 3), come(motion, body::Link::T3, 3) + 0.05);
}

TEST(Order, RollingDownFromStandingBeginsWithTheHead) {
  const Motion motion = motion_of(done_in(Posture::standing, Move::spine_roll), {});
  EXPECT_GT(come(motion, body::Link::C7, 3), come(motion, body::Link::L5, 3) + 0.1);
}

TEST(Order, ThePelvisLeadsALittle) {
  const Motion motion = motion_of(done_in(Posture::all_fours, Move::spine_round), {});
  const double low = come(motion, body::Link::L5, 3), high = come(motion, body::Link::T3, 3);
  EXPECT_GT(low, high);
  EXPECT_LT(low, high + 0.25);
}

TEST(Order, ACircleComesBackAndGoesBothWaysAside) {
  for (const Posture posture : {Posture::all_fours, Posture::standing, Posture::squat}) {
    const Motion motion = motion_of(done_in(posture, Move::pelvis_circle), {});
    const body::Skeleton skeleton = body::skeleton_of({});
    const auto hips = [&](double at_s) { return body::pose(skeleton, flow_at(motion, at_s).intent).links.place[0]; };
    double left = 0, right = 0;
    for (double at_s = 1; at_s <= 7; at_s += 0.05) {
      left = std::max(left, hips(at_s).y);
      right = std::min(right, hips(at_s).y);
    }
    EXPECT_GT(left, 0.02);
    EXPECT_LT(right, -0.02);
    EXPECT_LT(length(hips(7) - hips(1)), 1e-4);
  }
}

TEST(Order, NoJointIsHurriedInTheFirstExercise) {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/library/exercises/release-your-low-back.md");
  std::ostringstream text;
  text << in.rdbuf();
  guide::Settings settings;
  settings.week = 30;
  settings.pace_bpm = settings.opening_bpm = 8; // quicker than most of a session; at 12 her arms come up at 118
  const guide::Live live =
      guide::begin(*score::understand(text.str(), *reader::english(), *score::standard_rules(), 30).score, settings);
  const body::Skeleton skeleton = body::skeleton_of(person_of(settings));
  const Motion motion = motion_of(live.session, person_of(settings));
  constexpr double step_s = 0.05;
  double fastest = 0;
  body::Pose before = body::pose(skeleton, flow_at(motion, 0).intent);
  for (double at_s = step_s; at_s < live.session.duration_s; at_s += step_s) {
    const body::Pose now = body::pose(skeleton, flow_at(motion, at_s).intent);
    for (std::size_t i = 1; i < body::link_count; ++i) {
      const auto turned = [&](const body::Pose& p) {
        return inverse(p.links.turned[body::parents[i]]) * p.links.turned[i];
      };
      fastest = std::max(fastest, length(geometry::vector_of(inverse(turned(before)) * turned(now))) / step_s);
    }
    before = now;
  }
  EXPECT_LT(geometry::degrees(fastest), 90);
}

} // namespace
} // namespace supple::motion
