// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "body/stance.h"

namespace supple::body {

/// Changes how arms and legs are held by what is done with them.
void move_limbs(const Skeleton& skeleton, vocabulary::Posture posture, const Channels& asked, Stance& stance);

} // namespace supple::body
