// SPDX-License-Identifier: Apache-2.0
// How she is held, in words of the body rather than of its joints: the pelvis, the regions of the spine, where hands,
// knees and feet are and which of them rest on something. `intent_of` turns it into the wants and needs of every joint.
#pragma once

#include "body/skeleton.h"

namespace supple::body {

/// Degrees beyond neutral over all joints of a region: + flexion, + toward her left.
struct Bend {
  double flex = 0, bend = 0, turn = 0;
};

struct ArmHeld {
  /// In what the wrist's place and the ways below are given: the world; the world's axes from the shoulder; the chest's
  /// axes (headward, frontward, and outward) from the shoulder; those of the thigh (toward the knee, upward off it,
  /// and outward) from the hip; or a bone's own (headward, frontward, and outward) from its joint. From the shoulder
  /// the arm's length is 1, from the hip the thigh's, from a bone a metre.
  enum class In { world, reach, chest, thigh, bone } in = In::world;
  Link bone = Link::pelvis; ///< of a pair the left one; on L3 lies the belly, which turns less than that bone
  geometry::Vec3 wrist;
  geometry::Vec3 elbow_way{-1, 0.3, 0};            ///< in the same axes, y outward in the world
  geometry::Vec3 fingers{1, 0, 0}, palm{0, 0, -1}; ///< where they point, in the same axes; zero: along the forearm
  geometry::Vec3 elbow;                            ///< where it rests
  bool wrist_rests = false, fingertip_rests = false, elbow_rests = false;
};

/// Of the wrist of a hand that lies on the thigh, above the thigh's axis, at this part of its length; it is thinner
/// toward the knee (figure/proportions.h). In parts of the thigh's length too.
[[nodiscard]] constexpr double height_on_thigh(double along) {
  return 0.347 - 0.16 * along;
}

struct LegHeld {
  enum class How { kneeling, foot, free } how = How::foot;
  geometry::Vec3 knee;                 ///< kneeling
  geometry::Vec3 ankle;                ///< kneeling, foot
  geometry::Vec3 knee_way{1, 0.15, 0}; ///< foot: where the knee points
  geometry::Vec3 toe;                  ///< kneeling, foot: the place of the toes
  geometry::Vec3 instep{0, 0, 1};      ///< the way that the back of the foot looks
  double flexion = 0, abduction = 0, rotation = 0, knee_flexion = 0, pointed = 0; ///< free: degrees
  bool knee_rests = false, ankle_rests = false, toe_rests = false;
};

/// Places and ways of the limbs are given for the left; y is mirrored for the right.
struct Stance {
  geometry::Vec3 hips;    ///< metres, in the middle between the hip joints
  double pelvis = 90;     ///< degrees of the pelvis' axis against the mat: 0 prone, 90 upright, 180 on her back
  double pelvis_turn = 0; ///< degrees about its length, to her left
  double pelvis_bend = 0; ///< degrees, to her left
  double heading = 0;     ///< degrees about the vertical, to her left
  Bend lumbar, thoracic, neck;
  double head = 0;                                      ///< degrees of flexion of the head on the neck
  double shoulder_forward_m = 0.027, shoulder_up_m = 0; ///< of both girdles on the trunk
  std::array<ArmHeld, 2> arm;
  std::array<LegHeld, 2> leg;
  std::array<bool, contact_count> rests{}; ///< the trunk's contacts that are held where they come to be
  double floor = 0;                        ///< the height of what those rest on
  double breath = 0;
};

/// The wants and needs of all joints.
[[nodiscard]] Intent intent_of(const Skeleton& skeleton, const Stance& stance);

/// The intent, which puts her bones there, with arm and leg of one side held as in the stance.
[[nodiscard]] Intent with_limbs(const Skeleton& skeleton, const Intent& intent, const Bones& bones,
                                const Stance& stance, int side);

/// The stance of a posture with something done on it; `lead` as in pose.h.
[[nodiscard]] Stance stance_of(const Skeleton& skeleton, vocabulary::Posture posture, const Channels& channels);

/// What her right side does as her left, and the other way round.
[[nodiscard]] Intent mirrored(const Intent& intent);
/// Whether it is its own mirror image, to the last bit.
[[nodiscard]] bool is_even(const Intent& intent);
[[nodiscard]] Channels mirrored(const Channels& channels);
[[nodiscard]] Bones mirrored(const Bones& bones);

} // namespace supple::body
