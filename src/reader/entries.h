// SPDX-License-Identifier: Apache-2.0
// The lexicon made ready for matching. Only the reader's own files look into it.
#pragma once

#include "reader/lexicon.h"
#include "reader/slips.h"
#include "reader/words.h"
#include "text/place.h"
#include "vocabulary/vocabulary.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace supple::reader {

/// One place of a phrase: any of these stems, after at most `gap` other words.
struct Slot {
  std::vector<std::string> stems;
  int gap = 0;
};

/// Where an entry stands.
struct Origin {
  int layer = 0; ///< index into Entries::layers
  text::Place place;
};

/// A phrase and what it stands for: an index into whatever its list speaks of.
struct Phrase {
  std::vector<Slot> slots;
  int meaning = 0;
  std::string written; ///< as in the file
  Origin origin;
};

/// Phrases of one kind, found by the stem, or by just the form, of the word they begin with.
struct Phrases {
  std::vector<Phrase> list;
  std::unordered_map<std::string, std::vector<int>> by_first, by_form;
};

/// What a concept is in a sentence.
enum class Kind : std::uint8_t {
  act,   ///< something done: a verb
  part,  ///< a part of the body
  way,   ///< a direction, a goal, a state or a likeness
  idiom, ///< a turn of phrase whose words mean nothing by themselves: "on the other hand"
  word,  ///< just this word, of a frame that names it
};

struct Concept {
  std::string name;
  Kind kind = Kind::word;
  bool leads = false; ///< "to", "from": what a frame names after it must stand after it
};

/// What must stand in one clause, in any order, for a move to be meant: of each slot any one of these concepts.
struct Frame {
  std::vector<std::vector<int>> slots;
  vocabulary::Move move = vocabulary::Move::stay;
  std::uint32_t postures = 0; ///< in which it is meant, a bit for each; 0: in all
  bool also = false;          ///< written with a `+`: meant beside other moves that use the same words
  bool spare = false;         ///< written with a `?`: meant only where its clause means no other move
  bool alone = false;         ///< written with a full stop: meant only where its clause says nothing else
  std::string written;        ///< as in the file
  Origin origin;
};

[[nodiscard]] constexpr std::uint32_t bit_of(vocabulary::Posture posture) {
  return std::uint32_t{1} << static_cast<unsigned>(posture);
}

/// The words that hold a sentence together; each list is one key under `[grammar]` of the lexicon.
enum class Glue : std::uint8_t {
  determiner,  ///< stands before a name: "the", "your"
  adjective,   ///< stands between it and the name: "low", "whole"
  adverb,      ///< may stand anywhere: "gently", "now"
  auxiliary,   ///< a verb that only helps another: "will", "is"
  permitting,  ///< lets another verb happen: "let", "allow", "begin to"
  offering,    ///< leaves it to her: "you can", "might"
  sensing,     ///< is felt, not done: "feel", "notice"
  past,        ///< tells of what was: "have", "was"
  telling,     ///< its subject only tells: "helps", "eases"
  joining,     ///< begins a clause of equal rank: "and", "then"
  together,    ///< begins what happens at the same time: "as", "while"
  ending,      ///< begins where it leads to: "until"
  purpose,     ///< begins what is only said about it: "because", "which", "as if"
  condition,   ///< begins a condition: "if", "unless"
  afterwards,  ///< begins what is over by then: "once", "when"
  speaker,     ///< people who show it: "I", "we", "she"
  pronoun,     ///< stands for a part named before: "it", "them"
  state,       ///< tells how something is: "long", "heavy"; begins no clause
  ready,       ///< after it, told when, an order may follow without a mark: "when you've had enough"
  preposition, ///< what stands after it is where something goes: "towards", "under"
  filler,      ///< says nothing of who is told to do what: "very", "time"
  going,       ///< takes her to a posture: "come", "lie"
};

/// What a teacher writes short, and the words that it stands for.
struct Short {
  std::string form;               ///< with a capital in it: meant only as it is written
  std::vector<std::string> words; ///< in lower case
};

