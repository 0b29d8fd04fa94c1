// SPDX-License-Identifier: Apache-2.0
#include "reader/clause.h"

#include "reader/clause_starts.h"
#include "reader/frames.h"

#include <algorithm>
#include <array>
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

// A single letter, a number, a slot for the side, or a word of another alphabet.
bool is_sign(const Word& word) {
  return word.plain.size() == 1 || is_number(word.plain) || word.plain.starts_with("{") ||
         static_cast<unsigned char>(word.plain.front()) >= 0x80;
}

Lead lead_of(const Found& found, int first, int end) {
  Lead lead;
  for (int i = first; i < end; ++i) {
    const auto k = static_cast<std::size_t>(i);
    if (found.of_breath[k]) continue;
    const unsigned glue = found.glue[k];
    lead.glue |= glue;
    const std::string& word = word_at(found, i).plain;
    if (word == "you" || word == "you'll" || word == "you're") lead.has_you = true;
    if (is(found, i, Glue::speaker)) lead.has_speaker = true;
    if (is(found, i, Glue::pronoun)) lead.has_pronoun = true;
    const bool part = is_part(found, i);
    lead.has_name = lead.has_name || part;
    if (glue == 0 && !is_sign(word_at(found, i)) && !is_term(found, i)) lead.is_strange = true;
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
      terms.push_back(part);
    }
    return terms;
  }
  for (int i = clause.first; i < clause.last; ++i) {
    if (!is(found, i, Glue::pronoun) || is_of_breath(found, i)) continue;
    for (Term part : before) {
      part.first = part.last = i;
      terms.push_back(part);
    }
    break;
  }
  return terms;
}

// "Stand still" stays.
bool is_within_longer_act(const Found& found, int i) {
  return std::ranges::any_of(found.terms, [&](const Term& term) {
    return term.kind == Kind::act && term.first <= i && i <= term.last && term.last > term.first;
  });
}

// "Stand your feet on the floor."
bool stands_a_part(const Found& found, int i) {
  if (plain_is(found, i + 1, "it") || plain_is(found, i + 1, "them")) return true;
  return (plain_is(found, i + 1, "your") || plain_is(found, i + 1, "the") || plain_is(found, i + 1, "both")) &&
         is_part(found, i + 2);
}

// What is put somewhere to take a posture: "place your hips between …".
bool is_seat(const Found& found, int i, const Lexicon::Entries& entries) {
  return std::ranges::any_of(found.terms, [&](const Term& term) {
    return term.first <= i && i <= term.last && entries.concepts[static_cast<std::size_t>(term.meaning)].name == "hips";
  });
}

// The name of a posture that she is told to take.
void add_postures(const Found& found, Clause& clause, bool in_posture, const Lexicon::Entries& entries) {
  constexpr int near = 7;
  const auto is_named_by_verb = [](const Match& match) { return match.words.size() == 1; };
  const auto within = [&](const Match& match) { return match.first() >= clause.first && match.last() < clause.last; };
  const auto named = std::ranges::count_if(found.postures, within);
  int seen = 0;
  for (const Match& match : found.postures) {
    if (within(match) && ++seen < named) continue; // "fold forward into child's pose"
    const bool goes_back =
        std::ranges::any_of(clause.moves, [](const Meant& meant) { return meant.move == Move::pelvis_back; });
    if (goes_back && is_named_by_verb(match)) continue;
    if (is_part(found, match.first())) continue;
    if (match.words.size() == 1 && is(found, match.first(), Glue::going) &&
        has_part(found, clause.first, match.first()))
      continue; // "the knees stand wide"
    if (match.words.size() == 1 && (is_within_longer_act(found, match.first()) || stands_a_part(found, match.first())))
      continue;
    if (match.first() < clause.first || match.last() >= clause.last) continue;
    bool goes = false;
    for (int i = match.first(); i >= clause.first && i >= match.first() - near && !goes; --i) {
      if (i < match.first() && is_part(found, i) && !is_seat(found, i, entries)) break;
      goes = is(found, i, Glue::going);
    }
    bool is_whole = clause.head < 0 && !in_posture;
    for (int i = clause.first; i < match.first(); ++i)
      is_whole = is_whole && (is_sign(word_at(found, i)) || found.glue[static_cast<std::size_t>(i)] != 0);
    if (!goes && !is_whole) continue;
    std::erase_if(clause.moves,
                  [&](const Meant& meant) { return meant.first >= match.first() && meant.last <= match.last(); });
    clause.moves.push_back({vocabulary::go(static_cast<vocabulary::Posture>(match.meaning)), -1, match.first(),
                            match.last(), match.words});
  }
}

