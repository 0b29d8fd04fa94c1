// SPDX-License-Identifier: Apache-2.0
// Our forward kinematics and inverse dynamics against MuJoCo's, and our kinematics against Simbody's, on the same
// model.
#include "mujoco_body.h"
#include "simbody_model.h"

#include <gtest/gtest.h>

#include <random>

namespace supple::bench {
namespace {

using geometry::Vec3;

struct Case {
  body::Bones bones;
  body::Movement movement;
};

class Any {
public:
  explicit Any(const body::Skeleton& skeleton) : skeleton_(skeleton) {}

  Case next() {
    Case c;
    body::Intent intent;
    for (std::size_t i = 0; i < body::Intent::contacts_at; ++i)
      intent.value[i] = number(0.7);
    lay_bones(skeleton_, intent, c.bones);
    c.movement.velocity = vector(1);
    c.movement.acceleration = vector(4);
    for (std::size_t i = 0; i < body::link_count; ++i) {
      const bool hinge = is_hinge(static_cast<body::Link>(i));
      c.movement.turning[i] = hinge ? Vec3{0, 0, number(2)} : vector(2);
      c.movement.turning_change[i] = hinge ? Vec3{0, 0, number(5)} : vector(5);
    }
    return c;
  }

private:
  double number(double most) { return std::uniform_real_distribution<double>(-most, most)(random_); }

  Vec3 vector(double most) { return {number(most), number(most), number(most)}; }

  const body::Skeleton& skeleton_;
  std::mt19937 random_{7};
};

TEST(Agreement, OfForwardKinematics) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  const MujocoBody mujoco(skeleton, body::segments_of(skeleton));
  Any any(skeleton);
  for (int n = 0; n < 200; ++n) {
    const Case c = any.next();
    mujoco.set(skeleton, c.bones, c.movement);
    mj_kinematics(mujoco.model(), mujoco.data());
    for (std::size_t i = 0; i < body::link_count; ++i) {
      const mjtNum* p = mujoco.data()->xpos + 3 * mujoco.body_of(i);
      EXPECT_LT(length(c.bones.place[i] - Vec3{p[0], p[1], p[2]}), 1e-12);
    }
  }
}

TEST(Agreement, OfForwardKinematicsWithSimbody) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  const auto simbody = simbody_of(skeleton, body::segments_of(skeleton));
  Any any(skeleton);
  for (int n = 0; n < 200; ++n) {
    const Case c = any.next();
    simbody->kinematics(coordinates_of(*simbody, skeleton, c.bones));
    for (std::size_t i = 0; i < body::link_count; ++i) {
      const auto [x, y, z] = simbody->place_of(static_cast<int>(i));
      EXPECT_LT(length(c.bones.place[i] - Vec3{x, y, z}), 1e-12);
    }
  }
}

TEST(Agreement, OfInverseDynamicsToABillionth) {
  const body::Skeleton skeleton = body::skeleton_of({.week = 30});
  const body::Segments segments = body::segments_of(skeleton);
  const MujocoBody mujoco(skeleton, segments);
  Any any(skeleton);
  double worst = 0;
  for (int n = 0; n < 200; ++n) {
    const Case c = any.next();
    const body::Efforts ours = efforts_of(skeleton, segments, c.bones, c.movement);
    mujoco.set(skeleton, c.bones, c.movement);
    mj_inverse(mujoco.model(), mujoco.data());
    double largest = 0, apart = 0;
    for (std::size_t i = 0; i < body::link_count; ++i) {
      const mjtNum* theirs = mujoco.data()->qfrc_inverse + mujoco.velocity_at(i);
      const Vec3 moment = inverse(c.bones.turned[i]) * ours.moment[i];
      const auto compare = [&](Vec3 a, const mjtNum* b) {
        largest = std::max(largest, length(a));
        apart = std::max(apart, length(a - Vec3{b[0], b[1], b[2]}));
      };
      if (i == 0) {
        compare(ours.force[0], theirs);
        compare(moment, theirs + 3);
      } else if (is_hinge(static_cast<body::Link>(i))) {
        apart = std::max(apart, std::fabs(moment.z - theirs[0]));
      } else {
        compare(moment, theirs);
      }
    }
    worst = std::max(worst, apart / largest);
  }
  std::printf("largest relative difference %.2e\n", worst);
  EXPECT_LT(worst, 1e-9);
}

} // namespace
} // namespace supple::bench
