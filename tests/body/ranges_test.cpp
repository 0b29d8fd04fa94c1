// SPDX-License-Identifier: Apache-2.0
// No move in any posture asks a region of the spine or a joint for more than living people have (docs/body.md).
#include "body/moves.h"
#include "body/skeleton.h"

#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
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
    for (int i = 0; i < vocabulary::spot_count * static_cast<int>(Move::go_first); ++i) {
      const vocabulary::MoveAmount move{static_cast<Move>(i / vocabulary::spot_count), vocabulary::default_amount};
      std::vector<vocabulary::MoveAmount> moves{move};
      // The same with her hands placed somewhere, where it is within reach.
      const auto spot = static_cast<vocabulary::Spot>(i % vocabulary::spot_count);
      const vocabulary::MoveAmount hands{Move::hands_place, vocabulary::default_amount, spot};
      if (!makes_sense(hands, static_cast<Posture>(p))) continue;
      const bool placed = spot != vocabulary::Spot::unsaid;
      const bool lifts = move.move >= Move::arms_reach && move.move <= Move::arms_bend;
      if (placed) moves.insert(moves.begin(), hands);
      const Pose posed = pose(skeleton, intent_of(person, static_cast<Posture>(p), moves, Side::left, {}).intent);
      const Measured seen(skeleton, posed);
      SCOPED_TRACE(std::string(vocabulary::name(static_cast<Posture>(p))) + ", " +
                   std::string(vocabulary::name(move.move)) + ", " + std::string(vocabulary::name(spot)));
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
        if (placed && !lifts) expect_between(seen.wrist_extension(side), 0, 90, "wrist where hands are placed");
      }
    }
}

constexpr double no_hollow_from_week = 20;

// Flexion, bend and turn of low back, thorax and neck, degrees.
using Regions = std::array<double, 9>;
constexpr std::size_t lumbar_flexion = 0;

Regions in_order(Vec3 lumbar, Vec3 thoracic, Vec3 neck) {
  return {lumbar.z, lumbar.y, lumbar.x, thoracic.z, thoracic.y, thoracic.x, neck.z, neck.y, neck.x};
}

// What the joints are asked for.
Regions asked_of(const Intent& intent) {
  const auto region = [&](Link first, Link last) {
    Vec3 sum;
    for (std::size_t i = Intent::joints_at + 3 * (index(first) - 1); i < Intent::joints_at + 3 * index(last); i += 3)
      sum = sum + Vec3{intent.value[i], intent.value[i + 1], intent.value[i + 2]};
    return sum * (180 / geometry::pi);
  };
  return in_order(region(Link::L5, Link::L1), region(Link::T12, Link::T1), region(Link::C7, Link::head));
}

constexpr std::array region_names{"lumbar flexion", "lumbar bend",  "lumbar turn", "thoracic flexion", "thoracic bend",
                                  "thoracic turn",  "neck flexion", "neck bend",   "neck turn"};

// Of living people (docs/body.md), to one side as to the other.
struct Limits {
  Regions least{-16, -18, -5, -13.8, -15.6, -24.9, -60.9, -45.3, -74.5};
  Regions most{51, 18, 5, 22.2, 15.6, 24.9, 65.3, 45.3, 74.5};

  void widen(const Regions& by) {
    for (std::size_t i = 0; i < by.size(); ++i) {
      const bool flexion = i % 3 == 0;
      least[i] = std::min(least[i], flexion ? by[i] : -std::fabs(by[i]));
      most[i] = std::max(most[i], flexion ? by[i] : std::fabs(by[i]));
    }
  }

  void expect(const Regions& regions, double close) const {
    for (std::size_t i = 0; i < regions.size(); ++i)
      expect_between(regions[i], least[i] - close, most[i] + close, region_names[i]);
  }
};

class TwoMoves : public testing::TestWithParam<double> {
protected:
  [[nodiscard]] Intent asked(Posture posture, std::initializer_list<Move> moves) const {
    std::vector<vocabulary::MoveAmount> fully;
    for (const Move move : moves)
      fully.push_back({move, 1});
    return intent_of(person_, posture, fully, Side::left, {}).intent;
  }

  [[nodiscard]] static Regions seen_in(const Measured& seen) {
    return in_order(seen.region(Link::L5, Link::L1), seen.region(Link::T12, Link::T1),
                    seen.region(Link::C7, Link::head));
  }

