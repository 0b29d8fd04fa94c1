// SPDX-License-Identifier: Apache-2.0
// How a session is looked at: where the movement shows. From her right side for the wave of the spine, from behind and
// above while a side is worked on hands and knees, a little from the front where she is upright, higher where she lies.
// A session is a row of shots; within one nothing moves but she, and the eye glides from one to the next.
#pragma once

#include "figure/eye.h"
#include "figure/things.h"
#include "guide/session.h"
#include "motion/motion.h"

#include <vector>

namespace supple::figure {

struct View {
  Standpoint standpoint;
  Framing framing;
  Things things; ///< what she uses there
};

/// Where one posture is seen best; `hands`: what they are on, as in body::hands_on.
[[nodiscard]] Standpoint standpoint_of(vocabulary::Posture posture, vocabulary::Spot hands = vocabulary::Spot::unsaid);

/// The view of somebody who stands still in this pose.
[[nodiscard]] View view_of(const body::Skeleton& skeleton, const body::Pose& pose, vocabulary::Posture posture,
                           vocabulary::Spot hands = vocabulary::Spot::unsaid);

struct Shot {
  double start_s = 0, glide_s = 0; ///< from when on the eye glides here, and for how long
  View view;                       ///< it holds all that she does until the next shot
};

[[nodiscard]] std::vector<Shot> shots_of(const guide::Session& session, const motion::Motion& motion,
                                         const body::Skeleton& skeleton);

[[nodiscard]] View view_at(const std::vector<Shot>& shots, double position_s);

/// As in a mirror before her: the picture is turned left to right when it is shown, and who was looked at from behind
/// is looked at from the front, so that her left stays on the left.
[[nodiscard]] View as_in_a_mirror(View view);

} // namespace supple::figure
