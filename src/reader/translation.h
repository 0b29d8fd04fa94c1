// SPDX-License-Identifier: Apache-2.0
// A translated exercise: the words of NAME.es.md on the moves of NAME.md. Nothing is read from its words: each of its
// sentences stands for one of the original, in the same section and at the same place of it (alignment.h).
#pragma once

#include "reader/language.h"

#include <optional>

namespace supple::reader {

/// The words of a translation: its sections and sentences with nothing read from them.
[[nodiscard]] std::expected<Exercise, text::Diagnostics> read_words_of(std::string_view file, const Language& language);

/// The sentences of a section that are spoken: a stage direction that stands alone has no words.
[[nodiscard]] std::vector<Sentence*> spoken_in(Section& section);

/// The original in these words and at their places; none where they have another number of sections, options or
/// sentences.
[[nodiscard]] std::optional<Exercise> in_words_of(Exercise original, Exercise words, const Language& language);

} // namespace supple::reader
