// SPDX-License-Identifier: Apache-2.0
#include "reader/clause.h"

#include "reader/clause_signs.h"
#include "reader/clause_starts.h"
#include "reader/frames.h"
#include "reader/posture_names.h"
#include "text/sorted.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Move;

// What stands before the verb of a clause.
struct Lead {
  bool has_name = false;    ///< a part of the body
  bool has_speaker = false; ///< "I", "she"
  bool has_you = false;
  bool has_pronoun = false;
  bool is_strange = false; ///< words that are no part of telling someone to move
  unsigned glue = 0;       ///< of all words up to the verb
};

Lead lead_of(const Found& found, int first, int end) {
  Lead lead;
  for (int i = first; i < end; ++i) {
    const auto k = static_cast<std::size_t>(i);
    if (found.of_breath[k]) continue;
    const unsigned glue = found.glue[k];
    lead.glue |= is_way(found, i) ? glue & ~bit(Glue::past) : glue; // "to where you began"
    const std::string& word = word_at(found, i).plain;
    if (word == "you" || word == "you'll" || word == "you're") lead.has_you = true;
    if (is(found, i, Glue::speaker) && !is(found, i - 1, Glue::preposition)) lead.has_speaker = true; // "under me"
    if (is(found, i, Glue::pronoun)) lead.has_pronoun = true;
    const bool part = is_part(found, i);
    lead.has_name = lead.has_name || part;
    if (is_strange(found, i)) lead.is_strange = true;
  }
  return lead;
}

bool has(const Lead& lead, Glue glue) {
  return (lead.glue & bit(glue)) != 0;
}

bool negated(const Found& found, const Clause& clause) {
  const int end = clause.head >= 0 ? clause.head + 1 : clause.last;
  return std::ranges::any_of(found.negations, [&](const Match& match) {
    return match.last() >= clause.first && match.first() <= end && match.first() < clause.last;
  });
}

struct Verdict {
  Mood mood;
  std::string_view reason;
  bool passing = false; ///< said in passing: what follows goes on with what came before
};

// The terms of the clause, with the parts of the clause before where a pronoun stands for them.
std::vector<Term> terms_within(const Found& found, const Clause& clause, const std::vector<Term>& before) {
  std::vector<Term> terms;
  const auto first = std::ranges::lower_bound(found.terms, clause.first, {}, &Term::first);
  for (auto term = first; term != found.terms.end() && term->first < clause.last; ++term)
    if (term->last < clause.last) terms.push_back(*term);
  if (std::ranges::any_of(terms, [](const Term& term) { return term.kind == Kind::part; })) return terms;
  if (clause.head >= 0 && is_third_person(found, clause.head) && is(found, clause.first, Glue::joining)) {
    for (Term part : before) { // "the back lifts and rounds": the subject goes on
      part.first = part.last = clause.first;
      part.passed = true;
      terms.push_back(part);
    }
    return terms;
  }
  for (int i = clause.first; i < clause.last; ++i) {
    if (!is(found, i, Glue::pronoun) || is_of_breath(found, i) || is_of_no_part(found, i)) continue;
    for (Term part : before) {
      part.first = part.last = i;
      terms.push_back(part);
    }
    break;
  }
  return terms;
}

constexpr std::string_view condition_reason = "under a condition";

class Judge {
public:
  Judge(const Found& found, const Lexicon::Entries& entries, bool optional, std::optional<vocabulary::Posture> posture,
        std::vector<Term>& parts)
      : found_(found), entries_(entries), optional_(optional), posture_(posture), parts_(parts) {}

