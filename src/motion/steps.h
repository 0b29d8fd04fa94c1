// SPDX-License-Identifier: Apache-2.0
// Hands and feet that leave the mat are lifted on the way, so far that they do not drag through it.
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"

namespace supple::motion {

/// How far what rests on the mat slides over it where it comes to rest elsewhere; from there on it steps.
inline constexpr double feet_slide_m = 0.03;
inline constexpr double knees_slide_m = 0.15; ///< as they make room
inline constexpr double feet_part_m =
    0.25; ///< both feet, where she stands on them and they come apart or together, or one goes further ahead
inline constexpr double glides_m = 0.7; ///< feet and shins, where she sits, leans on her hands or rests on a knee

/// A limb that rests in one place and then in another slides there if it is as near as that; else it lets go on the
/// way: that is added to `travel.step`. Hands on a wall slide along it.
void step_or_slide(Travel& travel, double farthest_slide_m);

/// Adds to `travel.step` what bends arms and legs on the way.
void lift_limbs(const body::Skeleton& skeleton, Travel& travel);

/// Whether nothing holds the limb, named as in Travel::limbs, all the way.
[[nodiscard]] bool is_free(std::size_t limb, const Travel& travel);

} // namespace supple::motion
