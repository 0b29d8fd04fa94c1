// SPDX-License-Identifier: Apache-2.0
// The lexicon made ready for matching. Only the reader's own files look into it.
#pragma once

#include "reader/lexicon.h"
#include "reader/words.h"
#include "vocabulary/vocabulary.h"

#include <map>
#include <string>
#include <vector>

namespace supple::reader {

/// One place of a phrase: any of these stems, after at most `gap` other words.
struct Slot {
  std::vector<std::string> stems;
  int gap = 0;
};

/// A phrase and what it stands for: an index into whatever its list speaks of.
struct Phrase {
  std::vector<Slot> slots;
  int meaning = 0;
  std::string written; ///< as in the file
};

/// Phrases of one kind, found by the stem they begin with.
struct Phrases {
  std::vector<Phrase> list;
  std::map<std::string, std::vector<int>, std::less<>> by_first;
};

struct Lexicon::Entries {
  Phrases breaths;  ///< meaning: vocabulary::Breath
  Phrases sides;    ///< vocabulary::Side
  Phrases postures; ///< vocabulary::Posture
  Phrases moves;    ///< vocabulary::Move
  Phrases cautions; ///< vocabulary::Caution
  Phrases negations, conditions, sequences, tellings;
  Phrases amounts;                               ///< hundredths
  std::vector<std::string> going, actions, body; ///< stems
};

/// A phrase that was found: the words of its slots, and its first and last.
struct Match {
  int meaning = 0;
  std::vector<int> words;

  [[nodiscard]] int first() const { return words.front(); }

  [[nodiscard]] int last() const { return words.back(); }
};

/// All phrases found in the words, in their order. Where two want the same word, the longer one is taken, then the
/// earlier one.
[[nodiscard]] std::vector<Match> find_all(const Phrases& phrases, const std::vector<Word>& words);

} // namespace supple::reader