  struct AtRest {
    Regions asked, seen;
  };

  [[nodiscard]] AtRest at_rest(Posture posture) const {
    const Intent rest = asked(posture, {});
    const Pose posed = pose(skeleton_, rest);
    return {asked_of(rest), seen_in(Measured(skeleton_, posed))};
  }

  // What is planted bends the spine a little beyond what it is asked for.
  void hold(const Intent& intent, const Limits& limits, const AtRest& at_rest) const {
    constexpr double exactly = 2e-3, by_contacts = 7.5, hollowed_by_contacts = 2.6;
    const Regions asked_for = asked_of(intent);
    limits.expect(asked_for, exactly);
    const Pose posed = pose(skeleton_, intent);
    const Measured seen(skeleton_, posed);
    limits.expect(seen_in(seen), by_contacts);
    if (person_.week >= no_hollow_from_week) {
      EXPECT_GE(asked_for[lumbar_flexion], std::min(0.0, at_rest.asked[lumbar_flexion]) - exactly);
      EXPECT_GE(seen_in(seen)[lumbar_flexion], std::min(0.0, at_rest.seen[lumbar_flexion]) - hollowed_by_contacts);
    }
    for (const int side : {left, right}) {
      EXPECT_GE(seen.hip_flexion(side), -35) << "hip extension";
      EXPECT_LE(degrees(seen.joint(on(Link::forearm_left, side)).z), 0) << "elbow bent backward";
      EXPECT_GE(degrees(seen.joint(on(Link::shank_left, side)).z), -3) << "knee bent backward";
    }
  }

  const Person person_{.week = GetParam()};
  const Skeleton skeleton_ = skeleton_of(person_);
};

// No region goes farther than living people's, or than one of the moves or the posture takes it alone; and from week 20
// on none makes the low back more hollow than it is at rest.
TEST_P(TwoMoves, AddUpToNoMoreThanRangesInEveryPosture) {
  for (int p = 0; p < vocabulary::posture_count; ++p) {
    const auto posture = static_cast<Posture>(p);
    const AtRest rest = at_rest(posture);
    for (int a = 0; a < static_cast<int>(Move::go_first); ++a)
      for (int b = a; b < static_cast<int>(Move::go_first); ++b) {
        const Move one = static_cast<Move>(a), other = static_cast<Move>(b);
        if (outcome_of(one, posture) != Outcome::moves || outcome_of(other, posture) != Outcome::moves) continue;
        SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", " + std::string(vocabulary::name(one)) + ", " +
                     std::string(vocabulary::name(other)));
        Limits limits;
        for (const Regions& alone : {rest.asked, asked_of(asked(posture, {one})), asked_of(asked(posture, {other}))})
          limits.widen(alone);
        // Toward the arm that she looks after and that reaches she turns (channels.cpp).
        if (one == Move::head_turn && other == Move::arm_reach)
          limits.widen(asked_of(asked(posture, {Move::spine_turn})));
        hold(asked(posture, {one, other}), limits, rest);
      }
  }
}

class ACircle : public TwoMoves {};

TEST_P(ACircle, GoesRoundWithoutAHollowFromWeek20On) {
  for (int p = 0; p < vocabulary::posture_count; ++p) {
    const auto posture = static_cast<Posture>(p);
    const double hollow_at_rest = std::min(0.0, at_rest(posture).asked[lumbar_flexion]);
    const std::array circle{vocabulary::MoveAmount{Move::pelvis_circle, 1}};
    const Wanted wanted = intent_of(person_, posture, circle, Side::left, {});
    if (!wanted.circle) continue;
    const double ahead = asked_of(wanted.circle->front())[lumbar_flexion],
                 aside = asked_of(wanted.circle->back())[lumbar_flexion];
    EXPECT_GE(asked_of(wanted.intent)[lumbar_flexion] - std::hypot(ahead, aside), hollow_at_rest - 1e-9)
        << vocabulary::name(posture);
  }
}

INSTANTIATE_TEST_SUITE_P(Weeks, TwoMoves, testing::Values(12, 24, 38));
INSTANTIATE_TEST_SUITE_P(Weeks, ACircle, testing::Values(20, 24, 38));

} // namespace
} // namespace supple::body
