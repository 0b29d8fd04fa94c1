// SPDX-License-Identifier: Apache-2.0
// Whether a translation of a workout or of a programme says what its original says. Not asked in the browser: what a
// site holds is aligned.
#pragma once

#include "workout/programme.h"

namespace supple::workout {

/// What the words of a translation (`code`: "es") have otherwise than their original, each at its place.
[[nodiscard]] text::Diagnostics misaligned_days(const Programme& original, const Programme& words,
                                                std::string_view code, const reader::FormatNames& names);

/// The same of a workout.
[[nodiscard]] text::Diagnostics misalignments(const Workout& original, const Workout& words, std::string_view code,
                                              const reader::FormatNames& names);

} // namespace supple::workout
