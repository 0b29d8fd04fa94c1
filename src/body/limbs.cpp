// SPDX-License-Identifier: Apache-2.0
// What arms and legs do on a posture.
#include "body/limbs.h"

#include "body/belly.h"
#include "body/families.h"
#include "body/limbs_placing.h"
#include "body/limbs_sitting.h"

#include <algorithm>

namespace supple::body {

namespace {

using geometry::Vec3;
using vocabulary::Posture;
using namespace family;

class Mover {
public:
  Mover(const Skeleton& skeleton, Posture posture, const Channels& asked, Stance& stance)
      : s_(skeleton), k_(skeleton.scale), posture_(posture), asked_(asked), stance_(stance) {}

  void move() {
    both_feet();
    both_legs_bend();
    both_arms();
    for (const int side : {left, right}) {
      one_arm(side);
      one_leg(side);
    }
  }

private:
  [[nodiscard]] double much(Channel c) const { return asked_[c]; }

  [[nodiscard]] double much(Channel of_left, int side) const {
    return asked_[static_cast<Channel>(static_cast<int>(of_left) + side)];
  }

  [[nodiscard]] Vec3 m(double x, double y, double z) const { return Vec3{x, y, z} * k_; }

  ArmHeld& arm(int side) { return stance_.arm[static_cast<std::size_t>(side)]; }

  LegHeld& leg(int side) { return stance_.leg[static_cast<std::size_t>(side)]; }

  void both_feet() {
    const double wide = much(Channel::knees_wide), walk = much(Channel::feet_walk);
    for (const int side : {left, right}) {
      LegHeld& held = leg(side);
      if (held.how == LegHeld::How::foot && !in(on_knees_and_hands, posture_)) {
        // Closing, they come together and not through one another.
        const double y = std::max(0.07 * k_ * wide, std::min(0.05 * k_ - held.ankle.y, 0.0));
        held.ankle.y += y, held.toe.y += y;
        held.knee_way.y = wide < 0 ? held.knee_way.y * (1 + 0.9 * wide) : held.knee_way.y + 0.5 * wide;
        held.ankle.x += 0.10 * k_ * walk, held.toe.x += 0.10 * k_ * walk;
      }
      if (held.how == LegHeld::How::free) held.abduction += (wide < 0 ? 2 : 16) * wide * (side == right ? 1 : 0);
    }
  }

  void both_legs_bend() {
    const double bend = much(Channel::legs_bend);
    if (bend == 0) return;
    switch (posture_) {
    case Posture::standing:
    case Posture::forward_fold:
      sink_at_the_knees(bend);
      break;
    case Posture::down_dog:
      bend_in_down_dog(bend);
      break;
    case Posture::squat:
      stand_up_from_squat(std::max(-bend, 0.0));
      for (const int side : {left, right})
        lower_arm(arm(side));
      break;
    default:
      for (const int side : {left, right})
        bend_leg(leg(side), bend);
    }
  }

  // As upright as she stands, whatever else is asked of her trunk.
  void stand_up_from_squat(double much) {
    const double room = belly_room(s_.person);
    stance_.hips = geometry::mix(stance_.hips, m(0, 0, 0.88), much);
    stance_.pelvis += (2 + 8 * room) * much;
    stance_.lumbar.flex -= (34 - 13 * room) * much;
    stance_.thoracic.flex -= 8 * much;
    stance_.neck.flex += 24 * much;
  }

  void sink_at_the_knees(double bend) {
    const bool folded = posture_ == Posture::forward_fold;
    stance_.hips = stance_.hips + m(-0.13, 0, -0.17) * bend * (folded ? 0.5 : 1.0);
    stance_.pelvis += (folded ? 18 : -24) * bend;
    for (ArmHeld& held : stance_.arm)
      if (folded && !held.wrist_rests) held.wrist.x += 0.09 * k_ * bend; // out of the way of the knees
  }

  // Straight, the heels come nearer to the mat.
  void bend_in_down_dog(double bend) {
    if (bend > 0) {
      stance_.hips = stance_.hips + m(-0.03, 0, -0.11) * bend;
      stance_.pelvis += 3 * bend;
      return;
    }
    for (const int side : {left, right}) {
      LegHeld& held = leg(side);
      held.ankle.z += 0.03 * k_ * bend;
      held.ankle.x += 0.005 * k_ * bend;
    }
  }

