// SPDX-License-Identifier: Apache-2.0
// Hands that are placed somewhere named come to lie there, on both sides alike, and are lifted off it again. That they
// are on her skin, neither in it nor above it, is held by tests/motion/crossings_test.cpp, where she is drawn.
#include "body/contacts.h"
#include "body/families.h"
#include "body/moves.h"
#include "body/skeleton.h"

#include "every_move.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Posture;
using vocabulary::Side;
using vocabulary::Spot;

constexpr MoveAmount at(Spot spot) {
  return {Move::hands_place, vocabulary::default_amount, spot};
}

Wanted asked_with(Posture posture, const std::vector<MoveAmount>& moves, const Person& person = {}) {
  return intent_of(person, posture, moves, Side::none, {});
}

Pose posed_with(Posture posture, const std::vector<MoveAmount>& moves, const Person& person = {}) {
  return pose(skeleton_of(person), asked_with(posture, moves, person).intent);
}

// The middle of a palm in the axes of a bone: headward, frontward and toward that side.
Vec3 palm_seen_from(const Pose& pose, Bone bone, int side) {
  const geometry::Frame& frame = pose[bone];
  const auto of_side = [&](Point left) { return pose[static_cast<Point>(static_cast<int>(left) + side)]; };
  const Vec3 way = geometry::mix(of_side(Point::wrist_left), of_side(Point::fingertip_left), 0.3) - frame.origin;
  const double aside = dot(way, frame.leftward);
  return {dot(way, frame.headward), dot(way, frame.frontward), side == left ? aside : -aside};
}

void expect_close(Vec3 place, Vec3 there) {
  constexpr double close_m = 0.05;
  EXPECT_NEAR(place.x, there.x, close_m);
  EXPECT_NEAR(place.y, there.y, close_m);
  EXPECT_NEAR(place.z, there.z, close_m);
}

template <class Look>
void on_every_side_that_is_free(Spot spot, double week, Look look) {
  for (int p = 0; p < vocabulary::posture_count; ++p) {
    const auto posture = static_cast<Posture>(p);
    if (!makes_sense(at(spot), posture)) continue;
    SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", " + std::string(vocabulary::name(spot)));
    const Pose there = posed_with(posture, {at(spot)}, {.week = week});
    for (const int side : {left, right})
      if (posture != Posture::side_lying || side == right) look(posture, there, side); // the lower arm lies below her
  }
}

TEST(Spots, HandsComeToWhatIsSaid) {
  for (const double week : {12.0, 38.0}) {
    const double grown = week == 12 ? 0 : 1;
    on_every_side_that_is_free(Spot::belly, week, [&](Posture, const Pose& there, int side) {
      expect_close(palm_seen_from(there, Bone::L3, side), {0.02, 0.115 + 0.10 * grown, 0.10 + 0.03 * grown});
    });
    on_every_side_that_is_free(Spot::hips, week, [&](Posture, const Pose& there, int side) {
      expect_close(palm_seen_from(there, Bone::pelvis, side), {0.15, 0.02, 0.15});
    });
    on_every_side_that_is_free(Spot::ribs, week, [&](Posture, const Pose& there, int side) {
      expect_close(palm_seen_from(there, Bone::T10, side), {0, 0.07, 0.135});
    });
    on_every_side_that_is_free(Spot::chest, week, [&](Posture, const Pose& there, int side) {
      expect_close(palm_seen_from(there, Bone::T6, side), {0.06, 0.13, 0.10});
    });
  }
}

// Standing, kneeling, or where the posture has them on the thighs already.
TEST(Spots, HandsComeToTheThighs) {
  for (const double week : {12.0, 38.0})
    on_every_side_that_is_free(Spot::thighs, week, [&](Posture, const Pose& there, int side) {
      const auto of_side = [&](Point left) { return there[static_cast<Point>(static_cast<int>(left) + side)]; };
      const Vec3 hip = of_side(Point::hip_left), thigh = of_side(Point::knee_left) - hip,
                 palm = geometry::mix(of_side(Point::wrist_left), of_side(Point::fingertip_left), 0.3) - hip;
      const double along = dot(palm, thigh) / dot(thigh, thigh);
      EXPECT_GT(along, 0.05);
      EXPECT_LT(along, 1.1);
      EXPECT_LT(length(palm - thigh * along), 0.17);
    });
}

