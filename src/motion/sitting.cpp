// SPDX-License-Identifier: Apache-2.0
#include "motion/sitting.h"

#include "body/contacts.h"
#include "body/stance.h"
#include "motion/leading.h"
#include "motion/places.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supple::motion {

namespace {

using body::ArmHeld;
using body::Contact;
using body::Link;
using geometry::mix;
using geometry::Vec3;

// What is added to where the foot would be, metres for the table's stature, and how far its knee points outward more.
struct Lead {
  Vec3 foot;
  double knee_out;
};

// A third and two thirds on the way out; what comes in goes the same way back. The foot behind is drawn out from behind
// the shin before it is lifted over.
using Leads = std::array<Lead, 2>;
constexpr Leads along_the_mat{{{{0, 0, 0.03}, 0.7}, {{0, 0, 0.03}, 0.7}}},
    over_the_shin{{{{-0.11, 0.07, 0.05}, 1}, {{0.05, 0.10, 0.13}, 0.5}}};
// A hand is lifted off the thigh that it goes with, in parts of its length; or goes round it, metres.
constexpr Vec3 off_the_thigh{0, 0.05, 0}, round_the_thigh{0, 0.08, 0.08};
// A foot moves if it comes so far ahead or back; and it is behind short of half way between the two ankles of the
// posture.
constexpr double moves_m = 0.1, behind_m = 0.345;

// Arm and leg of one side as they lie, in words of the stance.
class HeldSide {
public:
  HeldSide(const body::Skeleton& skeleton, const body::Intent& intent, int side) : s_(skeleton), side_(side) {
    hold_contacts(skeleton, intent, bones_);
    const Vec3 along = way(Link::thigh_left, {-1, 0, 0}), leftward = unit(cross({0, 0, 1}, along));
    thigh_ = {along, cross(along, leftward), leftward * (side == body::left ? 1 : -1)};
    wrist_on_thigh_ = on_thigh(place(Link::hand_left) - place(Link::thigh_left)) * (1 / s_.thigh);
  }

  [[nodiscard]] bool hand_lies() const {
    const Vec3& w = wrist_on_thigh_;
    return w.x > 0 && w.y > 0 && w.y < 0.32 && std::fabs(w.z) < 0.3;
  }

  [[nodiscard]] bool hand_is_low() const { return wrist_on_thigh_.y <= 0; }

  [[nodiscard]] double foot_ahead() const { return place(Link::foot_left).x / s_.scale; }

  [[nodiscard]] ArmHeld arm(ArmHeld::In in) const {
    const bool thigh = in == ArmHeld::In::thigh;
    const auto seen = [&](Link link, Vec3 own) { return thigh ? on_thigh(way(link, own)) : outward(way(link, own)); };
    ArmHeld held;
    held.in = in;
    held.wrist = thigh ? wrist_on_thigh_ : outward(place(Link::hand_left));
    held.elbow_way = seen(Link::upper_arm_left, {0, -1, 0});
    held.fingers = seen(Link::hand_left, {-1, 0, 0});
    held.palm = seen(Link::hand_left, {0, 1, 0});
    return held;
  }

  [[nodiscard]] body::LegHeld leg() const {
    body::LegHeld held;
    held.ankle = outward(place(Link::foot_left));
    held.knee_way = outward(way(Link::thigh_left, {0, 1, 0}));
    return held;
  }

private:
  [[nodiscard]] Vec3 place(Link of_left) const { return bones_.place[index(on(of_left, side_))]; }

  [[nodiscard]] Vec3 way(Link of_left, Vec3 own) const { return bones_.turned[index(on(of_left, side_))] * own; }

  [[nodiscard]] Vec3 outward(Vec3 v) const { return {v.x, side_ == body::left ? v.y : -v.y, v.z}; }

  [[nodiscard]] Vec3 on_thigh(Vec3 v) const { return {dot(v, thigh_[0]), dot(v, thigh_[1]), dot(v, thigh_[2])}; }

  const body::Skeleton& s_;
  int side_;
  body::Bones bones_;
  std::array<Vec3, 3> thigh_; // toward the knee, upward off it, outward
  Vec3 wrist_on_thigh_;
};

// One side from the one end of the travel to the other.
struct Way {
  int side;
  HeldSide before, after;

  Way(const body::Skeleton& skeleton, const Travel& travel, int of)
      : side(of), before(skeleton, travel.from, of), after(skeleton, travel.to, of) {}

  [[nodiscard]] double ahead() const { return after.foot_ahead() - before.foot_ahead(); }

  [[nodiscard]] bool foot_moves() const { return std::fabs(ahead()) > moves_m; }

