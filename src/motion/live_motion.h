// SPDX-License-Identifier: Apache-2.0
// The motion of a session that is being led. An event bends time: she pauses, goes on, changes the pace, skips or
// stops. The difference in position, speed and acceleration that this makes is carried over and let go by a quintic
// that ends at zero, so that the body never jumps.
#pragma once

#include "guide/live.h"
#include "motion/motion.h"

namespace supple::motion {

struct LiveMotion {
  Motion motion;
  guide::Live last;     ///< the live session after the last event
  Flow seam;            ///< the difference at the last seam
  double seam_at_s = 0; ///< the caller's clock
  double mend_s = 0;    ///< how long the mending takes; 0: nothing to mend
};

[[nodiscard]] LiveMotion follow(const guide::Live& live);

/// To be called right after every `guide::handle`, with the Live after it.
void mend(LiveMotion& moving, const guide::Live& after);

/// The intent at `clock_s`, at or after the last event. `live` is the session as last handled or advanced.
[[nodiscard]] Flow flow_at(const LiveMotion& moving, const guide::Live& live, double clock_s);

} // namespace supple::motion
