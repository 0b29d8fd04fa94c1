// SPDX-License-Identifier: Apache-2.0
// She passes neither through the mat nor through herself, in every posture and on the way to every neighbour. The
// limits are what is reached, in millimetres; docs/body.md says where flesh gives and where it is a lack.
#include "crossings.h"

#include "body/moves.h"
#include "motion/ways.h"

#include "../body/every_move.h"
#include "../sanitized.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace supple::motion {
namespace {

using vocabulary::Posture;

// In the order of Crossing.
using Limits = std::array<double, crossing_count>;

// Until week 24 a belly gives way to the thighs, as it does in people.
constexpr Limits held_early{24, 85, 5, 5, 5, 5, 7, 5}, on_the_way_early{31, 85, 5, 5, 16, 5, 7, 21};
constexpr Limits held_late{17, 9, 5, 5, 5, 5, 7, 5}, on_the_way_late{31, 25, 5, 5, 15, 5, 20, 5};
// Where the knees stay close there is less room for the belly.
constexpr Limits held_close{17, 16, 5, 10, 5, 5, 7, 5}, on_the_way_close{31, 25, 5, 12, 15, 5, 7, 5};
// What a single move makes of a posture, as far as the text does not say how far.
constexpr Limits moved_early{32, 75, 17, 15, 12, 6, 20, 11}, moved_late{31, 29, 5, 28, 19, 21, 12, 8},
    moved_close{31, 23, 5, 28, 18, 6, 19, 8};

// How much deeper than before and after she is on the way into a move, out of it and from one side of it to the other.
constexpr Limits into_a_move{27, 26, 10, 42, 31, 18, 21, 20}, into_a_move_seated{9, 18, 5, 25, 14, 5, 9, 11};

std::string words(double week, std::string_view what) {
  return std::string(what) + " in week " + std::to_string(week);
}

body::Pose held(const Crossings& crossings, Posture posture, const std::vector<vocabulary::MoveAmount>& moves = {}) {
  const body::Skeleton& skeleton = crossings.skeleton();
  return body::pose(
      skeleton, body::intent_of(skeleton.person, posture, moves, vocabulary::Side::left, vocabulary::Sense::up).intent);
}

void expect_within(const Limits& limits, std::size_t k, double depth_m) {
  EXPECT_LT(depth_m * 1000, limits[k]) << name(static_cast<Crossing>(k));
}

void expect_all_within(const Limits& limits, const Depths& depths) {
  for (std::size_t k = 0; k < depths.size(); ++k)
    expect_within(limits, k, depths[k]);
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
  for (const double week : {12.0, 20.0, 30.0, 38.0, 40.0, 42.0}) {
    Crossings crossings({.week = week}), close({.week = week, .knees_close = true});
    for (int i = 0; i < vocabulary::posture_count; ++i) {
      const auto posture = static_cast<Posture>(i);
      SCOPED_TRACE(words(week, vocabulary::name(posture)));
      expect_all_within(week <= 20 ? held_early : held_late, crossings.in(held(crossings, posture)));
      if (week > 20) expect_all_within(held_close, close.in(held(close, posture)));
    }
  }
}

// Half way back, in child's pose and wherever else she folds.
TEST(Crossings, LeaveRoomForTheBellyFromWeekTwentyEightOn) {
  constexpr double as_asked_m = 0.005;
  const auto thigh_belly = static_cast<std::size_t>(Crossing::thigh_belly);
  for (const double week : {28.0, 30.0, 34.0, 40.0}) {
    Crossings crossings({.week = week});
    for (const Posture posture : {Posture::all_fours, Posture::between, Posture::childs_pose, Posture::heel_sit,
                                  Posture::puppy, Posture::forward_fold, Posture::squat, Posture::down_dog})
      EXPECT_LT(crossings.in(held(crossings, posture))[thigh_belly], as_asked_m)
          << words(week, vocabulary::name(posture));
  }
}

// Where the knees stay close it asks for its room earlier.
TEST(Crossings, LeaveRoomForTheBellyBesideCloseKneesFromWeekTwentyOn) {
  const auto thigh_belly = static_cast<std::size_t>(Crossing::thigh_belly);
  for (const auto& [week, most_mm] : {std::pair{20.0, 28.0}, {24.0, 10.0}, {26.0, 10.0}, {28.0, 10.0}}) {
    Crossings close({.week = week, .knees_close = true});
    for (int i = 0; i < vocabulary::posture_count; ++i) {
      const auto posture = static_cast<Posture>(i);
      EXPECT_LT(close.in(held(close, posture))[thigh_belly] * 1000, most_mm) << words(week, vocabulary::name(posture));
    }
  }
}

// Feet that would slide, since they come to stand where they lay, but turn over.
TEST(Crossings, AFootTurnsOverAboveTheMat) {
  constexpr Limits within{6, 10, 5, 5, 5, 5, 5, 5};
  for (const double week : {30.0, 38.0}) {
    Crossings close({.week = week, .knees_close = true});
    for (const auto& [from, to] :
         {std::pair{Posture::all_fours, Posture::down_dog}, std::pair{Posture::down_dog, Posture::all_fours}}) {
      const auto deepest = close.on_the_way(from, to);
      for (std::size_t k = 0; k < deepest.size(); ++k)
        expect_within(within, k, deepest[k].depth);
    }
  }
}

TEST(Crossings, AreNowhereDeepInWhatAMoveMakesOfAPosture) {
  Crossings early({.week = 12}), late({.week = 42}), close({.week = 42, .knees_close = true});
  for (int i = 0; i < vocabulary::posture_count; ++i)
    for (const vocabulary::MoveAmount& move : body::every_move()) {
      const auto posture = static_cast<Posture>(i);
      if (body::outcome_of(move, posture) != body::Outcome::moves) continue;
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", " + body::words_of(move));
      expect_all_within(moved_early, early.in(held(early, posture, {move})));
      expect_all_within(moved_late, late.in(held(late, posture, {move})));
      expect_all_within(moved_close, close.in(held(close, posture, {move})));
    }
}

