// SPDX-License-Identifier: Apache-2.0
// She passes neither through the mat nor through herself, in every posture and on the way to every neighbour. The
// limits are what is reached, in millimetres; docs/body.md says where flesh gives and where it is a lack.
#include "crossings.h"

#include "motion/ways.h"

#include <gtest/gtest.h>

#include <string>

namespace supple::motion {
namespace {

using vocabulary::Posture;

// In the order of Crossing.
using Limits = std::array<double, crossing_count>;

// Until week 20 a belly is soft, and lies on the thighs as it does in people.
constexpr Limits held_early{24, 85, 5, 5, 23, 5, 12, 5}, on_the_way_early{31, 85, 5, 10, 73, 5, 64, 22};
constexpr Limits held_late{17, 24, 5, 7, 5, 5, 12, 5}, on_the_way_late{31, 40, 5, 12, 58, 5, 64, 22};

body::Pose held(const Crossings& crossings, Posture posture) {
  const body::Skeleton& skeleton = crossings.skeleton();
  return body::pose(
      skeleton, body::intent_of(skeleton.person, posture, {}, vocabulary::Side::left, vocabulary::Sense::up).intent);
}

void expect_within(const Limits& limits, std::size_t k, double depth_m) {
  EXPECT_LT(depth_m * 1000, limits[k]) << name(static_cast<Crossing>(k));
}

TEST(Crossings, SeesAThighThatIsInTheBelly) {
  Crossings crossings({.week = 38});
  body::Pose pose = held(crossings, Posture::standing);
  const auto thigh_belly = static_cast<std::size_t>(Crossing::thigh_belly);
  EXPECT_LT(crossings.in(pose)[thigh_belly], 0.005);
  // The leg of another posture, hung on the same hip: the knee before the belly.
  for (const body::Link link : {body::Link::thigh_left, body::Link::shank_left, body::Link::foot_left})
    pose.links.place[index(link)] = pose.links.place[index(body::Link::L3)];
  EXPECT_GT(crossings.in(pose)[thigh_belly], 0.05);
}

TEST(Crossings, AreNowhereDeepInAPosture) {
  for (const double week : {12.0, 20.0, 38.0, 40.0}) {
    Crossings crossings({.week = week});
    for (int i = 0; i < vocabulary::posture_count; ++i) {
      SCOPED_TRACE(std::string(vocabulary::name(static_cast<Posture>(i))) + " in week " + std::to_string(week));
      const Depths depths = crossings.in(held(crossings, static_cast<Posture>(i)));
      for (std::size_t k = 0; k < depths.size(); ++k)
        expect_within(week <= 20 ? held_early : held_late, k, depths[k]);
    }
  }
}

TEST(Crossings, AreNowhereDeepOnTheWay) {
  for (const double week : {12.0, 40.0}) {
    Crossings crossings({.week = week});
    for (int a = 0; a < vocabulary::posture_count; ++a)
      for (int b = 0; b < vocabulary::posture_count; ++b) {
        const auto from = static_cast<Posture>(a), to = static_cast<Posture>(b);
        if (a == b || !way_between(from, to).empty()) continue;
        SCOPED_TRACE(std::string(vocabulary::name(from)) + " to " + std::string(vocabulary::name(to)) + " in week " +
                     std::to_string(week));
        const auto deepest = crossings.on_the_way(from, to);
        for (std::size_t k = 0; k < deepest.size(); ++k)
          expect_within(week <= 20 ? on_the_way_early : on_the_way_late, k, deepest[k].depth);
      }
  }
}

} // namespace
} // namespace supple::motion
