// SPDX-License-Identifier: Apache-2.0
// The room `body`: a person as a skeleton with every vertebra, and what she is asked for (an Intent) as a pose whose
// hands and knees stay exactly where they are on the mat. Lengths metres, angles radians; axes as in geometry/vector.h:
// x the way she faces, y her left, z up, the origin on the mat midway between the planted points of all fours.
#pragma once

#include "body/tree.h"
#include "vocabulary/vocabulary.h"

#include <array>
#include <expected>
#include <optional>
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
  bool knees_padded = false;    ///< the mat folded double under the knees
  double mass_before_kg = 0;    ///< before the pregnancy, 35 to 160; 0: that of the table's build at her stature
  double weeks_after_birth = 0; ///< up to 104; above 0 she has given birth, and `week` says nothing any more
  bool knees_close = false;     ///< no wider than the hips
  bool hands_on_chair = false;  ///< on hands and knees the forearms' height is that of a seat
  bool head_up = false;         ///< the head does not hang
  bool knees_wide = false;      ///< on two knees, whatever the week; `knees_close` goes before it
  friend constexpr bool operator==(const Person&, const Person&) = default;
};

/// The week that shows: 0 where nothing does any more.
[[nodiscard]] constexpr double belly_week(const Person& person) {
  return person.weeks_after_birth > 0 ? 0 : person.week;
}

/// The person, or what is wrong with her numbers and what would be right.
[[nodiscard]] std::expected<Person, std::string> checked(const Person& person);

/// What is done on top of a posture, as numbers; 0 is nothing of it. Which of them a posture knows is said by
/// `intent_of`.
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
  low,        ///< chest sinks toward the mat
  knees_wide, ///< 0 hip width, 1 wide, -1 together
  breath,     ///< 0 empty, 1 full: ribs and belly
  turn,       ///< the chest turns to her left
  sway,       ///< the hips move to her left
  hip_roll,   ///< the pelvis rolls about its length: 1 her left hip bone drops
  /// The hips lift off what they rest on; below 0 they come down. On one knee and sitting cross-legged, which know no
  /// such move, these are stances on the way from there (postures_on_knees.cpp, postures_sitting.cpp).
  lift,
  shift,     ///< the weight moves toward the head or the front, where the hips do not travel to the heels
  legs_bend, ///< both knees bend; below 0 the legs straighten
  arms_reach,
  arms_bend,
  arms_lower,
  hands_walk, ///< to her left
  hands_rest, ///< on the thighs
  feet_walk,  ///< forward
  shoulders_up,
  shoulders_forward,
  sit_bones,   ///< 1 apart: the pelvis hinges forward over the thighs
  head_rest,   ///< the forehead comes to the mat
  toes_tucked, ///< on hands and knees: they stand under the heels, on the way up from there
  hands_wall,  ///< standing or folding forward: 1 on the wall before her, below it on the way there
  hands_chair, ///< the same on the back of a chair before her; sitting on it on the sides of its seat
  hands_belly, ///< from here on each is laid as a whole
  hands_hips,
  hands_ribs,
  hands_chest,
  arm_reach_left, ///< and from here on a pair each, left then right
  arm_reach_right,
  arm_thread_left,
  arm_thread_right,
  leg_reach_left,
  leg_reach_right,
  leg_lift_left,
  leg_lift_right,
  knee_bend_left,
  knee_bend_right,
  leg_cross_left,
  leg_cross_right,
};
inline constexpr int channel_count = 47;

struct Channels {
  std::array<double, channel_count> value{};

  double& operator[](Channel c) { return value[static_cast<std::size_t>(c)]; }

  double operator[](Channel c) const { return value[static_cast<std::size_t>(c)]; }
};

