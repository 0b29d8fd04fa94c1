// SPDX-License-Identifier: Apache-2.0
// Fingers and toes, posed after the solve: they follow from what hand and foot rest on, and hold nothing themselves.
#pragma once

#include "body/skeleton.h"

#include <array>
#include <string_view>

namespace supple::body {

/// Two bones for each finger and the thumb, from the knuckle out; of the foot the big toe, and the others as one.
enum class Digit {
  thumb,
  thumb_tip,
  index_finger,
  index_finger_tip,
  middle_finger,
  middle_finger_tip,
  ring_finger,
  ring_finger_tip,
  little_finger,
  little_finger_tip,
  big_toe,
  toes,
};
inline constexpr int digit_count = 12;

[[nodiscard]] std::string_view name(Digit digit);

/// Whether it hangs on the bone before it; else on hand or foot.
[[nodiscard]] constexpr bool is_tip(Digit digit) {
  return digit < Digit::big_toe && static_cast<int>(digit) % 2 == 1;
}

/// Of her left: the joint in the axes of the bone that carries it, and the way to the bone's end; metres.
struct DigitBone {
  geometry::Vec3 joint, end;
};

[[nodiscard]] DigitBone bone_of(const Skeleton& skeleton, Digit digit);

/// How each digit is turned on the bone that carries it, hers of one side.
using Digits = std::array<geometry::Rotation, digit_count>;

/// Curled to a fist where she rests on fists; flat and a little spread where palms rest; loosely bent in the air. Toes
/// lie along the mat where they rest, tucked under in a plank.
[[nodiscard]] Digits digits_of(const Skeleton& skeleton, const Intent& intent, const Bones& bones, int side);

} // namespace supple::body
