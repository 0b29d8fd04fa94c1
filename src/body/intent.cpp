// SPDX-License-Identifier: Apache-2.0
#include "body/pose.h"

#include <algorithm>

namespace supple::body {

namespace {

using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

// The posture alone; false where this body cannot take it.
bool take(Posture posture, Intent& intent) {
  switch (posture) {
  case Posture::all_fours:
  case Posture::forearms_and_knees:
    return true;
  case Posture::between:
    intent[Channel::travel] = 0.5;
    return true;
  case Posture::childs_pose:
    intent[Channel::travel] = 1;
    return true;
  case Posture::heel_sit:
  case Posture::seated:
    intent[Channel::travel] = 1;
    intent[Channel::upright] = 1;
    return true;
  default:
    return false;
  }
}

// Left 1, right -1; a move without a side goes to the left.
double sign_of(Side side) {
  return side == Side::right ? -1 : 1;
}

// What is usual for a movement is the whole of what the figure shows.
double usual(double amount) {
  return std::clamp(amount / vocabulary::default_amount, 0.0, 1.0);
}

// Travel is a place; without one "forward" is nearly to the centre and "back" to where the posture is, or half way.
double forward_place(double amount, double base) {
  return amount == vocabulary::default_amount ? 0.25 * base : amount;
}

double back_place(double amount, double base) {
  if (amount != vocabulary::default_amount) return amount;
  return base > 0 ? base : 0.5;
}

bool apply(vocabulary::MoveAmount move, Side side, double base_travel, Intent& intent) {
  const double much = usual(move.amount);
  switch (move.move) {
  case Move::spine_round:
    intent[Channel::round] = much;
    return true;
  case Move::spine_arch:
    intent[Channel::round] = -0.35 * much;
    return true;
  case Move::spine_neutral:
    intent[Channel::round] = 0;
    return true;
  case Move::spine_side:
    intent[Channel::side_up] = sign_of(side) * much;
    return true;
  case Move::spine_long:
    intent[Channel::lengthen] = much;
    return true;
  case Move::pelvis_tuck:
    intent[Channel::tilt] = much;
    return true;
  case Move::pelvis_tip:
    intent[Channel::tilt] = -much;
    return true;
  case Move::pelvis_back:
    intent[Channel::travel] = back_place(move.amount, base_travel);
    return true;
  case Move::pelvis_forward:
    intent[Channel::travel] = forward_place(move.amount, base_travel);
    return true;
  case Move::head_drop:
    intent[Channel::head] = much;
    return true;
  case Move::head_lift:
    intent[Channel::head] = -0.5 * much;
    return true;
  case Move::head_neutral:
    intent[Channel::head] = 0;
    return true;
  case Move::head_turn:
    intent[Channel::look] = sign_of(side) * much;
    return true;
  case Move::arms_reach:
    intent[Channel::lengthen] = std::max(intent[Channel::lengthen], 0.6 * much);
    return true;
  case Move::chest_open:
    intent[Channel::chest] = much;
    return true;
  // Nothing of these is seen from outside.
  case Move::pelvis_widen:
  case Move::core_engage:
  case Move::core_release:
  case Move::floor_engage:
  case Move::floor_release:
  case Move::glutes_engage:
  case Move::face_relax:
  case Move::eyes_close:
  case Move::shoulders_relax:
  case Move::breathe:
  case Move::stay:
  case Move::return_:
  case Move::hands_place:
    return true;
  default:
    return vocabulary::posture_of(move.move).has_value();
  }
}

// From week 20 on nothing goes below neutral into a hollow back (NHS).
void keep_from_hollow(const Person& person, Intent& intent) {
  if (person.week < 20) return;
  intent[Channel::round] = std::max(0.0, intent[Channel::round]);
  intent[Channel::tilt] = std::max(0.0, intent[Channel::tilt]);
}

} // namespace

Wanted intent_of(const Person& person, Posture posture, std::span<const vocabulary::MoveAmount> moves, Side side,
                 vocabulary::Sense sense) {
  Wanted wanted;
  if (!take(posture, wanted.intent)) wanted.refused.emplace_back(vocabulary::meaning(vocabulary::go(posture)));
  const double base_travel = wanted.intent[Channel::travel];
  for (const vocabulary::MoveAmount& move : moves)
    if (!apply(move, side, base_travel, wanted.intent)) wanted.refused.emplace_back(vocabulary::meaning(move.move));
  // The side that shortens is the one that does not rise.
  if (sense == vocabulary::Sense::toward) wanted.intent[Channel::side_up] = -wanted.intent[Channel::side_up];
  keep_from_hollow(person, wanted.intent);
  return wanted;
}

std::string_view name(Point point) {
  constexpr std::array<std::string_view, point_count> names{"hip_left",
                                                            "hip_right",
                                                            "knee_left",
                                                            "knee_right",
                                                            "ankle_left",
                                                            "ankle_right",
                                                            "toe_left",
                                                            "toe_right",
                                                            "shoulder_left",
                                                            "shoulder_right",
                                                            "elbow_left",
                                                            "elbow_right",
                                                            "wrist_left",
                                                            "wrist_right",
                                                            "fingertip_left",
                                                            "fingertip_right",
                                                            "ear_left",
                                                            "ear_right",
                                                            "sacrum",
                                                            "L5",
                                                            "L4",
                                                            "L3",
                                                            "L2",
                                                            "L1",
                                                            "T12",
                                                            "T11",
                                                            "T10",
                                                            "T9",
                                                            "T8",
                                                            "T7",
                                                            "T6",
                                                            "T5",
                                                            "T4",
                                                            "T3",
                                                            "T2",
                                                            "T1",
                                                            "C7",
                                                            "C6",
                                                            "C5",
                                                            "C4",
                                                            "C3",
                                                            "C2",
                                                            "C1",
                                                            "crown"};
  return names.at(static_cast<std::size_t>(point));
}

} // namespace supple::body
