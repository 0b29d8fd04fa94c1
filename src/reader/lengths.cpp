// SPDX-License-Identifier: Apache-2.0
#include "reader/lengths.h"

#include <algorithm>

namespace supple::reader {

using vocabulary::Move;

namespace {

bool is_breaths(const Count& count) {
  return count.unit == "breath";
}

// "… for three breaths", "for ten seconds"
bool tells_for_how_long(const Clause& clause, const Found& found) {
  return std::ranges::any_of(found.counts, [&](const Count& count) {
    const bool is_length = is_breaths(count) || count.unit == "second" || count.unit == "minut";
    return is_length && count.first > clause.head && count.first < clause.last &&
           plain_is(found, count.first - 1, "for");
  });
}

bool only_holds(const Clause& clause) {
  return clause.mood == Mood::instruction && clause.moves.size() == 1 && clause.moves.front().move == Move::stay;
}

// "Breathe in and hold for three": the count is of the hold.
bool is_of_hold(const Count& count, const BreathSpan& span, const std::vector<Clause>& clauses) {
  return std::ranges::any_of(clauses, [&](const Clause& clause) {
    return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
      return meant.move == Move::stay && meant.first > span.named && meant.first < count.first;
    });
  });
}

} // namespace

void note_what_is_kept(std::vector<Clause>& clauses, const Found& found) {
  for (std::size_t c = 0; c < clauses.size(); ++c) {
    Clause& clause = clauses[c];
    if (clause.mood != Mood::instruction || !plain_is(found, clause.head, "keep")) continue;
    if (plain_is(found, clause.head + 1, "hold") && tells_for_how_long(clause, found)) clause.moves.clear();
    if (c + 1 < clauses.size() && only_holds(clauses[c + 1])) clause.mood = Mood::throughout;
  }
}

bool rests_from_work(const Found& found) {
  return found.counts.size() == 1 && !is_breaths(found.counts.front()) &&
         plain_is(found, found.counts.front().first - 1, "rest");
}

bool waits(const Meant& meant, const Found& found) {
  const std::string& stem = word_at(found, meant.first).stem;
  return meant.move == Move::stay && found.counts.empty() && (stem == "wait" || stem == "rest");
}

bool waits_until(const Meant& meant, const Found& found) {
  const int next = meant.last + 1;
  return meant.move == Move::stay && meant.words.size() == 1 && word_at(found, meant.first).stem == "wait" &&
         (plain_is(found, next, "until") || plain_is(found, next, "till"));
}

bool breathes_there(const Clause& clause, const Count& count, const Found& found) {
  const auto is_breathing = [](const Meant& meant) { return meant.move == Move::breathe; };
  return count.unit == "tim" && !clause.moves.empty() && std::ranges::all_of(clause.moves, is_breathing) &&
         (plain_is(found, count.first - 1, "here") || plain_is(found, count.first - 1, "there"));
}

bool begins_with_length(const Clause& clause, const Count& count, const Found& found) {
  return count.first == found.after_label &&
         (count.last + 1 >= clause.last || word_at(found, count.last + 1).after_mark);
}

bool tells_a_length(const Clause& clause, const Found& found) {
  if (clause.mood != Mood::telling || (clause.reason != strange_reason && clause.reason != goes_on_reason))
    return false;
  return std::ranges::any_of(found.counts, [&](const Count& count) {
    return count.first >= clause.first && count.first < clause.last && is_breaths(count) && count.range.max > 1;
  });
}

void count_breaths(std::vector<Part>& parts, const Found& found, const std::vector<Clause>& clauses,
                   const std::vector<BreathSpan>& spans) {
  for (Part& part : parts) {
    if (!part.breath_said) continue;
    for (const BreathSpan& span : spans) {
      if (span.breath != part.breath) continue;
      for (const Count& count : found.counts) {
        if (count.first <= span.named || count.first >= span.last || !is_of_seconds(found, count)) continue;
        if (!is_of_hold(count, span, clauses) && part.counts == 0) part.counts = count.range.min;
      }
    }
  }
}

std::optional<Match> going_on(const Found& found, const Lexicon::Entries& entries) {
  for (const Match& match : find_all(entries.going_on, found.words)) {
    int next = match.last() + 1;
    if (plain_is(found, next, "to")) ++next;
    if (next >= word_count(found) || word_at(found, next).stem != "breath") return match;
  }
  return std::nullopt;
}

bool goes_to_and_fro(const Meant& meant, const Found& found, const Lexicon::Entries& entries) {
  if (meant.move != Move::return_ && meant.move != Move::pelvis_back) return false;
  if (std::ranges::any_of(found.counts, [&](const Count& count) { return count.last == meant.first; })) return true;
  const auto goes_on = going_on(found, entries);
  return plain_is(found, meant.first, "go") && goes_on && goes_on->words.size() > 1 && goes_on->first() <= meant.last &&
         meant.last <= goes_on->last();
}

} // namespace supple::reader
