// SPDX-License-Identifier: Apache-2.0
// The names of postures in a clause: which of them she is told to take.
#pragma once

#include "reader/clause.h"

namespace supple::reader {

/// Adds to the clause's moves the posture that it takes her to, in place of what only says the way there.
/// `in_posture`: she is in one already; a bare name is then no order.
void add_postures(const Found& found, Clause& clause, bool in_posture, const Lexicon::Entries& entries);

/// "Rest in child's pose for half a minute" goes there first; without a length nothing is held.
void order_hold(const Found& found, Clause& clause);

} // namespace supple::reader
