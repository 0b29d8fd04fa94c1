// SPDX-License-Identifier: Apache-2.0
// A sentence taken apart: its clauses, what kind of thing each of them says, and the moves that are meant.
#pragma once

#include "reader/found.h"
#include "reader/why.h"

#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

/// A move, and the frame and words it was read from.
struct Meant {
  vocabulary::Move move = vocabulary::Move::stay;
  int frame = -1; ///< index into Entries::frames; -1: the name of a posture
  int first = 0, last = 0;
  std::vector<int> words;
};

struct Clause {
  int first = 0, last = 0; ///< words; `last` is one past the end
  Mood mood = Mood::telling;
  std::string_view reason; ///< in a few words, why it has this mood
  int head = -1;           ///< the word of its verb
  bool has_subject = false;
  std::vector<Meant> moves;
};

/// The reason of a clause that takes its mood from the one before.
inline constexpr std::string_view goes_on_reason = "it goes on";

/// The reason of a clause whose verb the lexicon does not have.
inline constexpr std::string_view unknown_reason = "its verb is not known";

/// The reason of a clause of which words that are not known may be the subject.
inline constexpr std::string_view strange_reason = "something else is spoken of";

/// The reason of a clause that offers: "your knees can be apart".
inline constexpr std::string_view left_reason = "it is left to her";

/// The reason of a clause in the past tense.
inline constexpr std::string_view past_reason = "it tells what was";

/// The reason of a clause in which something is done, and no one is told to do it.
inline constexpr std::string_view nobody_reason = "nobody is told to";

/// The reason of a clause that tells what she feels.
inline constexpr std::string_view felt_reason = "it is to be felt";

/// The reason of a clause that tells, praises or sells.
inline constexpr std::string_view tells_reason = "it only tells";

/// The clauses of the sentence, in order, each with its mood and its moves. `optional`: the sentence stands under a
/// condition told before it; `posture`: the one that she is in already; the bare name of another is then a heading.
/// `parts` are the parts of the body that were named last, for which "it" and "them" stand; they are brought up to
/// date.
[[nodiscard]] std::vector<Clause> clauses_of(const Found& found, const Lexicon::Entries& entries, bool optional,
                                             std::optional<vocabulary::Posture> posture, std::vector<Term>& parts);

} // namespace supple::reader
