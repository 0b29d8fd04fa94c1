// SPDX-License-Identifier: Apache-2.0
#include "reader/unread.h"

#include "reader/clause_signs.h"
#include "reader/lengths.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

namespace {

bool names_breath(const Clause& clause, const Found& found) {
  return std::ranges::any_of(
      found.breaths, [&](const Match& match) { return match.first() >= clause.first && match.last() < clause.last; });
}

// "Spend the breath rising to where the wall becomes ceiling": more words are not known than a breath needs.
bool is_mostly_strange(const Clause& clause, const Found& found) {
  constexpr int most = 2;
  int strange = 0;
  for (int i = clause.first; i < clause.last; ++i)
    if (is_strange(found, i)) ++strange;
  return clause.mood == Mood::instruction && clause.moves.empty() && strange > most;
}

// "Breathe out and puddle your spine", "inhale and gloop it back in": a word that is not known, and then a part of her
// body, or what stands for one.
bool orders_something_strange(const Clause& clause, const Found& found) {
  for (int i = clause.first; i + 1 < clause.last; ++i) {
    const bool is_part_next = i + 2 < clause.last &&
                              (plain_is(found, i + 1, "your") || plain_is(found, i + 1, "the")) &&
                              is_part(found, i + 2);
    if (is_strange(found, i) && (is_part_next || is(found, i + 1, Glue::pronoun))) return true;
  }
  return false;
}

// "Billow as you blow out", "breathe out going back": something is done on the breath. In "take a long breath in" it is
// the breath itself.
bool does_something(const Clause& clause, const Found& found) {
  if (clause.head < 0 || is(found, clause.head, Glue::permitting)) return false;
  const auto breath = std::ranges::find_if(found.breaths, [&](const Match& match) {
    return match.first() >= clause.first && match.first() > clause.head && match.last() < clause.last;
  });
  if (breath == found.breaths.end()) return true;
  for (int i = clause.head + 1; i < breath->first(); ++i)
    if (links(found, i) || is(found, i, Glue::preposition)) return true;
  return false;
}

// "Let the ball come to a stop."
bool lets_something(const Clause& clause, const Found& found) {
  int i = clause.first;
  while (i + 1 < clause.last && (links(found, i) || is(found, i, Glue::adverb)))
    ++i;
  return (plain_is(found, i, "let") || plain_is(found, i, "allow")) && clause.head > i;
}

// What only seems to tell: its subject is not known, it goes on with what tells, or it is left to a part of her; or a
// part of her body is moved in it, whoever it is told of.
bool may_instruct(const Clause& clause) {
  return clause.reason == strange_reason || clause.reason == goes_on_reason || clause.reason == left_reason ||
         only_tells(clause);
}

bool moves_a_part(const Clause& clause, const Found& found) {
  return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
    return meant.words.size() > 1 && has_part(found, meant.first, meant.last + 1);
  });
}

// "She turned over, slowly, by way of hands and knees": what goes on telling names a posture, and no thing.
bool names_posture(const Clause& clause, const Found& found) {
  using vocabulary::Posture;
  return std::ranges::any_of(found.postures, [&](const Match& match) {
    const auto posture = static_cast<Posture>(match.meaning);
    return match.first() >= clause.first && match.last() < clause.last && match.words.size() > 1 &&
           posture != Posture::chair && posture != Posture::ball;
  });
}

// The terms of a clause, by what they do in it.
struct Tally {
  int moved = 0; ///< parts of the body
  int goals = 0; ///< where they go, or something of hers that is not known: "wobble your gizmo"
  bool has_thing = false;
};

Tally tally_of(const Clause& clause, const Found& found, const Lexicon::Entries& entries) {
  Tally tally;
  for (const Term& term : found.terms) {
    if (term.first < clause.first || term.last >= clause.last) continue;
    if (entries.concepts[static_cast<std::size_t>(term.meaning)].name == "prop") tally.has_thing = true;
    if (term.kind == Kind::part) ++(term.goal ? tally.goals : tally.moved);
    if (term.kind == Kind::way) ++tally.goals;
  }
  for (int i = clause.first; i + 1 < clause.last; ++i)
    if (plain_is(found, i, "your") && is_strange(found, i + 1)) ++tally.goals;
  return tally;
}

