// SPDX-License-Identifier: Apache-2.0
#include "motion/apart.h"

#include "body/contacts.h"

#include <algorithm>
#include <span>
#include <utility>

namespace supple::motion {

namespace {

using body::Link;
using geometry::Vec3;

struct Ball {
  Vec3 middle;
  double radius = 0;
};

constexpr std::size_t arm_balls = 7, leg_balls = 13;
using Arm = std::array<Ball, arm_balls>;
using Leg = std::array<Ball, leg_balls>;

// A limb's part as balls from one joint to the next.
template <std::size_t count>
void add_balls(Vec3 from, Vec3 to, double radius_from, double radius_to, std::size_t first, std::size_t many,
               std::array<Ball, count>& balls) {
  for (std::size_t i = 0; i < many; ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(many);
    balls[first + i] = {geometry::mix(from, to, t), radius_from + (radius_to - radius_from) * t};
  }
}

// The arms from the elbow on, the legs, and trunk and head, as thick as they are drawn (figure/proportions.h), metres
// for the table's stature.
struct Limbs {
  std::array<Arm, 2> arms;
  std::array<Leg, 2> legs;
  std::array<Ball, 5> trunk;

  Limbs(const body::Skeleton& skeleton, const body::Intent& intent) {
    body::Bones bones;
    hold_contacts(skeleton, intent, bones);
    const double k = skeleton.scale;
    constexpr std::array spine{Link::L4, Link::T12, Link::T8, Link::T4, Link::head};
    for (std::size_t i = 0; i < trunk.size(); ++i)
      trunk[i] = {bones.place[index(spine[i])] + bones.turned[index(spine[i])] * Vec3{0, (i < 4 ? 0.035 : 0) * k, 0},
                  0.085 * k};
    for (const int side : {body::left, body::right}) {
      const auto joint = [&](Link of_left) { return bones.place[index(on(of_left, side))]; };
      const auto contact = [&](body::Contact of_left) { return place_of(skeleton, bones, on(of_left, side)); };
      Arm& arm = arms[static_cast<std::size_t>(side)];
      add_balls(joint(Link::forearm_left), joint(Link::hand_left), 0.033 * k, 0.023 * k, 0, 4, arm);
      add_balls(joint(Link::hand_left), contact(body::Contact::fingertip_left), 0.023 * k, 0.012 * k, 4, 3, arm);
      Leg& leg = legs[static_cast<std::size_t>(side)];
      add_balls(joint(Link::thigh_left), joint(Link::shank_left), 0.090 * k, 0.050 * k, 0, 5, leg);
      add_balls(joint(Link::shank_left), joint(Link::foot_left), 0.048 * k, 0.030 * k, 5, 5, leg);
      add_balls(joint(Link::foot_left), contact(body::Contact::toe_left), 0.032 * k, 0.015 * k, 10, 3, leg);
    }
  }

  [[nodiscard]] double in_the_mat() const {
    double deepest = 0;
    for (const int side : {body::left, body::right}) {
      for (const Ball& ball : arms[static_cast<std::size_t>(side)])
        deepest = std::max(deepest, ball.radius - ball.middle.z);
      for (const Ball& ball : legs[static_cast<std::size_t>(side)])
        deepest = std::max(deepest, ball.radius - ball.middle.z);
    }
    return deepest;
  }
};

double depth(std::span<const Ball> one, std::span<const Ball> other) {
  double deepest = 0;
  for (const Ball& a : one)
    for (const Ball& b : other)
      deepest = std::max(deepest, a.radius + b.radius - length(a.middle - b.middle));
  return deepest;
}

// How deep each two are within one another. Thighs may touch one another, and the trunk, at their upper half.
using Depths = std::array<double, 10>;

Depths depths_of(const body::Skeleton& skeleton, const body::Intent& intent) {
  constexpr std::size_t half_thigh = 3;
  const Limbs limbs(skeleton, intent);
  const auto& [arms, legs, trunk] = limbs;
  const std::array lower{std::span(legs[0]).subspan(half_thigh), std::span(legs[1]).subspan(half_thigh)};
  return {depth(arms[0], legs[0]),  depth(arms[0], legs[1]),
          depth(arms[1], legs[0]),  depth(arms[1], legs[1]),
          depth(arms[0], arms[1]),  depth(lower[0], legs[1]),
          depth(lower[1], legs[0]), std::max(depth(lower[0], trunk), depth(lower[1], trunk)),
          depth(arms[0], trunk),    depth(arms[1], trunk)};
}

// By how much they are deeper within one another on the way than at its ends, over all of them.
double crossed_m(const body::Skeleton& skeleton, const Travel& travel, const Depths& at_the_ends) {
  constexpr int samples = 20;
  Depths deepest = at_the_ends;
  for (int i = 1; i < samples; ++i) {
    const Depths now = depths_of(skeleton, flow_at(travel, i / static_cast<double>(samples)).intent);
    for (std::size_t k = 0; k < now.size(); ++k)
      deepest[k] = std::max(deepest[k], now[k]);
  }
  double all = 0;
  for (std::size_t k = 0; k < deepest.size(); ++k)
    all += deepest[k] - at_the_ends[k];
  return all;
}

} // namespace

void keep_apart(const body::Skeleton& skeleton, Travel& travel) {
  constexpr double well_m = 0.012, worth_m = 0.020;
  using Part = Travel::Part;
  constexpr Part all_the_time, first{0, 0.6}, last{0.4, 1};
  Travel tried = travel;
  tried.start_s = 0, tried.end_s = 1;
  Depths at_the_ends = depths_of(skeleton, travel.from);
  const Depths to = depths_of(skeleton, travel.to);
  for (std::size_t k = 0; k < to.size(); ++k)
    at_the_ends[k] = std::max(at_the_ends[k], to[k]);
  double least = crossed_m(skeleton, tried, at_the_ends);
  if (least < well_m) return;
  for (const auto& [left_leg, right_leg] :
       {std::pair{all_the_time, all_the_time}, std::pair{first, last}, std::pair{last, first}})
    for (const Part& arms : {all_the_time, first, last}) {
      tried.limbs = {arms, arms, left_leg, right_leg};
      const double crossed = crossed_m(skeleton, tried, at_the_ends);
      if (crossed > least - worth_m) continue;
      least = crossed;
      travel.limbs = tried.limbs;
    }
}

} // namespace supple::motion
