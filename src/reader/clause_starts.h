// SPDX-License-Identifier: Apache-2.0
// Where the clauses of a sentence begin.
#pragma once

#include "reader/found.h"

#include <vector>

namespace supple::reader {

/// The first word of each clause, in order; the first of them is the one after the label. A clause has at most one verb
/// of its own; it begins at a mark, at a word that links ("and", "until"), at a verb after its own, or, as people
/// speak, at the name before such a verb.
[[nodiscard]] std::vector<int> clause_starts(const Found& found);

} // namespace supple::reader
