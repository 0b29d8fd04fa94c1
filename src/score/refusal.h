// SPDX-License-Identifier: Apache-2.0
// What a sentence tells not to do: how far a "do not" reaches.
#pragma once

#include "reader/words.h"

#include <span>

namespace supple::score {

/// Whether the words from `first` up to `last` are told not to be done. A "do not" reaches over "or" and over a list
/// that "or" closes; it ends where the sentence turns ("but", "and hold", "while"), at a colon or dash, and at the
/// comma of a list that nothing closes. Where a sentence can be understood both ways, it is not refused: better a
/// finding too many.
[[nodiscard]] bool is_refused(std::span<const reader::Word> sentence, std::size_t first, std::size_t last);

} // namespace supple::score