  std::vector<Clause> judge() {
    std::vector<Clause> clauses;
    const std::vector<int> starts = clause_starts(found_);
    for (std::size_t s = 0; s < starts.size(); ++s) {
      Clause clause;
      clause.first = starts[s];
      clause.last = s + 1 < starts.size() ? starts[s + 1] : static_cast<int>(found_.words.size());
      if (clause.first >= clause.last) continue;
      clause.head = head_of(clause);
      std::vector<Term> terms = terms_within(found_, clause, parts_);
      take_waiting(clause, terms);
      if (goes_on_listing(clause)) std::ranges::copy(listing_at(clause.first), std::back_inserter(terms));
      clause.moves = moves_meant(terms, clause.head, posture_, entries_);
      if (clause.moves.empty() && goes_on_with_subject(clause, clauses)) {
        for (Term part : parts_) {
          part.first = part.last = clause.first;
          terms.push_back(part);
        }
        clause.moves = moves_meant(terms, clause.head, posture_, entries_);
      }
      if (clause.moves.empty() && is_pose_on_breath(clause, terms))
        clause.moves = moves_meant(terms, terms.front().first, posture_, entries_);
      std::erase_if(clause.moves, [&](const Meant& meant) {
        return needs_more(meant, clause) || moves_a_thing(meant, clause, terms) ||
               is_mere_aim(meant, clause, clauses) || leads_to_a_thing(found_, meant, clause) ||
               is_held_there(found_, meant, clause);
      });
      const bool names_next =
          !clauses.empty() && clauses.back().mood == Mood::instruction && is_name_of_posture(found_, clause);
      add_postures(found_, clause, posture_.has_value() && !names_next, entries_);
      text::sort(clause.moves, {}, &Meant::first);
      order_hold(found_, clause);
      const Verdict verdict = verdict_on(clause);
      clause.mood = verdict.mood;
      if (leaves_choice(clause, clauses)) {
        clauses.back().mood = clause.mood = Mood::option;
        clauses.back().reason = condition_reason;
      }
      moved_ = moved_ || !clause.moves.empty();
      held_ = held_ || std::ranges::find(clause.moves, Move::stay, &Meant::move) != clause.moves.end();
      if (verdict.reason == unknown_reason) clause.moves.clear();
      clause.reason = verdict.reason;
      passed_ = verdict.passing;
      explains_ = plain_is(found_, clause.first, "because") || (explains_ && verdict.reason == goes_on_reason);
      if (clause.mood != Mood::avoid || begins(clause)) forbids_ = false;
      forbids_ = forbids_ || (clause.mood == Mood::avoid && forbids_more(found_, clause));
      if (!verdict.passing) previous_ = clause.mood;
      remember_parts(terms);
      remember_verb(clause, terms);
      clauses.push_back(std::move(clause));
    }
    return clauses;
  }

private:
  // "The arms open like a fountain and sink down": what the verb alone does not say, its subject does.
  [[nodiscard]] bool goes_on_with_subject(const Clause& clause, const std::vector<Clause>& before) const {
    if (before.empty() || clause.head < 0 || !is(found_, clause.first, Glue::joining) ||
        has_part(found_, clause.first, clause.last))
      return false;
    const auto last = std::ranges::find_if(before.rbegin(), before.rend(),
                                           [](const Clause& one) { return one.mood == Mood::instruction; });
    return last != before.rend() && last->head >= 0 && has_part(found_, last->first, last->head) &&
           !is(found_, last->head, Glue::permitting);
  }

  // "Inhale, cow."
  [[nodiscard]] bool is_pose_on_breath(const Clause& clause, const std::vector<Term>& terms) const {
    if (clause.head >= 0 || terms.empty() || found_.breaths.empty() || is_sign(word_at(found_, terms.front().first)))
      return false;
    const auto is_name = [&](const Term& term) { // whatever else the word may mean
      const std::string& name = entries_.concepts[static_cast<std::size_t>(term.meaning)].name;
      return term.kind == Kind::way && (terms.size() == 1 || name == "cat" || name == "cow");
    };
    const auto is_same_word = [&](const Term& term) { return term.first == terms.front().first; };
    return std::ranges::any_of(terms, is_name) && std::ranges::all_of(terms, is_same_word) &&
           terms.front().first - clause.first <= 1 && terms.front().last + 1 == clause.last;
  }

  [[nodiscard]] int head_of(const Clause& clause) const {
    for (int i = clause.first; i < clause.last; ++i)
      if (is_verb(found_, i) && !is_of_breath(found_, i)) return i;
    return -1;
  }

  // A verb, and nothing that it is done with.
  [[nodiscard]] bool is_bare(const Clause& clause) const {
    if (clause.head < 0 || is(found_, clause.head, Glue::permitting) || has_part(found_, clause.first, clause.last))
      return false;
    for (int i = clause.first; i < clause.last; ++i)
      if (i != clause.head && !says_nothing(i) && !is_sign(word_at(found_, i))) return false;
    return true;
  }

  // "Lift, with an exhale, the top leg": a verb waits for what it is done with, if only a breath stands between them.
  void take_waiting(const Clause& clause, std::vector<Term>& terms) {
    const bool is_mere_breath = clause.head < 0 && has_breath(clause) && !has_part(found_, clause.first, clause.last);
    if (is_mere_breath) return;
    if (clause.head < 0 && is(found_, clause.first, Glue::determiner))
      for (Term term : waiting_) {
        term.first = term.last = clause.first;
        terms.push_back(term);
      }
    waiting_.clear();
    if (is_bare(clause))
      std::ranges::copy_if(terms, std::back_inserter(waiting_),
                           [&](const Term& term) { return term.kind == Kind::act && term.first == clause.head; });
  }