// "Step 1.", "Step one:" counts and tells nobody to step.
bool is_numbered(const Clause& clause, const Found& found) {
  return clause.head + 1 < clause.last && is_number(word_at(found, clause.head + 1).plain);
}

// "Press", "then uncross your legs", "wait for your head to clear": a verb that moves by itself, as "go", "take" and
// "find" do only with what is named beside them.
bool has_verb_of_moving(const Clause& clause, const Found& found) {
  return clause.head >= 0 && is_verb(found, clause.head) && !is(found, clause.head, Glue::going) &&
         !is(found, clause.head, Glue::permitting) && !is_numbered(clause, found);
}

} // namespace

bool only_tells(const Clause& clause) {
  constexpr std::array<std::string_view, 4> reasons{past_reason, nobody_reason, felt_reason, tells_reason};
  return std::ranges::find(reasons, clause.reason) != reasons.end();
}

bool moves_no_part(const Clause& clause, const Found& found) {
  return std::ranges::none_of(found.terms, [&](const Term& term) {
    return term.kind == Kind::part && !term.goal && term.first >= clause.first && term.last < clause.last;
  });
}

bool is_unread(const Clause& clause, const Found& found, bool mirrors, const Lexicon::Entries& entries) {
  if (clause.reason == unknown_reason) return true;
  const auto is_posture = [](const Meant& meant) { return meant.frame < 0; };
  if (clause.reason == past_reason && std::ranges::any_of(clause.moves, is_posture)) return true; // "she sat up"
  if (clause.mood == Mood::telling)
    return may_instruct(clause) &&
           (moves_a_part(clause, found) || (clause.reason != tells_reason && lets_something(clause, found)));
  if (clause.mood != Mood::instruction || !clause.moves.empty()) return false;
  const bool breathes = names_breath(clause, found);
  if (breathes &&
      (is_mostly_strange(clause, found) || orders_something_strange(clause, found) || does_something(clause, found)))
    return true;
  const Tally tally = tally_of(clause, found, entries);
  if (tally.has_thing) return false;
  if (breathes && clause.head >= 0 && tally.moved > 0)
    return true; // "With every exhale allow the pelvis to get heavier"
  const bool is_on_breath =
      !found.breaths.empty() && !breathes && clause.head >= 0 && !is(found, clause.head, Glue::permitting);
  if (is_on_breath) return true; // "Exhale and wander"
  if (clause.head < 0 || breathes) return tally.moved > 0 && tally.goals > 0 && !mirrors;
  return tally.moved + tally.goals > 0 || has_verb_of_moving(clause, found);
}

// "Breathe out and puddle your spine": what is done on the breath is not known; it is no mere breath.
bool LeftUnread::is_within(const BreathSpan& span) const {
  return std::ranges::any_of(clauses_, [&](const Clause& clause) {
    return clause.last > span.first && clause.first < span.last && clause.reason != felt_reason &&
           is_left(clause); // "breathe in and feel your belly rise" is a breath
  });
}

// "Rise onto your toes as you breathe in": the breath of what was told before it and could not be read.
bool LeftUnread::is_before(const BreathSpan& span) const {
  if (!is(found_, span.first, Glue::together) || word_at(found_, span.first).after_mark) return false;
  return std::ranges::any_of(clauses_, [&](const Clause& clause) {
    return clause.last == span.first && clause.moves.empty() && is_left(clause);
  });
}

// "Gather the arms and draw them in until your palms lie on your belly": not at once with what was read before.
bool LeftUnread::leads_to(const Clause& clause, int last_read) const {
  return is(found_, clause.first, Glue::ending) && std::ranges::any_of(clauses_, [&](const Clause& before) {
           return before.last == clause.first && before.first > last_read && before.head >= 0 && is_left(before);
         });
}