  void bend_leg(LegHeld& held, double bend) {
    if (posture_ == Posture::supine) bend > 0 ? hug_knee(held) : lie_long(held);
    if (bend > 0) return;
    if (in(on_a_seat, posture_)) stretch_ahead(held);
    if (posture_ == Posture::side_lying) held.flexion = 10, held.knee_flexion = 6, held.abduction *= 0.6;
    if (posture_ == Posture::seated) cross_legged::straighten(s_, held);
  }

  void hug_knee(LegHeld& held) const {
    release(held);
    held.flexion = 112, held.knee_flexion = 122, held.abduction = 12, held.pointed = 10;
  }

  void lie_long(LegHeld& held) const {
    held.ankle = m(0.825, 0.11, 0.055);
    held.toe = held.ankle + m(0.06, 0.02, 0.16);
    held.instep = {-1, 0, 0.3};
    held.toe_rests = false;
  }

  static void stretch_ahead(LegHeld& held) {
    release(held);
    held.flexion = 82, held.abduction = 4, held.knee_flexion = 6;
  }

  static void release(LegHeld& held) {
    held.how = LegHeld::How::free;
    held.flexion = held.abduction = held.rotation = held.knee_flexion = held.pointed = 0;
    held.knee_rests = held.ankle_rests = held.toe_rests = false;
  }

  // A hand in the chest's axes, as parts of the arm's length: headward, frontward, outward.
  static void take_hand(ArmHeld& held, Vec3 wrist, Vec3 elbow_way) {
    held.in = ArmHeld::In::chest;
    held.wrist = wrist;
    held.elbow_way = elbow_way;
    held.fingers = {0, 0, 0};
    held.palm = {0, 1, -0.4};
    held.wrist_rests = held.fingertip_rests = held.elbow_rests = false;
  }

  void both_arms() {
    const double walk = much(Channel::hands_walk), reach = much(Channel::arms_reach), bend = much(Channel::arms_bend);
    for (const int side : {left, right}) {
      ArmHeld& held = arm(side);
      const double aside = (held.elbow_rests ? 0.07 : 0.20) * k_ * walk * (side == left ? 1 : -1);
      held.wrist.y += aside, held.elbow.y += aside;
      if (reach > 0) reach_with_both(held, reach);
      if (bend > 0) bend_arm(held, bend);
      if (bend > 0 && posture_ == Posture::forward_fold) fold_arm(held, side);
      if (posture_ == Posture::side_lying && side == left) continue; // which lies below her already
      if (much(Channel::arms_lower) > 0) lower_arm(held);
      if (much(Channel::hands_rest) > 0) rest_hand(side);
      for (const Channel c : {Channel::hands_belly, Channel::hands_hips, Channel::hands_ribs, Channel::hands_chest})
        if (much(c) > 0) place_hand(s_, c, in(on_her_back, posture_), held);
    }
    if (bend > 0) lower_onto_bent_arms(bend);
    if (walk != 0) {
      stance_.lumbar.bend += 8 * walk;
      stance_.thoracic.bend += 10 * walk;
    }
  }

  void reach_with_both(ArmHeld& held, double reach) {
    if (in(on_her_hands & ~bit(Posture::prone), posture_)) {
      const double ahead = (in(bit(Posture::puppy) | bit(Posture::childs_pose), posture_) ? 0.05 : 0.07) * k_ * reach;
      held.wrist.x += ahead, held.elbow.x += ahead;
    } else if (in(trunk_upright, posture_))
      take_hand(held, {0.90, 0.30, 0.16}, {0, 0.5, 1});
    else if (in(on_her_back, posture_))
      take_hand(held, {0.93, 0.10, 0.22}, {0, 0.3, 1});
    else if (posture_ == Posture::forward_fold)
      held.wrist = held.wrist + m(0.10, 0, -0.08) * reach;
    else
      take_hand(held, {0.95, 0.12, 0.15}, {0, -0.2, 1});
  }

  void bend_arm(ArmHeld& held, double bend) {
    if (posture_ == Posture::squat)
      fold_hands_between_the_knees(held);
    else if (in(trunk_upright | on_her_back, posture_))
      take_hand(held, {in(one_foot_ahead | bit(Posture::seated), posture_) ? -0.34 : -0.50, 0.50, 0.10},
                {-1, -0.6, 0.1}); // over the thigh
    if (posture_ == Posture::side_lying) held.wrist = held.wrist * 0.55;
    if (in(bit(Posture::puppy) | bit(Posture::childs_pose), posture_)) {
      held.wrist.x -= (posture_ == Posture::puppy ? 0.20 : 0.16) * k_ * bend;
      held.elbow_way = {-0.1, 1, 0.25};
    }
    if (in(long_on_hands, posture_) && bend >= 1) rest_on_forearm(held);
  }

