// SPDX-License-Identifier: Apache-2.0
// Fingers and toes follow from what hand and foot rest on.
#include "body/digits.h"
#include "body/moves.h"

#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supple::body {
namespace {

using geometry::Rotation;
using geometry::Vec3;
using vocabulary::Posture;

struct Posed {
  Skeleton skeleton;
  Bones bones;
  Digits digits;

  Posed(Posture posture, const Person& person, int side = left) : skeleton(skeleton_of(person)) {
    const Intent intent = intent_of(person, posture, at_rest(posture));
    bones = pose(skeleton, intent).links;
    digits = digits_of(skeleton, intent, bones, side);
  }

  [[nodiscard]] const Rotation& of(Digit digit) const { return digits[static_cast<std::size_t>(digit)]; }

  [[nodiscard]] double bent_deg(Digit digit) const { return geometry::degrees(-geometry::vector_of(of(digit)).z); }

  // The way that a toe points in the world.
  [[nodiscard]] Vec3 way(Digit toe) const {
    return bones.turned[index(Link::foot_left)] * (of(toe) * unit(bone_of(skeleton, toe).end));
  }
};

TEST(Digits, CurlWhereSheRestsOnFists) {
  const Posed fists(Posture::all_fours, {.wrists = Wrists::fists});
  for (const Digit digit : {Digit::index_finger, Digit::index_finger_tip, Digit::little_finger})
    EXPECT_NEAR(fists.bent_deg(digit), 85, 1);
}

TEST(Digits, LieFlatAndSpreadWherePalmsRest) {
  const Posed palms(Posture::all_fours, {}), rights(Posture::all_fours, {}, right);
  for (const Digit digit : {Digit::index_finger, Digit::middle_finger_tip, Digit::little_finger})
    EXPECT_LT(std::abs(palms.bent_deg(digit)), 5);
  const auto spread = [](const Posed& posed) {
    return geometry::vector_of(posed.of(Digit::index_finger)).y - geometry::vector_of(posed.of(Digit::little_finger)).y;
  };
  EXPECT_GT(std::abs(spread(palms)), geometry::radians(15));
  EXPECT_EQ(spread(palms), -spread(rights));
}

TEST(Digits, AreLooselyBentInTheAir) {
  const Posed standing(Posture::standing, {});
  EXPECT_NEAR(standing.bent_deg(Digit::ring_finger), 22, 1);
}

TEST(Digits, ToesLieAlongTheMat) {
  for (const Posture posture : {Posture::standing, Posture::plank, Posture::down_dog, Posture::squat}) {
    SCOPED_TRACE(vocabulary::name(posture));
    const Posed posed(posture, {.week = 12});
    EXPECT_NEAR(posed.way(Digit::big_toe).z, 0, 0.02);
    EXPECT_GT(posed.way(Digit::big_toe).x, 0.5);
  }
  EXPECT_LT(Posed(Posture::plank, {.week = 12}).bent_deg(Digit::toes), 90);
  EXPECT_GT(Posed(Posture::plank, {.week = 12}).bent_deg(Digit::toes), 40);
}

} // namespace
} // namespace supple::body
