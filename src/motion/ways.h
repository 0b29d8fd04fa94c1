// SPDX-License-Identifier: Apache-2.0
// How people get from one posture to another: by postures in between, so that she neither floats nor passes through
// the mat.
#pragma once

#include "vocabulary/vocabulary.h"

#include <vector>

namespace supple::motion {

/// The postures between two, the shortest way; empty where one leads to the other at once, or where they are the same.
[[nodiscard]] std::vector<vocabulary::Posture> way_between(vocabulary::Posture from, vocabulary::Posture to);

/// Something that she sits on.
[[nodiscard]] bool is_seat(vocabulary::Posture posture);

/// Between her back and her side, with the arms over her head, so that neither is in the way of the trunk.
[[nodiscard]] bool rolls_over(vocabulary::Posture from, vocabulary::Posture to);

/// Between standing and kneeling on one knee one foot goes ahead and then the other back, so that one is always on the
/// mat.
[[nodiscard]] bool steps_out(vocabulary::Posture from, vocabulary::Posture to);

/// Between both knees and one.
[[nodiscard]] bool goes_on_one_knee(vocabulary::Posture from, vocabulary::Posture to);

/// Between folding forward and downward dog: on her hands, while her feet go away from them and come back.
[[nodiscard]] bool walks_on_hands(vocabulary::Posture from, vocabulary::Posture to);

} // namespace supple::motion
