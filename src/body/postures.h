// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "body/stance.h"

namespace supple::body {

/// What the bridge adds to lying on the back, degrees: the ribs follow the hips, so that the shoulders bear her.
inline constexpr double bridged_pelvis = 30, bridged_low_back = -12, bridged_thorax = 48, bridged_neck = 28;

/// A posture; of what is done on it only the trunk's travel, rounding and the like on hands and knees, which change the
/// posture as a whole. A posture that has a side leads with her left.
[[nodiscard]] Stance posture_stance(const Skeleton& skeleton, vocabulary::Posture posture, const Channels& asked);

} // namespace supple::body
