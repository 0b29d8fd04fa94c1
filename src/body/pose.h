// SPDX-License-Identifier: Apache-2.0
// The room `body`: a person as a skeleton with every vertebra, and what she is asked for (an Intent) as a pose whose
// hands and knees stay exactly where they are on the mat. Lengths metres, angles radians; axes as in geometry/vector.h:
// x the way she faces, y her left, z up, the origin on the mat midway between the planted points of all fours.
#pragma once

#include "geometry/vector.h"
#include "vocabulary/vocabulary.h"

#include <array>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace supple::body {

enum class Wrists { palms, fists, forearms };

/// Who moves. Values out of range are refused in words by `checked`.
struct Person {
  double week = 24;         ///< of pregnancy, 4 to 42
  double stature_m = 1.735; ///< 1.4 to 2.0; the proportions are those of de Leva 1996, table 4
  Wrists wrists = Wrists::palms;
  bool knees_padded = false;
};

/// The person, or what is wrong with her numbers and what would be right.
[[nodiscard]] std::expected<Person, std::string> checked(const Person& person);

/// What the body is asked for, as a point in the space of movements: every pose is a smooth function of these numbers.
enum class Channel {
  travel,     ///< the pelvis: 0 hips over knees, 0.5 half way, 1 on the heels; below 0 it is forward of the knees
  round,      ///< the whole spine: 1 fully rounded, 0 neutral, -1 hollowed
  tilt,       ///< the pelvis alone: 1 tucked under, -1 tipped
  head,       ///< 1 hangs, 0 in line, -1 lifted
  look,       ///< the head turns and looks: 1 to her left (under the left armpit), -1 to her right
  side_up,    ///< that side's ribs press up: 1 left, -1 right
  upright,    ///< 0 hands on the mat, 1 sitting tall on the heels with the hands on the thighs
  chest,      ///< 1 breastbone forward, shoulder blades together
  lengthen,   ///< 1 crown and tail away from each other, arms reach long
  low,        ///< chest sinks toward the mat, child's pose and puppy: 1 forehead near the mat
  knees_wide, ///< 0 hip width, 1 wide
  breath,     ///< 0 empty, 1 full: ribs and belly
};
inline constexpr int channel_count = 12;

struct Intent {
  std::array<double, channel_count> value{};

  double& operator[](Channel c) { return value[static_cast<std::size_t>(c)]; }

  double operator[](Channel c) const { return value[static_cast<std::size_t>(c)]; }
};

/// What a posture with moves on it asks for. `refused` names, in words, the moves (or the posture) that this body
/// cannot do yet; the intent is then that of the rest. From week 20 on nothing goes below neutral into a hollow back.
struct Wanted {
  Intent intent;
  std::vector<std::string> refused;
};

[[nodiscard]] Wanted intent_of(const Person& person, vocabulary::Posture posture,
                               std::span<const vocabulary::MoveAmount> moves, vocabulary::Side side,
                               vocabulary::Sense sense);

/// The bones that have a frame, from the pelvis up. A vertebra's origin is the centre of its body; `headward` its axis.
/// The head's origin is the top of the spine (occiput); the pelvis' is the middle between the hips.
enum class Bone {
  pelvis,
  sacrum,
  L5,
  L4,
  L3,
  L2,
  L1,
  T12,
  T11,
  T10,
  T9,
  T8,
  T7,
  T6,
  T5,
  T4,
  T3,
  T2,
  T1,
  C7,
  C6,
  C5,
  C4,
  C3,
  C2,
  C1,
  head,
};
inline constexpr int bone_count = 27;
inline constexpr int first_vertebra = 2; ///< L5
inline constexpr int vertebra_count = 24;

/// The named points of `supple posture`.
enum class Point {
  hip_left,
  hip_right,
  knee_left,
  knee_right,
  ankle_left,
  ankle_right,
  toe_left,
  toe_right,
  shoulder_left,
  shoulder_right,
  elbow_left,
  elbow_right,
  wrist_left,
  wrist_right,
  fingertip_left,
  fingertip_right,
  ear_left,
  ear_right,
  sacrum,
  L5,
  L4,
  L3,
  L2,
  L1,
  T12,
  T11,
  T10,
  T9,
  T8,
  T7,
  T6,
  T5,
  T4,
  T3,
  T2,
  T1,
  C7,
  C6,
  C5,
  C4,
  C3,
  C2,
  C1,
  crown,
};
inline constexpr int point_count = 44;
[[nodiscard]] std::string_view name(Point point);

/// Where every bone and point is.
struct Pose {
  std::array<geometry::Frame, bone_count> bones;
  std::array<geometry::Vec3, point_count> points;
  std::array<double, vertebra_count>
      bending{};         ///< how far each joint below a vertebra is bent from neutral, 0 to 1: its light
  double residual_m = 0; ///< how far the worst planted point is from its place
  double breath = 0;     ///< 0 empty, 1 full

  [[nodiscard]] const geometry::Frame& operator[](Bone b) const { return bones[static_cast<std::size_t>(b)]; }

  [[nodiscard]] geometry::Vec3 operator[](Point p) const { return points[static_cast<std::size_t>(p)]; }
};

/// Her measures; made once, used for every pose.
struct Skeleton;
[[nodiscard]] Skeleton skeleton_of(const Person& person);
[[nodiscard]] Pose pose(const Skeleton& skeleton, const Intent& intent);

/// The points that rest on the mat in this intent and must not move while they do.
[[nodiscard]] std::vector<Point> planted(const Intent& intent);

} // namespace supple::body
