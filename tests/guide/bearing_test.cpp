// SPDX-License-Identifier: Apache-2.0
#include "guide/bearing.h"

#include <gtest/gtest.h>

namespace supple::guide {
namespace {

using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Posture;

Bearing after(Bearing bearing, std::vector<MoveAmount> moves, const Bearing& home = {}) {
  settle(bearing, moves, home);
  return bearing;
}

TEST(Bearing, AddsUpInstructionsThatDoNotUndoOneAnother) {
  const Bearing wide = after({}, {{Move::knees_widen, 1}});
  EXPECT_EQ(after(wide, {{Move::eyes_close, 1}}).standing,
            (std::vector<MoveAmount>{{Move::knees_widen, 1}, {Move::eyes_close, 1}}));
}

TEST(Bearing, TakesTheLaterOfTwoThatUndoOneAnother) {
  const Bearing round = after({}, {{Move::spine_round, 1}});
  EXPECT_EQ(after(round, {{Move::spine_neutral, 1}}).standing, (std::vector<MoveAmount>{{Move::spine_neutral, 1}}));
}

TEST(Bearing, TakesTheLaterAmountOfTheSameMove) {
  const Bearing little = after({}, {{Move::eyes_close, 0.25}});
  EXPECT_EQ(after(little, {{Move::eyes_close, 1}}).standing, (std::vector<MoveAmount>{{Move::eyes_close, 1}}));
}

TEST(Bearing, EndsWhatStoodWithANewPosture) {
  const Bearing round = after({}, {{Move::spine_round, 1}});
  EXPECT_EQ(after(round, {{vocabulary::go(Posture::heel_sit), 1}}), (Bearing{Posture::heel_sit, {}}));
}

TEST(Bearing, LeavesHandsOnTheWallWhileItIsWithinReach) {
  const MoveAmount hands{Move::hands_place, 0.8, vocabulary::Spot::wall};
  const Bearing standing = after({Posture::standing, {}}, {{Move::spine_long, 1}, hands});
  const Bearing fold = after(standing, {{vocabulary::go(Posture::forward_fold), 1}});
  EXPECT_EQ(fold, (Bearing{Posture::forward_fold, {hands}}));
  EXPECT_EQ(after(fold, {{vocabulary::go(Posture::standing), 1}}), (Bearing{Posture::standing, {hands}}));
  EXPECT_EQ(after(fold, {{vocabulary::go(Posture::chair), 1}}), (Bearing{Posture::chair, {}}));
}

// "Let your hips travel back, and the trunk pour forward": no go.childs-pose is said.
TEST(Bearing, PoursForwardFromTheHeelsIntoChildsPose) {
  const Bearing heels = after({Posture::kneeling, {}}, {{Move::pelvis_back, 1}, {Move::chest_lower, 1}});
  EXPECT_EQ(heels.posture, Posture::childs_pose);
  EXPECT_EQ(after({Posture::heel_sit, {}}, {{Move::arms_reach, 1}, {Move::head_rest, 1}}).posture,
            Posture::childs_pose);
  const MoveAmount on_thighs{Move::hands_place, 0.8, vocabulary::Spot::thighs};
  EXPECT_EQ(after({Posture::heel_sit, {on_thighs}}, {{Move::chest_lower, 1}}),
            (Bearing{Posture::childs_pose, {{Move::chest_lower, 1}}}));
  EXPECT_EQ(after({Posture::heel_sit, {}}, {{Move::hands_walk, 1}}).posture, Posture::childs_pose);
  const Bearing back = after({Posture::kneeling, {}}, {{Move::pelvis_back, 1}});
  EXPECT_EQ(back.posture, Posture::kneeling);
  EXPECT_EQ(after(back, {{Move::head_rest, 1}}).posture, Posture::childs_pose);
}

TEST(Bearing, StaysUprightWhereNothingGoesBackOrSomethingIsBeforeHer) {
  EXPECT_EQ(after({Posture::kneeling, {}}, {{Move::chest_lower, 1}}).posture, Posture::kneeling);
  const MoveAmount hands{Move::hands_place, 0.8, vocabulary::Spot::wall};
  EXPECT_EQ(after({Posture::heel_sit, {}}, {hands, {Move::chest_lower, 1}}).posture, Posture::heel_sit);
  EXPECT_EQ(after({Posture::heel_sit, {}}, {{Move::head_rest, 1}}).posture, Posture::heel_sit) << "in her hands";
  EXPECT_EQ(after({Posture::childs_pose, {}}, {{vocabulary::go(Posture::heel_sit), 1}, {Move::hands_walk, 1}}).posture,
            Posture::heel_sit);
  EXPECT_EQ(after({Posture::childs_pose, {}}, {{Move::hands_walk, 1}, {vocabulary::go(Posture::heel_sit), 1}}).posture,
            Posture::heel_sit);
}

TEST(Bearing, ReturnsHome) {
  const Bearing home{Posture::between, {{Move::knees_widen, 1}}};
  EXPECT_EQ(after({Posture::childs_pose, {{Move::head_rest, 1}}}, {{Move::return_, 1}}, home), home);
}

TEST(Bearing, StandsHerFeetOnTheMatWhereSheLiesWithBentKnees) {
  EXPECT_EQ(after({}, {{vocabulary::go(Posture::supine), 1}, {Move::knees_bend, 1}}), (Bearing{Posture::supine, {}}));
  const Bearing long_legs = after({Posture::supine, {}}, {{Move::legs_straighten, 1}});
  EXPECT_FALSE(long_legs.standing.empty());
  EXPECT_EQ(after(long_legs, {{Move::knees_bend, 1}}), (Bearing{Posture::supine, {}}));
}

TEST(Bearing, RestsNearWhereSheIs) {
  EXPECT_EQ(rest_after(Posture::all_fours), Posture::heel_sit);
  EXPECT_EQ(rest_after(Posture::chair), Posture::chair);
  EXPECT_EQ(rest_after(Posture::forward_fold), Posture::standing);
  EXPECT_EQ(rest_after(Posture::side_lying), Posture::seated);
  for (int i = 0; i < vocabulary::posture_count; ++i)
    EXPECT_TRUE(is_rest(rest_after(static_cast<Posture>(i))));
}

} // namespace
} // namespace supple::guide
