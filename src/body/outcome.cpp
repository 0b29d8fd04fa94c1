// SPDX-License-Identifier: Apache-2.0
#include "body/families.h"
#include "body/moves.h"

namespace supple::body {

namespace {

using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Posture;
using vocabulary::Spot;
using namespace family;

// Where a move makes sense.
constexpr unsigned where(Move move) {
  switch (move) {
  case Move::spine_arch:
    return all & ~(bit(Posture::forward_fold) | bit(Posture::bridge));
  case Move::spine_round:
    return all & ~(bit(Posture::prone) | bit(Posture::bridge));
  case Move::spine_side:
  case Move::head_drop:
  case Move::head_lift:
    return all & ~bit(Posture::bridge);
  case Move::spine_turn:
    return all & ~(bit(Posture::bridge) | bit(Posture::prone));
  case Move::spine_roll:
    return trunk_upright | bit(Posture::forward_fold) | on_her_back | on_knees_and_hands;
  case Move::pelvis_back:
  case Move::pelvis_forward:
    return all & ~(on_her_back | bit(Posture::prone) | bit(Posture::side_lying));
  case Move::pelvis_side:
    return all & ~(bit(Posture::prone) | bit(Posture::side_lying));
  case Move::pelvis_turn:
  case Move::pelvis_circle:
    return all & ~(bit(Posture::prone) | bit(Posture::bridge));
  case Move::pelvis_lift:
    return on_her_back | on_a_seat | bit(Posture::squat) | long_on_hands | bit(Posture::heel_sit) |
           bit(Posture::childs_pose) | bit(Posture::between);
  case Move::pelvis_lower:
    return on_her_back | bit(Posture::standing) | long_on_hands | on_knees | bit(Posture::all_fours) |
           bit(Posture::between) | bit(Posture::childs_pose) | on_a_seat;
  case Move::head_rest:
    return on_knees_and_hands | bit(Posture::prone) | on_her_back | bit(Posture::side_lying);
  case Move::arm_thread:
    return on_knees_and_hands | bit(Posture::side_lying);
  case Move::arms_reach:
    return all & ~bit(Posture::bridge);
  case Move::chest_lower:
    return on_knees_and_hands | long_on_hands | at_the_wall;
  case Move::leg_lower:
    return where(Move::leg_lift) | one_foot_ahead | on_knees;
  case Move::leg_reach:
  case Move::leg_lift:
  case Move::knee_bend:
    return all & ~(bit(Posture::squat) | one_foot_ahead | on_knees | bit(Posture::forward_fold) |
                   bit(Posture::childs_pose) | bit(Posture::between));
  case Move::leg_cross:
    return on_her_back | sitting;
  case Move::knees_bend:
    return where(Move::legs_straighten) | one_foot_ahead;
  case Move::legs_straighten:
    return on_her_feet | bit(Posture::forward_fold) | bit(Posture::supine) | sitting | bit(Posture::down_dog) |
           bit(Posture::side_lying);
  case Move::feet_walk:
    return on_her_feet | bit(Posture::forward_fold) | long_on_hands | on_her_back | on_a_seat | one_foot_ahead;
  case Move::hands_walk:
    return on_knees_and_hands | long_on_hands | bit(Posture::forward_fold);
  default:
    return all;
  }
}

// Where the posture is or does so by itself.
constexpr unsigned already(Move move) {
  switch (move) {
  case Move::spine_neutral:
  case Move::head_neutral:
  case Move::leg_lower:
    return all;
  case Move::pelvis_back:
    return bit(Posture::between) | bit(Posture::childs_pose) | bit(Posture::heel_sit);
  case Move::pelvis_lower:
    return bit(Posture::childs_pose) | bit(Posture::heel_sit) | bit(Posture::supine);
  case Move::head_rest:
    return on_her_back | bit(Posture::side_lying);
  case Move::arms_lower:
    return bit(Posture::kneeling) | bit(Posture::standing) | bit(Posture::forward_fold) | on_her_back |
           (on_her_hands & ~(bit(Posture::childs_pose) | bit(Posture::prone)));
  case Move::feet_walk:
    return one_foot_ahead; // where a step has brought her
  case Move::arms_bend:
    return bit(Posture::forearms_and_knees) | bit(Posture::prone);
  case Move::hands_place:
    return on_her_hands | bit(Posture::heel_sit) | sitting;
  case Move::leg_cross:
    return bit(Posture::seated);
  case Move::knees_bend:
    return sitting | bit(Posture::squat) | bit(Posture::side_lying) | one_foot_ahead;
  case Move::legs_straighten:
    return bit(Posture::standing) | bit(Posture::forward_fold);
  default:
    return 0;
  }
}

// Where hands are within reach of what they shall rest on, and bear nothing.
constexpr unsigned where(Spot spot) {
  switch (spot) {
  case Spot::unsaid:
    return all;
  case Spot::wall:
    return at_the_wall;
  case Spot::thighs:
    return trunk_upright | bit(Posture::side_lying);
  case Spot::hips:
    return (trunk_upright & ~bit(Posture::squat)) | on_her_back | bit(Posture::side_lying);
  case Spot::belly:
  case Spot::ribs:
  case Spot::chest:
    return trunk_upright | on_her_back | bit(Posture::side_lying);
  case Spot::chair:
    return bit(Posture::standing) | bit(Posture::kneeling) | bit(Posture::chair);
  }
  return 0;
}

constexpr bool is_unseen(Move move) {
  switch (move) {
  case Move::face_relax:
  case Move::eyes_close:
  case Move::glutes_engage:
  case Move::core_engage:
  case Move::core_release:
  case Move::floor_engage:
  case Move::floor_release:
  case Move::return_:
  case Move::breathe:
  case Move::stay:
    return true;
  default:
    return move >= Move::go_first;
  }
}

} // namespace

Outcome outcome_of(Move move, Posture posture) {
  if (is_unseen(move)) return Outcome::unseen;
  if (!in(where(move), posture)) return Outcome::makes_no_sense;
  return in(already(move), posture) ? Outcome::is_so_already : Outcome::moves;
}

Outcome outcome_of(const MoveAmount& move, Posture posture) {
  if (!in(where(move.spot), posture)) return Outcome::makes_no_sense;
  const bool elsewhere = move.spot != Spot::unsaid && move.spot != Spot::thighs;
  return elsewhere ? Outcome::moves : outcome_of(move.move, posture);
}

} // namespace supple::body
