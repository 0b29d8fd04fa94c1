// SPDX-License-Identifier: Apache-2.0
// What instructs her and could not be read: nothing is dropped in silence.
#pragma once

#include "reader/clause.h"

namespace supple::reader {

/// A clause that moves a part of the body and from which nothing was read; or one of which it is not known whether it
/// instructs, and which could. `mirrors`: its sentence says that the same is done on the other side.
[[nodiscard]] bool is_unread(const Clause& clause, const Found& found, bool mirrors, const Lexicon::Entries& entries);

/// It is told of others, of what was or of what she feels, whatever moves in it.
[[nodiscard]] bool only_tells(const Clause& clause);

/// The parts of the body that it names are only where something goes: "press into your hands".
[[nodiscard]] bool moves_no_part(const Clause& clause, const Found& found);

} // namespace supple::reader
