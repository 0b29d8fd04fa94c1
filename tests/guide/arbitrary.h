// SPDX-License-Identifier: Apache-2.0
// Any score, any settings, any log of events: what the property tests draw from.
#pragma once

#include "guide/replay.h"
#include "scores.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace supple::guide::testing {

/// Of any sections in any order, with any moves on any breath; sides only as `each`, so that both are asked for alike.
[[nodiscard]] score::Score any_score();

/// Any pace, week and comfort, and clips of any length for about half of what the score may say.
[[nodiscard]] Settings any_settings(const score::Score& score);

/// Begins with `start`.
[[nodiscard]] EventLog any_log();

} // namespace supple::guide::testing
