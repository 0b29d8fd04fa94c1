// SPDX-License-Identifier: Apache-2.0
// The room `reader`: from the ordinary words of a movement teacher to steps. One mechanism for everything: an article
// is read leniently (what could not be read is listed in `Reading::unread`), an exercise file strictly (exercise.h:
// what could not be read is an error at its place). Pure: no files, no clock.
#pragma once

#include "reader/lexicon.h"
#include "reader/reading.h"
#include "reader/why.h"

#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// Reads any text, of any size and any bytes; never fails. `article` may begin with a line `TITLE: …`.
[[nodiscard]] Reading read_article(std::string_view article, const Lexicon& lexicon);

class Memory;

/// The same, for a text that is read again at every key while it is written: what stands in `memory` (memory.h) is not
/// read anew. The reading is the same in any case.
[[nodiscard]] Reading read_article(std::string_view article, const Lexicon& lexicon, Memory& memory);

/// How read_article came to its reading, sentence by sentence; what stands in no sentence (titles, tags) is left out.
[[nodiscard]] std::vector<Explained> explain_article(std::string_view article, const Lexicon& lexicon);

/// What one passage of an exercise file says, sentence by sentence.
struct PassageReading {
  std::vector<Step> steps; ///< places relative to the file, as given
  std::vector<Passage> avoid, options, throughout;
  std::vector<Passage> unread;               ///< instructions that could not be read: errors in a strict text
  std::vector<vocabulary::Caution> cautions; ///< none twice
  std::vector<Explained> explained;          ///< how each sentence was read
};

/// What holds where a passage begins.
struct Beginning {
  vocabulary::Breath breath = vocabulary::Breath::free; ///< until another is named
  std::optional<vocabulary::Posture> posture;           ///< the one she is in, if known
};

/// Reads a passage that stands at `place` in its file: one or several sentences of one line or paragraph, already free
/// of Markdown marks (each removed mark is replaced by nothing; `columns` maps each character of `passage` to its
/// column in the file, or is empty where they are the same from `place.column` on). `{side}` stands for the side of the
/// moment and makes a step's side `each`.
[[nodiscard]] PassageReading read_passage(std::string_view passage, text::Place place, const std::vector<int>& columns,
                                          const Beginning& beginning, const Lexicon& lexicon);

} // namespace supple::reader
