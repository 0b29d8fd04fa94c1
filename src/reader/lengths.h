// SPDX-License-Identifier: Apache-2.0
// How long something is told to last: what is kept, rests, and the seconds of breaths.
#pragma once

#include "reader/breath_spans.h"
#include "reader/sentence.h"

#include <vector>

namespace supple::reader {

/// "Keep hold of the rail for three breaths", "keep the knee open and hold for ten seconds": it holds what it has.
void note_what_is_kept(std::vector<Clause>& clauses, const Found& found);

/// "Rest a minute", "REST: 90 seconds" between two sets; she rests "in" a posture "for" a time.
[[nodiscard]] bool rests_from_work(const Found& found);

/// "Wait until the house is quiet", "rest with your hips half way back": for how long is not told.
[[nodiscard]] bool waits(const Meant& meant, const Found& found);

/// "Wait until the puffing stops"
[[nodiscard]] bool waits_until(const Meant& meant, const Found& found);

/// "Breathe there five times" is a hold of five breaths.
[[nodiscard]] bool breathes_there(const Clause& clause, const Count& count, const Found& found);

/// "Twenty minutes", and not "twenty minutes later, get up": so it begins, and a mark or the end of the clause follows.
[[nodiscard]] bool begins_with_length(const Clause& clause, const Count& count, const Found& found);

/// "Three breaths' worth of staying": it may be a hold, whatever its other words are.
[[nodiscard]] bool tells_a_length(const Clause& clause, const Found& found);

/// Gives each part whose breath the sentence names the seconds that are told for it.
void count_breaths(std::vector<Part>& parts, const Found& found, const std::vector<Clause>& clauses,
                   const std::vector<BreathSpan>& spans);

/// "Keep going", "back and forth": what was told goes on. While she holds still she may "go on breathing", which is
/// none.
[[nodiscard]] std::optional<Match> going_on(const Found& found, const Lexicon::Entries& entries);

/// "Go back and forth for five breaths", "six, then six in reverse": no way back.
[[nodiscard]] bool goes_to_and_fro(const Meant& meant, const Found& found, const Lexicon::Entries& entries);

} // namespace supple::reader