  // "Soften your jaw, your shoulders and your belly": after a mark nothing but names, of which the verb is told too.
  [[nodiscard]] bool goes_on_listing(const Clause& clause) const {
    if (clause.head >= 0 || verb_.empty() || !word_at(found_, clause.first).after_mark) return false;
    for (int i = clause.first; i < clause.last; ++i)
      if (!is_part(found_, i) && !is(found_, i, Glue::determiner) && !is(found_, i, Glue::joining) &&
          !(is(found_, i, Glue::adverb) && !is_term(found_, i)))
        return false;
    return has_part(found_, clause.first, clause.last);
  }

  [[nodiscard]] std::vector<Term> listing_at(int word) const {
    std::vector<Term> terms = verb_;
    for (Term& term : terms)
      term.first = term.last = word;
    return terms;
  }

  // The verb of an order, until a clause that is no list of names.
  void remember_verb(const Clause& clause, const std::vector<Term>& terms) {
    if (goes_on_listing(clause)) return;
    verb_.clear();
    if (clause.mood == Mood::instruction && clause.head >= 0 && !has_part(found_, clause.first, clause.head))
      std::ranges::copy_if(terms, std::back_inserter(verb_), [&](const Term& term) {
        return (term.kind == Kind::act || term.kind == Kind::word) && term.first == clause.head;
      });
  }

  // A frame that must stand alone, "round", and does not: "round in full circles"; nor is a bare "Next round" an order.
  // It is one on a breath, or where the sentence goes on with another verb: "round and come forward".
  [[nodiscard]] bool needs_more(const Meant& meant, const Clause& clause) const {
    if (!entries_.frames[static_cast<std::size_t>(meant.frame)].alone) return false;
    for (int i = clause.first; i < clause.last; ++i) {
      const bool is_meant = meant.first <= i && i <= meant.last;
      if (!is_meant && !says_nothing(i)) return true;
    }
    const bool is_on_breath = !found_.breaths.empty() || found_.label == Label::inhale ||
                              found_.label == Label::exhale || held_; // "hold for five seconds and relax"
    return !is_on_breath && !(is(found_, clause.last, Glue::joining) && is_verb(found_, clause.last + 1) &&
                              word_at(found_, clause.last + 1).stem != word_at(found_, meant.first).stem);
  }

  // "Turn it into your workout": no part of her was named that "it" could stand for.
  [[nodiscard]] bool moves_a_thing(const Meant& meant, const Clause& clause, const std::vector<Term>& terms) const {
    const auto is_part_term = [](const Term& term) { return term.kind == Kind::part; };
    if (clause.head < 0 || meant.first != clause.head || std::ranges::any_of(terms, is_part_term)) return false;
    if (meant.move == Move::return_ && clause.head + 1 < clause.last && is_strange(found_, clause.head + 1))
      return true; // "return cards to the box", "put dumbbells back"
    return (is(found_, clause.head + 1, Glue::pronoun) && meant.words.size() == 1) ||
           has_thing_for_object(found_, meant, clause);
  }

  // "The baby has more room to turn": a bare verb after "to" is what for, unless it is what a breath is for.
  [[nodiscard]] bool is_mere_aim(const Meant& meant, const Clause& clause, const std::vector<Clause>& before) const {
    return !before.empty() && plain_is(found_, clause.first, "to") && !word_at(found_, clause.first).after_mark &&
           ((meant.words.size() == 1 && meant.first == clause.head && !has_breath(before.back()) &&
             before.back().moves.empty()) ||
            meant.move == Move::stay); // "squeeze the right one to keep it there"
  }

  [[nodiscard]] bool begins(const Clause& clause) const { return clause.first == found_.after_label; }

  // What may stand beside a frame that stands alone: "begin to round a little on the breath out".
  [[nodiscard]] bool says_nothing(int i) const {
    const auto holds = [&](const Match& match) { return match.first() <= i && i <= match.last(); };
    return is_of_breath(found_, i) || is(found_, i, Glue::joining) || is(found_, i, Glue::adverb) ||
           is(found_, i, Glue::permitting) || is(found_, i, Glue::together) || plain_is(found_, i, "to") ||
           (is_before_breath(i) && (is(found_, i, Glue::preposition) || is(found_, i, Glue::determiner))) ||
           std::ranges::any_of(found_.amounts, holds);
  }

  [[nodiscard]] bool is_before_breath(int i) const {
    constexpr int near = 3;
    for (int k = i + 1; k <= i + near; ++k)
      if (is_of_breath(found_, k)) return true;
    return false;
  }