// What is named here has once gone through her; flesh that rests on flesh gives by a little.
TEST(Crossings, LeaveRoomForTheLimbsThatComeNearOneAnother) {
  struct Near {
    Posture posture;
    vocabulary::Move move;
    Crossing crossing;
    double early_mm, late_mm;
  };

  using vocabulary::Move;
  Crossings early({.week = 12}), late({.week = 40});
  for (const auto& [posture, move, crossing, early_mm, late_mm] :
       {Near{Posture::side_lying, Move::spine_round, Crossing::arm_leg, 5, 5},
        Near{Posture::side_lying, Move::spine_round, Crossing::arm_trunk, 5, 10},
        Near{Posture::side_lying, Move::spine_side, Crossing::arm_trunk, 5, 5},
        Near{Posture::side_lying, Move::spine_turn, Crossing::arm_trunk, 5, 5},
        Near{Posture::side_lying, Move::hands_place, Crossing::arm_trunk, 5, 5},
        Near{Posture::side_lying, Move::legs_straighten, Crossing::leg_leg, 5, 5},
        Near{Posture::forward_fold, Move::arms_bend, Crossing::arm_arm, 8, 8},
        Near{Posture::forward_fold, Move::arms_bend, Crossing::arm_leg, 5, 5},
        Near{Posture::forward_fold, Move::hands_walk, Crossing::arm_trunk, 5, 5},
        Near{Posture::forward_fold, Move::spine_turn, Crossing::arm_trunk, 5, 5},
        Near{Posture::between, Move::arm_thread, Crossing::arm_trunk, 5, 5},
        Near{Posture::lunge, Move::knees_close, Crossing::thigh_belly, 28, 12},
        Near{Posture::supine, Move::leg_cross, Crossing::leg_leg, 12, 12},
        Near{Posture::childs_pose, Move::arm_thread, Crossing::arm_head, 5, 20},
        Near{Posture::squat, Move::arms_bend, Crossing::arm_leg, 5, 5},
        Near{Posture::squat, Move::pelvis_forward, Crossing::arm_leg, 5, 5},
        Near{Posture::squat, Move::spine_round, Crossing::arm_head, 5, 5},
        Near{Posture::seated, Move::knee_bend, Crossing::arm_leg, 10, 10},
        Near{Posture::seated, Move::knee_bend, Crossing::thigh_belly, 8, 20},
        Near{Posture::seated, Move::leg_reach, Crossing::arm_leg, 5, 5},
        Near{Posture::seated, Move::leg_reach, Crossing::leg_leg, 5, 5},
        Near{Posture::seated, Move::leg_lift, Crossing::arm_leg, 5, 5},
        Near{Posture::seated, Move::legs_straighten, Crossing::thigh_belly, 5, 22},
        Near{Posture::seated, Move::arms_bend, Crossing::arm_leg, 5, 5},
        Near{Posture::lunge, Move::arms_lower, Crossing::arm_leg, 5, 5},
        Near{Posture::chair, Move::leg_lift, Crossing::arm_leg, 5, 5},
        Near{Posture::ball, Move::knee_bend, Crossing::arm_leg, 5, 5},
        Near{Posture::chair, Move::leg_cross, Crossing::leg_leg, 20, 5},
        Near{Posture::standing, Move::spine_side, Crossing::arm_leg, 5, 5},
        Near{Posture::forward_fold, Move::knees_bend, Crossing::arm_leg, 5, 5}})
    for (const auto& [week, crossings, most_mm] :
         {std::tuple{12.0, &early, early_mm}, std::tuple{40.0, &late, late_mm}})
      EXPECT_LT(crossings->in(held(*crossings, posture, {{move}}))[static_cast<std::size_t>(crossing)] * 1000, most_mm)
          << words(week, vocabulary::name(posture)) << ", " << vocabulary::name(move);
}

