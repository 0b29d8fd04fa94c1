// SPDX-License-Identifier: Apache-2.0
#include "reader/mood.h"

#include "reader/clause_signs.h"

#include <algorithm>
#include <optional>
#include <string>

namespace supple::reader {

namespace {

constexpr std::string_view condition_reason = "under a condition";
constexpr std::string_view when_reason = "it says when";

// "Grab the edge", "stop here": a word that may tell begins a move with others.
bool begins_move(const Clause& clause, int first) {
  return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
    return meant.frame >= 0 && meant.words.size() > 1 && std::ranges::find(meant.words, first) != meant.words.end();
  });
}

bool is_look(const Found& found, const Clause& clause) {
  return !clause.moves.empty() && plain_is(found, clause.head, "look");
}

} // namespace

// What stands before the verb of a clause.
struct Moods::Lead {
  bool has_name = false;    ///< a part of the body
  bool has_speaker = false; ///< "I", "she"
  bool has_you = false;
  bool has_pronoun = false;
  bool is_strange = false; ///< words that are no part of telling someone to move
  unsigned glue = 0;       ///< of all words up to the verb

  [[nodiscard]] bool has(Glue one) const { return (glue & bit(one)) != 0; }
};

Moods::Lead Moods::lead_of(int first, int end) const {
  Lead lead;
  for (int i = first; i < end; ++i) {
    const auto k = static_cast<std::size_t>(i);
    if (found_.of_breath[k]) continue;
    const unsigned glue = found_.glue[k];
    lead.glue |= is_way(found_, i) ? glue & ~bit(Glue::past) : glue; // "to where you began"
    const std::string& word = word_at(found_, i).plain;
    if (word == "you" || word == "you'll" || word == "you're") lead.has_you = true;
    if (is(found_, i, Glue::speaker) && !is(found_, i - 1, Glue::preposition)) lead.has_speaker = true; // "under me"
    if (is(found_, i, Glue::pronoun)) lead.has_pronoun = true;
    const bool part = is_part(found_, i);
    lead.has_name = lead.has_name || part;
    if (is_strange(found_, i)) lead.is_strange = true;
  }
  return lead;
}

Moods::Moods(const Found& found, const Lexicon::Entries& entries, bool optional,
             std::optional<vocabulary::Posture> posture)
    : found_(found), entries_(entries), optional_(optional), posture_(posture), is_elsewhere_(tells_of_elsewhere()) {}

void Moods::judge(Clause& clause, std::vector<Clause>& before) {
  const Verdict verdict = verdict_on(clause);
  clause.mood = verdict.mood;
  if (leaves_choice(clause, before)) {
    before.back().mood = clause.mood = Mood::option;
    before.back().reason = condition_reason;
  }
  moved_ = moved_ || !clause.moves.empty();
  if (verdict.reason == unknown_reason) clause.moves.clear();
  clause.reason = verdict.reason;
  passed_ = verdict.passing;
  after_when_ = verdict.reason == when_reason;
  explains_ = plain_is(found_, clause.first, "because") || (explains_ && verdict.reason == goes_on_reason);
  if (clause.mood != Mood::avoid || begins(clause)) forbids_ = false;
  forbids_ = forbids_ || (clause.mood == Mood::avoid && forbids_more(found_, clause));
  if (!verdict.passing) previous_ = clause.mood;
}

bool Moods::negated(const Clause& clause) const {
  const int end = clause.head >= 0 ? clause.head + 1 : clause.last;
  return std::ranges::any_of(found_.negations, [&](const Match& match) {
    return match.last() >= clause.first && match.first() <= end && match.first() < clause.last;
  });
}

// "For ten breaths she did not stir": the hold is read from the negation itself.
bool Moods::keeps_still(const Clause& clause) const {
  const bool is_counted = std::ranges::any_of(found_.counts, [](const Count& count) {
    return count.unit == "breath" || count.unit == "second" || count.unit == "sec" || count.unit == "minut";
  });
  if (!is_counted || clause.moves.size() != 1 || clause.moves.front().move != vocabulary::Move::stay) return false;
  const std::vector<int>& read = clause.moves.front().words;
  return std::ranges::any_of(found_.negations,
                             [&](const Match& match) { return std::ranges::find(read, match.last()) != read.end(); });
}

