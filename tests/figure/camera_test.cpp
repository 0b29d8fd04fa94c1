// SPDX-License-Identifier: Apache-2.0
#include "motion/camera.h"

#include "body/skeleton.h"
#include "figure/view.h"
#include "figure/wall.h"
#include "motion/motion.h"

#include <gtest/gtest.h>

#include <vector>

namespace supple {
namespace {

using guide::SectionKind;
using motion::camera_elevation;
using vocabulary::Breath;
using vocabulary::Posture;
using vocabulary::Side;

guide::Session session_of(const std::vector<std::pair<SectionKind, std::vector<Side>>>& sections,
                          Posture posture = Posture::all_fours, double inhale_s = 4, double exhale_s = 6) {
  guide::Session session;
  double at_s = 0;
  for (const auto& [kind, sides] : sections) {
    session.sections.push_back({.kind = kind, .title = {}, .breaths = static_cast<int>(sides.size())});
    for (const Side side : sides)
      for (const Breath breath : {Breath::exhale, Breath::inhale}) {
        guide::Phase phase;
        phase.start_s = at_s;
        at_s += breath == Breath::exhale ? exhale_s : inhale_s;
        phase.end_s = at_s;
        phase.section = static_cast<int>(session.sections.size()) - 1;
        phase.breath = breath;
        phase.side = breath == Breath::exhale ? side : Side::none; // the breath in between names no side
        phase.posture = posture;
        session.phases.push_back(phase);
      }
  }
  session.duration_s = at_s;
  return session;
}

// Centre 0–20 s, left 20–40, right 40–60, finish from 60 on.
guide::Session whole_session(Posture posture = Posture::all_fours) {
  return session_of({{SectionKind::rounds, {Side::none, Side::none}},
                     {SectionKind::sides, {Side::left, Side::left}},
                     {SectionKind::sides, {Side::right, Side::right}},
                     {SectionKind::finish, {Side::none}}},
                    posture);
}

TEST(Camera, SeesTheCentreFromTheSideAndTheSidesFromAbove) {
  const guide::Session session = whole_session();
  for (const double at_s : {0.0, 10.0, 19.9, 61.5, 65.0, 99.0})
    EXPECT_EQ(camera_elevation(session, at_s), 0) << at_s;
  for (const double at_s : {21.5, 27.0, 33.0, 38.0, 41.0, 47.0, 59.9})
    EXPECT_EQ(camera_elevation(session, at_s), 1) << at_s;
}

TEST(Camera, GlidesDuringABreathOutFromRestToRest) {
  const guide::Session session = whole_session();
  EXPECT_NEAR(camera_elevation(session, 20 + motion::glide_s / 2), 0.5, 1e-12);
  EXPECT_NEAR(camera_elevation(session, 60 + motion::glide_s / 2), 0.5, 1e-12);
  double before = 0;
  for (double at_s = 0; at_s < 70; at_s += 0.01) {
    const double now = camera_elevation(session, at_s);
    EXPECT_LT(std::fabs(now - before), 0.0135 + 1e-9) << at_s; // 1.875 / 1.4 a second at most
    before = now;
  }
  EXPECT_LT(camera_elevation(session, 20.05), 1e-3);
}

TEST(Camera, WaitsForTheBreathOut) {
  guide::Session session = whole_session();
  // The left side now begins with the breath in.
  std::swap(session.phases[4].breath, session.phases[5].breath);
  EXPECT_EQ(camera_elevation(session, 20.5), 0);
  EXPECT_NEAR(camera_elevation(session, session.phases[5].start_s + motion::glide_s / 2), 0.5, 1e-12);
}

TEST(Camera, AShortBreathOutIsLongEnough) {
  const guide::Session session =
      session_of({{SectionKind::rounds, {Side::none}}, {SectionKind::sides, {Side::left}}}, Posture::all_fours, 1, 1);
  EXPECT_NEAR(camera_elevation(session, 2.5), 0.5, 1e-12);
  EXPECT_EQ(camera_elevation(session, 3), 1);
}

TEST(Camera, StaysAtTheSideForAnUprightBody) {
  const guide::Session session = whole_session(Posture::seated);
  for (double at_s = 0; at_s < 70; at_s += 0.5)
    EXPECT_EQ(camera_elevation(session, at_s), 0);
}

TEST(Camera, HasNothingToDoInAnEmptySession) {
  EXPECT_EQ(camera_elevation({}, 3), 0);
}

// Where a point of the room is seen, from 0 to 1 across and down the picture.
struct Place {
  double x = 0, y = 0;
};

Place seen(const figure::Standpoint& standpoint, geometry::Vec3 point) {
  const figure::Eye eye = figure::eye_of(standpoint, {{0, 0, 0.4}, 1, 1}, 1000, 1000);
  const figure::Eye::Seen at = eye(figure::place(point));
  return {at.x / 1000.0, at.y / 1000.0};
}

TEST(View, HerHeadIsRightFromTheSideAndUpFromAboveWithHerLeftOnTheLeft) {
  const body::Skeleton skeleton = body::skeleton_of({});
  const guide::Session session = whole_session();
  const std::vector<figure::Shot> shots =
      figure::shots_of(session, motion::motion_of(session, skeleton.person), skeleton);
  ASSERT_EQ(shots.size(), 3U);
  const figure::Standpoint side = figure::view_at(shots, 5).standpoint, above = figure::view_at(shots, 30).standpoint;
  EXPECT_GT(seen(side, {0.5, 0, 0.4}).x, 0.7);
  EXPECT_LT(seen(above, {0.5, 0, 0.4}).y, 0.35);
  EXPECT_LT(seen(above, {0, 0.3, 0.4}).x, 0.4);
}

TEST(View, GlidesFromShotToShotWithoutAStep) {
  const body::Skeleton skeleton = body::skeleton_of({});
  const guide::Session session = whole_session();
  const std::vector<figure::Shot> shots =
      figure::shots_of(session, motion::motion_of(session, skeleton.person), skeleton);
  figure::Standpoint before = figure::view_at(shots, 0).standpoint;
  for (double at_s = 0; at_s < 70; at_s += 0.01) {
    const figure::Standpoint now = figure::view_at(shots, at_s).standpoint;
    EXPECT_LT(std::fabs(now.ahead - before.ahead), 1.5) << at_s;
    before = now;
  }
  EXPECT_NEAR(figure::view_at(shots, 20).standpoint.ahead, figure::view_at(shots, 10).standpoint.ahead, 1e-9);
}

guide::Session in_turn(const std::vector<std::pair<Posture, bool>>& postures) {
  guide::Session session;
  session.sections.push_back({.kind = SectionKind::rounds, .title = {}});
  for (const auto& [posture, at_wall] : postures) {
    guide::Phase phase;
    phase.start_s = session.duration_s;
    phase.end_s = session.duration_s += 10;
    phase.posture = posture;
    if (at_wall) phase.standing = {{vocabulary::Move::hands_place, 0.8, vocabulary::Spot::wall}};
    session.phases.push_back(phase);
  }
  return session;
}

TEST(View, ShowsTheWallFromWhenSheGoesToItUntilSheHasLeftIt) {
  const body::Skeleton skeleton = body::skeleton_of({});
  const guide::Session session = in_turn({{Posture::standing, false},
                                          {Posture::standing, true},
                                          {Posture::forward_fold, true},
                                          {Posture::standing, true},
                                          {Posture::standing, false}});
  const std::vector<figure::Shot> shots =
      figure::shots_of(session, motion::motion_of(session, skeleton.person), skeleton);
  ASSERT_EQ(shots.size(), 3U) << "the eye stays where it is from the wall into the fold and back";
  EXPECT_FALSE(figure::view_at(shots, 5).things.wall);
  for (const double at_s : {10.1, 15.0, 25.0, 35.0, 42.0})
    EXPECT_TRUE(figure::view_at(shots, at_s).things.wall) << at_s;
  EXPECT_FALSE(figure::view_at(shots, 49).things.wall);
  // From her side of it, so that it is behind her.
  const figure::View there = figure::view_at(shots, 25);
  EXPECT_LT(figure::eye_of(there.standpoint, there.framing, 300, 200).from.x, figure::wall_of(skeleton).x);
}

TEST(View, TakesAwayTheChairThatSheHasRisenFrom) {
  const body::Skeleton skeleton = body::skeleton_of({});
  const guide::Session session = in_turn({{Posture::chair, false}, {Posture::standing, false}});
  const std::vector<figure::Shot> shots =
      figure::shots_of(session, motion::motion_of(session, skeleton.person), skeleton);
  EXPECT_TRUE(figure::view_at(shots, 5).things.chair_under);
  EXPECT_TRUE(figure::view_at(shots, 11).things.chair_under) << "she rises from it";
  EXPECT_FALSE(figure::view_at(shots, 19.5).things.chair_under);
}

TEST(View, HoldsAllOfHerInEveryShot) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  for (int i = 0; i < vocabulary::posture_count; ++i) {
    const auto posture = static_cast<Posture>(i);
    const body::Pose pose =
        body::pose(skeleton, body::intent_of(skeleton.person, posture, {}, Side::left, vocabulary::Sense::up).intent);
    for (const bool mirrored : {false, true}) {
      figure::View view = figure::view_of(skeleton, pose, posture);
      if (mirrored) view = figure::as_in_a_mirror(view);
      const figure::Eye eye = figure::eye_of(view.standpoint, view.framing, 300, 200);
      for (const geometry::Vec3 point : pose.points) {
        const figure::Eye::Seen at = eye(figure::place(point));
        EXPECT_TRUE(at.x > 4 && at.x < 296 && at.y > 4 && at.y < 196) << vocabulary::name(posture);
      }
    }
  }
}

TEST(View, InAMirrorBeforeHerHerLeftStaysOnTheLeft) {
  const body::Skeleton skeleton = body::skeleton_of({});
  const std::vector<figure::Shot> shots =
      figure::shots_of(whole_session(), motion::motion_of(whole_session(), skeleton.person), skeleton);
  const figure::Standpoint above = figure::as_in_a_mirror(figure::view_at(shots, 30)).standpoint;
  EXPECT_LT(1 - seen(above, {0, 0.3, 0.4}).x, 0.4); // the page turns the picture left to right
  EXPECT_GT(seen(above, {0.5, 0, 0.4}).y, 0.6);     // she comes toward the mirror head first
}

} // namespace
} // namespace supple
