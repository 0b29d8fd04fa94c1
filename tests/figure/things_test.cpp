// SPDX-License-Identifier: Apache-2.0
#include "figure/things.h"

#include "../sanitized.h"
#include "body/skeleton.h"
#include "figure/patches.h"
#include "figure/presence.h"
#include "figure/wall.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace supple::figure {
namespace {

using vocabulary::Posture;

body::Pose posed(const body::Skeleton& skeleton, Posture posture) {
  return body::pose(
      skeleton, body::intent_of(skeleton.person, posture, {}, vocabulary::Side::left, vocabulary::Sense::up).intent);
}

// The lowest of the surface above a place of the floor, of what lies higher than `above`.
float lowest_over(const std::vector<Place>& places, Place middle, float above) {
  float lowest = 10;
  for (const Place p : places)
    if (std::fabs(p.x - middle.x) < 0.05F && std::fabs(p.y - middle.y) < 0.12F && p.z > above)
      lowest = std::min(lowest, p.z);
  return lowest;
}

TEST(Things, CarryHer) {
  for (const double stature : sanitized ? std::vector{1.5} : std::vector{1.5, 1.735, 1.9})
    for (const Posture posture : {Posture::chair, Posture::ball}) {
      const body::Skeleton skeleton = body::skeleton_of({.week = 30, .stature_m = stature});
      const Likeness likeness = likeness_of(skeleton);
      Posed she;
      const body::Pose pose = posed(skeleton, posture);
      pose_surface(likeness, pose, she);
      const ThingsShape shape = shape_of(things_for(skeleton.person, posture), skeleton);
      const Place under = place(pose[body::Point::seat]);
      float top = 0; // of what is beneath her seat
      for (const Place p : shape.surface.places)
        if (std::fabs(p.x - under.x) < 0.08F && std::fabs(p.y) < 0.15F && p.z < under.z + 0.1F)
          top = std::max(top, p.z);
      const float gap = lowest_over(she.places, under, 0.2F) - top;
      EXPECT_LT(gap, 0.02F) << vocabulary::name(posture) << ' ' << stature; // she does not float
      EXPECT_GT(gap, -0.09F) << vocabulary::name(posture) << ' '
                             << stature; // nor sink in farther than a ball gives way
    }
}

TEST(Things, AreThereForThoseWhoUseThem) {
  body::Person person;
  EXPECT_EQ(things_for(person, Posture::all_fours), Things{});
  person.knees_padded = true;
  EXPECT_TRUE(things_for(person, Posture::all_fours).mat_folded);
  EXPECT_FALSE(things_for(person, Posture::standing).mat_folded);
  person.hands_on_chair = true;
  EXPECT_TRUE(things_for(person, Posture::all_fours).chair_before);
  EXPECT_TRUE(things_for(person, Posture::chair).chair_under);
  EXPECT_TRUE(things_for(person, Posture::standing, vocabulary::Spot::wall).wall);
  EXPECT_FALSE(things_for(person, Posture::standing).wall);
}

// Her skin, not only her bones: the hands lie on it, and nothing else comes near.
TEST(Things, TheWallIsTouchedByHerHandsAndByNothingElse) {
  const vocabulary::MoveAmount hands{vocabulary::Move::hands_place, vocabulary::default_amount, vocabulary::Spot::wall};
  const auto with = [&](vocabulary::Move move) {
    return std::vector<vocabulary::MoveAmount>{hands, {move, vocabulary::default_amount}};
  };
  for (const double week : {12.0, 38.0}) {
    const body::Skeleton skeleton = body::skeleton_of({.week = week});
    const Likeness likeness = likeness_of(skeleton);
    const float wall = wall_of(skeleton).x;
    for (const Posture posture : {Posture::standing, Posture::forward_fold})
      for (const auto& moves : {with(vocabulary::Move::stay), with(vocabulary::Move::spine_round),
                                with(vocabulary::Move::pelvis_back), with(vocabulary::Move::knees_bend)}) {
        Posed she;
        const body::Intent intent = body::intent_of(skeleton.person, posture, moves, vocabulary::Side::none, {}).intent;
        pose_surface(likeness, body::pose(skeleton, intent), she);
        float nearest = 0, nearest_of_the_rest = 0;
        for (const Place p : she.places) {
          nearest = std::max(nearest, p.x);
          if (std::fabs(p.y) < 0.08F || p.z < 1) nearest_of_the_rest = std::max(nearest_of_the_rest, p.x);
        }
        EXPECT_NEAR(nearest, wall, 0.008F) << vocabulary::name(posture) << ' ' << week; // skin gives by as much
        EXPECT_LT(nearest_of_the_rest, wall - 0.03F) << vocabulary::name(posture) << ' ' << week;
      }
  }
}

TEST(Things, AreClosedSolids) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30, .knees_padded = true});
  for (const Things& things :
       {Things{.chair_under = true}, Things{.chair_before = true}, Things{.ball = true}, Things{.mat_folded = true}}) {
    const ThingsShape shape = shape_of(things, skeleton);
    EXPECT_GT(volume(shape.surface.places, shape.surface.corners), 0.001);
    EXPECT_EQ(shape.mat_points > 0, things.mat_folded);
  }
}

TEST(Patches, ShareOutWhatIsEvenEvenly) {
  const Likeness likeness = likeness_of(body::skeleton_of({.week = 30}));
  const Patches& patches = likeness.patches;
  EXPECT_LT(patches.points.size(), likeness.surface.places.size() / 5);
  ASSERT_EQ(patches.between.size(), likeness.surface.places.size());
  for (std::size_t i = 0; i < patches.between.size(); ++i) {
    float sum = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      sum += patches.between[i].weight[k];
      if (patches.between[i].weight[k] <= 0) continue;
      const Place patch = likeness.surface.places[patches.points[patches.between[i].patch[k]]];
      ASSERT_LT(length(patch - likeness.surface.places[i]), 0.06F);
    }
    ASSERT_NEAR(sum, 1, 1e-5);
  }
}

} // namespace
} // namespace supple::figure
