// SPDX-License-Identifier: Apache-2.0
// Every move in every posture, on both sides: what touches stays, nothing sinks, her sides are alike.
#include "body/contacts.h"
#include "body/moves.h"
#include "body/stance.h"

#include "every_move.h"

#include <gtest/gtest.h>

#include <string>

namespace supple::body {
namespace {

using vocabulary::Posture;
using vocabulary::Side;

constexpr Posture posture_at(int i) {
  return static_cast<Posture>(i);
}

template <class Look>
void in_every_posture(const Person& person, Look look) {
  const Skeleton skeleton = skeleton_of(person);
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (const vocabulary::MoveAmount& move : every_move())
      for (const Side side : {Side::left, Side::right}) {
        const Wanted wanted = intent_of(person, posture_at(p), std::span(&move, 1), side, vocabulary::Sense::up);
        SCOPED_TRACE(std::string(vocabulary::name(posture_at(p))) + ", " + words_of(move) + ", " +
                     std::string(vocabulary::name(side)));
        look(skeleton, wanted);
      }
}

TEST(Vocabulary, EveryMoveInEveryPostureIsDoneOrRefusedInWords) {
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (const vocabulary::MoveAmount& move : every_move()) {
      const Wanted wanted = intent_of({.week = 12}, posture_at(p), std::span(&move, 1), Side::left, {});
      EXPECT_EQ(wanted.refused.empty(), makes_sense(move, posture_at(p)));
      if (!wanted.refused.empty()) {
        EXPECT_EQ(wanted.refused.front(), vocabulary::meaning(move));
      }
    }
}

TEST(Vocabulary, WhatTouchesStaysWhereItTouches) {
  for (const double stature : {1.45, 1.735, 1.95})
    in_every_posture({.week = 12, .stature_m = stature}, [](const Skeleton& skeleton, const Wanted& wanted) {
      const Pose p = pose(skeleton, wanted.intent);
      EXPECT_LT(p.residual_m, 1e-6) << p.steps;
    });
}

TEST(Vocabulary, NothingSinksIntoTheMat) {
  in_every_posture({.week = 12}, [](const Skeleton& skeleton, const Wanted& wanted) {
    const Pose p = pose(skeleton, wanted.intent);
    for (int i = 0; i < point_count; ++i)
      EXPECT_GE(p.points[static_cast<std::size_t>(i)].z, -0.005) << name(static_cast<Point>(i));
  });
}

TEST(Vocabulary, LeftAndRightAreAlikeToTheLastBit) {
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (vocabulary::MoveAmount move : every_move()) {
      move.amount = 0.6;
      const Skeleton skeleton = skeleton_of({});
      const auto posed = [&](Side side) {
        return pose(skeleton, intent_of({}, posture_at(p), std::span(&move, 1), side, {}).intent);
      };
      const Pose left = posed(Side::left), right = posed(Side::right);
      const bool placed = move.spot != vocabulary::Spot::unsaid;
      if (!vocabulary::is_sided(move.move) && !placed && posture_at(p) != Posture::half_kneeling) continue;
      SCOPED_TRACE(std::string(vocabulary::name(posture_at(p))) + ", " + std::string(vocabulary::name(move.move)));
      if (posture_at(p) == Posture::seated) continue; // one shin lies before the other, whichever side is worked
      for (const auto& [one, other] :
           {std::pair{Point::crown, Point::crown}, std::pair{Point::T8, Point::T8},
            std::pair{Point::wrist_left, Point::wrist_right}, std::pair{Point::toe_right, Point::toe_left}}) {
        EXPECT_EQ(left[one].x, right[other].x);
        EXPECT_EQ(left[one].y, -right[other].y);
        EXPECT_EQ(left[one].z, right[other].z);
      }
    }
}

} // namespace
} // namespace supple::body
