// SPDX-License-Identifier: Apache-2.0
#include "body/skeleton.h"
#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace supple::body {
namespace {

using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

Wanted asked(const Person& person, Posture posture, const std::vector<Move>& moves = {}, Side side = Side::none) {
  std::vector<vocabulary::MoveAmount> amounts;
  for (const Move move : moves)
    amounts.push_back({move, vocabulary::default_amount});
  return intent_of(person, posture, amounts, side, vocabulary::Sense::up);
}

Intent between(const Intent& from, const Intent& to, double t) {
  Intent out;
  for (std::size_t i = 0; i < Intent::count; ++i)
    out.value[i] = from.value[i] + (to.value[i] - from.value[i]) * t;
  return out;
}

Pose posed(Posture posture, const std::vector<Move>& moves = {}, Side side = Side::none, const Person& person = {}) {
  const Wanted wanted = asked(person, posture, moves, side);
  EXPECT_TRUE(wanted.refused.empty());
  return pose(skeleton_of(person), wanted.intent);
}

double angle_deg(geometry::Vec3 from, geometry::Vec3 to) {
  return geometry::degrees(geometry::atan2(to.z - from.z, to.x - from.x));
}

geometry::Vec3 middle(const Pose& p, Point left, Point right) {
  return geometry::mix(p[left], p[right], 0.5);
}

struct SideView {
  double trunk, thigh, arm, head;
};

// As people are measured from the side: see docs/body.md.
SideView side_view(const Pose& p) {
  const auto hip = middle(p, Point::hip_left, Point::hip_right);
  const auto shoulder = middle(p, Point::shoulder_left, Point::shoulder_right);
  const auto wrist = middle(p, Point::wrist_left, Point::wrist_right);
  const double trunk = angle_deg(hip, shoulder);
  return {trunk, angle_deg(middle(p, Point::knee_left, Point::knee_right), hip), angle_deg(wrist, shoulder),
          angle_deg(shoulder, middle(p, Point::ear_left, Point::ear_right)) - trunk};
}

struct Range {
  double from, to;
};

void expect_within(double value, Range range, const char* what) {
  EXPECT_GE(value, range.from) << what;
  EXPECT_LE(value, range.to) << what;
}

void expect_within(const SideView& seen, Range trunk, Range thigh, Range arm, Range head) {
  expect_within(seen.trunk, trunk, "trunk");
  expect_within(seen.thigh, thigh, "thigh");
  expect_within(seen.arm, arm, "arm");
  expect_within(seen.head, head, "head");
}

// The ranges were read off photographs of people with a pose estimator, degrees (docs/body.md).
TEST(Body, StandsOnHandsAndKneesAsPeopleDo) {
  expect_within(side_view(posed(Posture::all_fours)), {9, 12}, {84, 92}, {93, 99}, {-10, 13});
}

TEST(Body, RoundsAsPeopleDo) {
  const Pose p = posed(Posture::all_fours, {Move::spine_round, Move::head_drop});
  expect_within(side_view(p), {9, 12}, {77, 91}, {85, 97}, {-82, -37});
}

TEST(Body, RestsInChildsPoseAsPeopleDo) {
  expect_within(side_view(posed(Posture::childs_pose)), {-7, -2}, {149, 161}, {156, 165}, {-51, -34});
}

constexpr std::array all_wrists{Wrists::palms, Wrists::fists, Wrists::forearms};
constexpr std::array all_postures{Posture::all_fours, Posture::between, Posture::childs_pose, Posture::heel_sit};

// Everything that a posture can be asked for on top, full and none.
template <class Look>
void in_many_poses(Wrists wrists, Look look) {
  Person person;
  person.wrists = wrists;
  for (const Posture posture : all_postures)
    for (const std::vector<Move>& moves : {std::vector<Move>{},
                                           {Move::spine_round},
                                           {Move::head_drop},
                                           {Move::pelvis_tuck, Move::spine_round, Move::head_drop},
                                           {Move::spine_long, Move::chest_open},
                                           {Move::spine_round, Move::spine_side, Move::head_turn}})
      for (const Side side : {Side::left, Side::right})
        look(posed(posture, moves, side, person));
}

TEST(Body, TheShouldersStayOnTheTrunk) {
  for (const Wrists wrists : all_wrists)
    in_many_poses(wrists, [](const Pose& p) {
      // 17 cm at rest; a shoulder blade can follow the hand by some centimetres.
      EXPECT_LT(geometry::length(p[Point::shoulder_left] - p[Point::T2]), 0.235);
      EXPECT_LT(geometry::length(p[Point::shoulder_right] - p[Point::T2]), 0.235);
    });
}

TEST(Body, NothingGoesThroughTheMat) {
  for (const Wrists wrists : all_wrists)
    in_many_poses(wrists, [](const Pose& p) {
      for (int i = 0; i < point_count; ++i)
        EXPECT_GE(p.points[static_cast<std::size_t>(i)].z, 0) << name(static_cast<Point>(i));
    });
}

TEST(Body, WhatIsHeldStaysAndWhatIsLetGoLifts) {
  const Skeleton skeleton = skeleton_of({});
  const Intent on_mat = asked({}, Posture::all_fours).intent, sitting = asked({}, Posture::heel_sit).intent;
  EXPECT_EQ(planted(on_mat).size(), 10U);
  EXPECT_EQ(planted(sitting).size(), 6U);
  const Pose before = pose(skeleton, on_mat), half = pose(skeleton, between(on_mat, sitting, 0.5));
  EXPECT_EQ(planted(between(on_mat, sitting, 0.5)).size(), 6U);
  EXPECT_GT(half[Point::wrist_left].z, before[Point::wrist_left].z + 0.01);
  EXPECT_LT(geometry::length(half[Point::knee_left] - before[Point::knee_left]), 1e-6);
}

TEST(Body, KeepsItsPlacesOnTheWay) {
  for (const Wrists wrists : all_wrists) {
    Person person;
    person.wrists = wrists;
    const Skeleton skeleton = skeleton_of(person);
    const Intent from = asked(person, Posture::all_fours, {Move::spine_round}).intent;
    // In child's pose the forearms lie farther ahead.
    const Posture back = wrists == Wrists::forearms ? Posture::between : Posture::childs_pose;
    const Intent to = asked(person, back, {Move::spine_side}, Side::left).intent;
    for (int i = 0; i <= 20; ++i) {
      const Pose p = pose(skeleton, between(from, to, i / 20.0));
      EXPECT_LT(p.residual_m, 1e-6) << i;
      EXPECT_LT(geometry::length(p[Point::wrist_left] - skeleton.wrist), 1e-6) << i;
      EXPECT_LT(geometry::length(p[Point::knee_left] - skeleton.knee), 1e-6) << i;
      if (wrists == Wrists::forearms) {
        EXPECT_LT(geometry::length(p[Point::elbow_left] - skeleton.elbow), 1e-6) << i;
      }
    }
  }
}

TEST(Body, LeftAndRightAreMirrored) {
  const Pose left = posed(Posture::between, {Move::spine_round, Move::spine_side, Move::head_turn}, Side::left);
  const Pose right = posed(Posture::between, {Move::spine_round, Move::spine_side, Move::head_turn}, Side::right);
  for (const Point point : {Point::crown, Point::T8, Point::L3, Point::C7}) {
    EXPECT_EQ(left[point].x, right[point].x);
    EXPECT_EQ(left[point].y, -right[point].y);
    EXPECT_EQ(left[point].z, right[point].z);
  }
  EXPECT_EQ(left[Point::ear_left].z, right[Point::ear_right].z);
}

TEST(Body, CrossedShinsStayAsTheyAreWhicheverSideIsWorked) {
  for (const Side side : {Side::left, Side::right}) {
    const Pose p = posed(Posture::seated, {Move::spine_side}, side);
    EXPECT_GT(p[Point::ankle_right].x - p[Point::ankle_left].x, 0.1) << "the right shin is ahead";
  }
}

TEST(Body, TheLeftSideUpLiftsTheLeftRibs) {
  const Pose p = posed(Posture::all_fours, {Move::spine_round, Move::spine_side, Move::head_turn}, Side::left);
  EXPECT_GT(p[Bone::T8].leftward.z, 0.2);
  EXPECT_GT(p[Point::crown].y, p[Point::C7].y) << "she looks to the left";
}

TEST(Body, TheLeftSideUpTurnsTheCrownToTheLeftByItself) {
  for (const Posture posture : {Posture::all_fours, Posture::forearms_and_knees, Posture::puppy, Posture::between,
                                Posture::childs_pose, Posture::plank, Posture::down_dog}) {
    SCOPED_TRACE(vocabulary::name(posture));
    const Pose p = posed(posture, {Move::spine_side}, Side::left, {.week = 12});
    EXPECT_GT(p[Bone::T8].leftward.z, 0.03) << "the left of T8 is higher";
    EXPECT_GT(p[Bone::head].frontward.y, 0.1) << "she looks to the left";
    EXPECT_GT(p[Point::crown].y - p[Point::C7].y, 0) << "the crown turns left";
  }
}

TEST(Body, UprightTheLeftSideRises) {
  for (const Posture posture : {Posture::heel_sit, Posture::seated, Posture::chair, Posture::standing}) {
    SCOPED_TRACE(vocabulary::name(posture));
    const Pose p = posed(posture, {Move::spine_side}, Side::left);
    EXPECT_GT(p[Bone::T8].leftward.z, 0.2);
    EXPECT_GT(p[Bone::head].frontward.y, 0) << "she looks past the side that rises";
  }
}

TEST(Body, FromWeekTwentyTheBackStaysOutOfTheHollow) {
  Person person;
  person.week = 30;
  const Intent hollow = asked(person, Posture::all_fours, {Move::spine_arch, Move::pelvis_tip}).intent;
  EXPECT_EQ(hollow.value, asked(person, Posture::all_fours).intent.value);
  person.week = 12;
  const Pose before = posed(Posture::all_fours, {}, Side::none, person);
  const Pose after = posed(Posture::all_fours, {Move::spine_arch, Move::pelvis_tip}, Side::none, person);
  EXPECT_LT(after[Point::L2].z, before[Point::L2].z - 0.01);
}

TEST(Body, SitsTallOnTheHeels) {
  const Pose p = posed(Posture::heel_sit);
  EXPECT_GT(p[Point::crown].z, 0.75);
  EXPECT_LT(p[Point::hip_left].z, 0.25);
}

// What makes her comfortable changes the posture.
TEST(Body, ComfortChangesThePosture) {
  const auto on_mat = [](const Person& person) { return posed(Posture::all_fours, {}, Side::none, person); };
  const Pose plain = on_mat({});
  EXPECT_GT(on_mat({.wrists = Wrists::fists})[Point::wrist_left].z, plain[Point::wrist_left].z + 0.03);
  EXPECT_LT(on_mat({.wrists = Wrists::forearms})[Point::elbow_left].z, 0.05);
  EXPECT_GT(on_mat({.knees_padded = true})[Point::knee_left].z, plain[Point::knee_left].z + 0.005);
  EXPECT_LT(on_mat({.knees_close = true})[Point::knee_left].y, plain[Point::knee_left].y - 0.02);
  EXPECT_GT(on_mat({.knees_wide = true})[Point::knee_left].y, plain[Point::knee_left].y + 0.05);
  EXPECT_GT(on_mat({.hands_on_chair = true})[Point::wrist_left].z, 0.35);
  EXPECT_GT(on_mat({.head_up = true})[Point::crown].z, plain[Point::crown].z + 0.2);
}

// Past half a turn the vector of a rotation leads the other way round: half way to a bridge that tucked she was upside
// down.
TEST(Body, ThePelvisTurnsTheShortWayIntoEveryMove) {
  constexpr double most_deg = 120;
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (int m = 0; m < vocabulary::move_count; ++m)
      for (const Side side : {Side::left, Side::right}) {
        const auto posture = static_cast<Posture>(p);
        const auto move = static_cast<Move>(m);
        const Intent rests = asked({}, posture, {}, side).intent;
        for (const std::vector<Move>& moves : {std::vector{move}, std::vector{Move::pelvis_lift, move}}) {
          const Intent moved = asked({}, posture, moves, side).intent;
          const geometry::Vec3 turned{moved.value[3] - rests.value[3], moved.value[4] - rests.value[4],
                                      moved.value[5] - rests.value[5]};
          EXPECT_LT(geometry::degrees(length(turned)), most_deg)
              << vocabulary::name(posture) << ", " << vocabulary::name(move);
        }
      }
}

TEST(Body, RefusesInWords) {
  EXPECT_FALSE(checked({50, 1.7, Wrists::palms, false}));
  EXPECT_FALSE(checked({20, 2.7, Wrists::palms, false}));
  EXPECT_TRUE(checked({}));
  EXPECT_EQ(asked({}, Posture::standing, {Move::arm_thread}, Side::left).refused.front(),
            "one arm slides under the body");
}

} // namespace
} // namespace supple::body
