// SPDX-License-Identifier: Apache-2.0
// Scores made by hand, so that the guide is tested without a reader.
#pragma once

#include "guide/plan.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace supple::guide::testing {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Side;

[[nodiscard]] score::Beat beat(Breath breath, std::vector<Move> moves, std::string sentence, std::string short_form,
                               Side side = Side::none);

[[nodiscard]] score::Section section(reader::SectionKind kind, std::string title, int count,
                                     std::vector<score::Beat> beats);

/// Start, rounds × 6, sides × 2, finish on the heels: the shape of the first exercise of the library.
[[nodiscard]] score::Score low_back();

/// A score of one section, on hands and knees.
[[nodiscard]] score::Score score_with(score::Section section);

[[nodiscard]] std::vector<Phase> phases_in(const Session& session, SectionKind kind);
[[nodiscard]] std::vector<Cue> cues_in(const Session& session, SectionKind kind);
[[nodiscard]] const SessionSection& section_of(const Session& session, const Phase& phase);

/// The line breaks of a caption as spaces.
[[nodiscard]] std::string in_one_line(std::string text);

} // namespace supple::guide::testing
