// SPDX-License-Identifier: Apache-2.0
// What the body carries: the moments at its joints and the forces of its contacts, from the equations of motion. They
// are mechanics of a model and no medical statement.
#pragma once

#include "body/flesh.h"
#include "body/segments.h"

namespace supple::body {

/// How the joints move. Of the pelvis in world axes: its velocity, acceleration, spin and the change of its spin; of
/// every other link its turning on the one that carries it, and the change of that, in its own axes.
struct Movement {
  geometry::Vec3 velocity, acceleration;
  std::array<geometry::Vec3, link_count> turning{}, turning_change{};
};

/// World axes. What the joint must do for the movement: on the link from the one that carries it, or from outside for
/// the pelvis (of whom it is all that the mat must give).
struct Efforts {
  std::array<geometry::Vec3, link_count> force, moment; ///< N, and Nm about the joint
};

/// Inverse dynamics without contacts (Newton and Euler, outward and inward: Featherstone 2008, chapter 5).
[[nodiscard]] Efforts efforts_of(const Skeleton& skeleton, const Segments& segments, const Bones& bones,
                                 const Movement& movement);

/// By the list of flesh.h, of each first her left and then her right.
inline constexpr std::size_t press_count = 2 * flesh.size();
using Presses = std::array<geometry::Vec3, press_count>;

struct Loads {
  Efforts efforts;                                   ///< with what contacts and flesh carry taken off
  std::array<geometry::Vec3, contact_count> support; ///< N, from the mat on her
  Presses presses{};                                 ///< N, on the first of two that lie on one another
  double unbalanced_N = 0;                           ///< what no push can carry: newtons and newton metres together
};

/// Where a contact bears: the palm ahead of the wrist, the heel behind the ankle, every other where it is.
[[nodiscard]] geometry::Vec3 bears_at(const Skeleton& skeleton, const Bones& bones, Contact contact);

/// What is held or lies on the mat pushes her, flesh that lies on flesh pushes it apart, none pulls; and of all ways to
/// carry her it is the one that costs her least, in moments at her joints and in pressure on her skin.
[[nodiscard]] Loads loads_of(const Skeleton& skeleton, const Segments& segments, const Intent& intent,
                             const Bones& bones, const Movement& movement);

/// The movement at the middle of three poses that lie `step_s` apart.
[[nodiscard]] Movement movement_of(const Skeleton& skeleton, const Bones& before, const Bones& now, const Bones& after,
                                   double step_s);

/// Mechanical energy, joules: for the tests of the above.
[[nodiscard]] double energy_of(const Skeleton& skeleton, const Segments& segments, const Bones& bones,
                               const Movement& movement);

inline constexpr double gravity = 9.80665; ///< m/s2

} // namespace supple::body
