// SPDX-License-Identifier: Apache-2.0
// An exercise file (docs/exercise-format.md), read strictly: Markdown whose sentences are both what the voice says and
// what the body does.
#pragma once

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
  std::vector<Step> steps; ///< of the words and of the stage directions in brackets
  int seconds = 0;         ///< a timed step, `(20 seconds)`; 0 where it is paced by the breath
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

struct Exercise {
  std::string title;
  std::vector<std::string> tags;
  int first_week = 4; ///< of pregnancy, 4 to 42
  int last_week = 42;
  std::optional<int> postnatal_week; ///< from this week after birth on; none: not after birth
  std::vector<Section> sections;
};

/// Reads an exercise file; everything that is wrong in it is listed, each at its place.
[[nodiscard]] std::expected<Exercise, text::Diagnostics> read_exercise(std::string_view file, const Lexicon& lexicon);

/// Whether a text is an exercise file (it begins with `---`) or else an article.
[[nodiscard]] bool is_exercise_file(std::string_view text);

/// The exercise as a reading: the same contract as an article's.
[[nodiscard]] Reading reading_of(const Exercise& exercise);

} // namespace supple::reader
