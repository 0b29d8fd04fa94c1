// SPDX-License-Identifier: Apache-2.0
// An exercise file (docs/exercise-format.md), read strictly: Markdown whose sentences are both what the voice says and
// what the body does.
#pragma once

#include "reader/front_matter.h"
#include "reader/reader.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace supple::reader {

enum class SectionKind {
  comfort, ///< options she may take: padding for the knees, fists for the wrists
  start,   ///< how to come into position; said and done once, unpaced
  rounds,  ///< breath-paced, repeated `count` times
  sides,   ///< breath-paced, `count` times on each side
  once,    ///< a block with a title of its own, done once in its place
  finish,  ///< to the centre and to rest
  care,    ///< what to take care of; shown, and said once
};

/// One sentence of a section, as spoken and as read.
struct Sentence {
  text::Place place;
  std::string spoken;     ///< without marks and stage directions; `{side}` stands for left or right
  std::string short_form; ///< the bold words, in their order; empty where there are none
  vocabulary::Breath breath = vocabulary::Breath::free;
  std::optional<vocabulary::Posture> posture; ///< the one she is in when it begins, if known
  std::vector<Step> steps;                    ///< of the words and of the stage directions in brackets
  int seconds = 0;                            ///< a timed step, `(20 seconds)`; 0 where it is paced by the breath
};

struct ComfortOption {
  std::string part; ///< `knees`, `wrists`, `pelvis`, `head`, `belly`
  std::string spoken;
  text::Place place;
};

struct Section {
  SectionKind kind = SectionKind::once;
  std::string title;      ///< the heading without its count
  text::Place place;      ///< of the heading
  int count = 1;          ///< rounds, or rounds on each side
  bool alternate = false; ///< left, right, left, right instead of left, left, right, right
  std::vector<Sentence> sentences;
  std::vector<ComfortOption> options; ///< of a comfort section
};

struct Exercise : FrontMatter {
  std::vector<Section> sections;
  std::vector<Passage> open; ///< what `supple draft` could not say, in comments that nobody has resolved yet
};

/// Reads an exercise file; everything that is wrong in it is listed, each at its place.
[[nodiscard]] std::expected<Exercise, text::Diagnostics> read_exercise(std::string_view file, const Lexicon& lexicon);

/// An exercise file that is being written: what could be read of it, and all that is wrong in it.
struct Unfinished {
  Exercise exercise;
  text::Diagnostics errors;
  std::vector<Explained> explained; ///< how its sentences were read, clause by clause
};

/// Reads an exercise file as far as it goes.
[[nodiscard]] Unfinished read_unfinished(std::string_view file, const Lexicon& lexicon);

/// How the sentences of the exercise were read, clause by clause; stage directions are not among them.
[[nodiscard]] std::vector<Explained> explain_exercise(const Exercise& exercise, const Lexicon& lexicon);

/// Whether a text is an exercise file (it begins with `---`) or else an article.
[[nodiscard]] bool is_exercise_file(std::string_view text);

/// The exercise as a reading: the same contract as an article's.
[[nodiscard]] Reading reading_of(const Exercise& exercise);

} // namespace supple::reader