class Judge {
public:
  Judge(const Found& found, const Lexicon::Entries& entries, bool optional, bool in_posture, std::vector<Term>& parts)
      : found_(found), entries_(entries), optional_(optional), in_posture_(in_posture), parts_(parts) {}

  std::vector<Clause> judge() {
    std::vector<Clause> clauses;
    const std::vector<int> starts = clause_starts(found_);
    for (std::size_t s = 0; s < starts.size(); ++s) {
      Clause clause;
      clause.first = starts[s];
      clause.last = s + 1 < starts.size() ? starts[s + 1] : static_cast<int>(found_.words.size());
      if (clause.first >= clause.last) continue;
      clause.head = head_of(clause);
      const std::vector<Term> terms = terms_within(found_, clause, parts_);
      clause.moves = moves_meant(terms, clause.head, entries_);
      std::erase_if(clause.moves, [&](const Meant& meant) { return needs_more(meant, clause); });
      add_postures(found_, clause, in_posture_, entries_);
      std::ranges::sort(clause.moves, {}, &Meant::first);
      const Verdict verdict = verdict_on(clause);
      clause.mood = verdict.mood;
      if (verdict.reason == unknown_reason) clause.moves.clear();
      clause.reason = verdict.reason;
      passed_ = verdict.passing;
      if (!verdict.passing) previous_ = clause.mood;
      remember_parts(terms);
      clauses.push_back(std::move(clause));
    }
    return clauses;
  }

private:
  [[nodiscard]] int head_of(const Clause& clause) const {
    for (int i = clause.first; i < clause.last; ++i)
      if (is_verb(found_, i) && !is_of_breath(found_, i)) return i;
    return -1;
  }

  // A frame that must stand alone, "round", and does not: "round in full circles"; nor is a bare "Next round" an order.
  // It is one on a breath, or where the sentence goes on with another verb: "round and come forward".
  [[nodiscard]] bool needs_more(const Meant& meant, const Clause& clause) const {
    if (!entries_.frames[static_cast<std::size_t>(meant.frame)].alone) return false;
    for (int i = clause.first; i < clause.last; ++i) {
      const bool is_meant = meant.first <= i && i <= meant.last;
      if (!is_meant && !is(found_, i, Glue::joining) && !is(found_, i, Glue::adverb) && !plain_is(found_, i, "to") &&
          !is_of_breath(found_, i))
        return true;
    }
    const bool is_on_breath = !found_.breaths.empty() || found_.label == Label::inhale || found_.label == Label::exhale;
    return !is_on_breath && !(is(found_, clause.last, Glue::joining) && is_verb(found_, clause.last + 1) &&
                              word_at(found_, clause.last + 1).stem != word_at(found_, meant.first).stem);
  }

  void remember_parts(const std::vector<Term>& terms) {
    std::vector<Term> parts;
    std::ranges::copy_if(terms, std::back_inserter(parts), [](const Term& term) { return term.kind == Kind::part; });
    if (!parts.empty()) parts_ = std::move(parts);
  }

