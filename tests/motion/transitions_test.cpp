// SPDX-License-Identifier: Apache-2.0
// From any posture to any other: what is held stays, nothing sinks, no joint is hurried.
#include "body/skeleton.h"
#include "motion/motion.h"
#include "motion/ways.h"

#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace supple::motion {
namespace {

using vocabulary::Posture;

// Long enough for every way, and half a breath at the quickest pace, which is too short for most.
constexpr double long_s = 12, short_s = 2;

Motion between(Posture from, Posture to, const body::Person& person, double lasts_s,
               vocabulary::Side at_first = vocabulary::Side::left, vocabulary::Side then = vocabulary::Side::left) {
  guide::Session session;
  guide::Phase start, end, rest;
  start.end_s = end.start_s = 1;
  end.end_s = rest.start_s = 1 + lasts_s;
  rest.end_s = rest.start_s + 30;
  start.posture = from, start.side = at_first;
  end.posture = rest.posture = to, end.side = rest.side = then;
  session.phases = {start, end, rest};
  session.duration_s = rest.end_s;
  return motion_of(session, person);
}

// To her hands on the wall, or away from it.
Motion with_wall(Posture from, bool from_wall, Posture to, bool to_wall, const body::Person& person, double lasts_s) {
  const vocabulary::MoveAmount hands{vocabulary::Move::hands_place, 0.8, vocabulary::Spot::wall};
  guide::Session session;
  guide::Phase start, end, rest;
  start.end_s = end.start_s = 1;
  end.end_s = rest.start_s = 1 + lasts_s;
  rest.end_s = session.duration_s = rest.start_s + 40;
  start.posture = from;
  end.posture = rest.posture = to;
  if (from_wall) start.standing = {hands};
  if (to_wall) end.standing = rest.standing = {hands};
  session.phases = {start, end, rest};
  return motion_of(session, person);
}

// When she has come there.
double arrival_s(const Motion& motion) {
  return motion.travels[motion.phase_starts.back() - 1].end_s;
}

template <class Look>
void on_every_way(Look look) {
  for (int a = 0; a < vocabulary::posture_count; ++a)
    for (int b = 0; b < vocabulary::posture_count; ++b) {
      const auto from = static_cast<Posture>(a), to = static_cast<Posture>(b);
      if (!way_between(from, to).empty() || a == b) continue; // every longer way is made of these
      SCOPED_TRACE(std::string(vocabulary::name(from)) + " to " + std::string(vocabulary::name(to)));
      look(from, to);
    }
}

TEST(Ways, LeadFromEveryPostureToEveryOther) {
  for (int a = 0; a < vocabulary::posture_count; ++a)
    for (int b = 0; b < vocabulary::posture_count; ++b)
      EXPECT_LE(way_between(static_cast<Posture>(a), static_cast<Posture>(b)).size(), 7U);
  EXPECT_TRUE(way_between(Posture::supine, Posture::supine).empty());
}

TEST(Transitions, WhatIsHeldStaysAndNothingSinks) {
  const body::Person person{.week = 12};
  const body::Skeleton skeleton = body::skeleton_of(person);
  on_every_way([&](Posture from, Posture to) {
    const Motion motion = between(from, to, person, long_s);
    for (double at_s = 1; at_s <= arrival_s(motion); at_s += 0.1) {
      const body::Pose pose = body::pose(skeleton, flow_at(motion, at_s).intent);
      ASSERT_LT(pose.residual_m, 1e-6) << at_s << " " << pose.steps;
      for (int i = 0; i < body::point_count; ++i)
        ASSERT_GE(pose.points[static_cast<std::size_t>(i)].z, -0.0065)
            << body::name(static_cast<body::Point>(i)) << " " << at_s;
    }
  });
}

struct Fastest {
  double deg_s = 0, when_s = 0;
  std::size_t link = 0;
};

Fastest fastest_of(const body::Skeleton& skeleton, const Motion& motion, double end_s) {
  constexpr double step_s = 0.02;
  const auto turned = [](const body::Pose& pose, std::size_t link) {
    return inverse(pose.links.turned[body::parents[link]]) * pose.links.turned[link];
  };
  Fastest fastest;
  body::Pose before = body::pose(skeleton, flow_at(motion, 1).intent);
  for (double at_s = 1 + step_s; at_s <= end_s; at_s += step_s) {
    const body::Pose now = body::pose(skeleton, flow_at(motion, at_s).intent);
    for (std::size_t i = 1; i < body::link_count; ++i) {
      const double angle = length(geometry::vector_of(inverse(turned(before, i)) * turned(now, i)));
      if (geometry::degrees(angle) / step_s > fastest.deg_s) fastest = {geometry::degrees(angle) / step_s, at_s, i};
    }
    before = now;
  }
  return fastest;
}

TEST(Transitions, NoJointTurnsFasterThanNinetyDegreesASecondHoweverShortThePhase) {
  for (const double week : {12.0, 38.0}) {
    const body::Person person{.week = week};
    const body::Skeleton skeleton = body::skeleton_of(person);
    on_every_way([&](Posture from, Posture to) {
      for (const double lasts_s : {short_s, long_s}) {
        const Motion motion = between(from, to, person, lasts_s);
        const Fastest fastest = fastest_of(skeleton, motion, arrival_s(motion));
        EXPECT_LT(fastest.deg_s, 90) << "link " << fastest.link << " at " << fastest.when_s << ", week " << week;
      }
    });
  }
}

// To the wall and away from it, and on the wall from standing to the fold and back: nothing goes through it, what is
// held stays, and no joint is hurried.
TEST(Transitions, NobodyGoesThroughTheWall) {
  struct Way {
    Posture from;
    bool from_wall;
    Posture to;
    bool to_wall;
  };

  for (const double week : {12.0, 38.0})
    for (const auto& [from, from_wall, to, to_wall] : {Way{Posture::standing, false, Posture::standing, true},
                                                       Way{Posture::standing, true, Posture::forward_fold, true},
                                                       Way{Posture::forward_fold, true, Posture::standing, true},
                                                       Way{Posture::standing, true, Posture::standing, false},
                                                       Way{Posture::forward_fold, true, Posture::standing, false},
                                                       Way{Posture::forward_fold, true, Posture::chair, false},
                                                       Way{Posture::chair, false, Posture::forward_fold, true},
                                                       Way{Posture::forward_fold, false, Posture::standing, true},
                                                       Way{Posture::standing, true, Posture::all_fours, false}})
      for (const double lasts_s : {short_s, long_s}) {
        SCOPED_TRACE(std::string(vocabulary::name(from)) + (from_wall ? " at the wall" : "") + " to " +
                     std::string(vocabulary::name(to)) + (to_wall ? " at the wall" : ""));
        const body::Person person{.week = week};
        const body::Skeleton skeleton = body::skeleton_of(person);
        const Motion motion = with_wall(from, from_wall, to, to_wall, person, lasts_s);
        for (double at_s = 1; at_s <= arrival_s(motion); at_s += 0.05) {
          const body::Pose pose = body::pose(skeleton, flow_at(motion, at_s).intent);
          ASSERT_LT(pose.residual_m, 1e-6) << at_s;
          for (int i = 0; i < body::point_count; ++i) {
            const geometry::Vec3 point = pose.points[static_cast<std::size_t>(i)];
            ASSERT_GE(point.z, -0.0065) << body::name(static_cast<body::Point>(i)) << " " << at_s;
            ASSERT_LT(point.x, body::wall_ahead_m - 0.007) << body::name(static_cast<body::Point>(i)) << " " << at_s;
          }
        }
        const Fastest fastest = fastest_of(skeleton, motion, arrival_s(motion));
        EXPECT_LT(fastest.deg_s, 90) << "link " << fastest.link << " at " << fastest.when_s;
      }
}

// One foot at a time: from the wall into the fold, at every moment one of them stands.
TEST(Transitions, WalkFromTheWallOneFootAtATime) {
  const body::Person person{.week = 24};
  const Motion motion = with_wall(Posture::standing, true, Posture::forward_fold, true, person, long_s);
  int walked = 0;
  for (double at_s = 1; at_s <= arrival_s(motion); at_s += 0.05) {
    const auto planted = body::planted(flow_at(motion, at_s).intent);
    const auto stands = [&](body::Point foot) { return std::ranges::find(planted, foot) != planted.end(); };
    EXPECT_TRUE(stands(body::Point::ankle_left) || stands(body::Point::ankle_right)) << at_s;
    walked += stands(body::Point::ankle_left) && stands(body::Point::ankle_right) ? 0 : 1;
  }
  EXPECT_GT(walked, 20);
}

TEST(Transitions, OneFootIsAlwaysOnTheMatBetweenStandingAndOneKnee) {
  for (const double week : {12.0, 38.0})
    for (const auto& [from, to] :
         {std::pair{Posture::standing, Posture::half_kneeling}, std::pair{Posture::half_kneeling, Posture::standing}}) {
      const Motion motion = between(from, to, {.week = week}, long_s);
      for (double at_s = 1; at_s <= arrival_s(motion); at_s += 0.05) {
        const auto planted = body::planted(flow_at(motion, at_s).intent);
        const auto stands = [&](body::Point foot) { return std::ranges::find(planted, foot) != planted.end(); };
        EXPECT_TRUE(stands(body::Point::ankle_left) || stands(body::Point::ankle_right)) << week << ", " << at_s;
      }
    }
}

TEST(Transitions, SomethingIsAlwaysOnTheMatWhereTheOtherFootComesAhead) {
  using enum vocabulary::Side;
  for (const double week : {12.0, 38.0})
    for (const Posture from : {Posture::half_kneeling, Posture::lunge})
      for (const Posture to : {Posture::half_kneeling, Posture::lunge}) {
        const Motion motion = between(from, to, {.week = week}, long_s, left, right);
        for (double at_s = 1; at_s <= arrival_s(motion); at_s += 0.05) {
          const auto planted = body::planted(flow_at(motion, at_s).intent);
          const auto stands = [&](body::Point on) { return std::ranges::find(planted, on) != planted.end(); };
          EXPECT_TRUE(stands(body::Point::knee_left) || stands(body::Point::knee_right)) << week << ", " << at_s;
        }
      }
}

// The far ways too, through the postures in between.
TEST(Transitions, LongWaysTakeTheTimeThatTheyNeed) {
  const body::Person person{.week = 12};
  const body::Skeleton skeleton = body::skeleton_of(person);
  for (const auto& [from, to] :
       {std::pair{Posture::standing, Posture::supine}, std::pair{Posture::side_lying, Posture::plank},
        std::pair{Posture::bridge, Posture::chair}}) {
    const Motion motion = between(from, to, person, short_s);
    EXPECT_GT(arrival_s(motion), 1 + short_s);
    EXPECT_LT(fastest_of(skeleton, motion, arrival_s(motion)).deg_s, 90);
    EXPECT_EQ(flow_at(motion, arrival_s(motion)).intent.value, motion.travels.back().from.value);
  }
}

// Where there is time enough she arrives with the breath.
TEST(Transitions, ArriveAtTheEndOfThePhaseWhereItIsLongEnough) {
  const body::Person person{.week = 12};
  on_every_way([&](Posture from, Posture to) { EXPECT_EQ(arrival_s(between(from, to, person, long_s)), 1 + long_s); });
}

} // namespace
} // namespace supple::motion
