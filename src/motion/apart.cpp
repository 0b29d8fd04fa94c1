// SPDX-License-Identifier: Apache-2.0
#include "motion/apart.h"

#include "body/belly.h"
#include "body/contacts.h"
#include "motion/pace.h"
#include "motion/steps.h"

#include <algorithm>
#include <cmath>
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

// So near one another that nothing slips through between them.
constexpr std::size_t bone_balls = 8, end_balls = 3;
using Arm = std::array<Ball, bone_balls + 2 * end_balls>;
using Leg = std::array<Ball, 2 * bone_balls + end_balls>;

// A limb's part as balls from one joint to the next.
Ball* add_balls(Vec3 from, Vec3 to, double radius_from, double radius_to, std::size_t many, Ball* balls) {
  for (std::size_t i = 0; i < many; ++i) {
    const double t = static_cast<double>(i) / static_cast<double>(many);
    *balls++ = {geometry::mix(from, to, t), radius_from + (radius_to - radius_from) * t};
  }
  return balls;
}

// The arms from the elbow on, the legs, and trunk and head, as thick as they are drawn (figure/proportions.h), metres
// for the table's stature.
struct Limbs {
  std::array<Arm, 2> arms; // forearm, the hand's two edges
  std::array<Leg, 2> legs;
  std::array<Ball, 6> trunk; // the last is the belly

  Limbs(const body::Skeleton& skeleton, const body::Intent& intent) {
    body::Bones bones;
    hold_contacts(skeleton, intent, bones);
    const double k = skeleton.scale, tall = skeleton.person.stature_m;
    const auto ball = [&](Link link, double up, double front, double radius) {
      return Ball{bones.place[index(link)] + bones.turned[index(link)] * Vec3{up, front, 0}, radius};
    };
    constexpr std::array spine{Link::L4, Link::T12, Link::T8, Link::T4, Link::head};
    for (std::size_t i = 0; i < spine.size(); ++i)
      trunk[i] = ball(spine[i], 0, (i < 4 ? 0.035 : 0) * k, 0.085 * k);
    const body::Belly belly = body::belly_at(body::belly_week(skeleton.person));
    trunk.back() = ball(Link::L3, belly.up * tall, belly.front * tall, belly.frontward * tall);
    for (const int side : {body::left, body::right}) {
      const auto joint = [&](Link of_left) { return bones.place[index(on(of_left, side))]; };
      const auto contact = [&](body::Contact of_left) { return place_of(skeleton, bones, on(of_left, side)); };
      const Vec3 wrist = joint(Link::hand_left), knee = joint(Link::shank_left), ankle = joint(Link::foot_left),
                 tip = contact(body::Contact::fingertip_left),
                 edge = bones.turned[index(on(Link::hand_left, side))] * Vec3{0, 0, 0.033 * k};
      Ball* arm = arms[static_cast<std::size_t>(side)].data();
      arm = add_balls(joint(Link::forearm_left), wrist, 0.036 * k, 0.024 * k, bone_balls, arm);
      arm = add_balls(tip + edge, wrist, 0.010 * k, 0.020 * k, end_balls, arm);
      add_balls(tip - edge, wrist, 0.010 * k, 0.020 * k, end_balls, arm);
      Ball* leg = legs[static_cast<std::size_t>(side)].data();
      leg = add_balls(joint(Link::thigh_left), knee, 0.090 * k, 0.050 * k, bone_balls, leg);
      leg = add_balls(knee, ankle, 0.048 * k, 0.030 * k, bone_balls, leg);
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

// How deep each two are within one another. Thighs may touch one another, and the trunk, at their upper half.
using Depths = std::array<double, 10>;

Depths depths_of(const body::Skeleton& skeleton, const body::Intent& intent) {
  const Limbs limbs(skeleton, intent);
  const auto& [arms, legs, trunk] = limbs;
  const std::array lower{std::span(legs[0]).subspan(bone_balls / 2), std::span(legs[1]).subspan(bone_balls / 2)};
  return {depth(arms[0], legs[0]),  depth(arms[0], legs[1]),
          depth(arms[1], legs[0]),  depth(arms[1], legs[1]),
          depth(arms[0], arms[1]),  depth(lower[0], legs[1]),
          depth(lower[1], legs[0]), std::max(depth(lower[0], trunk), depth(lower[1], trunk)),
          depth(arms[0], trunk),    depth(arms[1], trunk)};
}

// By how much they are deeper within one another on the way than at its ends, over all of them (the root of the
// squares); where that is more than `most`, at least so much.
double crossed_m(const body::Skeleton& skeleton, const Travel& travel, const Depths& at_the_ends, double most = 1) {
  constexpr int samples = 20;
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

// Where limbs would still pass through something, both arms or one leg are drawn outward and up on the way, as long as
// what is won is worth the time that it takes.
class Drawing {
public:
  Drawing(const body::Skeleton& skeleton, const Depths& at_the_ends, double crossed, Travel& travel)
      : skeleton_(skeleton), at_the_ends_(at_the_ends), travel_(travel), crossed_(crossed) {}

  void draw() {
    if (is_well()) return;
    lasts_s_ = shortest_s(skeleton_, travel_);
    const Travel before = travel_;
    for (const double out_m : {0.0, 0.08, 0.16, 0.24})
      for (const double up_m : {0.0, 0.1, 0.2, 0.3})
        for (const double begins : {0.0, 0.4})
          attempt(before, [&](Travel& tried) {
            tried.limbs[0] = tried.limbs[1] = {begins, 1};
            for (const int side : {body::left, body::right})
              draw_arm(skeleton_, side, out_m, up_m, tried);
          });
    const Travel with_arms = travel_;
    for (const int side : {body::left, body::right})
      for (const double out_m : {0.0, 0.1})
        for (const double up_m : {0.1, 0.2, 0.3})
          attempt(with_arms, [&](Travel& tried) { draw_leg(skeleton_, side, out_m, up_m, tried); });
  }

private:
  // Metres that are won at least, and the seconds that a metre is worth (ours).
  static constexpr double worth_m = 0.010, of_a_metre_s = 50;

  [[nodiscard]] bool is_well() const { return crossed_ < well_m + worth_m; }

  void attempt(const Travel& from, auto&& draw) {
    if (is_well()) return;
    Travel tried = from;
    tried.start_s = 0, tried.end_s = 1;
    draw(tried);
    const double crossed = crossed_m(skeleton_, tried, at_the_ends_, crossed_ - worth_m);
    if (crossed > crossed_ - worth_m) return;
    const double lasts_s = shortest_s(skeleton_, tried);
    if (lasts_s > lasts_s_ + of_a_metre_s * (crossed_ - crossed)) return;
    crossed_ = crossed, lasts_s_ = lasts_s;
    travel_.limbs = tried.limbs, travel_.step = tried.step;
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
  Drawing(skeleton, at_the_ends, least, travel).draw();
}

} // namespace supple::motion
