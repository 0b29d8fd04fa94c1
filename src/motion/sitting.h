// SPDX-License-Identifier: Apache-2.0
// What arms and legs do on the way where she sits on the mat: a foot goes over the shin that lies before it, and a hand
// goes with the thigh that it lies on, or over it.
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"

namespace supple::motion {

/// Sets `travel.limbs`, and in `travel.step` and `travel.early` what leads the limbs. Whether anything does: else
/// nothing is changed.
bool go_round(const body::Skeleton& skeleton, Travel& travel);

} // namespace supple::motion
