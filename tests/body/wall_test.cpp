// SPDX-License-Identifier: Apache-2.0
// Standing at a wall and folding back from it: her hands are on it exactly, whoever she is and whatever she does there,
// and nothing of her is beyond it.
#include "body/contacts.h"
#include "body/loads.h"
#include "body/moves.h"
#include "body/skeleton.h"
#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace supple::body {
namespace {

using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Posture;
using vocabulary::Side;

constexpr MoveAmount on_the_wall{Move::hands_place, vocabulary::default_amount, vocabulary::Spot::wall};

std::vector<Person> people() {
  std::vector<Person> all;
  for (const double week : {12.0, 24.0, 38.0})
    for (const double stature : {1.45, 1.735, 1.95})
      for (const Wrists wrists : {Wrists::palms, Wrists::fists, Wrists::forearms})
        all.push_back({.week = week, .stature_m = stature, .wrists = wrists});
  return all;
}

Intent at_the_wall(const Person& person, Posture posture, std::vector<MoveAmount> more = {}, Side side = Side::none) {
  more.insert(more.begin(), on_the_wall);
  return intent_of(person, posture, more, side, vocabulary::Sense::up).intent;
}

double wall_of(const Skeleton& skeleton) {
  return wall_ahead_m * skeleton.scale;
}

void expect_before_the_wall(const Skeleton& skeleton, const Pose& pose) {
  for (int i = 0; i < point_count; ++i)
    EXPECT_LT(pose.points[static_cast<std::size_t>(i)].x, wall_of(skeleton)) << name(static_cast<Point>(i));
}

TEST(Wall, IsTouchedExactlyByBothHands) {
  for (const Person& person : people())
    for (const Posture posture : {Posture::standing, Posture::forward_fold}) {
      const Skeleton skeleton = skeleton_of(person);
      const Intent intent = at_the_wall(person, posture);
      const Pose there = pose(skeleton, intent);
      EXPECT_LT(there.residual_m, 1e-6);
      for (const Contact contact : {Contact::wrist_left, Contact::wrist_right})
        EXPECT_TRUE(is_held(intent, contact));
      // As far before it as hands on the mat are above it.
      EXPECT_NEAR(there[Point::wrist_left].x, wall_of(skeleton) - skeleton.wrist.z, 1e-6);
      EXPECT_NEAR(there[Point::fingertip_left].x, wall_of(skeleton) - skeleton.fingertip.z, 1e-6);
      EXPECT_GT(there[Point::fingertip_left].z, there[Point::wrist_left].z);
      EXPECT_NEAR(there[Point::wrist_left].y, -there[Point::wrist_right].y, 0);
      expect_before_the_wall(skeleton, there);
    }
}

TEST(Wall, HoldsHerHandsWhateverElseIsDone) {
  for (const double week : {12.0, 38.0}) {
    const Person person{.week = week};
    const Skeleton skeleton = skeleton_of(person);
    for (const Posture posture : {Posture::standing, Posture::forward_fold})
      for (int m = 0; m < static_cast<int>(Move::go_first); ++m) {
        const auto move = static_cast<Move>(m);
        SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", " + std::string(vocabulary::name(move)));
        const Intent intent = at_the_wall(person, posture, {{move, vocabulary::default_amount}}, Side::left);
        const Pose there = pose(skeleton, intent);
        EXPECT_LT(there.residual_m, 1e-6);
        expect_before_the_wall(skeleton, there);
        const bool lets_go = move == Move::hands_place || move == Move::arms_lower;
        EXPECT_NE(is_held(intent, Contact::wrist_right), lets_go);
      }
  }
}

// Her back is long in the fold: hips, shoulders and hands lie near one line, and it rises only a little.
TEST(Wall, TheFoldIsOneLongLine) {
  for (const double week : {12.0, 38.0}) {
    const Person person{.week = week};
    const Pose fold = pose(skeleton_of(person), at_the_wall(person, Posture::forward_fold, {{Move::pelvis_back, 0.8}}));
    const auto rises = [&](Point from, Point to) {
      const geometry::Vec3 way = fold[to] - fold[from];
      return geometry::degrees(geometry::atan2(way.z, way.x));
    };
    const double trunk = rises(Point::hip_left, Point::shoulder_left),
                 arm = rises(Point::shoulder_left, Point::wrist_left);
    EXPECT_GT(trunk, 2);
    EXPECT_LT(trunk, 20);
    EXPECT_NEAR(arm, trunk, 14);
    EXPECT_LT(fold.short_of_m, 0.05);
    EXPECT_LT(std::abs(fold[Point::hip_left].x - fold[Point::ankle_left].x), 0.16); // the hips over the feet
  }
}

TEST(Wall, TheHipsTravelBackAndComeForward) {
  const Person person{.week = 30};
  const Skeleton skeleton = skeleton_of(person);
  const auto hips = [&](Move move) {
    return pose(skeleton, at_the_wall(person, Posture::forward_fold, {{move, 0.8}}))[Point::hip_left].x;
  };
  EXPECT_LT(hips(Move::pelvis_back), hips(Move::stay) - 0.02);
  EXPECT_GT(hips(Move::pelvis_forward), hips(Move::stay) + 0.02);
}

// It carries a little of her, and only pushes.
TEST(Wall, PushesHerAndDoesNotPull) {
  const Person person{.week = 24};
  const Skeleton skeleton = skeleton_of(person);
  for (const Posture posture : {Posture::standing, Posture::forward_fold}) {
    const Intent intent = at_the_wall(person, posture);
    const Loads loads = loads_of(skeleton, segments_of(skeleton), intent, pose(skeleton, intent).links, {});
    EXPECT_LT(loads.unbalanced_N, 1e-3);
    for (const Contact contact : {Contact::wrist_left, Contact::fingertip_left})
      EXPECT_LE(loads.support[index(contact)].x, 1e-9);
  }
}

TEST(Wall, IsNotThereWithoutWordsForIt) {
  const std::vector<MoveAmount> thighs{{Move::hands_place, vocabulary::default_amount}};
  const std::vector<MoveAmount> wall{on_the_wall};
  EXPECT_FALSE(is_at_wall(Posture::standing, thighs));
  EXPECT_TRUE(is_at_wall(Posture::standing, wall));
  EXPECT_FALSE(is_at_wall(Posture::seated, wall)); // it is not within reach there
  const Wanted seated = intent_of({}, Posture::seated, wall, Side::none, {});
  ASSERT_EQ(seated.refused.size(), 1U);
  EXPECT_EQ(seated.refused.front(), "the hands rest on a wall");
}

} // namespace
} // namespace supple::body
