// SPDX-License-Identifier: Apache-2.0
// A motion in the formats that other programs read: BVH (Meredith and Maddock 2001) and glTF 2.0 (Khronos).
#pragma once

#include "body/digits.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace supple::motion {

struct Frame {
  body::Bones bones;
  std::array<body::Digits, 2> digits; ///< left, right
};

/// The pose of an intent, with fingers and toes.
[[nodiscard]] Frame frame_of(const body::Skeleton& skeleton, const body::Intent& intent);

/// Poses at a steady rate.
struct Recording {
  double frame_s = 1.0 / 30;
  std::vector<Frame> frames;
};

/// What moves a surface beside her bones: how it has turned and shifted since rest, in every frame.
struct Follower {
  std::string name;
  std::vector<geometry::Rotation> turned;
  std::vector<geometry::Vec3> shifted; ///< metres, after it has turned about the origin
};

/// Her surface at rest, in the axes of the room, and what each of its points follows.
struct Skin {
  std::vector<float> places, normals;   ///< three a point, metres
  std::vector<std::uint16_t> corners;   ///< three a triangle
  std::vector<std::uint16_t> followers; ///< four a point: a link, or beyond the links one of `others`
  std::vector<float> weights;           ///< four a point, which add up to 1
  body::Bones rest;
  std::vector<Follower> others;
};

[[nodiscard]] std::string_view name(body::Link link);

/// BVH: y up, she faces z (the format's usual axes), centimetres; each joint's angles are of the order Z, X, Y.
[[nodiscard]] std::string bvh(const body::Skeleton& skeleton, const Recording& recording);

/// glTF 2.0 in one text, its buffer within: her joints, her surface on them or (without one) sticks, and one animation.
/// y up, she faces z, metres.
[[nodiscard]] std::string gltf(const body::Skeleton& skeleton, const Recording& recording, const Skin* skin = nullptr);

} // namespace supple::motion
