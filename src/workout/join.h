// SPDX-License-Identifier: Apache-2.0
// Several scores as one: she begins once and ends once; in between she is told and led from one to the next.
#pragma once

#include "guide/sayings.h"
#include "reader/front_matter.h"
#include "score/score.h"

#include <span>

namespace supple::workout {

/// The exercises in the order given, as one score with the title and the tags of `front`. Where the position stays, she
/// comes to the centre and goes on from there; where it changes, the finish of the one leads to the start of the other.
[[nodiscard]] score::Score join(const reader::FrontMatter& front, std::span<const score::Score> exercises,
                                const guide::Sayings& sayings);

} // namespace supple::workout