bool LeftUnread::is_left(const Clause& clause) const {
  const bool sets_up = // "knees bent, feet flat", "press into your hands and sit up"
      (!before_.posture && clause.head < 0) ||
      (moves_no_part(clause, found_) && !parted_by_then(found_, clauses_, clause.first, word_count(found_)));
  const bool is_of_posture =
      reading_.posture && sets_up && clause.mood == Mood::instruction && clause.reason != unknown_reason;
  const bool comes_by = before_.moved && clause.reason == goes_on_reason && names_posture(clause, found_);
  return !is_of_posture && !asks_provider(clause) && !is_of_what_was_told(clause) &&
         (comes_by || is_unread(clause, found_, reading_.mirrors, entries_));
}

// "Round your back and your hips drift half way", "with feet wide and your forearms on the sill": a part of her that
// took no part in any move of its clause. What only says how it is, "your feet flat", needs no move.
bool LeftUnread::leaves_part(const Clause& clause) const {
  if (clause.mood != Mood::instruction || clause.moves.empty()) return false;
  if (std::ranges::any_of(clause.moves, [&](const Meant& meant) { return is_doubtful(meant); })) return true;
  const auto is_read = [&](int word) {
    return is_of_breath(found_, word) || is_way(found_, word) || plain_is(found_, word, "facing") ||
           std::ranges::any_of(clause.moves, [&](const Meant& meant) {
             return std::ranges::find(meant.words, word) != meant.words.end();
           });
  };
  return std::ranges::any_of(found_.terms, [&](const Term& term) {
    if (term.kind != Kind::part || term.goal || term.passed || term.first < clause.first || term.last >= clause.last ||
        entries_.concepts[static_cast<std::size_t>(term.meaning)].name == "prop")
      return false;
    if (clause.head < 0 && !is(found_, term.last + 1, Glue::preposition)) return false;
    if (is_for(term.first)) return false;
    if (!term.named && plain_is(found_, term.first, "back") && plain_is(found_, term.last + 1, "to")) return false;
    for (int word = term.first; word <= term.last; ++word)
      if (is_read(word)) return false;
    return true;
  });
}

// "Turn to say good morning to your neighbour on the right": a word that is not known stands within what was read.
bool LeftUnread::is_doubtful(const Meant& meant) const {
  for (int word = meant.first; word <= meant.last; ++word)
    if (meant.frame >= 0 && is_strange(found_, word)) return true;
  return false;
}

// "Wide enough for the belly"
bool LeftUnread::is_for(int word) const {
  while (is(found_, word - 1, Glue::determiner))
    --word;
  return plain_is(found_, word - 1, "for") || plain_is(found_, word - 1, "as");
}

// "Ring the maternity unit", "go back to your doctor"
bool LeftUnread::asks_provider(const Clause& clause) const {
  return moves_no_part(clause, found_) &&
         std::ranges::find(reading_.cautions, vocabulary::Caution::provider) != reading_.cautions.end();
}

// "Make this four times", "give the left hip the same", "go only as far as is easy": how often, on which side and how
// far, and nothing new to do.
bool LeftUnread::is_of_what_was_told(const Clause& clause) const {
  const auto within = [&](const Match& match) { return match.first() >= clause.first && match.last() < clause.last; };
  const bool is_same =
      moves_no_part(clause, found_) || says_same(found_, clause); // "let your pelvis tip the other way" is new
  if (reading_.mirrors && is_same && std::ranges::any_of(opposites_, within)) return true;
  const bool counts =
      moves_no_part(clause, found_) && reading_.rounds && std::ranges::any_of(found_.counts, [&](const Count& count) {
        return count.range == *reading_.rounds && count.first >= clause.first && count.last <= clause.last;
      });
  const auto goes_on = going_on(found_, entries_);
  if (goes_on && before_.moved && moves_no_part(clause, found_) && within(*goes_on)) return true;
  return counts || is_limit(found_, clause);
}

} // namespace supple::reader
