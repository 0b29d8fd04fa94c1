// SPDX-License-Identifier: Apache-2.0
#include "motion/apart.h"

#include "body/belly.h"
#include "body/contacts.h"
#include "motion/leading.h"
#include "motion/pace.h"
#include "motion/steps.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace supple::motion {

namespace {

using body::Link;
using geometry::mix;
using geometry::Vec3;

struct Ball {
  Vec3 middle;
  double radius = 0;
};

// So near one another that nothing slips through between them.
constexpr std::size_t bone_balls = 8, end_balls = 3;
using Arm = std::array<Ball, bone_balls + 4 * end_balls>;
using Leg = std::array<Ball, 2 * bone_balls + end_balls>;

// A limb's part as balls from one joint to the next.
Ball* add_balls(Vec3 from, Vec3 to, double radius_from, double radius_to, std::size_t many, Ball* balls) {
  for (std::size_t i = 0; i < many; ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(many);
    *balls++ = {geometry::mix(from, to, t), radius_from + (radius_to - radius_from) * t};
  }
  return balls;
}

// The arms from the middle of the upper arm on, the legs, trunk and head, as thick as they are drawn
// (figure/proportions.h), metres for the table's stature.
struct Limbs {
  std::array<Arm, 2> arms; // upper arm, forearm, the hand's middle and two edges
  std::array<Leg, 2> legs;
  std::array<Ball, 9> trunk; // the thorax on both sides; the last is the belly
  Ball head;

