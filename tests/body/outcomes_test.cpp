// SPDX-License-Identifier: Apache-2.0
// Every move in every posture: it moves her, as far as is asked; or it is so already, and undoes what was done; or it
// is refused in words. None is silently nothing.
#include "body/families.h"
#include "body/moves.h"
#include "body/skeleton.h"

#include "geometry/trigonometry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace supple::body {
namespace {

using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Posture;
using vocabulary::Side;

// Before the weeks in which nothing hollows.
const Person early{.week = 12};

Wanted wanted(Posture posture, const std::vector<MoveAmount>& moves, Side side = Side::left,
              const Person& person = early) {
  return intent_of(person, posture, moves, side, vocabulary::Sense::up);
}

struct Apart {
  double m = 0, deg = 0;
};

Apart apart(const Pose& a, const Pose& b) {
  Apart out;
  for (std::size_t i = 0; i < link_count; ++i) {
    out.m = std::max(out.m, length(a.links.place[i] - b.links.place[i]));
    const geometry::Rotation turn = a.links.turned[i] * inverse(b.links.turned[i]);
    out.deg = std::max(out.deg, geometry::degrees(length(geometry::vector_of(turn))));
  }
  return out;
}

template <class Look>
void in_every_cell(Outcome outcome, Look look) {
  for (int p = 0; p < vocabulary::posture_count; ++p)
    for (int m = 0; m < static_cast<int>(Move::go_first); ++m) {
      const auto posture = static_cast<Posture>(p);
      const auto move = static_cast<Move>(m);
      if (outcome_of(move, posture) != outcome) continue;
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", " + std::string(vocabulary::name(move)));
      look(posture, move);
    }
}

Pose posed(Posture posture, const std::vector<MoveAmount>& moves, Side side) {
  return pose(skeleton_of(early), wanted(posture, moves, side).intent);
}

bool is_seen(const Apart& far) {
  return far.m > 0.004 || far.deg > 2;
}

// A circle comes back to where it began: its two ways are what is seen.
void expect_a_circle(const Wanted& round) {
  const Skeleton skeleton = skeleton_of(early);
  for (const Intent& way : *round.circle) {
    Intent there = round.intent;
    for (std::size_t i = 0; i < Intent::count; ++i)
      there.value[i] += way.value[i];
    EXPECT_TRUE(is_seen(apart(pose(skeleton, round.intent), pose(skeleton, there))));
  }
}

TEST(Outcomes, NoMoveIsSilentlyNothing) {
  in_every_cell(Outcome::moves, [](Posture posture, Move move) {
    for (const Side side : {Side::none, Side::left, Side::right}) {
      const Wanted done = wanted(posture, {{move}}, side);
      EXPECT_TRUE(done.refused.empty());
      if (done.circle) {
        expect_a_circle(done);
        continue;
      }
      const Apart far = apart(posed(posture, {}, side), posed(posture, {{move}}, side));
      // What lies there already, the forehead in child's pose, comes to be held.
      const bool rests = planted(done.intent).size() > planted(wanted(posture, {}, side).intent).size();
      EXPECT_TRUE(is_seen(far) || rests) << far.m << " m, " << far.deg << " degrees";
    }
  });
}

TEST(Outcomes, AMoveGoesAsFarAsIsAsked) {
  in_every_cell(Outcome::moves, [](Posture posture, Move move) {
    // Travel is a place, which is tried below.
    if (move == Move::pelvis_back || move == Move::pelvis_forward || wanted(posture, {{move}}).circle) return;
    if (move == Move::head_rest && posture == Posture::childs_pose) return; // where the forehead lies already
    const Pose rest = posed(posture, {}, Side::left);
    std::array<Apart, 3> far;
    std::ranges::transform(std::array{0.4, 0.8, 1.0}, far.begin(),
                           [&](double amount) { return apart(rest, posed(posture, {{move, amount}}, Side::left)); });
    EXPECT_TRUE(far[1].m > far[0].m + 0.001 || far[1].deg > far[0].deg + 0.5) << far[0].m << " then " << far[1].m;
    // What comes to the mat, or is straight, at the usual amount goes no further.
    EXPECT_TRUE(far[2].m > 0.7 * far[1].m) << far[1].m << " then " << far[2].m;
  });
}

// A foot that turns on the mat on its way to another place, too.
TEST(Outcomes, PartOfAMoveKeepsItsContacts) {
  in_every_cell(Outcome::moves, [](Posture posture, Move move) {
    for (const double amount : {0.01, 0.3, 0.5}) {
      EXPECT_LT(posed(posture, {{move, amount}}, Side::left).residual_m, 1e-6) << amount;
    }
  });
}

