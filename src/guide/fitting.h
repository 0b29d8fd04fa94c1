// SPDX-License-Identifier: Apache-2.0
// A score as she can do it: what her comfort does not allow is taken out of it before it is laid out in time.
#pragma once

#include "guide/sayings.h"
#include "guide/session.h"

namespace supple::guide {

/// Whether a section is done on her left and on her right.
[[nodiscard]] bool has_sides(const score::Section& section);

/// Whether a section works one side of her: on each in turn, or on the one that its words name.
[[nodiscard]] bool works_sides(const score::Section& section);

/// With a sore pelvis there are no sides and no knees set wide; with the head kept up it does not hang, and no sentence
/// says so.
[[nodiscard]] score::Score fitted(score::Score score, const Settings& settings, const Sayings& sayings);

} // namespace supple::guide
