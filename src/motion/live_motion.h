// SPDX-License-Identifier: Apache-2.0
// The motion of a session that is being led. An event bends time: she pauses, goes on, changes the pace, skips or
// stops. Where the plan has her elsewhere after it, she goes on from where she is, by the postures between, until she
// has caught up. The difference in position, speed and acceleration that is left is carried over and let go by a
// quintic that ends at zero, so that the body never jumps.
#pragma once

#include "guide/live.h"
#include "motion/motion.h"

#include <optional>

namespace supple::motion {

struct LiveMotion {
  Motion plan;
  std::optional<Motion> detour; ///< from where she was at the last event into the plan
  guide::Live last;             ///< the live session after it
  Flow seam;                    ///< the difference that it made
  double seam_at_s = 0;         ///< the caller's clock
  double mend_s = 0;            ///< how long the mending takes; 0: nothing to mend
};

[[nodiscard]] LiveMotion follow(const guide::Live& live);

/// The motion that she is led through.
[[nodiscard]] const Motion& shown(const LiveMotion& moving);

/// To be called right after every `guide::handle`, with the Live after it.
void mend(LiveMotion& moving, const guide::Live& after);

/// The intent at `clock_s`, at or after the last event. `live` is the session as last handled or advanced.
[[nodiscard]] Flow flow_at(const LiveMotion& moving, const guide::Live& live, double clock_s);

} // namespace supple::motion
