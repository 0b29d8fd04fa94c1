// SPDX-License-Identifier: Apache-2.0
// What kind of thing each clause of a sentence says: what she is told to do, what is left to her, what not to do, or
// what only tells.
#pragma once

#include "reader/clause.h"

#include <optional>
#include <string_view>
#include <vector>

namespace supple::reader {

/// Judges the clauses of one sentence in their order: each by itself, and by those before it.
class Moods {
public:
  Moods(const Found& found, const Lexicon::Entries& entries, bool optional, std::optional<vocabulary::Posture> posture);

  /// Sets the mood and its reason, and clears the moves of a clause whose verb is not known. `before` are the clauses
  /// before it; a condition may make the last of them a choice.
  void judge(Clause& clause, std::vector<Clause>& before);

private:
  struct Lead;

  struct Verdict {
    Mood mood;
    std::string_view reason;
    bool passing = false; ///< said in passing: what follows goes on with what came before
  };

  [[nodiscard]] Lead lead_of(int first, int end) const;
  [[nodiscard]] Verdict verdict_on(const Clause& clause);
  [[nodiscard]] std::optional<Verdict> told(const Clause& clause, const Lead& lead, bool begins);
  [[nodiscard]] Verdict own_verdict(const Clause& clause, const Lead& lead, bool begins);
  [[nodiscard]] Verdict verbless(const Clause& clause, const Lead& lead, bool begins) const;
  [[nodiscard]] bool takes_posture_first(const Clause& clause) const;
  [[nodiscard]] bool negated(const Clause& clause) const;
  [[nodiscard]] bool keeps_still(const Clause& clause) const;
  [[nodiscard]] bool tells_of_elsewhere() const;
  [[nodiscard]] bool leaves_choice(const Clause& clause, const std::vector<Clause>& before) const;
  [[nodiscard]] bool opens_telling(const Clause& clause) const;

  [[nodiscard]] bool begins(const Clause& clause) const { return clause.first == found_.after_label; }

  [[nodiscard]] bool is_last(const Clause& clause) const { return clause.last == word_count(found_); }

  const Found& found_;
  const Lexicon::Entries& entries_;
  const bool optional_;
  const std::optional<vocabulary::Posture> posture_;
  const bool is_elsewhere_;
  bool conditional_ = false;
  bool chosen_ = false;     ///< only an "or" made it a choice: the next breath ends it
  bool after_when_ = false; ///< the clause before says when
  bool passed_ = false;     ///< the clause before was said in passing
  bool explains_ = false;   ///< the clause before says why
  bool forbids_ = false;    ///< the clause before forbids, and "and" may go on with it
  bool moved_ = false;      ///< a clause before has a move
  bool of_some_ = false;    ///< it is told to some only
  bool tells_ = false;      ///< the sentence began by telling: only an order changes that
  Mood previous_ = Mood::telling;
};

} // namespace supple::reader
