// SPDX-License-Identifier: Apache-2.0
// How people get from one posture to another: by postures in between, so that she neither floats nor passes through
// the mat.
#pragma once

#include "vocabulary/vocabulary.h"

#include <vector>

namespace supple::motion {

/// The postures between two, the shortest way; empty where one leads to the other at once, or where they are the same.
[[nodiscard]] std::vector<vocabulary::Posture> way_between(vocabulary::Posture from, vocabulary::Posture to);

} // namespace supple::motion