/// What the body is asked for, as a point in the space of movements: every pose is a smooth function of these numbers.
/// First what is wanted, place and rotation vector of the pelvis and the rotation vector of every other joint (of a
/// hinge only its flexion, the third, is used); then what is needed, for every contact how firmly it is held (1:
/// exactly, 0: not at all) and where; last the breath. A want is followed as far as the needs let it.
struct Intent {
  static constexpr std::size_t joints_at = 6, contacts_at = joints_at + std::size_t{3} * (link_count - 1),
                               breath_at = contacts_at + std::size_t{4} * contact_count;
  static constexpr std::size_t count = breath_at + 1;

  /// Of a bone's joint; the pelvis has none.
  static constexpr std::size_t want_at(Link link) { return joints_at + 3 * (static_cast<std::size_t>(link) - 1); }

  std::array<double, count> value{};
};

/// The posture that she takes where this one is asked for: from week 16 on she lies on her side instead of on her
/// belly.
[[nodiscard]] vocabulary::Posture taken(const Person& person, vocabulary::Posture posture);

/// What a posture with moves on it asks for, as far as it is taken. `refused` names, in words, the moves (or the
/// posture) that make no sense there; the intent is then that of the rest. From week 20 on nothing goes below neutral
/// into a hollow back.
struct Wanted {
  Intent intent;
  std::vector<std::string> refused;
  bool bone_by_bone = false;  ///< the spine moves one vertebra after the other
  bool from_the_head = false; ///< and the head first; else the tail
  /// A way round instead of a way there: what is added to the intent ahead and aside (pelvis.circle, shoulders.roll).
  std::optional<std::array<Intent, 2>> circle;
};

[[nodiscard]] Wanted intent_of(const Person& person, vocabulary::Posture posture,
                               std::span<const vocabulary::MoveAmount> moves, vocabulary::Side side,
                               vocabulary::Sense sense);

/// The same with what is done on the posture given as numbers. `lead`: the side of a posture that has one (the foot in
/// front, the side that she lies on).
[[nodiscard]] Intent intent_of(const Person& person, vocabulary::Posture posture, const Channels& channels,
                               vocabulary::Side lead = vocabulary::Side::left);

/// The wall or the chair before her that her hands are on in this posture with these moves on it; else unsaid.
[[nodiscard]] vocabulary::Spot hands_on(vocabulary::Posture posture, std::span<const vocabulary::MoveAmount> moves);

/// Whether they are on the wall.
[[nodiscard]] inline bool is_at_wall(vocabulary::Posture posture, std::span<const vocabulary::MoveAmount> moves) {
  return hands_on(posture, moves) == vocabulary::Spot::wall;
}

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
  back_sacrum, ///< on the skin, from here on
  back_L3,
  back_T5,
  seat,
  head_back,
  forehead,
  pubis,
  breastbone,
  outer_hip_left,
  outer_hip_right,
  outer_shoulder_left,
  outer_shoulder_right,
};
inline constexpr int point_count = 56;
[[nodiscard]] std::string_view name(Point point);

/// Where every bone and point is.
struct Pose {
  std::array<geometry::Frame, bone_count> bones;
  Bones links; ///< the whole tree
  std::array<geometry::Vec3, point_count> points;
  std::array<double, vertebra_count>
      bending{};         ///< how far each joint below a vertebra is bent from neutral, 0 to 1: its light
  double residual_m = 0; ///< how far the worst planted point is from its place
  int steps = 0;         ///< of the contact solve
  double short_of_m = 0; ///< how far the contacts keep the farthest joint from where it is wanted
  double breath = 0;     ///< 0 empty, 1 full

  [[nodiscard]] const geometry::Frame& operator[](Bone b) const { return bones[static_cast<std::size_t>(b)]; }

  [[nodiscard]] geometry::Vec3 operator[](Point p) const { return points[static_cast<std::size_t>(p)]; }
};

/// Her measures; made once, used for every pose.
struct Skeleton;
[[nodiscard]] Skeleton skeleton_of(const Person& person);
[[nodiscard]] Pose pose(const Skeleton& skeleton, const Intent& intent);

/// The points that rest on something in this intent and must not move while they do.
[[nodiscard]] std::vector<Point> planted(const Intent& intent);

} // namespace supple::body