/// What a phrase of [rounds] says of its number.
enum class Often : std::uint8_t {
  told,  ///< it is done so often
  most,  ///< it is done once at least, and so often at most: "up to ten"
  least, ///< "at least ten"
  none,  ///< it is something else that is counted: "three times a day"
};

/// What the words before a colon, or a heading, say of what follows.
enum class Label : std::uint8_t { inhale, exhale, option, avoid, step, tell };
inline constexpr int label_count = 6;

struct Lexicon::Entries {
  std::vector<std::string> layers; ///< the names of the files, from the ground up
  Phrases breaths;                 ///< meaning: vocabulary::Breath
  Phrases sides;                   ///< vocabulary::Side
  Phrases postures;                ///< vocabulary::Posture
  Phrases cautions;                ///< vocabulary::Caution
  Phrases amounts;                 ///< hundredths
  Phrases spots;                   ///< vocabulary::Spot
  Phrases glue;                    ///< Glue
  Phrases negations, conditions, sequences, tellings, troubles, opposites, corrections, numbered, sighs, in_all,
      both_sides, throughout, back_to, going_on, of_all, again, warnings, elsewhere;
  Phrases rounds;                                        ///< Often; `#` stands for the number
  Phrases labels;                                        ///< Label
  Slips slips;                                           ///< of all these words
  std::unordered_map<std::string, std::string> presents; ///< of verbs without rule: "came" → "come"
  /// "kn" → "knee", by the first word of the form in lower case; of those of one word the longest stands first.
  std::unordered_map<std::string, std::vector<Short>> shorts;
  std::vector<Concept> concepts;
  Phrases terms;             ///< an index of `concepts`
  std::vector<Frame> frames; ///< those of a layer stand before those of the layers beneath, and so win over them
  std::vector<std::vector<int>> frames_of; ///< of each concept: the frames whose first slot it may fill
};

/// All lists of phrases.
inline constexpr std::array phrase_lists{
    &Lexicon::Entries::breaths,    &Lexicon::Entries::sides,       &Lexicon::Entries::amounts,
    &Lexicon::Entries::spots,      &Lexicon::Entries::postures,    &Lexicon::Entries::cautions,
    &Lexicon::Entries::labels,     &Lexicon::Entries::glue,        &Lexicon::Entries::negations,
    &Lexicon::Entries::sequences,  &Lexicon::Entries::tellings,    &Lexicon::Entries::conditions,
    &Lexicon::Entries::opposites,  &Lexicon::Entries::corrections, &Lexicon::Entries::numbered,
    &Lexicon::Entries::sighs,      &Lexicon::Entries::in_all,      &Lexicon::Entries::troubles,
    &Lexicon::Entries::both_sides, &Lexicon::Entries::throughout,  &Lexicon::Entries::back_to,
    &Lexicon::Entries::going_on,   &Lexicon::Entries::of_all,      &Lexicon::Entries::again,
    &Lexicon::Entries::warnings,   &Lexicon::Entries::elsewhere,   &Lexicon::Entries::rounds,
    &Lexicon::Entries::terms};

/// One key of one table of the file, which lists the phrases of one meaning.
struct List {
  std::string_view table, key;
  int meaning = 0;
  Phrases Lexicon::Entries::* into = nullptr;
};

/// All lists that are neither concepts nor named by the vocabulary.
[[nodiscard]] std::span<const List> lists();

/// The tables of concepts, in the order of Kind.
inline constexpr std::array<std::string_view, 4> concept_tables{"acts", "parts", "ways", "idioms"};

/// A phrase that was found: the words of its slots, and its first and last.
struct Match {
  int meaning = 0;
  std::vector<int> words;
  int phrase = 0; ///< index into the list

  [[nodiscard]] int first() const { return words.front(); }

  [[nodiscard]] int last() const { return words.back(); }
};

/// Every place where a phrase could be found, overlapping or not, in no order.
[[nodiscard]] std::vector<Match> candidates(const Phrases& phrases, const std::vector<Word>& words);

/// All phrases found in the words, in their order. Where two want the same word, the longer one is taken, then the
/// earlier one.
[[nodiscard]] std::vector<Match> find_all(const Phrases& phrases, const std::vector<Word>& words);

} // namespace supple::reader
