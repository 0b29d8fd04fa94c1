// SPDX-License-Identifier: Apache-2.0
// Which moves a clause means: the frames of the lexicon whose concepts all stand in it.
#pragma once

#include "reader/clause.h"

#include <optional>
#include <span>
#include <vector>

namespace supple::reader {

/// The moves meant by the terms of one clause, in the order of the text. Two frames never share a part of the body; of
/// frames that want the same the one with more concepts wins, then the one whose words stand closer. A frame without a
/// part of the body needs the verb of the clause, `head`, and no other object for it. A frame of some postures is meant
/// in no other, and wins over as long a one for all; where `posture` is not known it is one among them.
[[nodiscard]] std::vector<Meant> moves_meant(std::span<const Term> terms, int head,
                                             std::optional<vocabulary::Posture> posture,
                                             const Lexicon::Entries& entries);

} // namespace supple::reader
