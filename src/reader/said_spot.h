// SPDX-License-Identifier: Apache-2.0
// Where hands are placed.
#pragma once

#include "reader/clause.h"

namespace supple::reader {

/// "Place your hands on your belly", "stand before a wall and put your hands flat on it": what comes first after them.
/// Unsaid where the lexicon has no such place, or one hand goes here and the other there.
[[nodiscard]] vocabulary::Spot spot_of(const Found& found, const Meant& meant, const Clause& clause,
                                       const Lexicon::Entries& entries);

/// Tells it, where it is said, instead of what was told of the hands before.
void add_spot(vocabulary::Spot spot, std::vector<vocabulary::MoveAmount>& amounts);

} // namespace supple::reader
