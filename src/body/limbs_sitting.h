// SPDX-License-Identifier: Apache-2.0
// What arms and legs do where she sits cross-legged on the mat, one shin before the other.
#pragma once

#include "body/stance.h"

namespace supple::body::cross_legged {

/// One of both legs as they straighten.
void straighten(const Skeleton& skeleton, LegHeld& leg);
/// Straight, past the other foot.
void reach(const Skeleton& skeleton, LegHeld& leg);
/// Its foot on the mat before her, the knee up.
void stand_the_foot(const Skeleton& skeleton, LegHeld& leg);
/// The hand on the mat beside the hip.
void lower(const Skeleton& skeleton, ArmHeld& arm);
/// The hand over the top of a knee whose foot stands.
void hold_the_knee(ArmHeld& arm);

} // namespace supple::body::cross_legged