TEST(Outcomes, TravelIsAPlace) {
  for (const Posture posture : {Posture::all_fours, Posture::between, Posture::childs_pose, Posture::kneeling}) {
    SCOPED_TRACE(vocabulary::name(posture));
    double before = 1;
    for (const double place : {0.0, 0.25, 0.5, 1.0}) {
      const double hips = posed(posture, {{Move::pelvis_back, place}}, Side::none)[Point::hip_left].x;
      EXPECT_LT(hips, before - 0.02);
      EXPECT_EQ(hips, posed(posture, {{Move::pelvis_forward, place}}, Side::none)[Point::hip_left].x);
      before = hips;
    }
  }
}

TEST(Outcomes, TheForeheadComesToTheMat) {
  for (const Posture posture :
       {Posture::all_fours, Posture::forearms_and_knees, Posture::puppy, Posture::between, Posture::childs_pose})
    for (const double week : {12.0, 38.0}) {
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + " " + std::to_string(week));
      const Person person{.week = week};
      const Pose p = pose(skeleton_of(person), wanted(posture, {{Move::head_rest}}, Side::none, person).intent);
      EXPECT_LT(p.residual_m, 1e-6);
      EXPECT_NEAR(p[Point::forehead].z, 0, 0.005);
    }
}

// Whatever is done, however wide her knees are: her head does not cross the floor.
TEST(Outcomes, TheHeadStaysAboveTheMat) {
  const std::array people{Person{.week = 12}, Person{.week = 12, .knees_wide = true},
                          Person{.week = 26, .knees_wide = true}, Person{.week = 38, .knees_close = true}};
  in_every_cell(Outcome::moves, [&](Posture posture, Move move) {
    for (const Person& person : people)
      for (const double amount : {0.4, 0.8, 1.0}) {
        const Pose p = pose(skeleton_of(person), wanted(posture, {{move, amount}}, Side::left, person).intent);
        EXPECT_GT(p[Point::forehead].z, -0.003) << person.week << ' ' << person.knees_wide << ' ' << amount;
        EXPECT_GT(p[Point::crown].z, -0.003) << person.week << ' ' << person.knees_wide << ' ' << amount;
      }
  });
}

// The hips do not rise for a chest that sinks onto a head which lies on the mat already.
TEST(Outcomes, TheChestSinksInChildsPose) {
  const Pose rest = posed(Posture::childs_pose, {}, Side::none);
  const Pose low = posed(Posture::childs_pose, {{Move::chest_lower, 1}}, Side::none);
  EXPECT_LT(low[Point::T5].z, rest[Point::T5].z - 0.025);
  EXPECT_NEAR(low[Point::hip_left].z, rest[Point::hip_left].z, 0.005);
  EXPECT_NEAR(low[Point::forehead].z, 0, 0.006);
}

// What was done, and what undoes it.
struct Undone {
  Move by, what;
};

constexpr std::array undoing{
    Undone{Move::spine_neutral, Move::spine_round},  Undone{Move::spine_neutral, Move::spine_arch},
    Undone{Move::head_neutral, Move::head_drop},     Undone{Move::head_neutral, Move::head_lift},
    Undone{Move::leg_lower, Move::leg_lift},         Undone{Move::leg_lower, Move::leg_reach},
    Undone{Move::pelvis_back, Move::pelvis_forward}, Undone{Move::pelvis_lower, Move::pelvis_lift},
    Undone{Move::head_rest, Move::head_drop},        Undone{Move::head_rest, Move::head_lift},
    Undone{Move::arms_lower, Move::arm_reach},       Undone{Move::arms_lower, Move::arms_bend},
    Undone{Move::arms_bend, Move::arm_reach},        Undone{Move::hands_place, Move::arm_reach},
    Undone{Move::knees_bend, Move::legs_straighten}, Undone{Move::legs_straighten, Move::knees_bend}};

TEST(Outcomes, WhatIsSoAlreadyUndoesWhatWasDone) {
  in_every_cell(Outcome::is_so_already, [](Posture posture, Move move) {
    const Intent rest = wanted(posture, {}).intent;
    EXPECT_EQ(wanted(posture, {{move}}).intent.value, rest.value);
    int undone = 0;
    for (const Undone& pair : undoing) {
      if (pair.by != move || outcome_of(pair.what, posture) != Outcome::moves) continue;
      ++undone;
      EXPECT_EQ(wanted(posture, {{pair.what}, {move}}).intent.value, rest.value) << vocabulary::name(pair.what);
    }
    // A bridge has nothing of the spine and the head to undo; she has stepped, bent that knee and lowered the other on
    // her way to where she kneels, and crossed her shins to sit.
    const bool done_on_the_way = (in(family::one_foot_ahead | family::on_knees, posture) &&
                                  (move == Move::leg_lower || move == Move::feet_walk || move == Move::knees_bend)) ||
                                 move == Move::leg_cross;
    EXPECT_TRUE(undone > 0 || posture == Posture::bridge || done_on_the_way);
  });
}

