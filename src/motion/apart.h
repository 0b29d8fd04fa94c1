// SPDX-License-Identifier: Apache-2.0
// Arms and legs that would pass through one another on the way go one after the other, hands are lifted over
// thighs, and what would still go through something is led round it (leading.h).
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"

namespace supple::motion {

/// Sets `travel.limbs`, `step` and `early` so that arms and legs are as little within one another and the trunk
/// as may be. Where nothing is in the way they all go at once.
void keep_apart(const body::Skeleton& skeleton, Travel& travel);

} // namespace supple::motion
