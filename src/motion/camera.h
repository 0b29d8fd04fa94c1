// SPDX-License-Identifier: Apache-2.0
// From where the body is looked at during a session: from the side for work in the centre, from above while one side is
// worked on hands and knees, so that her left is the picture's left.
#pragma once

#include "guide/session.h"

namespace supple::motion {

/// How long the camera glides from one view to the other, at most; a shorter breath out shortens it.
inline constexpr double glide_s = 1.4;

/// The elevation at a place in the session: 0 from the side, 1 from above. It changes during the first
/// breath out of the work that is seen differently, from rest to rest, with the least jerk.
[[nodiscard]] double camera_elevation(const guide::Session& session, double position_s);

} // namespace supple::motion
