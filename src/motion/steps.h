// SPDX-License-Identifier: Apache-2.0
// Hands and feet that leave the mat are lifted on the way, so far that they do not drag through it.
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"

namespace supple::motion {

/// A limb that rests in one place and then in another slides there if it is near, as a knee that makes room; else it
/// lets go on the way: that is added to `travel.step`.
void step_or_slide(Travel& travel);

/// Adds to `travel.step` what bends arms and legs on the way.
void lift_limbs(const body::Skeleton& skeleton, Travel& travel);

} // namespace supple::motion