  void remember_parts(const std::vector<Term>& terms) {
    std::vector<Term> parts;
    std::ranges::copy_if(terms, std::back_inserter(parts), [](const Term& term) { return term.kind == Kind::part; });
    std::erase_if(parts, [&](const Term& part) { // "have a look at it"
      return found_.words.size() > static_cast<std::size_t>(part.first) && word_at(found_, part.first).stem == "look";
    });
    if (!parts.empty()) parts_ = std::move(parts);
  }

  Verdict verdict_on(const Clause& clause) {
    const int end = clause.head >= 0 ? clause.head : comparison_in(found_, clause);
    Lead lead = lead_of(found_, clause.first, end);
    lead.is_strange = lead.is_strange || has_thing(found_, clause.first, clause.head);
    const bool is_or = plain_is(found_, clause.first, "or");
    if (conditional_ && (turns(found_, clause) || (chosen_ && !is_or && has_breath(clause))))
      conditional_ = chosen_ = false;
    const bool begins = clause.first == found_.after_label;
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
    if (negated(found_, clause)) return {Mood::avoid, "it says not to"};
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
    if (has(lead, Glue::offering)) {
      conditional_ = conditional_ || lead.has_you || begins;
      return {lead.has_name && !lead.has_you ? Mood::telling : Mood::option, "it is left to her"};
    }
    if (is_or && (previous_ == Mood::instruction || previous_ == Mood::option)) conditional_ = chosen_ = true;
    const Verdict own = own_verdict(clause, lead, begins);
    if (own.mood == Mood::instruction && (conditional_ || optional_)) return {Mood::option, condition_reason};
    return own;
  }

