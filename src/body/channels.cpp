// SPDX-License-Identifier: Apache-2.0
// From the names of the moves to numbers.
#include "body/families.h"
#include "body/moves.h"

#include <algorithm>
#include <initializer_list>

namespace supple::body {

namespace {

using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;
using vocabulary::Spot;
using namespace family;

// Travel is a place; without one "forward" is nearly to the centre, or from the centre a little over the hands, and
// "back" to where the posture is, or half way.
double forward_place(double amount, double base) {
  if (amount != vocabulary::default_amount) return amount;
  return base > 0 ? 0.25 * base : -0.12;
}

double back_place(double amount, double base) {
  if (amount != vocabulary::default_amount) return amount;
  return base > 0 ? base : 0.5;
}

class Asker {
public:
  Asker(Posture posture, Side side) : posture_(posture), side_(side), asked_(at_rest(posture)) {}

  [[nodiscard]] const Channels& asked() const { return asked_; }

  void ask(vocabulary::MoveAmount move) {
    already_ = outcome_of(move, posture_) == Outcome::is_so_already;
    const double much = usual(move.amount);
    if (!spine(move.move, much) && !pelvis(move, much) && !head(move.move, much) && !arms(move, much))
      legs(move.move, much);
  }

private:
  double& at(Channel c) { return asked_[c]; }

  // The channel of the side that is named; the left of a move that is done without one.
  double& of_side(Channel of_left, bool across = false) {
    return asked_[static_cast<Channel>(static_cast<int>(of_left) + ((side_ == Side::right) != across ? 1 : 0))];
  }

  // Beside a leg that works the opposite arm does.
  [[nodiscard]] bool is_across(vocabulary::MoveAmount move) const {
    return move.across && in(on_her_hands | bit(Posture::supine), posture_);
  }

  void none_of(std::initializer_list<Channel> channels) {
    for (const Channel c : channels)
      at(c) = 0;
  }

  // Both sides' where none is named.
  void none_of_side(std::initializer_list<Channel> of_left) {
    for (const Channel c : of_left)
      for (const int side : {left, right})
        if ((side_ != Side::left || side == left) && (side_ != Side::right || side == right))
          asked_[static_cast<Channel>(static_cast<int>(c) + side)] = 0;
  }

  bool spine(Move move, double much) {
    switch (move) {
    case Move::spine_round:
      at(Channel::round) = much;
      return true;
    case Move::spine_roll:
      roll(much);
      return true;
    case Move::spine_arch:
      at(Channel::round) = -0.35 * much;
      return true;
    case Move::spine_neutral:
      at(Channel::round) = 0;
      return true;
    case Move::spine_side:
      at(Channel::side_up) = sign_of(side_) * much;
      return true;
    case Move::spine_turn:
      at(Channel::turn) = sign_of(side_) * much;
      return true;
    case Move::spine_long:
      at(Channel::lengthen) = much;
      return true;
    case Move::chest_open:
      at(Channel::chest) = much;
      return true;
    case Move::chest_lower:
      at(Channel::low) = much;
      return true;
    default:
      return false;
    }
  }

  // Rolling down from standing ends in a fold and rolling up from a fold straightens: the intents are mixed.
  void roll(double much) {
    if (posture_ == Posture::standing || posture_ == Posture::forward_fold) return;
    if (in(on_her_back, posture_)) {
      at(Channel::lift) = posture_ == Posture::bridge ? -much : much;
      return;
    }
    at(Channel::round) = much;
    if (in(sitting, posture_)) at(Channel::head) = much, at(Channel::shift) = 1.6 * much;
  }

