// SPDX-License-Identifier: Apache-2.0
// What one sentence says: its clauses joined to what is done on each breath.
#pragma once

#include "reader/clause.h"
#include "reader/reading.h"
#include "reader/why.h"

#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

/// What the sentence says of one breath, or between two words like "then".
struct Part {
  vocabulary::Breath breath = vocabulary::Breath::free;
  bool breath_said = false;
  bool releases_it = false;   ///< what it lets go of is not named
  bool lowers_it = false;     ///< what it lowers is not named
  bool says_how = false;      ///< nothing stands beside its verb but how it is done: "turn slowly"
  bool only_breathes = false; ///< `breathe` stands for a breath with no move beside it
  bool before_mirror = false; ///< told before "… and the same on the other side", so that it is new
  vocabulary::Side side = vocabulary::Side::none;
  vocabulary::Sense sense = vocabulary::Sense::unsaid;
  std::vector<vocabulary::Move> moves;
  std::vector<vocabulary::MoveAmount> amounts;
  std::optional<Hold> hold;
  int counts = 0; ///< of its breath, seconds; 0: not told
  Span words;     ///< bytes of the sentence
};

/// Words of the sentence that are no step.
struct Aside {
  Mood mood = Mood::avoid;
  vocabulary::Side side = vocabulary::Side::none;
  std::vector<vocabulary::Move> moves;
  Span words;         ///< bytes of the sentence
  bool tells = false; ///< unread, and told of others or of what she feels: in an exercise file no order
};

/// On which breath a part of her goes, and on which it comes back.
struct ThereAndBack {
  vocabulary::Breath there = vocabulary::Breath::free, back = vocabulary::Breath::free;
  Span part; ///< its name, bytes of the sentence
};

struct SentenceReading {
  std::vector<Part> parts;
  std::vector<Aside> asides;
  std::optional<vocabulary::Posture> posture; ///< the first posture named outside of what only tells
  Span posture_words;                         ///< that name it, bytes of the sentence
  std::optional<vocabulary::Posture>
      mentioned; ///< the first posture named at all, unless under a condition or forbidden
  std::optional<Range> rounds;
  std::vector<vocabulary::Caution> cautions;
  bool says_again = false;                        ///< it has an "again": what was told before is not told twice
  vocabulary::Side side = vocabulary::Side::none; ///< that it names anywhere
  bool mirrors = false;                           ///< "and the same on the other side"
  std::optional<ThereAndBack> there_and_back;     ///< of all that was told before
  bool breathes_before = false;    ///< its breaths are those of what was told before: "in on the way up, out …"
  std::optional<Hold> hold_of_all; ///< "hold each of these for ten seconds"
  std::optional<vocabulary::Breath> unread_breath; ///< the last one, on which something is done that could not be read
  bool offers_next = false;                        ///< "Wrists sore?": the next sentence is a choice
  bool asks_how_often = false;                     ///< "How often?"
  bool tells_only = true;                          ///< nothing in it instructs
  bool at_same_time = false;                       ///< it goes on with the step before
  bool begins_with_then = false;                   ///< a step of its own, though on the breath that holds
  std::optional<Label> label;                      ///< of its first words
  bool is_headed = false;                          ///< the label is a heading in capitals
  std::vector<Term> parts_named;                   ///< of the body, last
  std::vector<Why> why;
};

/// What holds when a sentence begins.
struct Before {
  vocabulary::Breath breath = vocabulary::Breath::free; ///< until the sentence names another
  std::optional<vocabulary::Posture> posture;           ///< the one she is in, if known
  bool optional = false;                                ///< a condition was told before it
  bool asked_how_often = false;                         ///< a number is an answer, and no hold
  bool story = false;                                   ///< the exercise is told in the past tense
  bool moved = false;                                   ///< a step was told before it
  bool came_there = false;                              ///< … and it took her to a posture, in the same paragraph
  std::optional<Label> label;                           ///< of the heading above
  std::vector<Term> parts;                              ///< of the body, named last: "it" stands for them

  [[nodiscard]] bool operator==(const Before&) const = default;
};

[[nodiscard]] SentenceReading read_sentence(std::string_view sentence, const Before& before, const Lexicon& lexicon);

} // namespace supple::reader
