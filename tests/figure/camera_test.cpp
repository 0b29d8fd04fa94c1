// SPDX-License-Identifier: Apache-2.0
#include "motion/camera.h"

#include "figure/plane.h"

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

TEST(View, HerHeadIsRightFromTheSideAndUpFromAboveWithHerLeftOnTheLeft) {
  using geometry::Vec3;
  const figure::View side = figure::view_of({0}), above = figure::view_of({1});
  EXPECT_GT(side(Vec3{1, 0, 0}).x, 0.98F);
  EXPECT_NEAR(side(Vec3{0, 0, 1}).y, 1, 1e-6);
  EXPECT_GT(dot(Vec3{0, -1, 0}, side.near), 0.98); // her right side is the near one
  EXPECT_NEAR(above(Vec3{1, 0, 0}).y, 1, 1e-6);
  EXPECT_NEAR(above(Vec3{0, 1, 0}).x, -1, 1e-6);
}

TEST(View, IsAlwaysThreeDirectionsAtRightAngles) {
  for (double elevation = 0; elevation <= 1; elevation += 0.05) {
    const figure::View view = figure::view_of({elevation});
    EXPECT_NEAR(length(view.right), 1, 1e-12);
    EXPECT_NEAR(length(view.up), 1, 1e-12);
    EXPECT_NEAR(length(cross(view.right, view.up) - view.near), 0, 1e-12);
  }
}

} // namespace
} // namespace supple
