// SPDX-License-Identifier: Apache-2.0
#include "score/understand.h"

#include "reader/alignment.h"
#include "text/sorted.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace supple::score {

namespace {

// What a draft leaves to its writer.
void add_open(text::Diagnostics& findings, const std::vector<reader::Passage>& open_passages) {
  for (const reader::Passage& open : open_passages)
    findings.push_back(
        {"draft.open", text::Severity::note, open.place,
         "the exercise does not have this instruction of its article yet",
         "words that the lexicon has, or a stage direction such as [spine.round]; then take the comment out"});
}

} // namespace

bool Understood::playable() const {
  return score && !text::has_error(findings) &&
         std::ranges::any_of(score->sections, [](const Section& section) { return !section.beats.empty(); });
}

Understood understand(std::string_view source, const reader::Lexicon& lexicon, const Rules& rules,
                      std::optional<int> week) {
  Understood out;
  std::vector<reader::Passage> open;
  out.exercise_file = reader::is_exercise_file(source);
  if (out.exercise_file) {
    auto exercise = reader::read_exercise(source, lexicon);
    if (!exercise) {
      out.findings = std::move(exercise.error());
      return out;
    }
    out.reading = reader::reading_of(*exercise);
    out.score = score_of(*exercise, lexicon);
    open = std::move(exercise->open);
  } else {
    out.reading = reader::read_article(source, lexicon);
    out.score = score_of(out.reading, lexicon);
  }
  out.findings = check(*out.score, source, rules, week);
  add_open(out.findings, open);
  return out;
}

Written understand_written(std::string_view source, const reader::Lexicon& lexicon, const Rules& rules) {
  if (!reader::is_exercise_file(source))
    return {understand(source, lexicon, rules), reader::explain_article(source, lexicon)};
  reader::Unfinished read = reader::read_unfinished(source, lexicon);
  Understood out{.exercise_file = true,
                 .reading = reader::reading_of(read.exercise),
                 .score = score_of(read.exercise, lexicon),
                 .findings = std::move(read.errors)};
  std::ranges::move(check(*out.score, source, rules), std::back_inserter(out.findings));
  add_open(out.findings, read.exercise.open);
  text::sort(out.findings, {}, [](const text::Diagnostic& finding) {
    return std::tuple(finding.place.line, finding.place.column, std::string_view{finding.name});
  });
  return {std::move(out), std::move(read.explained)};
}

namespace {

Understood refused(text::Diagnostics findings) {
  Understood out;
  out.exercise_file = true;
  out.findings = std::move(findings);
  return out;
}

} // namespace

// Where an original cannot be read, nothing can be said of its translation.
text::Diagnostic unread_original(std::string_view what, const text::Diagnostic& first) {
  return {"translation.original",
          text::Severity::error,
          {},
          "the " + std::string{what} + " that this translates has an error in line " +
              std::to_string(first.place.line) + ": " + first.message,
          first.remedy + ", in the original first"};
}

Understood understand_aligned(std::string_view source, std::string_view original, const reader::Language& language,
                              const reader::Lexicon& lexicon, const Rules& rules, std::optional<int> week) {
  auto english = reader::read_exercise(original, lexicon);
  if (!english) return refused({unread_original("exercise", english.error().front())});
  auto words = reader::read_words_of(source, language);
  if (!words) return refused(std::move(words.error()));
  const auto exercise = reader::in_words_of(*std::move(english), *std::move(words), language);
  if (!exercise)
    return refused(
        {{"translation.sentences", text::Severity::error, {}, "it has other sentences than its original", "as many"}});
  Understood out;
  out.exercise_file = true;
  out.reading = reader::reading_of(*exercise);
  out.score = score_of(*exercise, lexicon);
  out.findings = check(*out.score, source, rules_in(language, rules), week);
  return out;
}

Understood understand_translation(std::string_view source, std::string_view original, const reader::Language& language,
                                  const reader::Lexicon& lexicon, const Rules& rules, std::optional<int> week) {
  const auto english = reader::read_exercise(original, lexicon);
  const auto words = reader::read_words_of(source, language);
  if (english && words)
    if (auto found = reader::misalignments(*english, *words, language); !found.empty())
      return refused(std::move(found));
  return understand_aligned(source, original, language, lexicon, rules, week);
}

} // namespace supple::score
