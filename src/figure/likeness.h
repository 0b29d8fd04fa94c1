// SPDX-License-Identifier: Apache-2.0
// Her likeness: one closed surface, made once for a person at rest, and how every point of it follows her bones. Posed
// by dual quaternions (Kavan et al. 2008), which keep the volume where limbs turn and fold.
#pragma once

#include "figure/form.h"
#include "figure/patches.h"
#include "figure/surface.h"

#include <array>
#include <cstdint>
#include <vector>

namespace supple::figure {

/// What the surface follows: her 40 links, and these, which share out a turn along a limb or carry soft flesh.
enum class Follower : std::uint8_t {
  upper_arm_swung_left = body::link_count, ///< the upper arm without its turn about its own length
  upper_arm_swung_right,
  thigh_swung_left,
  thigh_swung_right,
  forearm_half_turned_left, ///< the forearm with half of the hand's turn
  forearm_half_turned_right,
  forearm_turned_left,
  forearm_turned_right,
  belly,
};
inline constexpr int follower_count = body::link_count + 9;

/// The four followers that move a point most, and how much; the weights add up to 1.
struct Influence {
  std::array<std::uint8_t, 4> follower{};
  std::array<float, 4> weight{};
};

/// How the weights of a point change a metre along her skin, and a metre across that way.
struct Change {
  Place way; ///< along the skin at rest
  std::array<float, 4> along{}, across{};
};

/// What the surface is there, as distances in metres from the border: positive within.
struct Wear {
  float leggings = 0, bare = 0, hair = 0;
};

struct Likeness {
  body::Skeleton skeleton;
  Form form;
  Surface surface; ///< at rest
  std::vector<Influence> influences;
  std::vector<Change> changes;
  std::vector<Wear> wear;
  Patches patches;           ///< where its light is worked out
  std::vector<float> breath; ///< how far a full breath lifts the surface, metres
};

/// How fine the surface is: 24 thousand triangles, or 15 thousand where she is small.
enum class Detail : std::uint8_t { fine, coarse };

/// What a picture of so many pixels shows of it.
[[nodiscard]] constexpr Detail detail_for(int width, int height) {
  constexpr int small = 600'000;
  return width * height < small ? Detail::coarse : Detail::fine;
}

[[nodiscard]] Likeness likeness_of(const body::Skeleton& skeleton, Detail detail = Detail::fine);

/// The surface in a pose. Its memory is used again: no allocation once it has grown. Flesh that lies on the mat is
/// pressed flat there.
struct Posed {
  std::vector<Place> places, normals;
  float pressed_m = 0; ///< how far, where it is most
};

/// A rotation and a shift, as a dual quaternion in single precision: the real part, then the dual one.
struct Motor {
  std::array<float, 8> of{1, 0, 0, 0, 0, 0, 0, 0};
};

using Motors = std::array<Motor, follower_count>;

/// How each follower has moved since rest.
[[nodiscard]] Motors motors_of(const Likeness& likeness, const body::Pose& pose);

void pose_surface(const Likeness& likeness, const body::Pose& pose, Posed& posed);

/// The influences, their changes and the wear, worked out from the form.
void attach(Likeness& likeness);

} // namespace supple::figure
