// SPDX-License-Identifier: Apache-2.0
// No move in any posture asks a region of the spine or a joint for more than living people have (docs/body.md).
#include "body/skeleton.h"

#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace supple::body {
namespace {

using geometry::degrees;
using geometry::Vec3;
using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

class Measured {
public:
  Measured(const Skeleton& skeleton, const Pose& pose) : skeleton_(skeleton), bones_(pose.links) {}

  /// Turn, bend to the right and flexion, degrees beyond neutral, over all joints from one to another.
  [[nodiscard]] Vec3 region(Link first, Link last) const {
    Vec3 sum;
    for (std::size_t i = index(first); i <= index(last); ++i)
      sum = sum + joint(static_cast<Link>(i));
    return sum * (180 / geometry::pi);
  }

  [[nodiscard]] Vec3 joint(Link link) const {
    const geometry::Rotation base = bones_.turned[index(parent(link))] * skeleton_.rest[index(link)];
    return geometry::vector_of(inverse(base) * bones_.turned[index(link)]);
  }

  [[nodiscard]] double hip_flexion(int side) const {
    const Vec3 thigh = inverse(bones_.turned[0]) * (bones_.turned[index(on(Link::thigh_left, side))] * Vec3{-1, 0, 0});
    return degrees(geometry::atan2(thigh.y, -thigh.x));
  }

  // How far the hand is bent from the forearm's line.
  [[nodiscard]] double wrist_extension(int side) const {
    const Vec3 hand = bones_.turned[index(on(Link::hand_left, side))] * Vec3{-1, 0, 0},
               forearm = bones_.turned[index(on(Link::forearm_left, side))] * Vec3{-1, 0, 0};
    return degrees(geometry::acos(dot(hand, forearm)));
  }

private:
  const Skeleton& skeleton_;
  const Bones& bones_;
};

void expect_between(double value, double from, double to, const char* what) {
  EXPECT_GE(value, from) << what;
  EXPECT_LE(value, to) << what;
}

TEST(Ranges, HoldInEveryPostureWithEveryMove) {
  const Person person{.week = 12};
  const Skeleton skeleton = skeleton_of(person);
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (int i = 0; i < 2 * static_cast<int>(Move::go_first); ++i) {
      const vocabulary::MoveAmount move{static_cast<Move>(i / 2), vocabulary::default_amount};
      std::vector<vocabulary::MoveAmount> moves{move};
      // The same with her hands on the wall, where it is within reach.
      const vocabulary::MoveAmount hands{Move::hands_place, vocabulary::default_amount, vocabulary::Spot::wall};
      if (i % 2 == 1) moves.insert(moves.begin(), hands);
      if (i % 2 == 1 && !is_at_wall(static_cast<Posture>(p), moves)) continue;
      const Pose posed = pose(skeleton, intent_of(person, static_cast<Posture>(p), moves, Side::left, {}).intent);
      const Measured seen(skeleton, posed);
      SCOPED_TRACE(std::string(vocabulary::name(static_cast<Posture>(p))) + ", " +
                   std::string(vocabulary::name(move.move)));
      const Vec3 lumbar = seen.region(Link::L5, Link::L1), thoracic = seen.region(Link::T12, Link::T1),
                 neck = seen.region(Link::C7, Link::head);
      expect_between(lumbar.z, -20, 53, "lumbar flexion");
      expect_between(lumbar.y, -18, 18, "lumbar bend");
      expect_between(lumbar.x, -6, 6, "lumbar turn");
      expect_between(thoracic.z, -25, 44, "thoracic flexion");
      expect_between(thoracic.y, -20, 20, "thoracic bend");
      expect_between(thoracic.x, -27, 27, "thoracic turn");
      expect_between(neck.z, -62, 75, "neck flexion");
      expect_between(neck.y, -46, 46, "neck bend");
      expect_between(neck.x, -75, 75, "neck turn");
      for (const int side : {left, right}) {
        expect_between(seen.hip_flexion(side), -30, 141, "hip flexion");
        expect_between(degrees(seen.joint(on(Link::shank_left, side)).z), -1, 165, "knee flexion");
        expect_between(degrees(seen.joint(on(Link::forearm_left, side)).z), -160, 0, "elbow flexion");
        expect_between(degrees(seen.joint(on(Link::foot_left, side)).z), -46, 75, "ankle");
        if (i % 2 == 1) expect_between(seen.wrist_extension(side), 0, 90, "wrist on the wall");
      }
    }
}

} // namespace
} // namespace supple::body
