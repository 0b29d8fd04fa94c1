// SPDX-License-Identifier: Apache-2.0
// Her measures: the tree of her bones with its lengths, how readily each joint gives way, and where she is planted on
// hands and knees.
#pragma once

#include "body/pose.h"
#include "body/tree.h"

#include <array>

namespace supple::body {

/// The pelvis of an upright body: headward up, front ahead, left to the left.
inline constexpr geometry::Rotation upright{0.5, -0.5, -0.5, -0.5};
inline constexpr double pelvis_rest_cos = 0.92387953251128674, pelvis_rest_sin = 0.38268343236508977; // 22.5 degrees

inline constexpr double folded_mat_m = 0.007; ///< that a mat folded double lifts the knees
/// The wall that she puts her hands on stands at the front end of the mat; for the table's stature, and it goes with
/// it.
inline constexpr double wall_ahead_m = 0.80;

/// The back of a chair that she holds: how high, and how far before her who stands or the knees that she kneels on.
inline constexpr double chair_back_m = 0.92, chair_ahead_m = 0.34, chair_ahead_of_knees_m = 0.42;

inline constexpr double seat_to_hips_m = 0.120; ///< how high the hip joints are where she sits

/// Made by skeleton_of. Lengths in metres, for her stature; places in the axes of geometry/vector.h, for her left side
/// (y is mirrored for the right).
struct Skeleton {
  Person person;
  double scale = 1; ///< her stature over that of the table, 1.735 m
  double thigh = 0, shank = 0, upper_arm = 0, forearm = 0, hand = 0;
  double hip_half = 0;                               ///< half the distance of the hip joints
  std::array<double, vertebra_count> height{};       ///< of each vertebra with its disc, from L5 up
  std::array<geometry::Vec3, link_count> offset;     ///< of the joint, in the axes of the bone that carries it
  std::array<geometry::Rotation, link_count> rest;   ///< of the bone on the one that carries it, at its want 0
  std::array<double, link_count> give{};             ///< how readily the joint turns when a contact asks for it
  std::array<geometry::Vec3, contact_count> touch;   ///< of the contact, in the axes of its bone
  geometry::Vec3 knee, ankle, toe, wrist, fingertip; ///< planted on hands and knees
  geometry::Vec3 elbow;                              ///< planted on the forearms
};

/// Where that back stands.
[[nodiscard]] inline double chair_before(const Skeleton& skeleton, bool kneels) {
  return kneels ? skeleton.knee.x + chair_ahead_of_knees_m * skeleton.scale : chair_ahead_m * skeleton.scale;
}

/// Half way between upright (headward up, front ahead) and prone (headward ahead, front down): the pelvis' want is the
/// rotation vector from here, in world axes.
inline constexpr geometry::Rotation pelvis_rest = geometry::Rotation{pelvis_rest_cos, 0, pelvis_rest_sin, 0} * upright;

/// How each bone is turned on the one that carries it; of the pelvis, in the world, with its place.
struct Joints {
  geometry::Vec3 place;
  std::array<geometry::Rotation, link_count> turned;
};

[[nodiscard]] Joints joints_of(const Skeleton& skeleton, const Intent& intent);

/// Forward kinematics.
void lay_bones(const Skeleton& skeleton, const Joints& joints, Bones& bones);

/// The bones where the wants of the intent put them, whatever they touch.
void lay_bones(const Skeleton& skeleton, const Intent& intent, Bones& bones);

/// The want of the joint that turns the bone as it lies here.
[[nodiscard]] geometry::Vec3 want_of(const Skeleton& skeleton, const Bones& bones, Link link);

/// A joint's centre or a contact of these bones.
[[nodiscard]] geometry::Vec3 place_of(const Skeleton& skeleton, const Bones& bones, Contact contact);

} // namespace supple::body
