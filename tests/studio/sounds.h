// SPDX-License-Identifier: Apache-2.0
// Sounds whose properties are known.
#pragma once

#include "studio/wave.h"

namespace supple::studio::testing {

[[nodiscard]] Wave sine(double hz, double amplitude, double seconds, int rate_hz = 32000);
[[nodiscard]] Wave silence(double seconds, int rate_hz = 32000);
[[nodiscard]] Wave operator+(Wave a, const Wave& b);

} // namespace supple::studio::testing
