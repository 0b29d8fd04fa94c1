// SPDX-License-Identifier: Apache-2.0
#include "guide/bearing.h"

#include <algorithm>
#include <array>

namespace supple::guide {

namespace {

using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Posture;

/// What a move changes: the body can stand in only one move of each.
enum class Part { of_its_own, curve, tilt, travel, height, head, arms, chest, core, floor, knees, leg, legs };

Part part_of(Move move) {
  switch (move) {
  case Move::spine_round:
  case Move::spine_arch:
  case Move::spine_neutral:
    return Part::curve;
  case Move::pelvis_tuck:
  case Move::pelvis_tip:
    return Part::tilt;
  case Move::pelvis_back:
  case Move::pelvis_forward:
    return Part::travel;
  case Move::pelvis_lift:
  case Move::pelvis_lower:
    return Part::height;
  case Move::head_drop:
  case Move::head_lift:
  case Move::head_neutral:
  case Move::head_rest:
    return Part::head;
  case Move::arms_reach:
  case Move::arm_reach:
  case Move::arm_thread:
  case Move::arms_lower:
  case Move::arms_bend:
    return Part::arms;
  case Move::chest_open:
  case Move::chest_lower:
    return Part::chest;
  case Move::core_engage:
  case Move::core_release:
    return Part::core;
  case Move::floor_engage:
  case Move::floor_release:
    return Part::floor;
  case Move::knees_widen:
  case Move::knees_close:
    return Part::knees;
  case Move::leg_reach:
  case Move::leg_lift:
  case Move::leg_lower:
    return Part::leg;
  case Move::knees_bend:
  case Move::legs_straighten:
    return Part::legs;
  default:
    return Part::of_its_own;
  }
}

bool takes_the_place_of(Move later, Move earlier) {
  return later == earlier || (part_of(later) != Part::of_its_own && part_of(later) == part_of(earlier));
}

// "Your hips travel back, and the trunk pours forward between the thighs": what kneeling and sitting on the heels have
// no such move for, and child's pose is. A forehead may rest in her hands, unless the hips have gone back for it or the
// arms reach. Not where her hands are on a seat or a wall before her, nor for hands that walk in on the way up.
bool pours_forward(const Bearing& bearing, std::span<const MoveAmount> moves) {
  if (bearing.posture != Posture::kneeling && bearing.posture != Posture::heel_sit) return false;
  const auto on_something = [](const MoveAmount& m) {
    return m.spot == vocabulary::Spot::wall || m.spot == vocabulary::Spot::chair;
  };
  if (std::ranges::any_of(moves, on_something) || std::ranges::any_of(bearing.standing, on_something)) return false;
  const auto goes = [](const MoveAmount& m) { return vocabulary::posture_of(m.move).has_value(); };
  const auto there = std::ranges::subrange(std::find_if(moves.rbegin(), moves.rend(), goes).base(), moves.end());
  const auto does = [](const auto& done, Move move) {
    return std::ranges::find(done, move, &MoveAmount::move) != done.end();
  };
  const bool hips_are_back = bearing.posture == Posture::heel_sit || does(there, Move::pelvis_back) ||
                             does(bearing.standing, Move::pelvis_back);
  const bool hands_walk = does(there, Move::hands_walk) && there.size() == moves.size();
  const auto is_said = [&](Move move) { return does(there, move) || does(bearing.standing, move); };
  const bool forehead_lies = does(there, Move::head_rest) && (is_said(Move::pelvis_back) || is_said(Move::arms_reach));
  return hips_are_back && (does(there, Move::chest_lower) || hands_walk || forehead_lies);
}

bool reaches_the_wall(Posture posture) {
  return posture == Posture::standing || posture == Posture::forward_fold;
}

} // namespace

void take_posture(Bearing& bearing, std::span<const MoveAmount> moves, const Bearing& home) {
  for (const MoveAmount& m : moves) {
    if (m.move == Move::return_) bearing = home;
    if (const auto posture = vocabulary::posture_of(m.move)) {
      // Hands that are on the wall stay there as she folds, and as she comes up.
      std::erase_if(bearing.standing, [&](const MoveAmount& s) {
        return s.spot != vocabulary::Spot::wall || !reaches_the_wall(*posture);
      });
      bearing.posture = *posture;
    }
  }
  if (!pours_forward(bearing, moves)) return;
  bearing.posture = Posture::childs_pose;
  std::erase_if(bearing.standing, [](const MoveAmount& s) { return s.move == Move::hands_place; });
}

namespace {

// On her back "bend your knees" without a breath stands her feet on the mat, as that posture has them; on a breath she
// draws her knees to her chest.
bool is_how_she_lies(Move move, Posture posture) {
  return posture == Posture::supine && move == Move::knees_bend;
}

} // namespace

void settle(Bearing& bearing, std::span<const MoveAmount> moves, const Bearing& home) {
  take_posture(bearing, moves, home);
  for (const MoveAmount& m : moves_in_posture(moves)) {
    std::erase_if(bearing.standing, [&](const MoveAmount& s) { return takes_the_place_of(m.move, s.move); });
    if (!is_how_she_lies(m.move, bearing.posture)) bearing.standing.push_back(m);
  }
}

std::vector<MoveAmount> moves_in_posture(std::span<const MoveAmount> moves) {
  std::vector<MoveAmount> out;
  for (const MoveAmount& m : moves)
    if (!vocabulary::posture_of(m.move) && m.move != Move::return_ && m.move != Move::stay) out.push_back(m);
  return out;
}

bool bears_on(std::string_view part, Posture posture) {
  using enum Posture;
  constexpr std::array knees{all_fours, forearms_and_knees, puppy,         childs_pose,
                             between,   kneeling,           half_kneeling, lunge};
  constexpr std::array wrists{all_fours, between, plank, down_dog};
  return part == "knees" ? std::ranges::find(knees, posture) != knees.end()
                         : part == "wrists" && std::ranges::find(wrists, posture) != wrists.end();
}

bool is_rest(Posture posture) {
  switch (posture) {
  case Posture::heel_sit:
  case Posture::seated:
  case Posture::chair:
  case Posture::ball:
  case Posture::standing:
    return true;
  default:
    return false;
  }
}

Posture rest_after(Posture posture) {
  if (is_rest(posture)) return posture;
  switch (posture) {
  case Posture::forward_fold:
  case Posture::squat:
    return Posture::standing;
  case Posture::side_lying:
  case Posture::supine:
  case Posture::prone:
  case Posture::bridge:
    return Posture::seated;
  default:
    return Posture::heel_sit;
  }
}

} // namespace supple::guide