  bool pelvis(vocabulary::MoveAmount move, double much) {
    const double base = at_rest(posture_)[Channel::travel];
    switch (move.move) {
    case Move::pelvis_tuck:
      at(Channel::tilt) = much;
      return true;
    case Move::pelvis_tip:
      at(Channel::tilt) = -much;
      return true;
    case Move::pelvis_widen:
      at(Channel::sit_bones) = much;
      return true;
    case Move::pelvis_back:
      go_to(back_place(move.amount, base), already_ ? 0 : -much);
      return true;
    case Move::pelvis_forward:
      go_to(forward_place(move.amount, base), much);
      return true;
    case Move::pelvis_side:
      at(Channel::sway) = sign_of(side_) * much;
      return true;
    case Move::pelvis_turn:
      at(Channel::hip_roll) = sign_of(side_) * much;
      return true;
    case Move::pelvis_lift:
      if (travels(posture_) || posture_ == Posture::heel_sit)
        at(Channel::travel) = base * (1 - 0.5 * much);
      else
        at(Channel::lift) = much;
      return true;
    case Move::pelvis_lower:
      if (already_)
        at(Channel::travel) = base, at(Channel::lift) = 0;
      else if (travels(posture_))
        at(Channel::travel) = std::max(base, 0.7 * much);
      else
        at(Channel::lift) = -much;
      return true;
    default:
      return false;
    }
  }

  void go_to(double place, double shift) {
    (travels(posture_) ? at(Channel::travel) = place : at(Channel::shift) = shift);
  }

  bool head(Move move, double much) {
    switch (move) {
    case Move::head_drop:
      at(Channel::head) = much;
      return true;
    case Move::head_lift:
      at(Channel::head) = -0.5 * much;
      return true;
    case Move::head_neutral:
      none_of({Channel::head, Channel::head_rest});
      return true;
    case Move::head_turn:
      at(Channel::look) = sign_of(side_) * much;
      return true;
    case Move::head_rest:
      at(Channel::head) = 0;
      at(Channel::head_rest) = already_ ? 0 : much;
      return true;
    default:
      return false;
    }
  }

  [[nodiscard]] bool is_at_wall() const { return asked_[Channel::hands_wall] > 0; }

  bool arms(vocabulary::MoveAmount move, double much) {
    switch (move.move) {
    case Move::arms_reach:
      if (in(on_all_fours | long_on_hands | bit(Posture::between), posture_) || is_at_wall()) {
        at(Channel::lengthen) = std::max(at(Channel::lengthen), 0.6 * much);
      } else {
        lift_hands();
        at(Channel::arms_reach) = much;
      }
      return true;
    case Move::arm_reach:
      none_of_side({Channel::arm_thread_left});
      of_side(Channel::arm_reach_left, is_across(move)) = much;
      return true;
    case Move::arm_thread:
      none_of_side({Channel::arm_reach_left});
      of_side(Channel::arm_thread_left) = much;
      return true;
    case Move::arms_lower:
      none_of(
          {Channel::arms_reach, Channel::arms_bend, Channel::hands_rest, Channel::hands_wall, Channel::hands_chair});
      lift_hands();
      none_of_side({Channel::arm_reach_left, Channel::arm_thread_left});
      if (is_across(move)) of_side(Channel::arm_reach_left, true) = 0;
      at(Channel::arms_lower) = already_ ? 0 : much;
      return true;
    case Move::arms_bend:
      none_of({Channel::arms_reach});
      lift_hands();
      none_of_side({Channel::arm_reach_left});
      // At the wall she comes nearer to it.
      at(is_at_wall() ? Channel::shift : Channel::arms_bend) = already_ ? 0 : much;
      return true;
    case Move::hands_place:
      none_of({Channel::arms_reach, Channel::arms_bend, Channel::arms_lower});
      none_of_side({Channel::arm_reach_left, Channel::arm_thread_left});
      none_of({Channel::hands_rest, Channel::hands_wall, Channel::hands_chair});
      lift_hands();
      if (!already_) place_hands(move.spot, much);
      return true;
    case Move::hands_walk:
      if (side_ == Side::none)
        at(is_at_wall() ? Channel::lengthen : Channel::arms_reach) = much;
      else
        at(Channel::hands_walk) = sign_of(side_) * much;
      return true;
    case Move::shoulders_relax:
      at(Channel::shoulders_up) = -0.35 * much;
      return true;
    default:
      return false;
    }
  }

  // Off what of her they rest on; where they lie by the posture, or on the wall, they stay.
  void lift_hands() { none_of({Channel::hands_belly, Channel::hands_hips, Channel::hands_ribs, Channel::hands_chest}); }

