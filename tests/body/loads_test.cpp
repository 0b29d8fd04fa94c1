// SPDX-License-Identifier: Apache-2.0
// Masses and loads as relations: weight is carried, power is the change of energy, the mass matrix is symmetric.
#include "body/loads.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Posture;

double whole_kg(const Segments& segments) {
  return std::accumulate(segments.begin(), segments.end(), 0.0,
                         [](double sum, const Segment& s) { return sum + s.mass_kg; });
}

TEST(Segments, WeighWhatSheWeighs) {
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 4}))), 61.9 + 1.25 * 4 / 13, 0.02);
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 40}))), 61.9 + 1.25 + 0.42 * 27, 0.02);
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 40, .weeks_after_birth = 8}))), 61.9, 0.02);
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 4, .mass_before_kg = 80}))), 80.385, 0.05);
}

TEST(Segments, GrowInTheLowerTrunk) {
  const Segments early = segments_of(skeleton_of({.week = 15})), late = segments_of(skeleton_of({.week = 35}));
  EXPECT_NEAR(late[index(Link::L3)].mass_kg - early[index(Link::L3)].mass_kg, 20 * 0.29, 0.1);
  EXPECT_GT(late[index(Link::L3)].centre.y, early[index(Link::L3)].centre.y + 0.03);
}

TEST(Segments, ArePhysical) {
  for (const double week : {4.0, 24.0, 42.0})
    for (const Segment& s : segments_of(skeleton_of({.week = week}))) {
      EXPECT_GT(s.mass_kg, 0);
      EXPECT_LE(s.inertia.xx, s.inertia.yy + s.inertia.zz + 1e-12);
      EXPECT_LE(s.inertia.yy, s.inertia.xx + s.inertia.zz + 1e-12);
      EXPECT_LE(s.inertia.zz, s.inertia.xx + s.inertia.yy + 1e-12);
    }
}

struct Carried {
  Loads loads;
  double weight_N;
};

Carried resting(Posture posture) {
  const Skeleton skeleton = skeleton_of({});
  const Segments segments = segments_of(skeleton);
  const Intent intent = intent_of({}, posture, {}, vocabulary::Side::none, {}).intent;
  const Pose p = pose(skeleton, intent);
  return {loads_of(skeleton, segments, intent, p.links, {}), whole_kg(segments) * gravity};
}

double up(const Loads& loads) {
  double sum = 0;
  for (const Vec3 force : loads.support)
    sum += force.z;
  return sum;
}

TEST(Loads, TheContactsCarryHerWeight) {
  for (const Posture posture : {Posture::all_fours, Posture::childs_pose, Posture::standing, Posture::supine,
                                Posture::chair, Posture::plank, Posture::down_dog, Posture::heel_sit}) {
    SCOPED_TRACE(std::string(vocabulary::name(posture)));
    const Carried c = resting(posture);
    EXPECT_NEAR(up(c.loads), c.weight_N, 0.02 * c.weight_N);
    EXPECT_LT(c.loads.unbalanced_N, 0.05 * c.weight_N);
    for (const Vec3 force : c.loads.support)
      EXPECT_GE(force.z, -1e-6);
  }
}

TEST(Loads, OnHandsAndKneesTheKneesCarryMoreThanTheHands) {
  const Loads loads = resting(Posture::all_fours).loads;
  const auto on = [&](Contact of_left) {
    return loads.support[index(of_left)].z + loads.support[index(body::on(of_left, right))].z;
  };
  const double hands = on(Contact::wrist_left) + on(Contact::fingertip_left), all = up(loads);
  EXPECT_GT(hands, 0.25 * all);
  EXPECT_LT(hands, 0.5 * all);
  EXPECT_NEAR(loads.support[index(Contact::knee_left)].z, loads.support[index(Contact::knee_right)].z, 1e-6);
}

double any(double most) {
  return most * (*rc::gen::inRange(-1000, 1001)) / 1000.0;
}

