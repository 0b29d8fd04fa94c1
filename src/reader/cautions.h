// SPDX-License-Identifier: Apache-2.0
// What a sentence tells her to look out for.
#pragma once

#include "reader/found.h"

#include <vector>

namespace supple::reader {

/// The cautions of the sentence, none twice. A part of the body is one where it may be in trouble: "if your knees are
/// sore", but not "knee pain is common".
[[nodiscard]] std::vector<vocabulary::Caution> cautions_in(const Found& found, const Lexicon::Entries& entries);

/// "Wrists sore?": what the next sentence says is a choice.
[[nodiscard]] bool offers_next(const Found& found, const Lexicon::Entries& entries);

} // namespace supple::reader