TEST(Crossings, HandsLieOnTheThighs) {
  constexpr double touching_m = 0.003;
  const auto arm_leg = static_cast<std::size_t>(Crossing::arm_leg);
  for (const double week : {12.0, 30.0, 40.0}) {
    Crossings crossings({.week = week});
    for (const Posture posture : {Posture::chair, Posture::ball, Posture::heel_sit, Posture::half_kneeling})
      EXPECT_NEAR(crossings.in(held(crossings, posture))[arm_leg], 0, touching_m)
          << words(week, vocabulary::name(posture));
  }
}

// On the skin that is named, at every week, and so as well where the trunk rounds, bends or turns beneath them.
TEST(Crossings, HandsLieOnWhatIsSaid) {
  using vocabulary::Move;
  using vocabulary::Spot;
  constexpr double above_m = 0.015, within_m = 0.040;
  for (const double week : {12.0, 24.0, 30.0, 42.0}) {
    Crossings crossings({.week = week});
    for (int i = 0; i < vocabulary::posture_count; ++i)
      for (const vocabulary::MoveAmount& placed : body::every_spot()) {
        const auto posture = static_cast<Posture>(i);
        const bool hers = placed.spot == Spot::belly || placed.spot == Spot::hips || placed.spot == Spot::ribs ||
                          placed.spot == Spot::chest;
        if (!hers || !body::makes_sense(placed, posture)) continue;
        for (const Move more : {Move::stay, Move::spine_round, Move::spine_side, Move::spine_turn, Move::breathe}) {
          if (!body::makes_sense({more}, posture)) continue;
          const double depth =
              crossings.in(held(crossings, posture, {placed, {more}}))[static_cast<std::size_t>(Crossing::arm_trunk)];
          SCOPED_TRACE(words(week, vocabulary::name(posture)) + ", " + body::words_of(placed) + ", " +
                       std::string(vocabulary::name(more)));
          // A back that rounds late brings the belly up to the chest, and the hands there into it: docs/body.md.
          EXPECT_LT(depth, placed.spot == Spot::chest && week > 40 ? 0.087 : within_m);
          // In a bridge the belly lies lower than its bones tell; on the chest the breasts, which are soft, are
          // between.
          const bool flesh_between = posture == Posture::bridge || placed.spot == Spot::chest;
          EXPECT_TRUE(depth > -above_m || more != Move::stay || flesh_between) << depth;
        }
      }
  }
}