Moods::Verdict Moods::verdict_on(const Clause& clause) {
  const int end = clause.head >= 0 ? clause.head : comparison_in(found_, clause);
  Lead lead = lead_of(clause.first, end);
  lead.is_strange = lead.is_strange || has_thing(found_, clause.first, clause.head);
  const bool is_or = plain_is(found_, clause.first, "or");
  if (conditional_ && (turns(found_, clause) || (chosen_ && !is_or && has_breath(found_, clause))))
    conditional_ = chosen_ = false;
  const bool begins = this->begins(clause);
  if (found_.is_question) return {Mood::telling, "a question"};
  if (is_elsewhere_) return {Mood::telling, "it tells of something else"};
  if (found_.label == Label::avoid) return {Mood::avoid, "its label says what not to do"};
  if (found_.label == Label::option) return {Mood::option, "its label makes it a choice"};
  if (found_.label == Label::tell) return {Mood::telling, "its label only tells"};
  if (begins && speaks_of_some(found_, clause)) of_some_ = true;
  if (of_some_) return {Mood::option, "it is for some only"};
  if (begins && is_or) conditional_ = true;
  if (opens_condition(found_, clause)) {
    conditional_ = conditional_ || begins || previous_ != Mood::instruction || is_or || (!moved_);
    return {conditional_ ? Mood::option : Mood::telling, "a condition"};
  }
  if (plain_is(found_, clause.first, "without") && clause.moves.empty())
    return {Mood::telling, "it says why or what it is like", true};
  if (keeps_still(clause)) return {Mood::instruction, "it says to keep still"};
  if (negated(clause)) return {Mood::avoid, "it says not to"};
  if (previous_ == Mood::avoid && !begins && is(found_, clause.first, Glue::together) &&
      !word_at(found_, clause.first).after_mark)
    return {Mood::avoid, "it goes on with what not to do"};
  if (previous_ == Mood::avoid && passed_ && plain_is(found_, clause.first, "and"))
    return {Mood::avoid, "it goes on with what not to do"};
  if (previous_ == Mood::avoid && forbids_ && goes_on_forbidden(found_, clause))
    return {Mood::avoid, "it goes on with what not to do"};
  if (previous_ == Mood::avoid && is_or) return {Mood::avoid, "it goes on with what not to do"};
  if (previous_ == Mood::avoid && !begins && clause.head >= 0 && is_gerund(found_, clause.head))
    return {Mood::avoid, "it goes on with what not to do"};
  const bool may_stay = // "you can stay like this for as long as you wish"
      lead.has_you && !conditional_ && clause.moves.size() == 1 && clause.moves.front().move == vocabulary::Move::stay;
  if (lead.has(Glue::offering) && !may_stay) {
    conditional_ = conditional_ || lead.has_you || begins;
    return {lead.has_name && !lead.has_you ? Mood::telling : Mood::option, left_reason};
  }
  if (is_or && (previous_ == Mood::instruction || previous_ == Mood::option)) conditional_ = chosen_ = true;
  const Verdict own = own_verdict(clause, lead, begins);
  if (own.mood == Mood::instruction && (conditional_ || optional_)) return {Mood::option, condition_reason};
  return own;
}