  Limbs(const body::Skeleton& skeleton, const body::Intent& intent) {
    body::Bones bones;
    hold_contacts(skeleton, intent, bones);
    const double k = skeleton.scale, tall = skeleton.person.stature_m;
    const auto ball = [&](Link link, Vec3 own, double radius) {
      return Ball{bones.place[index(link)] + bones.turned[index(link)] * own, radius};
    };
    trunk[0] = ball(Link::L4, {0, 0.035 * k, 0}, 0.085 * k), trunk[1] = ball(Link::head, {}, 0.085 * k);
    std::size_t flank = 2;
    for (const Link link : {Link::T12, Link::T8, Link::T4})
      for (const double aside : {-0.04, 0.04})
        trunk[flank++] = ball(link, {0, 0.035 * k, aside * k}, 0.085 * k);
    head = ball(Link::head, {0.08 * k, 0, 0}, 0.1 * k);
    const body::Belly belly = body::belly_at(body::belly_week(skeleton.person));
    trunk.back() = ball(Link::L3, {belly.up * tall, belly.front * tall, 0}, belly.frontward * tall);
    for (const int side : {body::left, body::right}) {
      const auto joint = [&](Link of_left) { return bones.place[index(on(of_left, side))]; };
      const auto contact = [&](body::Contact of_left) { return place_of(skeleton, bones, on(of_left, side)); };
      const Vec3 wrist = joint(Link::hand_left), knee = joint(Link::shank_left), ankle = joint(Link::foot_left),
                 tip = contact(body::Contact::fingertip_left),
                 edge = bones.turned[index(on(Link::hand_left, side))] * Vec3{0, 0, 0.033 * k};
      Ball* arm = arms[static_cast<std::size_t>(side)].data();
      const Vec3 elbow = joint(Link::forearm_left);
      arm = add_balls(mix(joint(Link::upper_arm_left), elbow, 0.5), elbow, 0.042 * k, 0.036 * k, end_balls, arm);
      arm = add_balls(elbow, wrist, 0.036 * k, 0.024 * k, bone_balls, arm);
      for (const double aside : {-1, 0, 1})
        arm = add_balls(tip + edge * aside, wrist, 0.010 * k, 0.020 * k, end_balls, arm);
      Ball* leg = legs[static_cast<std::size_t>(side)].data();
      leg = add_balls(joint(Link::thigh_left), knee, 0.096 * k, 0.054 * k, bone_balls, leg);
      leg = add_balls(knee, ankle, 0.056 * k, 0.034 * k, bone_balls, leg);
      add_balls(ankle, contact(body::Contact::toe_left), 0.032 * k, 0.015 * k, end_balls, leg);
    }
  }
};

double depth(std::span<const Ball> one, std::span<const Ball> other) {
  double deepest = 0;
  for (const Ball& a : one)
    for (const Ball& b : other)
      deepest = std::max(deepest, a.radius + b.radius - length(a.middle - b.middle));
  return deepest;
}

// A hand may be on its edge.
double in_the_mat(std::span<const Ball> limb) {
  double deepest = 0;
  for (const Ball& ball : limb)
    deepest = std::max(deepest, ball.radius - ball.middle.z);
  return deepest;
}

// How deep each two are within one another, and the arms in the mat. Thighs may touch one another, and the trunk, at
// their upper half; upper arms touch the trunk.
using Depths = std::array<double, 14>;

Depths depths_of(const body::Skeleton& skeleton, const body::Intent& intent) {
  const Limbs limbs(skeleton, intent);
  const auto& [arms, legs, trunk, head] = limbs;
  const std::array forearms{std::span(arms[0]).subspan(end_balls), std::span(arms[1]).subspan(end_balls)};
  const std::array lower{std::span(legs[0]).subspan(bone_balls / 2), std::span(legs[1]).subspan(bone_balls / 2)};
  return {depth(arms[0], legs[0]),
          depth(arms[0], legs[1]),
          depth(arms[1], legs[0]),
          depth(arms[1], legs[1]),
          depth(forearms[0], forearms[1]),
          depth(lower[0], legs[1]),
          depth(lower[1], legs[0]),
          std::max(depth(lower[0], trunk), depth(lower[1], trunk)),
          depth(forearms[0], trunk),
          depth(forearms[1], trunk),
          depth(arms[0], {&head, 1}),
          depth(arms[1], {&head, 1}),
          in_the_mat(arms[0]),
          in_the_mat(arms[1])};
}

// By how much they are deeper within one another on the way than at its ends, over all of them (the root of the
// squares); where that is more than `most`, at least so much.
double crossed_m(const body::Skeleton& skeleton, const Travel& travel, const Depths& at_the_ends, double most = 1) {
  constexpr int samples = 28;
  Depths deepest = at_the_ends;
  double all = 0;
  for (int i = 1; i < samples && all <= most * most; ++i) {
    const Depths now = depths_of(skeleton, flow_at(travel, i / static_cast<double>(samples)).intent);
    all = 0;
    for (std::size_t k = 0; k < now.size(); ++k) {
      deepest[k] = std::max(deepest[k], now[k]);
      all += (deepest[k] - at_the_ends[k]) * (deepest[k] - at_the_ends[k]);
    }
  }
  return std::sqrt(all);
}

constexpr double well_m = 0.009;

// Where limbs would still pass through something, and where an arm is folded long to clear the mat, hands and feet are
// led another way, as long as what is won is worth the time that it takes.
class Leading {
public:
  Leading(const body::Skeleton& skeleton, const Depths& at_the_ends, double crossed, Travel& travel)
      : skeleton_(skeleton), at_the_ends_(at_the_ends), travel_(travel), crossed_(crossed) {}

  void lead() {
    if (is_well() && !arms_are_bent()) return;
    lasts_s_ = shortest_s(skeleton_, travel_);
    if (is_good()) return;
    lead_arms();
    if (is_well()) return;
    if (lead_legs() && !is_well()) lead_arms();
  }

private:
  // Seconds that a metre is worth, what is won at least, how deep is well, and how long is long (ours).
  static constexpr double of_a_metre_s = 150, worth_s = 0.3, fair_m = 0.010, long_s = 4;

  [[nodiscard]] bool is_well() const { return crossed_ < fair_m; }

  [[nodiscard]] bool is_good() const { return is_well() && lasts_s_ <= long_s; }

