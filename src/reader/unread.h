// SPDX-License-Identifier: Apache-2.0
// What instructs her and could not be read: nothing is dropped in silence.
#pragma once

#include "reader/breath_spans.h"
#include "reader/clause.h"
#include "reader/sentence.h"

#include <vector>

namespace supple::reader {

/// A clause that moves a part of the body and from which nothing was read; or one of which it is not known whether it
/// instructs, and which could. `mirrors`: its sentence says that the same is done on the other side.
[[nodiscard]] bool is_unread(const Clause& clause, const Found& found, bool mirrors, const Lexicon::Entries& entries);

/// It is told of others, of what was or of what she feels, whatever moves in it.
[[nodiscard]] bool only_tells(const Clause& clause);

/// The parts of the body that it names are only where something goes: "press into your hands".
[[nodiscard]] bool moves_no_part(const Clause& clause, const Found& found);

/// Which clauses of a sentence are listed as unread, by what else the sentence says.
class LeftUnread {
public:
  LeftUnread(const Found& found, const std::vector<Clause>& clauses, const Before& before,
             const SentenceReading& reading, const std::vector<Match>& opposites, const Lexicon::Entries& entries)
      : found_(found), clauses_(clauses), before_(before), reading_(reading), opposites_(opposites), entries_(entries) {
  }

  [[nodiscard]] bool is_left(const Clause& clause) const;
  [[nodiscard]] bool leaves_part(const Clause& clause) const;
  [[nodiscard]] bool is_within(const BreathSpan& span) const;
  [[nodiscard]] bool is_before(const BreathSpan& span) const;
  /// Something that is not read ends with this clause; `last_read`: the last word of a move that was read before.
  [[nodiscard]] bool leads_to(const Clause& clause, int last_read) const;

private:
  [[nodiscard]] bool asks_provider(const Clause& clause) const;
  [[nodiscard]] bool is_doubtful(const Meant& meant) const;
  [[nodiscard]] bool is_for(int word) const;
  [[nodiscard]] bool is_of_what_was_told(const Clause& clause) const;

  const Found& found_;
  const std::vector<Clause>& clauses_;
  const Before& before_;
  const SentenceReading& reading_;
  const std::vector<Match>& opposites_;
  const Lexicon::Entries& entries_;
};

} // namespace supple::reader