// What is told, whatever stands in it, by how it begins.
std::optional<Moods::Verdict> Moods::told(const Clause& clause, const Lead& lead, bool begins) {
  if (!begins && says_where_a_thing_is(found_, clause)) return Verdict{Mood::telling, "it says where a thing is", true};
  if (is(found_, clause.first, Glue::purpose) && !names_this(found_, clause.first) &&
      !(plain_is(found_, clause.first, "like") && plain_is(found_, clause.first + 1, "that") &&
        clause.head > clause.first)) // "like that you stay"
    return Verdict{Mood::telling, "it says why or what it is like", true};
  if (is(found_, clause.first, Glue::afterwards) && !plain_is(found_, clause.first, "before"))
    return Verdict{Mood::telling, when_reason};
  if (plain_is(found_, clause.first, "before") && (begins || (lead.has_speaker && previous_ == Mood::telling)))
    return Verdict{Mood::telling, when_reason};
  if (begins && opens_telling(clause)) {
    tells_ = true;
    return Verdict{Mood::telling, tells_reason};
  }
  // "Because it is hard to be serious while you are wagging"
  if (explains_ && !begins && is(found_, clause.first, Glue::together) && !word_at(found_, clause.first).after_mark)
    return Verdict{Mood::telling, goes_on_reason, true};
  if (is_of_another(found_, clause)) return Verdict{Mood::telling, "it is of another"};
  if (begins && lists_doings(found_, clause)) {
    tells_ = true;
    return Verdict{Mood::telling, nobody_reason};
  }
  const bool is_bare = clause.head == clause.first && clause.last == clause.first + 1;
  if (tells_ && is_bare && !begins && !word_at(found_, clause.first).after_mark) // "this is a lazy kinda wag"
    return Verdict{Mood::telling, "it goes on telling"};
  if (says_what_it_is_like(found_, clause)) return Verdict{Mood::telling, "it says why or what it is like", true};
  if (is_room_to_move(found_, clause)) return Verdict{Mood::telling, tells_reason};
  if (is_about_this(found_, clause)) {
    tells_ = tells_ || begins;
    return Verdict{Mood::telling, tells_reason};
  }
  if (begins && !is_last(clause) && plain_is(found_, clause.first, "to"))
    return Verdict{Mood::telling, "it says what for", true};
  if (tells_ && (lead.has_you || lead.has_name || lead.has_speaker || clause.head < 0))
    return Verdict{Mood::telling, "it goes on telling"};
  return std::nullopt;
}

Moods::Verdict Moods::own_verdict(const Clause& clause, const Lead& lead, bool begins) {
  if (const auto only = told(clause, lead, begins)) return *only;
  if (lead.has(Glue::sensing) ||
      (clause.head >= 0 && is(found_, clause.head, Glue::sensing) && !is_look(found_, clause)))
    return {Mood::telling, felt_reason};
  if (lead.has_speaker && is_past(found_, clause)) return {Mood::telling, past_reason};
  if (begins && lead.has(Glue::past) && !has_breath(found_, clause)) tells_ = true;
  if (lead.has(Glue::past) && !(has_breath(found_, clause) && !lead.is_strange)) return {Mood::telling, past_reason};
  if (lead.has(Glue::telling) && !lead.has(Glue::permitting)) return {Mood::telling, tells_reason};
  if (has_breath(found_, clause) && !lead.is_strange) return {Mood::instruction, "a breath"};
  if (clause.head < 0) return verbless(clause, lead, begins);
  if (begins && is_gerund(found_, clause.first) && !is_of_breath(found_, clause.first) &&
      has_third_person(found_, clause)) {
    tells_ = true;
    return {Mood::telling, nobody_reason};
  }
  if ((lead.has_name || is(found_, clause.first, Glue::determiner) || has_plain_subject(found_, clause)) &&
      !lead.has_you && is_staying(found_, clause))
    return {Mood::throughout, "it stays as it is"};
  if (begins && is_last(clause) && lead.has_name && !lead.has_you && is_gerund(found_, clause.head))
    return {Mood::telling, nobody_reason}; // "The left hip popping up."
  if (lead.has_you || lead.has_name) return {Mood::instruction, "it says what the body does"};
  if (lead.has_speaker && says_habit(found_, clause)) return {Mood::telling, tells_reason};
  if (lead.has_speaker) return {Mood::instruction, "someone shows it"};
  if (begins && is_all_of_it(found_, clause)) return {Mood::instruction, "of what was named before"};
  if (lead.has_pronoun && !lead.has(Glue::permitting))
    return {previous_ == Mood::instruction ? Mood::instruction : Mood::telling, "of what was named before"};
  if (lead.is_strange) return {Mood::telling, strange_reason};
  if (!begins && plain_is(found_, clause.first, "to")) return {previous_, goes_on_reason};
  if (begins && is(found_, clause.first, Glue::together)) return {Mood::instruction, "at the same time"};
  const bool inherits = is_third_person(found_, clause.head) ||
                        (is_gerund(found_, clause.head) && !lead.has(Glue::permitting) && !lead.has(Glue::going));
  if (inherits && begins && !has_breath(found_, clause)) {
    tells_ = is_last(clause) || !is_imperative_ahead(found_, clause);
    return {Mood::telling, nobody_reason};
  }
  if (inherits && !begins) return {previous_ == Mood::option ? Mood::option : previous_, goes_on_reason};
  return {Mood::instruction, "she is told to"};
}

