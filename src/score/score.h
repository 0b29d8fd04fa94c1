// SPDX-License-Identifier: Apache-2.0
// The room `score`: a reading with its structure, ready to be led: what is done on each breath, how often, on which
// side, and what is said. And the rules of safe practice that it must keep (rules.h).
#pragma once

#include "reader/exercise.h"

#include <string>
#include <vector>

namespace supple::score {

/// What is done on one breath, or in one instruction without a breath.
struct Beat {
  vocabulary::Breath breath = vocabulary::Breath::free;
  vocabulary::Side side = vocabulary::Side::none; ///< `each`: the section does it left, then right
  vocabulary::Sense sense = vocabulary::Sense::unsaid;
  std::vector<vocabulary::MoveAmount> moves; ///< amounts filled in
  reader::Hold hold;                         ///< breaths or seconds that it is kept; 0/0: no hold
  int seconds = 0;                           ///< a timed step; 0: paced by the breath or by its sentence
  int counts = 0;                            ///< how long its words say the breath is, seconds; 0: they do not
  std::string sentence;   ///< the whole sentence or sentences; may have gaps for the side (reader/side_gap.h)
  std::string short_form; ///< for the rounds after the first; never empty where there are moves
  text::Place place;
};

struct Section {
  reader::SectionKind kind = reader::SectionKind::once;
  std::string title; ///< "Start", "Centre", "Each side", "Finish", or the author's
  int count = 1;     ///< rounds, or rounds on each side
  bool alternate = false;
  bool filled = false; ///< ours: the text left it open
  std::vector<Beat> beats;
  text::Place place;
};

struct Score {
  std::string title;
  std::string language = "en"; ///< of its words
  std::vector<std::string> tags;
  int first_week = 4, last_week = 42;
  std::optional<int> postnatal_week;
  vocabulary::Posture start = vocabulary::Posture::all_fours;
  text::Place start_place; ///< of the words that name it, where no beat goes to it; else of length 0
  vocabulary::Posture rest = vocabulary::Posture::heel_sit; ///< where it ends
  std::vector<reader::ComfortOption> comfort;
  std::vector<Section> sections; ///< start, rounds, sides, once, finish, in the order done
  std::vector<std::string> care;
  std::vector<std::string> filled; ///< what we filled in: `rounds`, `sides`, `holds`, `finish`
};

/// The score of an exercise file that read without an error.
[[nodiscard]] Score score_of(const reader::Exercise& exercise, const reader::Lexicon& lexicon);

/// The score of an article: what it left open is filled (6 rounds, holds of 5 breaths, a finish at rest: numbers of
/// ours) and named in `filled`.
[[nodiscard]] Score score_of(const reader::Reading& reading, const reader::Lexicon& lexicon);

} // namespace supple::score
