// SPDX-License-Identifier: Apache-2.0
// Which side of the body some words of a sentence name.
#pragma once

#include "reader/clause.h"

namespace supple::reader {

/// The side named from word `first` up to `last`: `each` where both are named, or a word like "alternate". "Right back
/// up" names none.
[[nodiscard]] vocabulary::Side side_in(const Found& found, int first, int last);

/// Where a side bend leads: the ribs of the side go up, or the head goes toward it.
[[nodiscard]] vocabulary::Sense sense_of(const Found& found, const Meant& bend);

} // namespace supple::reader
