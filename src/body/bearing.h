// SPDX-License-Identifier: Apache-2.0
// How the trunk is held: a few angles that every joint takes its share of.
#pragma once

#include "body/pose.h"

namespace supple::body {

/// Degrees, + flexion; each a smooth function of the channels.
struct Bearing {
  double thigh = 89;                                   ///< knee to hip against the mat, 90 upright, above 90 hips back
  double pelvis = 12;                                  ///< of the pelvis' axis against the mat
  double lumbar = 0, thoracic = 0, neck = 0, head = 0; ///< added to neutral, over all joints of the region
  double bend = 0, turn = 0;                           ///< of the trunk to her left
  double neck_bend = 0, neck_turn = 0;                 ///< to her left
  double shoulder_forward_m = 0, shoulder_up_m = 0;    ///< of the girdle on the trunk, for the table's stature
};

[[nodiscard]] Bearing bearing_of(const Channels& asked, bool on_forearms);

} // namespace supple::body
