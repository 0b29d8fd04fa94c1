// SPDX-License-Identifier: Apache-2.0
// What a teacher writes short on a card.
#pragma once

#include "reader/entries.h"
#include "reader/words.h"

#include <string_view>
#include <vector>

namespace supple::reader {

/// "AF, kn wide": what is written short is read as the words that it stands for, which stand where it stands.
[[nodiscard]] std::vector<Word> words_written_out(std::string_view text, const Lexicon::Entries& entries);

} // namespace supple::reader
