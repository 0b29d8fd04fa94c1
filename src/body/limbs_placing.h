// SPDX-License-Identifier: Apache-2.0
// Hands that rest somewhere on her.
#pragma once

#include "body/stance.h"

namespace supple::body {

/// The hand lies on her skin where the channel says: belly, hips, ribs, chest. `lies`: the mat is behind her elbow.
void place_hand(const Skeleton& skeleton, Channel where, bool lies, ArmHeld& arm);
/// On the front of a thigh that hangs from her hips.
void place_on_hanging_thigh(const Skeleton& skeleton, ArmHeld& arm);

} // namespace supple::body