TEST(Crossings, AreNowhereDeepOnTheWay) {
  for (const double week : sanitized ? std::vector{40.0} : std::vector{12.0, 40.0}) {
    Crossings crossings({.week = week}), close({.week = week, .knees_close = true});
    for (int a = 0; a < vocabulary::posture_count; ++a)
      for (int b = 0; b < vocabulary::posture_count; ++b) {
        const auto from = static_cast<Posture>(a), to = static_cast<Posture>(b);
        if (a == b || !way_between(from, to).empty()) continue;
        SCOPED_TRACE(std::string(vocabulary::name(from)) + " to " + std::string(vocabulary::name(to)) + " in week " +
                     std::to_string(week));
        const auto keep_within = [&](const Limits& limits, Crossings& of) {
          const auto deepest = of.on_the_way(from, to);
          for (std::size_t k = 0; k < deepest.size(); ++k)
            expect_within(limits, k, deepest[k].depth);
        };
        keep_within(week <= 20 ? on_the_way_early : on_the_way_late, crossings);
        if (week > 20) keep_within(on_the_way_close, close);
      }
  }
}

void expect_ways_of_moves_within(const Limits& limits, Posture posture, double week, Crossings& crossings) {
  constexpr double step_s = sanitized ? 1.0 : 0.3;
  for (const WayOfAMove& way : ways_of_moves(posture)) {
    SCOPED_TRACE(words(week, way.words));
    expect_all_within(limits, crossings.deeper_on_the_way(way.from, way.to, step_s));
  }
}

// A shin goes over the other, a hand with the thigh that it lies on or round it.
TEST(Crossings, AreNowhereDeepOnTheWayIntoAMoveWhereSheSitsOnTheMat) {
  for (const double week : sanitized ? std::vector{38.0} : std::vector{12.0, 24.0, 38.0}) {
    Crossings crossings({.week = week});
    expect_ways_of_moves_within(into_a_move_seated, Posture::seated, week, crossings);
  }
}

// Elsewhere hands and feet are led round what is in the way: docs/body.md tells where they are deepest.
TEST(Crossings, AreDeeperOnTheWayIntoAMoveByNoMoreThanIsTold) {
  for (const double week : sanitized ? std::vector{12.0} : std::vector{12.0, 38.0}) {
    Crossings crossings({.week = week});
    for (int i = 0; i < vocabulary::posture_count; ++i)
      if (const auto posture = static_cast<Posture>(i); posture != Posture::seated)
        expect_ways_of_moves_within(into_a_move, posture, week, crossings);
  }
}

TEST(Crossings, AreNowhereDeepWhereTheOtherFootComesAhead) {
  using enum vocabulary::Side;
  constexpr Limits within{7, 22, 5, 5, 27, 5, 13, 5};
  for (const double week : {12.0, 40.0}) {
    Crossings crossings({.week = week});
    for (const auto& [from, to] :
         {std::pair{Posture::lunge, Posture::lunge}, std::pair{Posture::half_kneeling, Posture::lunge}}) {
      const auto deepest = crossings.on_the_way({from, left}, {to, right});
      for (std::size_t k = 0; k < deepest.size(); ++k)
        expect_within(within, k, deepest[k].depth);
    }
  }
}

// On whichever side she lies: the shin that comes to lie below is the one ahead or the one behind.
TEST(Crossings, AreNowhereDeepBetweenSittingAndEitherSide) {
  using enum vocabulary::Side;
  constexpr Limits within{31, 27, 5, 7, 16, 5, 12, 5};
  for (const double week : {12.0, 30.0, 40.0}) {
    Crossings crossings({.week = week});
    for (const vocabulary::Side side : {left, right}) {
      const Crossings::Worked sits{Posture::seated, left}, lies{Posture::side_lying, side};
      for (const auto& [from, to] : {std::pair{sits, lies}, std::pair{lies, sits}}) {
        const auto deepest = crossings.on_the_way(from, to);
        for (std::size_t k = 0; k < deepest.size(); ++k)
          expect_within(within, k, deepest[k].depth);
      }
    }
  }
}

} // namespace
} // namespace supple::motion