Vec3 any_vector(double most) {
  return {any(most), any(most), any(most)};
}

struct State {
  Bones bones;
  Movement movement;
};

Bones moved(const Skeleton& skeleton, const State& state, double time_s) {
  const Movement& m = state.movement;
  Bones out;
  const auto turn = [&](Vec3 rate, Vec3 change) {
    return geometry::rotation_by(rate * time_s + change * (time_s * time_s / 2));
  };
  out.place[0] = state.bones.place[0] + m.velocity * time_s + m.acceleration * (time_s * time_s / 2);
  out.turned[0] = turn(m.turning[0], m.turning_change[0]) * state.bones.turned[0];
  for (std::size_t i = 1; i < link_count; ++i) {
    const std::size_t from = index(parent(static_cast<Link>(i)));
    out.place[i] = out.place[from] + out.turned[from] * skeleton.offset[i];
    out.turned[i] = out.turned[from] * (inverse(state.bones.turned[from]) * state.bones.turned[i]) *
                    turn(m.turning[i], m.turning_change[i]);
  }
  return out;
}

State any_state(const Skeleton& skeleton) {
  State state;
  Intent intent;
  for (std::size_t i = 0; i < Intent::contacts_at; ++i)
    intent.value[i] = any(0.6);
  lay_bones(skeleton, intent, state.bones);
  state.movement.velocity = any_vector(1);
  state.movement.acceleration = any_vector(3);
  for (std::size_t i = 0; i < link_count; ++i) {
    const bool hinge = is_hinge(static_cast<Link>(i));
    state.movement.turning[i] = hinge ? Vec3{0, 0, any(2)} : any_vector(1);
    state.movement.turning_change[i] = hinge ? Vec3{0, 0, any(4)} : any_vector(2);
  }
  return state;
}

RC_GTEST_PROP(Loads, PowerIsTheChangeOfEnergy, ()) {
  const Skeleton skeleton = skeleton_of({.week = 30});
  const Segments segments = segments_of(skeleton);
  const State state = any_state(skeleton);
  const Efforts e = efforts_of(skeleton, segments, state.bones, state.movement);
  double power = dot(e.force[0], state.movement.velocity) + dot(e.moment[0], state.movement.turning[0]);
  for (std::size_t i = 1; i < link_count; ++i)
    power += dot(e.moment[i], state.bones.turned[i] * state.movement.turning[i]);
  constexpr double step_s = 1e-4;
  const auto energy_at = [&](double at_s) {
    const Bones here = moved(skeleton, state, at_s);
    const Movement m = movement_of(skeleton, moved(skeleton, state, at_s - step_s), here,
                                   moved(skeleton, state, at_s + step_s), step_s);
    return energy_of(skeleton, segments, here, m);
  };
  const double change = (energy_at(step_s) - energy_at(-step_s)) / (2 * step_s);
  RC_ASSERT(std::fabs(power - change) < 1e-3 * (1 + std::fabs(power)));
}

RC_GTEST_PROP(Loads, TheMassMatrixIsSymmetric, ()) {
  const Skeleton skeleton = skeleton_of({.week = 30});
  const Segments segments = segments_of(skeleton);
  const State state = any_state(skeleton);
  const auto a = static_cast<std::size_t>(*rc::gen::inRange(1, link_count)),
             b = static_cast<std::size_t>(*rc::gen::inRange(1, link_count));
  const auto moment = [&](std::size_t joint, std::size_t turned) {
    Movement still, turning;
    turning.turning_change[turned] = {0, 0, 1};
    const auto about = [&](const Movement& m) {
      return (inverse(state.bones.turned[joint]) * efforts_of(skeleton, segments, state.bones, m).moment[joint]).z;
    };
    return about(turning) - about(still);
  };
  RC_ASSERT(std::fabs(moment(a, b) - moment(b, a)) < 1e-9);
}

} // namespace
} // namespace supple::body
