// SPDX-License-Identifier: Apache-2.0
#include "score/understand.h"

#include <algorithm>
#include <utility>

namespace supple::score {

bool Understood::playable() const {
  return score && !text::has_error(findings) &&
         std::ranges::any_of(score->sections, [](const Section& section) { return !section.beats.empty(); });
}

Understood understand(std::string_view source, const reader::Lexicon& lexicon, const Rules& rules,
                      std::optional<int> week) {
  Understood out;
  out.exercise_file = reader::is_exercise_file(source);
  if (out.exercise_file) {
    auto exercise = reader::read_exercise(source, lexicon);
    if (!exercise) {
      out.findings = std::move(exercise.error());
      return out;
    }
    out.reading = reader::reading_of(*exercise);
    out.score = score_of(*exercise, lexicon);
  } else {
    out.reading = reader::read_article(source, lexicon);
    out.score = score_of(out.reading, lexicon);
  }
  out.findings = check(*out.score, source, rules, week);
  return out;
}

} // namespace supple::score