  Verdict verdict_on(const Clause& clause) {
    const int end = clause.head >= 0 ? clause.head : clause.last;
    const Lead lead = lead_of(found_, clause.first, end);
    const bool is_or = plain_is(found_, clause.first, "or");
    if (conditional_ && (turns(clause) || (chosen_ && !is_or && has_breath(clause)))) conditional_ = chosen_ = false;
    const bool begins = clause.first == found_.after_label;
    if (found_.is_question) return {Mood::telling, "a question"};
    if (tells_of_hours()) return {Mood::telling, "it tells of long hours"};
    if (found_.label == Label::avoid) return {Mood::avoid, "its label says what not to do"};
    if (found_.label == Label::option) return {Mood::option, "its label makes it a choice"};
    if (found_.label == Label::tell) return {Mood::telling, "its label only tells"};
    if (opens_condition(clause)) {
      conditional_ = conditional_ || begins || previous_ != Mood::instruction || is_or;
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
    if (previous_ == Mood::avoid && is_or) return {Mood::avoid, "it goes on with what not to do"};
    if (previous_ == Mood::avoid && !begins && clause.head >= 0 && is_gerund(found_, clause.head))
      return {Mood::avoid, "it goes on with what not to do"};
    if (has(lead, Glue::offering)) {
      conditional_ = conditional_ || lead.has_you || begins;
      return {lead.has_name && !lead.has_you ? Mood::telling : Mood::option, "it is left to her"};
    }
    if (is_or && (previous_ == Mood::instruction || previous_ == Mood::option)) conditional_ = chosen_ = true;
    const Verdict own = own_verdict(clause, lead, begins);
    if (own.mood == Mood::instruction && (conditional_ || optional_)) return {Mood::option, "under a condition"};
    return own;
  }

  Verdict own_verdict(const Clause& clause, const Lead& lead, bool begins) {
    if (is(found_, clause.first, Glue::purpose) && !names_this(found_, clause.first))
      return {Mood::telling, "it says why or what it is like", true};
    if (is(found_, clause.first, Glue::afterwards) && !plain_is(found_, clause.first, "before"))
      return {Mood::telling, "it says when"};
    if (plain_is(found_, clause.first, "before") && begins) return {Mood::telling, "it says when"};
    if (begins && opens_telling(clause)) {
      tells_ = true;
      return {Mood::telling, "it only tells"};
    }
    if (begins && clause.last < static_cast<int>(found_.words.size()) && plain_is(found_, clause.first, "to") &&
        word_at(found_, clause.last).after_mark)
      return {Mood::telling, "it says what for", true};
    if (tells_ && (lead.has_you || lead.has_name || lead.has_speaker || clause.head < 0))
      return {Mood::telling, "it goes on telling"};
    if (has(lead, Glue::sensing) || (clause.head >= 0 && is(found_, clause.head, Glue::sensing) && !is_look(clause)))
      return {Mood::telling, "it is to be felt"};
    if (lead.has_speaker && is_past(clause)) return {Mood::telling, "it tells what was"};
    if (begins && has(lead, Glue::past) && !has_breath(clause)) tells_ = true;
    if (has(lead, Glue::past) && !(has_breath(clause) && !lead.is_strange)) return {Mood::telling, "it tells what was"};
    if (has(lead, Glue::telling)) return {Mood::telling, "it only tells"};
    if (has_breath(clause) && !lead.is_strange) return {Mood::instruction, "a breath"};
    if (clause.head < 0) return verbless(clause, lead, begins);
    if (begins && is_gerund(found_, clause.first) && !is_of_breath(found_, clause.first) && has_third_person(clause)) {
      tells_ = true;
      return {Mood::telling, "nobody is told to"};
    }
    if (lead.has_name && !lead.has_you && is_staying(clause)) return {Mood::throughout, "it stays as it is"};
    if (begins && is_last(clause) && lead.has_name && !lead.has_you && is_gerund(found_, clause.head))
      return {Mood::telling, "nobody is told to"}; // "The left hip popping up."
    if (lead.has_you || lead.has_name) return {Mood::instruction, "it says what the body does"};
    if (lead.has_speaker) return {Mood::instruction, "someone shows it"};
    if (lead.has_pronoun && !has(lead, Glue::permitting))
      return {previous_ == Mood::instruction ? Mood::instruction : Mood::telling, "of what was named before"};
    if (lead.is_strange) return {Mood::telling, "something else is spoken of"};
    if (!begins && plain_is(found_, clause.first, "to")) return {previous_, goes_on_reason};
    if (begins && is(found_, clause.first, Glue::together)) return {Mood::instruction, "at the same time"};
    const bool inherits =
        is_third_person(found_, clause.head) || (is_gerund(found_, clause.head) && !has(lead, Glue::permitting));
    if (inherits && begins && !has_breath(clause)) {
      tells_ = is_last(clause) || !is_imperative_ahead(clause);
      return {Mood::telling, "nobody is told to"};
    }
    if (inherits && !begins) return {previous_ == Mood::option ? Mood::option : previous_, goes_on_reason};
    return {Mood::instruction, "she is told to"};
  }

  // "You stare at the screen for six hours a day."
  [[nodiscard]] bool tells_of_hours() const {
    return found_.breaths.empty() &&
           std::ranges::any_of(found_.words, [](const Word& word) { return word.plain == "hours"; });
  }

  // "… and now": what was under a condition is over.
  [[nodiscard]] bool turns(const Clause& clause) const {
    int i = clause.first;
    while (i < clause.last && is(found_, i, Glue::joining))
      ++i;
    return i < clause.last && plain_is(found_, i, "now");
  }

  // "Moving your spine helps": a verb that somebody else does.
  [[nodiscard]] bool has_third_person(const Clause& clause) const {
    for (int i = clause.first + 1; i < clause.last; ++i)
      if (is_third_person(found_, i) && !is_part(found_, i) &&
          (is_verb(found_, i) || is(found_, i, Glue::permitting) || is(found_, i, Glue::telling)))
        return true;
    return false;
  }

  [[nodiscard]] bool is_last(const Clause& clause) const {
    return clause.last == static_cast<int>(found_.words.size());
  }

  // "Keeping your back long, lower your head": a verb of telling her to follows the first mark.
  [[nodiscard]] bool is_imperative_ahead(const Clause& clause) const {
    return !is_last(clause) && word_at(found_, clause.last).after_mark && is_verb(found_, clause.last) &&
           !is_third_person(found_, clause.last);
  }

  // "Wiggle your shoulders": a word that is not known, and then a part of her body.
  [[nodiscard]] bool is_unknown_order(const Clause& clause) const {
    int i = clause.first;
    while (i < clause.last && (links(found_, i) || is(found_, i, Glue::adverb) || is_of_breath(found_, i)))
      ++i;
    if (i + 2 >= clause.last + 1 || found_.glue[static_cast<std::size_t>(i)] != 0 || is_term(found_, i) ||
        is_sign(word_at(found_, i)))
      return false;
    if (i + 2 >= static_cast<int>(found_.words.size()) || is_third_person(found_, i) || is_gerund(found_, i))
      return false;
    int part = i + 2;
    while (part + 1 < clause.last && is(found_, part, Glue::adjective) && !is_part(found_, part))
      ++part;
    return (plain_is(found_, i + 1, "your") || plain_is(found_, i + 1, "the") || plain_is(found_, i + 1, "both")) &&
           is_part(found_, part);
  }

  // "I bent my elbows", "she rolled over".
  [[nodiscard]] bool is_past(const Clause& clause) const {
    for (int i = clause.first; i + 1 < clause.last; ++i) {
      if (!is(found_, i, Glue::speaker)) continue;
      int verb = i + 1;
      while (verb + 1 < clause.last && is(found_, verb, Glue::adverb))
        ++verb;
      const std::string& word = word_at(found_, verb).plain;
      return word == "bent" || (word.ends_with("ed") && !is_verb(found_, verb));
    }
    return false;
  }

  // "The knees stay together."
  [[nodiscard]] bool is_staying(const Clause& clause) const {
    const std::string& verb = word_at(found_, clause.head).stem;
    return verb == "stay" || verb == "remain";
  }

  // "If", "and if", "or, if"; but not "as if".
  [[nodiscard]] bool opens_condition(const Clause& clause) const {
    for (int i = clause.first; i < clause.last && (i == clause.first || links(found_, i - 1)); ++i) {
      if (is(found_, i, Glue::purpose) && plain_is(found_, i, "as")) return false;
      if (is(found_, i, Glue::condition)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_look(const Clause& clause) const {
    return !clause.moves.empty() && plain_is(found_, clause.head, "look");
  }

  [[nodiscard]] bool has_breath(const Clause& clause) const {
    return std::any_of(found_.of_breath.begin() + clause.first, found_.of_breath.begin() + clause.last,
                       [](bool breath) { return breath; });
  }

  [[nodiscard]] bool opens_telling(const Clause& clause) const {
    int first = clause.first;
    while (first + 1 < clause.last && is(found_, first, Glue::joining))
      ++first;
    const std::vector<Word> words(found_.words.begin() + first, found_.words.begin() + clause.last);
    return std::ranges::any_of(find_all(entries_.tellings, words),
                               [](const Match& match) { return match.first() == 0; });
  }

  Verdict verbless(const Clause& clause, const Lead& lead, bool begins) {
    if (has_breath(clause)) return {Mood::instruction, "a breath"};
    if (!begins && previous_ == Mood::telling) return {Mood::telling, goes_on_reason};
    int end = clause.last;
    if (!clause.moves.empty()) end = std::ranges::max(clause.moves, {}, &Meant::last).last + 1;
    const bool is_strange = lead_of(found_, clause.first, end).is_strange;
    if (is_strange && is_unknown_order(clause)) return {Mood::instruction, unknown_reason};
    if (is_strange && !has(lead, Glue::permitting)) return {Mood::telling, "something else is spoken of"};
    if (lead.has_speaker) return {Mood::telling, "it only tells"};
    return {Mood::instruction, "how she is to be"};
  }

  const Found& found_;
  const Lexicon::Entries& entries_;
  const bool optional_;
  const bool in_posture_;
  bool conditional_ = false;
  bool chosen_ = false; ///< only an "or" made it a choice: the next breath ends it
  bool passed_ = false; ///< the clause before was said in passing
  bool tells_ = false;  ///< the sentence began by telling: only an order changes that
  Mood previous_ = Mood::telling;
  std::vector<Term>& parts_;
};

} // namespace

std::string_view name(Mood mood) {
  constexpr std::array<std::string_view, 6> names{"telling", "instruction", "avoid", "option", "throughout", "unread"};
  return names.at(static_cast<std::size_t>(mood));
}

std::vector<Clause> clauses_of(const Found& found, const Lexicon::Entries& entries, bool optional, bool in_posture,
                               std::vector<Term>& parts) {
  return Judge{found, entries, optional, in_posture, parts}.judge();
}

} // namespace supple::reader