  [[nodiscard]] bool arms_are_bent() const {
    constexpr std::size_t first = body::Intent::want_at(Link::girdle_left),
                          last = body::Intent::want_at(Link::thigh_left);
    return std::any_of(travel_.step.value.begin() + first, travel_.step.value.begin() + last,
                       [](double more) { return more != 0; });
  }

  // Both alike.
  void lead_arms() {
    const Travel before = travel_;
    if (!is_free(0, before) && !is_free(1, before)) return;
    for (const double head_m : {0.0, 0.25})
      for (const double front_m : {0.0, 0.15, 0.3})
        for (const double out_m : {0.0, 0.15, 0.3})
          for (const double up_m : {0.0, 0.1, 0.2})
            if (!is_good()) attempt(before, 0, 1, {head_m, front_m, out_m}, up_m);
  }

  // One at a time. Whether it helps.
  bool lead_legs() {
    const Travel before = travel_;
    const double crossed = crossed_;
    for (const std::size_t leg : {2, 3})
      if (is_free(leg, before))
        for (const double out_m : {0.0, 0.1, 0.2})
          for (const double up_m : {0.0, 0.1, 0.2})
            attempt(before, leg, leg, {0, 0, out_m}, up_m);
    return crossed_ < crossed;
  }

  void attempt(const Travel& from, std::size_t first, std::size_t last, Vec3 farther, double up_m) {
    Travel tried = from;
    tried.start_s = 0, tried.end_s = 1;
    for (std::size_t limb = first; limb <= last; ++limb) {
      tried.limbs[limb] = {}; // beside one that is led a hand that glides goes all the time
      if (is_free(limb, tried)) motion::lead(skeleton_, limb, farther, up_m, tried);
    }
    const double hardship_s = lasts_s_ + of_a_metre_s * crossed_ - worth_s;
    const double crossed = crossed_m(skeleton_, tried, at_the_ends_, hardship_s / of_a_metre_s);
    const double most_s = hardship_s - of_a_metre_s * crossed;
    if (most_s <= 0) return;
    const double lasts_s = shortest_s(skeleton_, tried, most_s);
    if (lasts_s > most_s) return;
    crossed_ = crossed, lasts_s_ = lasts_s;
    travel_.limbs = tried.limbs, travel_.step = tried.step, travel_.early = tried.early;
  }

  const body::Skeleton& skeleton_;
  const Depths& at_the_ends_;
  Travel& travel_;
  double crossed_, lasts_s_ = 0;
};

} // namespace

void keep_apart(const body::Skeleton& skeleton, Travel& travel) {
  using Part = Travel::Part;
  constexpr Part all_the_time, first{0, 0.6}, last{0.4, 1};
  Travel tried = travel;
  tried.start_s = 0, tried.end_s = 1;
  Depths at_the_ends = depths_of(skeleton, travel.from);
  const Depths to = depths_of(skeleton, travel.to);
  for (std::size_t k = 0; k < to.size(); ++k)
    at_the_ends[k] = std::max(at_the_ends[k], to[k]);
  double least = crossed_m(skeleton, tried, at_the_ends);
  const auto attempt = [&](const Part& arms, const Part& left_leg, const Part& right_leg, double worth_m) {
    if (least < std::max(well_m, worth_m)) return;
    tried.limbs = {arms, arms, left_leg, right_leg};
    const double crossed = crossed_m(skeleton, tried, at_the_ends, least - worth_m);
    if (crossed > least - worth_m) return;
    least = crossed;
    travel.limbs = tried.limbs;
  };
  for (const auto& [left_leg, right_leg] :
       {std::pair{all_the_time, all_the_time}, std::pair{first, last}, std::pair{last, first}})
    for (const Part& arms : {all_the_time, first, last})
      attempt(arms, left_leg, right_leg, 0.020);
  for (const double elbow : {0.3, 0.6, 0.9})
    for (const Part& arms : {Part{0, 0.8, elbow}, Part{0.2, 1, elbow}})
      attempt(arms, travel.limbs[2], travel.limbs[3], 0.005);
  Leading(skeleton, at_the_ends, least, travel).lead();
}

} // namespace supple::motion
