// SPDX-License-Identifier: Apache-2.0
// Any woman in any posture with any moves on it.
#include "body/contacts.h"
#include "body/moves.h"
#include "body/stance.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace supple::body {
namespace {

using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

double between(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

Person any_person() {
  Person person;
  person.week = between(4, 42);
  person.stature_m = between(1.4, 2.0);
  person.wrists = static_cast<Wrists>(*rc::gen::inRange(0, 3));
  person.knees_padded = *rc::gen::arbitrary<bool>();
  person.knees_close = *rc::gen::inRange(0, 5) == 0;
  person.knees_wide = *rc::gen::inRange(0, 5) == 0;
  person.hands_on_chair = *rc::gen::inRange(0, 8) == 0;
  person.head_up = *rc::gen::inRange(0, 8) == 0;
  person.weeks_after_birth = *rc::gen::inRange(0, 5) == 0 ? between(1, 40) : 0;
  return person;
}

struct Asked {
  Posture posture;
  std::vector<vocabulary::MoveAmount> moves;
  Side side;
};

// Moves as people combine them: of the trunk, and one of a limb.
Asked any_asked() {
  static const std::vector<Move> trunk{Move::spine_round, Move::spine_side,  Move::spine_turn, Move::spine_long,
                                       Move::pelvis_tuck, Move::pelvis_side, Move::head_turn,  Move::chest_open,
                                       Move::pelvis_back, Move::head_drop,   Move::spine_arch, Move::knees_widen};
  static const std::vector<Move> limbs{Move::arm_reach, Move::arms_reach, Move::leg_reach, Move::knee_bend,
                                       Move::stay,      Move::stay,       Move::arm_thread};
  Asked asked{static_cast<Posture>(*rc::gen::inRange(0, vocabulary::posture_count)),
              {},
              *rc::gen::arbitrary<bool>() ? Side::left : Side::right};
  if (*rc::gen::inRange(0, 4) == 0) // within reach only standing and folding
    asked.moves.push_back({Move::hands_place, vocabulary::default_amount, vocabulary::Spot::wall});
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    asked.moves.push_back({*rc::gen::elementOf(trunk), between(0, 1)});
  asked.moves.push_back({*rc::gen::elementOf(limbs), between(0, 1)});
  return asked;
}

RC_GTEST_PROP(Body, KeepsItsContactsAndStaysAboveTheMat, ()) {
  const Person person = any_person();
  const Asked asked = any_asked();
  const Skeleton skeleton = skeleton_of(person);
  const Wanted wanted = intent_of(person, asked.posture, asked.moves, asked.side, vocabulary::Sense::up);
  const Pose p = pose(skeleton, wanted.intent);
  RC_LOG() << vocabulary::name(asked.posture) << ' ' << vocabulary::name(asked.side) << " week " << person.week
           << " stature " << person.stature_m << " wrists " << static_cast<int>(person.wrists) << " close "
           << person.knees_close << " wide " << person.knees_wide << " chair " << person.hands_on_chair
           << person.head_up << " steps " << p.steps << '\n';
  for (const vocabulary::MoveAmount& move : asked.moves)
    RC_LOG() << "  " << vocabulary::name(move.move) << ' ' << move.amount << '\n';
  RC_ASSERT(p.residual_m < 1e-6);
  for (const geometry::Vec3 point : p.points) {
    RC_ASSERT(std::isfinite(point.x + point.y + point.z));
    RC_ASSERT(point.z > -0.008 * skeleton.scale); // so much the flesh gives at the most (contacts.cpp)
  }
}

RC_GTEST_PROP(Body, IsMirroredToTheLastBit, ()) {
  const Person person = any_person();
  const Asked asked = any_asked();
  RC_PRE(asked.posture != Posture::seated); // one shin lies before the other
  const Skeleton skeleton = skeleton_of(person);
  const Intent intent = intent_of(person, asked.posture, asked.moves, asked.side, {}).intent;
  const Pose one = pose(skeleton, intent), other = pose(skeleton, mirrored(intent));
  for (const auto& [a, b] : {std::pair{Point::crown, Point::crown}, std::pair{Point::wrist_left, Point::wrist_right},
                             std::pair{Point::toe_left, Point::toe_right}, std::pair{Point::T8, Point::T8}}) {
    RC_ASSERT(one[a].x == other[b].x);
    RC_ASSERT(one[a].y == -other[b].y);
    RC_ASSERT(one[a].z == other[b].z);
  }
}

RC_GTEST_PROP(Body, BonesKeepTheirLengths, ()) {
  const Person person = any_person();
  const Asked asked = any_asked();
  const Skeleton skeleton = skeleton_of(person);
  const Pose p =
      pose(skeleton, intent_of(person, asked.posture, asked.moves, asked.side, vocabulary::Sense::up).intent);
  for (std::size_t i = 1; i < link_count; ++i) {
    const double length = geometry::length(p.links.place[i] - p.links.place[parents[i]]);
    RC_ASSERT(std::fabs(length - geometry::length(skeleton.offset[i])) < 1e-12);
  }
}

} // namespace
} // namespace supple::body
