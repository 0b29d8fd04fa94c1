// SPDX-License-Identifier: Apache-2.0
// A step of an article as a line of an exercise file: the article's own words, put so that reading them strictly gives
// the step again.
#pragma once

#include "reader/reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace supple::reader {

struct Cue {
  std::string line;     ///< words, and a stage direction where the words alone would be read otherwise
  bool is_whole = true; ///< its words are all those that the step was read from
  bool is_read = true;  ///< reading the line strictly gives the step; else it is left to the teacher
};

/// Where a cue will stand.
struct CuePlace {
  std::string_view first_side; ///< that its section names, "left" or "right": `{side}` stands for it; empty: none
  std::optional<vocabulary::Posture> posture; ///< the one she is in, if known
};

/// The line for the step; each way to put it is tried by reading it.
[[nodiscard]] Cue cue_of(const Step& step, const CuePlace& place, const Lexicon& lexicon);

/// The line that begins in a posture: in `words` if they say that and nothing else, or in words of ours.
[[nodiscard]] Cue cue_of_start(vocabulary::Posture posture, std::string_view words, const Lexicon& lexicon);

/// The words on one line, without what an exercise file would take for a mark, a time or a list.
[[nodiscard]] std::string plain_words(std::string_view text);

} // namespace supple::reader
