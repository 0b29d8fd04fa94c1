// SPDX-License-Identifier: Apache-2.0
// What a text says, in the names of the vocabulary: the form that docs/vocabulary.md describes and `supple read --json`
// prints.
#pragma once

#include "text/place.h"
#include "vocabulary/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace supple::reader {

/// A hold: so many seconds or breaths; both 0 where the text gives no length.
struct Hold {
  int seconds = 0;
  int breaths = 0;
  friend bool operator==(const Hold&, const Hold&) = default;
};

struct Range {
  int min = 0;
  int max = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One thing that the body is told to do on one breath, or in one instruction without a breath.
struct Step {
  vocabulary::Breath breath = vocabulary::Breath::free;
  vocabulary::Side side = vocabulary::Side::none;
  vocabulary::Sense sense = vocabulary::Sense::unsaid;
  std::vector<vocabulary::Move> moves;         ///< in the order of the text, none twice
  std::vector<vocabulary::MoveAmount> amounts; ///< only for moves whose extent or place the text tells
  std::optional<Hold> hold;                    ///< only on a step with `stay`
  int counts = 0;                              ///< how long its breath is told to be, seconds; 0: not told
  text::Place place;                           ///< of `text`
  std::string text;                            ///< the words it was read from, as they stand in the line
};

/// Words that are no step: something to avoid, an option, an alignment that holds all along, or an instruction that
/// could not be read.
struct Passage {
  text::Place place;
  std::string text;
  vocabulary::Side side = vocabulary::Side::none;
  std::vector<vocabulary::Move> moves;
};

struct Reading {
  std::string title;
  std::optional<vocabulary::Posture> start; ///< the first posture named
  text::Place start_place;                  ///< of the words that name it
  std::vector<Step> steps;
  std::optional<Range> rounds;               ///< how often the main movement is done
  Hold hold;                                 ///< one that is said of all shapes at once
  std::optional<vocabulary::Posture> finish; ///< the last posture, if the text goes to one
  std::vector<vocabulary::Caution> cautions; ///< none twice
  std::vector<Passage> avoid;
  std::vector<Passage> options;
  std::vector<Passage> throughout;
  std::vector<Passage> unread;
};

} // namespace supple::reader