  // Each hand at the other elbow, the forearms one before the other, and farther out where the head hangs.
  void fold_arm(ArmHeld& held, int side) const {
    const double out = 0.12 * std::max(much(Channel::head), 0.0);
    side == left ? take_hand(held, {0.57 + out, 0.01, -0.33}, {0.6, 0.13, 1})
                 : take_hand(held, {0.48 + out, 0.10, -0.39}, {0, -0.08, 1});
  }

  // Before the chest, higher and the elbows wider where the belly has grown.
  void fold_hands_between_the_knees(ArmHeld& held) const {
    const double room = belly_room(s_.person);
    take_hand(held, geometry::mix({-0.11, 0.47, -0.11}, {0.02, 0.60, -0.10}, room), {-1, 0.2, 0.2 + 0.4 * room});
  }

  // The wrist stays where the palm was, or goes ahead where the elbow would not come below the shoulder.
  void rest_on_forearm(ArmHeld& held) const {
    const bool plank = posture_ == Posture::plank;
    held.elbow = {held.wrist.x - (plank ? 0.03 * k_ : s_.forearm), held.wrist.y, s_.elbow.z};
    held.wrist = held.elbow + Vec3{s_.forearm, 0, 0};
    held.fingers = unit(Vec3{s_.hand, 0, 0.0075 * k_ - held.wrist.z});
    held.elbow_rests = true;
  }

  void lower_onto_bent_arms(double bend) {
    if (posture_ == Posture::plank) {
      stance_.hips.z -= 0.135 * k_ * bend;
      stance_.pelvis -= 11 * bend;
    } else if (posture_ == Posture::down_dog) {
      stance_.hips = stance_.hips + m(0.04, 0, -0.10) * bend;
      stance_.pelvis -= 7 * bend;
    }
  }

  // The back of the hand down.
  static void lay_on_the_mat(ArmHeld& held, Vec3 wrist, Vec3 elbow_way, Vec3 fingers) {
    take_hand(held, wrist, elbow_way);
    held.in = ArmHeld::In::world;
    held.fingers = fingers;
    held.palm = {0, 0, 1};
  }

  void lower_arm(ArmHeld& held) {
    if (in(trunk_upright & ~bit(Posture::seated), posture_)) {
      // Between the knees in a squat.
      take_hand(held,
                posture_ == Posture::squat     ? Vec3{0.45, -0.05, -0.80}
                : in(one_foot_ahead, posture_) ? Vec3{-0.08, 0.20, -0.96} // beside the hip
                                               : Vec3{0.10, 0.14, -0.96},
                {-1, 0.4, 0});
      held.in = ArmHeld::In::reach;
      held.fingers = {0.1, 0, -1};
      held.palm = {0, -1, 0};
    } else if (posture_ == Posture::childs_pose) {
      lay_on_the_mat(held, m(-0.38, 0.27, 0.03), {0.3, 1, 0.4}, {-1, -0.1, 0});
      // Beside the knees, however wide they are.
      held.wrist.y = std::max(held.wrist.y, stance_.leg[left].knee.y + 0.08 * k_);
    } else if (posture_ == Posture::seated) {
      cross_legged::lower(s_, held);
    } else if (in(bit(Posture::prone) | bit(Posture::side_lying), posture_)) {
      take_hand(held, posture_ == Posture::prone ? Vec3{-0.93, 0.05, 0.20} : Vec3{-0.83, 0.48, 0.06}, {0, 0.2, 1});
    }
  }

  void rest_hand(int side) {
    ArmHeld& held = arm(side);
    const bool hangs = held.in == ArmHeld::In::reach;
    if (posture_ == Posture::side_lying) {
      constexpr double along = 0.22;
      take_hand(held, {along, height_on_thigh(along), 0}, {-0.2, 1, -0.3});
      held.in = ArmHeld::In::thigh;
      held.fingers = {1, -0.16, 0};
      held.palm = {0, -1, 0};
    } else if (in(trunk_upright, posture_) && hangs) {
      place_on_hanging_thigh(s_, held);
    } else if (posture_ == Posture::squat) {
      constexpr double along = 0.72;
      take_hand(held, {along, height_on_thigh(along), 0}, {-0.2, 0.3, 1});
      held.in = ArmHeld::In::thigh;
      held.fingers = {1, -0.16, -0.3};
      held.palm = {0, -1, 0};
    } else if (posture_ == Posture::forward_fold) {
      held.wrist = m(0.062, 0.15, 0.33) + m(0.048, 0.03, 0.21) * belly_room(s_.person);
      held.fingers = {0.1, 0, -1};
      held.palm = {-1, 0, 0};
    }
  }

