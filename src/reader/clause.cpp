// SPDX-License-Identifier: Apache-2.0
#include "reader/clause.h"

#include "reader/clause_signs.h"
#include "reader/clause_starts.h"
#include "reader/frames.h"
#include "reader/mood.h"
#include "reader/posture_names.h"
#include "text/sorted.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Move;

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

class Judge {
public:
  Judge(const Found& found, const Lexicon::Entries& entries, bool optional, std::optional<vocabulary::Posture> posture,
        std::vector<Term>& parts)
      : found_(found), entries_(entries), posture_(posture), moods_(found, entries, optional, posture), parts_(parts) {}

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
        return needs_more(meant, clause) || (meant.move == Move::breathe && is_told_of_breath(meant.first)) ||
               moves_a_thing(meant, clause, terms) || is_mere_aim(meant, clause, clauses) ||
               leads_to_a_thing(found_, meant, clause) || is_held_there(found_, meant, clause);
      });
      const bool is_whole = clause.first == 0 && clause.last == word_count(found_);
      const bool names_next = (is_whole || (!clauses.empty() && clauses.back().mood == Mood::instruction)) &&
                              is_name_of_posture(found_, clause);
      add_postures(found_, clause, posture_.has_value() && !names_next, entries_);
      text::sort(clause.moves, {}, &Meant::first);
      order_hold(found_, clause);
      held_ = held_ || std::ranges::find(clause.moves, Move::stay, &Meant::move) != clause.moves.end();
      moods_.judge(clause, clauses);
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
      return term.kind == Kind::way &&
             (terms.size() == 1 || name == "cat" || name == "cow" ||
              (name == "start" && found_.breaths.front().first() < term.first)); // "Inhale, centre."
    };
    const auto is_same_word = [&](const Term& term) { return term.first == terms.front().first; };
    return std::ranges::any_of(terms, is_name) && std::ranges::all_of(terms, is_same_word) &&
           terms.front().first - clause.first <= 1 && terms.front().last + 1 == clause.last;
  }

  [[nodiscard]] int head_of(const Clause& clause) const {
    for (int i = clause.first; i < clause.last; ++i)
      if (is_verb(found_, i) && !is_of_breath(found_, i) && !is_told_of_breath(i)) return i;
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
    const bool is_mere_breath =
        clause.head < 0 && has_breath(found_, clause) && !has_part(found_, clause.first, clause.last);
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

  // "The breath is never held": what it is like, and nothing that she does.
  [[nodiscard]] bool is_told_of_breath(int i) const {
    return plain_is(found_, i, "breath") && is(found_, i + 1, Glue::auxiliary);
  }

  // "Turn it into your workout": no part of her was named that "it" could stand for.
  [[nodiscard]] bool moves_a_thing(const Meant& meant, const Clause& clause, const std::vector<Term>& terms) const {
    const auto is_part_term = [&](const Term& term) { // "put dumbbells back"
      return term.kind == Kind::part && entries_.concepts[static_cast<std::size_t>(term.meaning)].name != "prop";
    };
    if (clause.head < 0 || meant.first != clause.head || std::ranges::any_of(terms, is_part_term)) return false;
    if (meant.move == Move::return_ && clause.head + 1 < clause.last &&
        (is_strange(found_, clause.head + 1) || is_thing(clause.head + 1)))
      return true; // "return cards to the box", "put dumbbells back"
    return (is(found_, clause.head + 1, Glue::pronoun) && meant.words.size() == 1) ||
           has_thing_for_object(found_, meant, clause);
  }

  [[nodiscard]] bool is_thing(int i) const {
    return std::ranges::any_of(found_.terms, [&](const Term& term) {
      return term.first == i && entries_.concepts[static_cast<std::size_t>(term.meaning)].name == "prop";
    });
  }

  // "The baby has more room to turn": a bare verb after "to" is what for, unless it is what a breath is for.
  [[nodiscard]] bool is_mere_aim(const Meant& meant, const Clause& clause, const std::vector<Clause>& before) const {
    return !before.empty() && plain_is(found_, clause.first, "to") && !word_at(found_, clause.first).after_mark &&
           ((meant.words.size() == 1 && meant.first == clause.head && !has_breath(found_, before.back()) &&
             before.back().moves.empty()) ||
            meant.move == Move::stay); // "squeeze the right one to keep it there"
  }

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

  const Found& found_;
  const Lexicon::Entries& entries_;
  const std::optional<vocabulary::Posture> posture_;
  Moods moods_;
  bool held_ = false; ///< a clause before holds still
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