TEST(Outcomes, ALoweredHandComesBackFromWhereItReachedOrThreaded) {
  for (const Posture posture : {Posture::all_fours, Posture::forearms_and_knees, Posture::puppy, Posture::between})
    for (const Move done : {Move::arm_reach, Move::arm_thread})
      EXPECT_EQ(wanted(posture, {{done}, {Move::arms_lower}}).intent.value, wanted(posture, {}).intent.value)
          << vocabulary::name(posture) << ", " << vocabulary::name(done);
}

// "Slide your left arm under, and turn your ribs": not back again.
TEST(Outcomes, RibsTurnAfterTheArmThatThreads) {
  for (const Posture posture : {Posture::all_fours, Posture::forearms_and_knees, Posture::puppy, Posture::childs_pose})
    EXPECT_EQ(wanted(posture, {{Move::arm_thread}, {Move::spine_turn}}).intent.value,
              wanted(posture, {{Move::arm_thread}}).intent.value)
        << vocabulary::name(posture);
}

// "Reach your left arm up, and look after it."
TEST(Outcomes, OnHandsAndKneesAnArmThatSheLooksAfterReachesUp) {
  const Pose ahead = posed(Posture::all_fours, {{Move::arm_reach}}, Side::left),
             up = posed(Posture::all_fours, {{Move::arm_reach}, {Move::head_turn}}, Side::left);
  EXPECT_LT(ahead[Point::wrist_left].z, ahead[Point::shoulder_left].z);
  EXPECT_GT(up[Point::wrist_left].z, up[Point::shoulder_left].z + 0.15);
}

TEST(Outcomes, WhatIsUnseenTurnsNoBone) {
  in_every_cell(Outcome::unseen, [](Posture posture, Move move) {
    EXPECT_TRUE(wanted(posture, {{move}}).refused.empty());
    EXPECT_EQ(wanted(posture, {{move}}).intent.value, wanted(posture, {}).intent.value);
  });
}

TEST(Outcomes, EachLimbGoesAsFarAsIsAskedOfIt) {
  const Intent both = wanted(Posture::all_fours, {{Move::arm_reach, 0.4}, {Move::leg_reach, 1}}).intent;
  const Intent arm = wanted(Posture::all_fours, {{Move::arm_reach, 0.4}}).intent;
  const Intent leg = wanted(Posture::all_fours, {{Move::leg_reach, 1}}).intent;
  for (std::size_t i = Intent::joints_at; i < Intent::contacts_at; ++i) {
    const std::size_t link = 1 + (i - Intent::joints_at) / 3;
    EXPECT_EQ(both.value[i], link < index(Link::thigh_left) ? arm.value[i] : leg.value[i]) << link;
  }
}

// "Reach your right leg back and the opposite arm forward."
TEST(Outcomes, TheOppositeArmReachesBesideALegWhereSheIsOnHerHandsOrLies) {
  const MoveAmount opposite{.move = Move::arm_reach, .across = true};
  for (const Posture posture : {Posture::all_fours, Posture::plank, Posture::prone, Posture::supine}) {
    SCOPED_TRACE(vocabulary::name(posture));
    const Channels both = channels_of(posture, std::array<MoveAmount, 2>{{{Move::leg_reach}, opposite}}, Side::right);
    EXPECT_GT(both[Channel::leg_reach_right], 0);
    EXPECT_GT(both[Channel::arm_reach_left], 0);
    EXPECT_EQ(both[Channel::arm_reach_right], 0);
    const MoveAmount lowered{.move = Move::arms_lower, .across = true};
    EXPECT_EQ(channels_of(posture, std::array{opposite, lowered}, Side::right)[Channel::arm_reach_left], 0);
  }
  EXPECT_GT(channels_of(Posture::standing, std::array{opposite}, Side::right)[Channel::arm_reach_right], 0);
}

TEST(Outcomes, FromWeekTwentyAHollowIsRefusedInWords) {
  for (const Move move : {Move::spine_arch, Move::pelvis_tip}) {
    const Wanted late = wanted(Posture::all_fours, {{move}}, Side::none, {.week = 20});
    ASSERT_EQ(late.refused.size(), 1U);
    EXPECT_EQ(late.refused.front(), std::string(vocabulary::meaning(move)) + " (from week 20 on only to neutral)");
    EXPECT_TRUE(wanted(Posture::all_fours, {{move}}, Side::none, {.week = 19}).refused.empty());
  }
}

} // namespace
} // namespace supple::body