  void one_arm(int side) {
    const double reach = much(Channel::arm_reach_left, side), thread = much(Channel::arm_thread_left, side);
    const double to_the_side = (side == left ? 1 : -1) * much(Channel::turn);
    ArmHeld& held = arm(side);
    if (reach > 0) {
      const bool wall_ahead = much(Channel::hands_wall) > 0 && posture_ == Posture::forward_fold;
      if (in(bit(Posture::puppy) | bit(Posture::childs_pose), posture_) && !(to_the_side > 0))
        glide_ahead(side, reach);
      else if (to_the_side > 0 || posture_ == Posture::side_lying || wall_ahead)
        take_hand(held, {0.10, -0.05, 0.96}, {-0.5, -0.5, 0});
      else
        take_hand(held, {0.93, in(trunk_upright, posture_) ? 0.2 : 0.05, 0.16}, {0, 0.3, 1});
      if (in(on_knees_and_hands, posture_)) stance_.shoulder_up_m += 0.01;
    }
    if (thread > 0) {
      const double out = side == left ? 1 : -1, room = belly_room(s_.person);
      const bool close = s_.person.knees_close;
      take_hand(held,
                posture_ == Posture::side_lying
                    ? Vec3{0.10, 0.85, -0.35}
                    : Vec3{-0.15 + threads_ahead(), 0.65, -0.72 + (close ? 0.30 : 0.20) * room},
                {0.2, 1, 0.2});
      const bool low = posture_ == Posture::childs_pose || posture_ == Posture::puppy;
      if (low) {
        held.in = ArmHeld::In::world;
        // Before a belly that is high over thighs which stay close.
        held.wrist = m(0.06 + (close ? 0.12 * room : 0), -0.36, 0.035);
        held.palm = {0, 0, 1};
        if (posture_ == Posture::childs_pose) thread_behind_the_head(held);
      }
      stance_.thoracic.turn -= (low ? 10 : 22) * out;
      stance_.lumbar.turn -= 3 * out;
      stance_.neck.turn -= 20 * out;
      if (in(on_knees_and_hands, posture_) && !low) {
        stance_.pelvis -= close ? 12 * (1 - room) : 12;
        stance_.thoracic.bend += 6 * out;
      }
    }
  }

  // How far headward the threaded arm passes before a belly that has grown; it does not come past the arm that stands.
  [[nodiscard]] double threads_ahead() const {
    return in(bit(Posture::between) | bit(Posture::forearms_and_knees), posture_) ? 0.30 * belly_room(s_.person) : 0;
  }

  // Where the chest is low the arm lies on the mat and reaches along it, that side of the ribs longer.
  void glide_ahead(int side, double reach) {
    ArmHeld& held = arm(side);
    const double ahead = 0.06 * k_ * reach, away = side == left ? -1 : 1;
    held.wrist.x += ahead, held.elbow.x += ahead;
    stance_.lumbar.bend += 4 * away * reach;
    stance_.thoracic.bend += 6 * away * reach;
  }

  // Between head and knees, no nearer to either than the arm is thick (crossings_test); where the belly has grown the
  // chest is high enough for the arm to pass below the neck.
  void thread_behind_the_head(ArmHeld& held) const {
    const double room = belly_room(s_.person);
    held.wrist.x = (-0.2004 + (s_.person.knees_close ? 0.16 : 0.06) * room) * k_;
    held.elbow_way = geometry::mix({-1, 0.2, 0.8}, held.elbow_way, room);
  }

  void one_leg(int side) {
    LegHeld& held = leg(side);
    if (much(Channel::leg_reach_left, side) > 0) reach_leg(held);
    if (much(Channel::leg_lift_left, side) > 0) lift_leg(held);
    if (much(Channel::knee_bend_left, side) > 0) bend_knee(held);
    if (held.how == LegHeld::How::free) make_room(held);
    if (much(Channel::leg_lift_left, side) > 0 || much(Channel::knee_bend_left, side) > 0)
      hold_the_knee(arm(side), much(Channel::knee_bend_left, side) > 0);
    if (much(Channel::leg_cross_left, side) > 0) cross_over(held);
  }