// "You stare at the screen for six hours a day", "save your back with our app", "it prefers to leave as the hips sink".
bool Moods::tells_of_elsewhere() const {
  const int next = found_.after_label + 1;
  const bool is_of_it = next < word_count(found_) && plain_is(found_, next - 1, "it") && is_strange(found_, next) &&
                        is_third_person(found_, next);
  return found_.breaths.empty() && (is_of_it || !find_all(entries_.elsewhere, found_.words).empty());
}

// "Rest on your elbows if your wrists are sore": what stands before a condition that ends the sentence is a choice.
bool Moods::leaves_choice(const Clause& clause, const std::vector<Clause>& before) const {
  return !before.empty() && before.back().mood == Mood::instruction && before.back().last == clause.first &&
         is_last(clause) && is(found_, clause.first, Glue::condition) && !plain_is(found_, clause.first + 2, "can") &&
         !word_at(found_, clause.first).after_stop;
}

bool Moods::opens_telling(const Clause& clause) const {
  int first = clause.first;
  while (first + 1 < clause.last && is(found_, first, Glue::joining))
    ++first;
  if (is(found_, first, Glue::permitting) && is(found_, first + 1, Glue::permitting)) return false; // "see if you can"
  const std::vector<Word> words(found_.words.begin() + first, found_.words.begin() + clause.last);
  return std::ranges::any_of(find_all(entries_.tellings, words), [&](const Match& match) {
    return match.first() == 0 && !(match.words.size() == 1 && begins_move(clause, first));
  });
}

// "When you are tired of sitting, kneel on the floor."
bool Moods::takes_posture_first(const Clause& clause) const {
  return is(found_, clause.first, Glue::going) && !is_gerund(found_, clause.first) &&
         std::ranges::any_of(clause.moves,
                             [&](const Meant& meant) { return meant.frame < 0 && meant.first == clause.first; });
}

Moods::Verdict Moods::verbless(const Clause& clause, const Lead& lead, bool begins) const {
  if (has_breath(found_, clause)) return {Mood::instruction, "a breath"};
  if (after_when_ && word_at(found_, clause.first).after_mark && takes_posture_first(clause))
    return {Mood::instruction, "she is told to"};
  if (!begins && previous_ == Mood::telling) return {Mood::telling, goes_on_reason};
  int end = clause.last;
  if (!clause.moves.empty()) end = std::ranges::max(clause.moves, {}, &Meant::last).last + 1;
  const bool is_strange = lead_of(clause.first, end).is_strange;
  if (is_strange && is_unknown_order(found_, clause, posture_.has_value())) return {Mood::instruction, unknown_reason};
  if (is_strange && !lead.has(Glue::permitting)) return {Mood::telling, strange_reason};
  if (lead.has_speaker && posture_.has_value() && takes_posture(found_, clause))
    return {Mood::instruction, "someone shows it"};
  if (lead.has_speaker && !is_let_do(found_, clause.first) && !lead.has(Glue::permitting)) // "she lets it sink"
    return {Mood::telling, tells_reason};
  return {Mood::instruction, "how she is to be"};
}

} // namespace supple::reader