TEST(Spots, BothHandsLieAlikeToTheLastBit) {
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (const MoveAmount& placed : every_spot()) {
      const auto posture = static_cast<Posture>(p);
      const bool has_sides = in(family::one_foot_ahead | bit(Posture::seated) | bit(Posture::side_lying), posture);
      if (has_sides || !makes_sense(placed, posture)) continue;
      const Pose there = posed_with(posture, {placed}, {.week = 30});
      for (const auto& [one, other] : {std::pair{Point::wrist_left, Point::wrist_right},
                                       {Point::fingertip_left, Point::fingertip_right},
                                       {Point::elbow_left, Point::elbow_right}}) {
        EXPECT_EQ(there[one].x, there[other].x) << vocabulary::name(posture) << ", " << words_of(placed);
        EXPECT_EQ(there[one].y, -there[other].y);
        EXPECT_EQ(there[one].z, there[other].z);
      }
    }
}

TEST(Spots, OneTakesThePlaceOfAnother) {
  for (const Posture posture : {Posture::standing, Posture::kneeling, Posture::seated, Posture::chair}) {
    const auto value = [&](const std::vector<MoveAmount>& moves) { return asked_with(posture, moves).intent.value; };
    for (const MoveAmount& placed : every_spot()) {
      if (!makes_sense(placed, posture)) continue;
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", " + words_of(placed));
      EXPECT_EQ(value({placed, at(Spot::thighs)}), value({at(Spot::thighs)}));
      EXPECT_EQ(value({placed, at(Spot::belly)}), value({at(Spot::belly)}));
      EXPECT_EQ(value({placed, {Move::arms_lower}}), value({{Move::arms_lower}}));
    }
    for (const Spot spot : {Spot::belly, Spot::hips, Spot::ribs, Spot::chest})
      EXPECT_EQ(value({at(spot), {Move::arms_reach}}), value({{Move::arms_reach}}));
  }
}

TEST(Spots, WithoutOneTheyGoWhereThePostureHasThem) {
  const MoveAmount placed{Move::hands_place};
  for (const auto& [posture, spot] : {std::pair{Posture::standing, Spot::hips},
                                      {Posture::kneeling, Spot::hips},
                                      {Posture::supine, Spot::belly},
                                      {Posture::seated, Spot::thighs},
                                      {Posture::squat, Spot::thighs},
                                      {Posture::side_lying, Spot::thighs}})
    EXPECT_EQ(asked_with(posture, {placed}).intent.value, asked_with(posture, {at(spot)}).intent.value)
        << vocabulary::name(posture);
}

TEST(Spots, OutOfReachAreRefusedInWords) {
  for (const auto& [posture, spot, words] : {std::tuple{Posture::all_fours, Spot::belly, "the hands rest on the belly"},
                                             {Posture::plank, Spot::thighs, "the hands rest on the thighs"},
                                             {Posture::seated, Spot::chair, "the hands rest on a chair"},
                                             {Posture::squat, Spot::hips, "the hands rest on the hips"}}) {
    const Wanted there = asked_with(posture, {at(spot)});
    ASSERT_EQ(there.refused.size(), 1U);
    EXPECT_EQ(there.refused.front(), words);
    EXPECT_EQ(there.intent.value, asked_with(posture, {}).intent.value);
  }
}

// The back of a chair before her bears her hands; of the seat that she sits on she holds the sides.
TEST(Spots, AChairIsHeld) {
  for (const Posture posture : {Posture::standing, Posture::kneeling}) {
    const Skeleton skeleton = skeleton_of({.week = 38});
    const Intent intent = asked_with(posture, {at(Spot::chair)}, skeleton.person).intent;
    const Pose there = pose(skeleton, intent);
    EXPECT_EQ(hands_on(posture, std::vector{at(Spot::chair)}), Spot::chair);
    EXPECT_TRUE(is_held(intent, Contact::wrist_left));
    EXPECT_NEAR(there[Point::wrist_left].x, chair_before(skeleton, posture == Posture::kneeling), 1e-6);
    EXPECT_LT(there.residual_m, 1e-6);
    EXPECT_LT(there.short_of_m, 0.03);
  }
  const Pose sits = posed_with(Posture::chair, {at(Spot::chair)});
  EXPECT_EQ(hands_on(Posture::chair, std::vector{at(Spot::chair)}), Spot::unsaid);
  EXPECT_NEAR(sits[Point::fingertip_left].z, sits[Point::seat].z, 0.12);
}

} // namespace
} // namespace supple::body