  // The ankle on the other thigh, the knee to the side.
  void cross_over(LegHeld& held) const {
    release(held);
    held.how = LegHeld::How::foot;
    const bool lies = in(on_her_back, posture_);
    const double hips = stance_.hips.z / k_;
    held.ankle = lies ? m(-0.03, -0.09, hips + 0.27) : m(0.24, -0.07, hips + 0.10);
    held.knee_way = lies ? Vec3{-0.3, 1, 0.1} : Vec3{0.5, 1, 0.2};
    held.toe = held.ankle + m(0.03, -0.16, lies ? 0.05 : 0);
    held.instep = lies ? Vec3{-0.8, 0, 0.5} : Vec3{0.6, 0.1, 0.8};
  }

  void reach_leg(LegHeld& held) {
    if (posture_ == Posture::seated) {
      cross_legged::reach(s_, held);
      return;
    }
    release(held);
    held.pointed = 25;
    if (in(on_knees_and_hands | long_on_hands, posture_))
      held.flexion = -8, held.knee_flexion = 4;
    else if (posture_ == Posture::side_lying)
      held.flexion = 4, held.abduction = 14, held.knee_flexion = 4;
    else if (in(on_her_back, posture_))
      held.flexion = 24, held.knee_flexion = 4;
    else if (in(on_a_seat, posture_))
      held.flexion = 78, held.knee_flexion = 6, held.pointed = 0;
    else
      held.flexion = -14, held.knee_flexion = 8;
  }

  // A hand that lay on the thigh goes with the knee.
  void hold_the_knee(ArmHeld& held, bool bent) const {
    if (held.in != ArmHeld::In::thigh || (posture_ == Posture::seated && !bent)) return;
    constexpr double along = 0.95;
    held.wrist = {along, height_on_thigh(along), 0};
    held.elbow_way = {0.2, 0.3, 1};
    if (posture_ == Posture::seated) cross_legged::hold_the_knee(held);
  }

  // A leg that is lifted before her goes beside a belly that has grown.
  void make_room(LegHeld& held) const {
    constexpr double high = 60;
    if (held.flexion < high) return;
    const double room = belly_room(s_.person);
    held.flexion -= 17 * room;
    held.abduction += 22 * room;
  }

  void lift_leg(LegHeld& held) {
    const LegHeld before = held;
    release(held);
    held.pointed = 15;
    if (in(on_knees_and_hands | long_on_hands | bit(Posture::prone), posture_))
      held.flexion = -12, held.knee_flexion = 10;
    else if (posture_ == Posture::side_lying)
      held.flexion = before.flexion, held.knee_flexion = before.knee_flexion, held.abduction = 22, held.rotation = 14;
    else if (in(on_her_back, posture_))
      held.flexion = 62, held.knee_flexion = 8;
    else
      held.flexion = posture_ == Posture::seated ? 94 + 10 * belly_room(s_.person)
                     : in(sitting, posture_)     ? 104
                                                 : 70,
      held.knee_flexion = posture_ == Posture::seated ? 8
                          : in(sitting, posture_)     ? 90
                                                      : 80;
  }

  void bend_knee(LegHeld& held) {
    if (posture_ == Posture::seated) {
      cross_legged::stand_the_foot(s_, held);
      return;
    }
    const LegHeld before = held;
    release(held);
    held.pointed = 10;
    if (in(on_knees_and_hands | long_on_hands, posture_))
      held.flexion = 96, held.knee_flexion = 118, held.abduction = 14;
    else if (posture_ == Posture::prone)
      held.flexion = -2, held.knee_flexion = 88;
    else if (posture_ == Posture::side_lying)
      held.flexion = 88, held.knee_flexion = 95, held.abduction = before.abduction;
    else if (in(on_her_back, posture_))
      hug_knee(held);
    else
      held.flexion = in(sitting, posture_) ? 108 : 88, held.knee_flexion = 100;
  }

  const Skeleton& s_;
  double k_;
  Posture posture_;
  const Channels& asked_;
  Stance& stance_;
};

} // namespace

void move_limbs(const Skeleton& skeleton, vocabulary::Posture posture, const Channels& asked, Stance& stance) {
  Mover(skeleton, posture, asked, stance).move();
}

} // namespace supple::body
