// SPDX-License-Identifier: Apache-2.0
// Families of postures in which a move is done alike.
#pragma once

#include "vocabulary/vocabulary.h"

namespace supple::body {

[[nodiscard]] constexpr unsigned bit(vocabulary::Posture posture) {
  return 1U << static_cast<unsigned>(posture);
}

[[nodiscard]] constexpr bool in(unsigned family, vocabulary::Posture posture) {
  return (family & bit(posture)) != 0;
}

namespace family {

using vocabulary::Posture;

inline constexpr unsigned all = (1U << vocabulary::posture_count) - 1;
inline constexpr unsigned on_all_fours = bit(Posture::all_fours) | bit(Posture::forearms_and_knees);
inline constexpr unsigned travelling = on_all_fours | bit(Posture::between) | bit(Posture::childs_pose);
inline constexpr unsigned on_knees_and_hands = travelling | bit(Posture::puppy);
inline constexpr unsigned on_knees = bit(Posture::heel_sit) | bit(Posture::kneeling);
inline constexpr unsigned one_foot_ahead = bit(Posture::half_kneeling) | bit(Posture::lunge);
inline constexpr unsigned on_a_seat = bit(Posture::chair) | bit(Posture::ball);
inline constexpr unsigned sitting = bit(Posture::seated) | on_a_seat;
/// The thighs are where the trunk bends to.
inline constexpr unsigned thighs_before_her =
    on_knees_and_hands | bit(Posture::heel_sit) | one_foot_ahead | on_a_seat | bit(Posture::squat);
inline constexpr unsigned on_her_feet = bit(Posture::standing) | bit(Posture::squat);
inline constexpr unsigned hands_on_thighs = sitting | one_foot_ahead | bit(Posture::heel_sit);
inline constexpr unsigned trunk_upright = on_knees | one_foot_ahead | sitting | on_her_feet;
inline constexpr unsigned on_her_back = bit(Posture::supine) | bit(Posture::bridge);
inline constexpr unsigned long_on_hands = bit(Posture::plank) | bit(Posture::down_dog);
inline constexpr unsigned on_her_hands = on_knees_and_hands | long_on_hands | bit(Posture::prone);
inline constexpr unsigned folded =
    long_on_hands | bit(Posture::puppy) | bit(Posture::forward_fold) | bit(Posture::squat);
/// The arms are free: what they do on a move is laid as a whole, and how far is a part of the way there.
inline constexpr unsigned free_armed =
    trunk_upright | on_her_back | bit(Posture::side_lying) | bit(Posture::forward_fold);
/// So are the legs.
inline constexpr unsigned free_legged = sitting | bit(Posture::supine) | bit(Posture::side_lying);
/// A wall before her is within reach.
inline constexpr unsigned at_the_wall = bit(Posture::standing) | bit(Posture::forward_fold);

} // namespace family

} // namespace supple::body