  // Where no place is said: on the hips where she stands upright, on the belly on her back, else toward the thighs.
  void place_hands(Spot spot, double much) {
    switch (spot) {
    case Spot::wall:
      at(Channel::hands_wall) = much > 0 ? 1 : 0;
      break;
    case Spot::chair:
      at(Channel::hands_chair) = much > 0 ? 1 : 0;
      break;
    case Spot::belly:
      at(Channel::hands_belly) = much;
      break;
    case Spot::hips:
      at(Channel::hands_hips) = much;
      break;
    case Spot::ribs:
      at(Channel::hands_ribs) = much;
      break;
    case Spot::chest:
      at(Channel::hands_chest) = much;
      break;
    case Spot::unsaid:
      at(in(on_her_back, posture_)                                       ? Channel::hands_belly
         : in(bit(Posture::standing) | bit(Posture::kneeling), posture_) ? Channel::hands_hips
                                                                         : Channel::hands_rest) = much;
      break;
    case Spot::thighs:
      at(Channel::hands_rest) = much;
      break;
    }
  }

  void legs(Move move, double much) {
    switch (move) {
    case Move::knees_widen:
      at(Channel::knees_wide) = much;
      break;
    case Move::knees_close:
      at(Channel::knees_wide) = -much;
      break;
    case Move::leg_reach:
      of_side(Channel::leg_reach_left) = much;
      break;
    case Move::leg_lift:
      of_side(Channel::leg_lift_left) = much;
      break;
    case Move::leg_lower:
      none_of_side({Channel::leg_reach_left, Channel::leg_lift_left, Channel::knee_bend_left, Channel::leg_cross_left});
      break;
    case Move::knee_bend:
      of_side(Channel::knee_bend_left) = much;
      break;
    case Move::leg_cross:
      of_side(Channel::leg_cross_left) = already_ ? 0 : much;
      break;
    case Move::knees_bend:
      at(Channel::legs_bend) = already_ ? 0 : much;
      break;
    case Move::legs_straighten:
      at(Channel::legs_bend) = already_ ? 0 : -much;
      break;
    case Move::feet_walk:
      at(Channel::feet_walk) =
          is_at_wall() || already_ ? 0 : 0.6 * much; // how far from the wall is said by the posture
      break;
    default: // what is not seen from outside
      break;
    }
  }

  Posture posture_;
  Side side_;
  Channels asked_;
  bool already_ = false;
};

// An arm that threads turns the ribs after it: told beside it, the turn is that one. And on hands and knees she turns
// toward the arm that she looks after: it reaches up.
void turn_with_the_arm(Posture posture, Channels& asked) {
  double& turn = asked[Channel::turn];
  if (asked[Channel::arm_thread_left] > 0 || asked[Channel::arm_thread_right] > 0) turn = 0;
  const double look = asked[Channel::look];
  const Channel reaching = look > 0 ? Channel::arm_reach_left : Channel::arm_reach_right;
  if (in(on_knees_and_hands, posture) && look != 0 && asked[reaching] > 0 && turn == 0) turn = look;
}

} // namespace

double usual(double amount) {
  const double of_default = std::max(amount, 0.0) / vocabulary::default_amount;
  return of_default <= 1 ? of_default : 1 + std::min(of_default - 1, 0.25) * 0.4;
}

bool travels(Posture posture) {
  return in(travelling | bit(Posture::kneeling), posture);
}

Channels at_rest(Posture posture) {
  Channels rest;
  if (posture == Posture::between) rest[Channel::travel] = 0.5;
  if (posture == Posture::childs_pose || posture == Posture::heel_sit) rest[Channel::travel] = 1;
  if (posture == Posture::heel_sit) rest[Channel::upright] = 1;
  return rest;
}

Channels channels_of(Posture posture, std::span<const vocabulary::MoveAmount> moves, Side side) {
  Asker asker(posture, side);
  for (const vocabulary::MoveAmount& move : moves)
    if (makes_sense(move, posture)) asker.ask(move);
  Channels asked = asker.asked();
  turn_with_the_arm(posture, asked);
  return asked;
}

Spot hands_on(Posture posture, std::span<const vocabulary::MoveAmount> moves) {
  const Channels asked = channels_of(posture, moves, Side::none);
  const bool chair = asked[Channel::hands_chair] > 0 && posture != Posture::chair;
  return asked[Channel::hands_wall] > 0 ? Spot::wall : chair ? Spot::chair : Spot::unsaid;
}

} // namespace supple::body
