// SPDX-License-Identifier: Apache-2.0
#include "motion/leading.h"

#include "body/contacts.h"
#include "body/stance.h"

#include <algorithm>

namespace supple::motion {

namespace {

using body::Link;
using geometry::mix;
using geometry::Vec3;

constexpr double a_third_at = 0.40913; // of the time: there a course of least jerk has come a third of its way

// One limb as it is seen in the axes that its end is led in.
class Seen {
public:
  explicit Seen(std::size_t limb) : is_arm_(limb < 2), side_(static_cast<int>(limb % 2)) {}

  // To her left as to her right; of an arm in the axes of the chest.
  [[nodiscard]] Vec3 way(const body::Bones& bones, Vec3 v) const {
    if (is_arm_) v = inverse(bones.turned[index(Link::T2)]) * v;
    double& aside = is_arm_ ? v.z : v.y;
    aside = side_ == body::left ? aside : -aside;
    return v;
  }

  // Where its end is, of a hand from the shoulder.
  [[nodiscard]] Vec3 end(const body::Bones& bones) const {
    const auto place = [&](Link of_left) { return bones.place[index(on(of_left, side_))]; };
    return way(bones, is_arm_ ? place(Link::hand_left) - place(Link::upper_arm_left) : place(Link::foot_left));
  }

  // Where its elbow or knee points.
  [[nodiscard]] Vec3 bend(const body::Bones& bones) const {
    const Link of_left = is_arm_ ? Link::upper_arm_left : Link::thigh_left;
    return way(bones, bones.turned[index(on(of_left, side_))] * Vec3{0, is_arm_ ? -1.0 : 1.0, 0});
  }

private:
  bool is_arm_;
  int side_;
};

} // namespace

Third third_of(const body::Skeleton& skeleton, const Travel& travel, const Travel::Part& part, bool is_second) {
  Travel in_one_second = travel;
  in_one_second.start_s = 0, in_one_second.end_s = 1;
  const double at = part.from + (part.to - part.from) * (is_second ? 1 - a_third_at : a_third_at);
  Third third{(is_second ? 2.0 : 1.0) / 3, flow_at(in_one_second, at).intent, {}};
  hold_contacts(skeleton, third.there, third.bones);
  return third;
}

void lead_through(const body::Intent& laid, const Third& third, int side, Link first, Link last, Travel& travel) {
  constexpr double step = 9.0 / 16, early = 27.0 / 16; // so that both are met
  for (std::size_t link = index(on(first, side)); link <= index(on(last, side)); link += 2)
    for (std::size_t i = body::Intent::want_at(static_cast<Link>(link)), end = i + 3; i < end; ++i) {
      const double more = laid.value[i] - third.there.value[i];
      travel.step.value[i] += step * more;
      travel.early.value[i] += (third.come > 0.5 ? -early : early) * more;
    }
}

void lead(const body::Skeleton& skeleton, std::size_t limb, Vec3 farther, double up_m, Travel& travel) {
  const bool is_arm = limb < 2;
  const int side = static_cast<int>(limb % 2);
  const Link first = is_arm ? Link::girdle_left : Link::thigh_left,
             last = is_arm ? Link::forearm_left : Link::shank_left;
  for (std::size_t link = index(on(first, side)); link <= index(on(last, side)) + 2; link += 2)
    for (body::Intent* const more : {&travel.step, &travel.early})
      std::fill_n(&more->value[body::Intent::want_at(static_cast<Link>(link))], 3, 0.0);
  const Seen seen(limb);
  body::Bones bones;
  hold_contacts(skeleton, travel.from, bones);
  const Vec3 from = seen.end(bones);
  hold_contacts(skeleton, travel.to, bones);
  const Vec3 to = seen.end(bones);
  const Travel straight = travel;
  for (const bool is_second : {false, true}) {
    const Third third = third_of(skeleton, straight, travel.limbs[limb], is_second);
    const Vec3 more = (is_arm ? farther : Vec3{0, farther.z, 0}) + seen.way(third.bones, {0, 0, up_m});
    const Vec3 end = mix(from, to, third.come) + more * skeleton.scale, bend = seen.bend(third.bones);
    body::Stance stance;
    body::ArmHeld& arm = stance.arm[static_cast<std::size_t>(side)];
    arm.in = body::ArmHeld::In::chest;
    arm.wrist = end * (1 / (skeleton.upper_arm + skeleton.forearm)), arm.elbow_way = bend;
    body::LegHeld& leg = stance.leg[static_cast<std::size_t>(side)];
    leg.ankle = end, leg.knee_way = bend;
    leg.toe = end + Vec3{1, 0, 0}; // the foot turns by itself
    lead_through(with_limbs(skeleton, third.there, third.bones, stance, side), third, side, first, last, travel);
  }
}

} // namespace supple::motion