  [[nodiscard]] bool foot_is_behind() const { return std::min(before.foot_ahead(), after.foot_ahead()) < behind_m; }

  [[nodiscard]] bool hand_goes_along() const { return foot_moves() && before.hand_lies() && after.hand_lies(); }

  [[nodiscard]] bool hand_goes_over() const {
    return (before.hand_lies() && after.hand_is_low()) || (before.hand_is_low() && after.hand_lies());
  }
};

// How her limbs are held on the way where she has come so far, a third or two.
body::Stance held_at(const Way& way, double come, double scale) {
  const ArmHeld::In in = way.hand_goes_along() ? ArmHeld::In::thigh : ArmHeld::In::world;
  body::Stance stance;
  ArmHeld& arm = stance.arm[static_cast<std::size_t>(way.side)];
  arm = way.before.arm(in);
  const ArmHeld arm_to = way.after.arm(in);
  for (Vec3 ArmHeld::* const part : {&ArmHeld::wrist, &ArmHeld::elbow_way, &ArmHeld::fingers, &ArmHeld::palm})
    arm.*part = mix(arm.*part, arm_to.*part, come);
  arm.wrist = arm.wrist + (way.hand_goes_along() ? off_the_thigh : round_the_thigh * scale);
  body::LegHeld& leg = stance.leg[static_cast<std::size_t>(way.side)];
  leg = way.before.leg();
  const body::LegHeld leg_to = way.after.leg();
  const Leads& leads = way.foot_is_behind() ? over_the_shin : along_the_mat;
  const Lead& more = leads[(way.ahead() < 0) == (come > 0.5) ? 0 : 1];
  leg.ankle = mix(leg.ankle, leg_to.ankle, come) + more.foot * scale;
  leg.knee_way = unit(mix(leg.knee_way, leg_to.knee_way, come)) + Vec3{0, more.knee_out, 0};
  leg.toe = leg.ankle + Vec3{1, 0, 0}; // the foot turns by itself
  return stance;
}

// The foot lets go at once and takes hold last, or what it rests on would draw it along; nothing else bends the leg.
void let_go(int side, Travel& travel) {
  for (const Contact of_left : {Contact::ankle_left, Contact::toe_left}) {
    const std::size_t at = contact_at(index(on(of_left, side)));
    if (travel.from.value[at] > 0 || travel.to.value[at] > 0) travel.step.value[at] = -3;
  }
  for (const Link of_left : {Link::thigh_left, Link::shank_left, Link::foot_left})
    std::fill_n(&travel.step.value[body::Intent::want_at(on(of_left, side))], 3, 0.0);
}

// Through where the limbs are held a third and two thirds on the way.
void lead(const body::Skeleton& skeleton, const Way& way, Travel& travel) {
  const Travel straight = travel;
  for (const bool is_second : {false, true}) {
    const Third third = third_of(skeleton, straight, travel.limbs[static_cast<std::size_t>(way.side)], is_second);
    const body::Stance held = held_at(way, third.come, skeleton.scale);
    const body::Intent laid = with_limbs(skeleton, third.there, third.bones, held, way.side);
    const auto take = [&](Link first, Link last) { lead_through(laid, third, way.side, first, last, travel); };
    if (way.foot_moves()) take(Link::thigh_left, Link::shank_left);
    if (way.hand_goes_along() || way.hand_goes_over()) take(Link::girdle_left, Link::hand_left);
  }
}

// What goes out makes room for what comes in; of two the shin ahead goes out first and comes in last.
void move_one_by_one(const Way& left, const Way& right, Travel& travel) {
  constexpr double later = 0.15;
  const bool out = left.ahead() > 0, left_first = out == (right.ahead() > 0) ? left.foot_is_behind() != out : out;
  travel.limbs[left_first ? 2 : 3].to = 1 - later, travel.limbs[left_first ? 3 : 2].from = later;
}

} // namespace

bool go_round(const body::Skeleton& skeleton, Travel& travel) {
  const std::array ways{Way(skeleton, travel, body::left), Way(skeleton, travel, body::right)};
  Travel led = travel;
  led.start_s = 0, led.end_s = 1;
  if (ways[0].foot_moves() && ways[1].foot_moves()) move_one_by_one(ways[0], ways[1], led);
  bool any = false;
  for (const Way& way : ways) {
    if (!way.foot_moves() && !way.hand_goes_over()) continue;
    any = true;
    const auto arm = static_cast<std::size_t>(way.side);
    led.limbs[arm] = led.limbs[2 + arm];
    if (way.foot_moves()) let_go(way.side, led);
    lead(skeleton, way, led);
  }
  if (any) travel.limbs = led.limbs, travel.step = led.step, travel.early = led.early;
  return any;
}

} // namespace supple::motion