  // What is told, whatever stands in it, by how it begins.
  std::optional<Verdict> told(const Clause& clause, const Lead& lead, bool begins) {
    if (!begins && says_where_a_thing_is(found_, clause))
      return Verdict{Mood::telling, "it says where a thing is", true};
    if (is(found_, clause.first, Glue::purpose) && !names_this(found_, clause.first))
      return Verdict{Mood::telling, "it says why or what it is like", true};
    if (is(found_, clause.first, Glue::afterwards) && !plain_is(found_, clause.first, "before"))
      return Verdict{Mood::telling, "it says when"};
    if (plain_is(found_, clause.first, "before") && (begins || (lead.has_speaker && previous_ == Mood::telling)))
      return Verdict{Mood::telling, "it says when"};
    if (begins && opens_telling(clause)) {
      tells_ = true;
      return Verdict{Mood::telling, tells_reason};
    }
    // "Because it is hard to be serious while you are wagging"
    if (explains_ && !begins && is(found_, clause.first, Glue::together) && !word_at(found_, clause.first).after_mark)
      return Verdict{Mood::telling, goes_on_reason, true};
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

  Verdict own_verdict(const Clause& clause, const Lead& lead, bool begins) {
    if (const auto only = told(clause, lead, begins)) return *only;
    if (has(lead, Glue::sensing) || (clause.head >= 0 && is(found_, clause.head, Glue::sensing) && !is_look(clause)))
      return {Mood::telling, felt_reason};
    if (lead.has_speaker && is_past(found_, clause)) return {Mood::telling, past_reason};
    if (begins && has(lead, Glue::past) && !has_breath(clause)) tells_ = true;
    if (has(lead, Glue::past) && !(has_breath(clause) && !lead.is_strange)) return {Mood::telling, past_reason};
    if (has(lead, Glue::telling) && !has(lead, Glue::permitting)) return {Mood::telling, tells_reason};
    if (has_breath(clause) && !lead.is_strange) return {Mood::instruction, "a breath"};
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
    if (lead.has_pronoun && !has(lead, Glue::permitting))
      return {previous_ == Mood::instruction ? Mood::instruction : Mood::telling, "of what was named before"};
    if (lead.is_strange) return {Mood::telling, strange_reason};
    if (!begins && plain_is(found_, clause.first, "to")) return {previous_, goes_on_reason};
    if (begins && is(found_, clause.first, Glue::together)) return {Mood::instruction, "at the same time"};
    const bool inherits = is_third_person(found_, clause.head) ||
                          (is_gerund(found_, clause.head) && !has(lead, Glue::permitting) && !has(lead, Glue::going));
    if (inherits && begins && !has_breath(clause)) {
      tells_ = is_last(clause) || !is_imperative_ahead(found_, clause);
      return {Mood::telling, nobody_reason};
    }
    if (inherits && !begins) return {previous_ == Mood::option ? Mood::option : previous_, goes_on_reason};
    return {Mood::instruction, "she is told to"};
  }

  // "You stare at the screen for six hours a day", "save your back with our app".
  [[nodiscard]] bool tells_of_elsewhere() const {
    return found_.breaths.empty() && !find_all(entries_.elsewhere, found_.words).empty();
  }

  // "Rest on your elbows if your wrists are sore": what stands before a condition that ends the sentence is a choice.
  [[nodiscard]] bool leaves_choice(const Clause& clause, const std::vector<Clause>& before) const {
    return !before.empty() && before.back().mood == Mood::instruction && before.back().last == clause.first &&
           is_last(clause) && is(found_, clause.first, Glue::condition) && !plain_is(found_, clause.first + 2, "can") &&
           !word_at(found_, clause.first).after_stop;
  }

  [[nodiscard]] bool is_last(const Clause& clause) const {
    return clause.last == static_cast<int>(found_.words.size());
  }

  [[nodiscard]] bool is_look(const Clause& clause) const {
    return !clause.moves.empty() && plain_is(found_, clause.head, "look");
  }

  [[nodiscard]] bool has_breath(const Clause& clause) const {
    return std::any_of(found_.of_breath.begin() + clause.first, found_.of_breath.begin() + clause.last,
                       [](bool breath) { return breath; });
  }

  // "Grab the edge", "stop here": a word that may tell begins a move with others.
  [[nodiscard]] static bool begins_move(const Clause& clause, int first) {
    return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
      return meant.frame >= 0 && meant.words.size() > 1 && std::ranges::find(meant.words, first) != meant.words.end();
    });
  }

  [[nodiscard]] bool opens_telling(const Clause& clause) const {
    int first = clause.first;
    while (first + 1 < clause.last && is(found_, first, Glue::joining))
      ++first;
    if (is(found_, first, Glue::permitting) && is(found_, first + 1, Glue::permitting))
      return false; // "see if you can"
    const std::vector<Word> words(found_.words.begin() + first, found_.words.begin() + clause.last);
    return std::ranges::any_of(find_all(entries_.tellings, words), [&](const Match& match) {
      return match.first() == 0 && !(match.words.size() == 1 && begins_move(clause, first));
    });
  }

  Verdict verbless(const Clause& clause, const Lead& lead, bool begins) {
    if (has_breath(clause)) return {Mood::instruction, "a breath"};
    if (!begins && previous_ == Mood::telling) return {Mood::telling, goes_on_reason};
    int end = clause.last;
    if (!clause.moves.empty()) end = std::ranges::max(clause.moves, {}, &Meant::last).last + 1;
    const bool is_strange = lead_of(found_, clause.first, end).is_strange;
    if (is_strange && is_unknown_order(found_, clause, posture_.has_value()))
      return {Mood::instruction, unknown_reason};
    if (is_strange && !has(lead, Glue::permitting)) return {Mood::telling, strange_reason};
    if (lead.has_speaker && posture_.has_value() && takes_posture(found_, clause))
      return {Mood::instruction, "someone shows it"};
    if (lead.has_speaker && !is_let_do(found_, clause.first) && !has(lead, Glue::permitting)) // "she lets it sink"
      return {Mood::telling, tells_reason};
    return {Mood::instruction, "how she is to be"};
  }

  const Found& found_;
  const Lexicon::Entries& entries_;
  const bool optional_;
  const std::optional<vocabulary::Posture> posture_;
  bool conditional_ = false;
  bool chosen_ = false;   ///< only an "or" made it a choice: the next breath ends it
  bool passed_ = false;   ///< the clause before was said in passing
  bool explains_ = false; ///< the clause before says why
  bool forbids_ = false;  ///< the clause before forbids, and "and" may go on with it
  bool is_elsewhere_ = tells_of_elsewhere();
  bool moved_ = false;   ///< a clause before has a move
  bool held_ = false;    ///< a clause before holds still
  bool of_some_ = false; ///< it is told to some only
  bool tells_ = false;   ///< the sentence began by telling: only an order changes that
  Mood previous_ = Mood::telling;
  std::vector<Term>& parts_;
  std::vector<Term> waiting_; ///< a bare verb, until the next clause names what it is done with
  std::vector<Term> verb_;    ///< of the order before: a list of names may go on after it
};

} // namespace

std::string_view name(Mood mood) {
  constexpr std::array<std::string_view, 6> names{"telling", "instruction", "avoid", "option", "throughout", "unread"};
  return names.at(static_cast<std::size_t>(mood));
}

std::vector<Clause> clauses_of(const Found& found, const Lexicon::Entries& entries, bool optional,
                               std::optional<vocabulary::Posture> posture, std::vector<Term>& parts) {
  return Judge{found, entries, optional, posture, parts}.judge();
}

} // namespace supple::reader
