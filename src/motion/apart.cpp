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

// A part of a limb or of the trunk, as thick as it is drawn (figure/proportions.h), metres.
struct Rod {
  Vec3 from, to;
  double radius_from = 0, radius_to = 0;
};

// The arms from the elbow on, the legs, and trunk and head, for the table's stature.
struct Limbs {
  std::array<std::array<Rod, 3>, 2> arms; // forearm, the hand's two edges
  std::array<std::array<Rod, 4>, 2> legs; // thigh in two halves, shank, foot
  std::array<Rod, 5> trunk;

  Limbs(const body::Skeleton& skeleton, const body::Intent& intent) {
    body::Bones bones;
    hold_contacts(skeleton, intent, bones);
    const double k = skeleton.scale;
    constexpr std::array spine{Link::L4, Link::T12, Link::T8, Link::T4, Link::head};
    for (std::size_t i = 0; i < trunk.size(); ++i) {
      const Vec3 middle =
          bones.place[index(spine[i])] + bones.turned[index(spine[i])] * Vec3{0, (i < 4 ? 0.035 : 0) * k, 0};
      trunk[i] = {middle, middle, 0.085 * k, 0.085 * k};
    }
    for (const int side : {body::left, body::right}) {
      const auto joint = [&](Link of_left) { return bones.place[index(on(of_left, side))]; };
      const auto contact = [&](body::Contact of_left) { return place_of(skeleton, bones, on(of_left, side)); };
      const Vec3 wrist = joint(Link::hand_left), hip = joint(Link::thigh_left), knee = joint(Link::shank_left),
                 ankle = joint(Link::foot_left), thigh = geometry::mix(hip, knee, 0.5);
      const Vec3 tip = contact(body::Contact::fingertip_left),
                 edge = bones.turned[index(on(Link::hand_left, side))] * Vec3{0, 0, 0.033 * k};
      arms[static_cast<std::size_t>(side)] = {{{joint(Link::forearm_left), wrist, 0.036 * k, 0.024 * k},
                                               {wrist, tip + edge, 0.020 * k, 0.010 * k},
                                               {wrist, tip - edge, 0.020 * k, 0.010 * k}}};
      legs[static_cast<std::size_t>(side)] = {{{hip, thigh, 0.090 * k, 0.074 * k},
                                               {thigh, knee, 0.074 * k, 0.049 * k},
                                               {knee, ankle, 0.048 * k, 0.030 * k},
                                               {ankle, contact(body::Contact::toe_left), 0.032 * k, 0.015 * k}}};
    }
  }
};

// The nearest places of two lines between their ends, as parts of them (Ericson 2005, 5.1.9).
std::pair<double, double> nearest(const Rod& one, const Rod& other) {
  const Vec3 a = one.to - one.from, b = other.to - other.from, between = one.from - other.from;
  const double aa = dot(a, a), bb = dot(b, b), ab = dot(a, b), a_between = dot(a, between), b_between = dot(b, between),
               across = aa * bb - ab * ab;
  const auto part = [](double of, double whole) { return whole > 0 ? std::clamp(of / whole, 0.0, 1.0) : 0; };
  double s = part(ab * b_between - a_between * bb, across);
  const double t = part(ab * s + b_between, bb);
  s = part(ab * t - a_between, aa);
  return {s, t};
}

double depth(std::span<const Rod> one, std::span<const Rod> other) {
  double deepest = 0;
  for (const Rod& a : one)
    for (const Rod& b : other) {
      const auto [s, t] = nearest(a, b);
      const double radii =
          a.radius_from + (a.radius_to - a.radius_from) * s + b.radius_from + (b.radius_to - b.radius_from) * t;
      deepest = std::max(deepest, radii - length(geometry::mix(a.from, a.to, s) - geometry::mix(b.from, b.to, t)));
    }
  return deepest;
}

// How deep each two are within one another. Thighs may touch one another, and the trunk, at their upper half.
using Depths = std::array<double, 10>;

Depths depths_of(const body::Skeleton& skeleton, const body::Intent& intent) {
  const Limbs limbs(skeleton, intent);
  const auto& [arms, legs, trunk] = limbs;
  const std::array lower{std::span(legs[0]).subspan(1), std::span(legs[1]).subspan(1)};
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
  using Part = Travel::Part;
  constexpr double well_m = 0.012, elbow = 0.3;
  constexpr Part all_the_time, first{0, 0.6}, last{0.4, 1}, sooner{0, 0.8, elbow}, later{0.2, 1, elbow};
  Travel tried = travel;
  tried.start_s = 0, tried.end_s = 1;
  Depths at_the_ends = depths_of(skeleton, travel.from);
  const Depths to = depths_of(skeleton, travel.to);
  for (std::size_t k = 0; k < to.size(); ++k)
    at_the_ends[k] = std::max(at_the_ends[k], to[k]);
  double least = crossed_m(skeleton, tried, at_the_ends);
  const auto attempt = [&](const Part& arms, const Part& left_leg, const Part& right_leg, double worth_m) {
    tried.limbs = {arms, arms, left_leg, right_leg};
    const double crossed = crossed_m(skeleton, tried, at_the_ends);
    if (crossed > least - worth_m) return;
    least = crossed;
    travel.limbs = tried.limbs;
  };
  if (least < well_m) return;
  for (const auto& [left_leg, right_leg] :
       {std::pair{all_the_time, all_the_time}, std::pair{first, last}, std::pair{last, first}})
    for (const Part& arms : {all_the_time, first, last})
      attempt(arms, left_leg, right_leg, 0.020);
  for (const Part& arms : {sooner, later})
    if (least > well_m) attempt(arms, travel.limbs[2], travel.limbs[3], 0.010);
}

} // namespace supple::motion
