// SPDX-License-Identifier: Apache-2.0
#include "reader/clause_signs.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace supple::reader {

bool is_name_of_posture(const Found& found, const Clause& clause) {
  return std::ranges::any_of(found.postures, [&](const Match& match) {
    const bool begins = match.first() == clause.first ||
                        (match.first() == clause.first + 1 && is(found, clause.first, Glue::determiner));
    const bool is_how_far = match.meaning == static_cast<int>(vocabulary::Posture::between); // "rock back, half way"
    return begins && match.last() + 1 == clause.last && !is_how_far;
  });
}

bool has_breath(const Found& found, const Clause& clause) {
  return std::any_of(found.of_breath.begin() + clause.first, found.of_breath.begin() + clause.last,
                     [](bool breath) { return breath; });
}

bool is_of_another(const Found& found, const Clause& clause) {
  for (int i = clause.first; i + 1 < clause.last; ++i)
    if (plain_is(found, i, "has") && plain_is(found, i + 1, "his")) return true;
  return false;
}

bool lists_doings(const Found& found, const Clause& clause) {
  const auto is_doing = [&](int i) { return is_gerund(found, i) || plain_is(found, i, "lying"); };
  if (!is_doing(clause.first) || !found.breaths.empty()) return false;
  for (int i = clause.first; i < word_count(found); ++i) {
    if (plain_is(found, i, "was") || plain_is(found, i, "were")) return true;
    if ((is_verb(found, i) && !is_doing(i)) || plain_is(found, i, "you")) return false;
  }
  return false;
}

bool has_thing_for_object(const Found& found, const Meant& meant, const Clause& clause) {
  int i = clause.head + 1;
  if (!is(found, i, Glue::determiner)) return false;
  while (i + 1 < clause.last && (is(found, i, Glue::determiner) || is(found, i, Glue::adjective)))
    ++i;
  if (i >= clause.last || std::ranges::find(meant.words, i) != meant.words.end()) return false;
  const bool is_posture =
      std::ranges::any_of(found.postures, [&](const Match& match) { return match.first() <= i && i <= match.last(); });
  const bool is_of_idiom = std::ranges::any_of(
      found.terms, [&](const Term& term) { return term.kind == Kind::idiom && term.first <= i && i <= term.last; });
  return is_posture || is_of_idiom || is_strange(found, i);
}

bool leads_to_a_thing(const Found& found, const Meant& meant, const Clause& clause) {
  const bool goes_back = meant.move == vocabulary::Move::return_ || meant.move == vocabulary::Move::pelvis_back;
  if (!goes_back || has_part(found, clause.first, clause.last)) return false;
  int i = plain_is(found, meant.last, "to") ? meant.last : meant.last + 1;
  if (!plain_is(found, i, "to") && !plain_is(found, i, "onto")) return false;
  ++i;
  while (i + 1 < clause.last && (is(found, i, Glue::determiner) || is(found, i, Glue::adjective)))
    ++i;
  if (i < clause.last &&
      is_strange(found, i)) // "breathe in, come back to your screen", "come back to face your screen"
    return found.breaths.empty() && !plain_is(found, i, "face");
  const int next = i + 1;
  return next < word_count(found) && (word_at(found, i).stem == "breath" || word_at(found, next).stem == "breath");
}

bool says_nothing_else(const Found& found, const Meant& meant, const Clause& clause) {
  for (int i = clause.first; i < clause.last; ++i)
    if (i != meant.first && !is(found, i, Glue::adverb) && !is(found, i, Glue::joining)) return false;
  return meant.words.size() == 1;
}

bool is_held_there(const Found& found, const Meant& meant, const Clause& clause) {
  using vocabulary::Move;
  if (meant.move != Move::leg_lift && meant.move != Move::pelvis_lift) return false;
  return clause.head >= 0 && word_at(found, clause.head).stem == "hold" &&
         std::ranges::any_of(found.counts, [&](const Count& count) {
           return count.first >= clause.first && count.last < clause.last && !count.unit.empty();
         });
}

bool takes_posture(const Found& found, const Clause& clause) {
  return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
    return meant.frame < 0 && is(found, meant.first, Glue::going) && !is_gerund(found, meant.first) &&
           is(found, meant.first - 1, Glue::speaker);
  });
}

bool is_imperative_ahead(const Found& found, const Clause& clause) {
  for (int i = clause.last; i < word_count(found); ++i)
    if (word_at(found, i).after_mark)
      return (is_of_breath(found, i) && is_gerund(found, clause.head)) ||
             (is_verb(found, i) && !is_third_person(found, i) && !is_gerund(found, i) && !is_part(found, i));
  return false;
}

bool says_what_it_is_like(const Found& found, const Clause& clause) {
  int i = clause.first;
  while (i < clause.last && (is(found, i, Glue::joining) || is(found, i, Glue::adverb)))
    ++i;
  if (i + 2 >= clause.last || !plain_is(found, i + 1, "as")) return false;
  const bool is_quality = !is_verb(found, i) && !is_part(found, i) &&
                          (is(found, i, Glue::state) || is(found, i, Glue::adjective) || is_strange(found, i));
  constexpr std::array<std::string_view, 6> begin_more{"you", "your", "if", "though", "far", "much"};
  return is_quality && !is_of_breath(found, i + 2) &&
         std::ranges::none_of(begin_more, [&](std::string_view word) { return plain_is(found, i + 2, word); });
}

bool is_let_do(const Found& found, int first) {
  while (is(found, first, Glue::joining) || (is(found, first, Glue::adverb) && !plain_is(found, first, "let")))
    ++first;
  return plain_is(found, first, "let") && is(found, first + 1, Glue::speaker);
}

int comparison_in(const Found& found, const Clause& clause) {
  int as = clause.first + 1;
  while (as < clause.last && !(plain_is(found, as, "as") && !is(found, as + 1, Glue::determiner)))
    ++as;
  constexpr int near = 3;
  for (int i = as + 2; i < clause.last && i <= as + near; ++i)
    if (plain_is(found, i, "as")) return i;
  return clause.last;
}

bool says_where_a_thing_is(const Found& found, const Clause& clause) {
  if (!is(found, clause.first, Glue::ending)) return false;
  for (int i = clause.first; i < clause.last && !is_part(found, i) && !plain_is(found, i, "you"); ++i)
    if (plain_is(found, i, "is") || plain_is(found, i, "are")) return !is(found, i - 1, Glue::pronoun);
  return false;
}

bool is_all_of_it(const Found& found, const Clause& clause) {
  int i = clause.first;
  while (i + 1 < clause.last && (is(found, i, Glue::adverb) || is(found, i, Glue::joining)))
    ++i;
  const bool is_all =
      plain_is(found, i, "everything") ||
      (plain_is(found, i, "all") && plain_is(found, i + 1, "of") &&
       (plain_is(found, i + 2, "it") || plain_is(found, i + 2, "this") || plain_is(found, i + 2, "that")));
  return is_all && clause.head >= 0 && is_third_person(found, clause.head) && !clause.moves.empty();
}

bool is_room_to_move(const Found& found, const Clause& clause) {
  constexpr std::array<std::string_view, 5> chances{"room", "space", "time", "chance", "freedom"};
  return clause.head > clause.first + 1 && plain_is(found, clause.head - 1, "to") &&
         std::ranges::any_of(chances,
                             [&](std::string_view chance) { return plain_is(found, clause.head - 2, chance); });
}

bool speaks_of_some(const Found& found, const Clause& clause) {
  return plain_is(found, clause.first, "who") ||
         (plain_is(found, clause.first + 1, "who") && !is(found, clause.first, Glue::pronoun));
}

bool is_about_this(const Found& found, const Clause& clause) {
  int i = clause.first;
  while (i + 1 < clause.last && (is(found, i, Glue::joining) || is(found, i, Glue::adverb)))
    ++i;
  if (!plain_is(found, i, "this") && !plain_is(found, i, "that")) return false;
  ++i;
  while (i + 1 < clause.last && is(found, i, Glue::adverb))
    ++i;
  return i < clause.last && is_third_person(found, i) && !is_part(found, i) &&
         std::ranges::none_of(clause.moves, [](const Meant& meant) { return meant.frame < 0; });
}

bool turns(const Found& found, const Clause& clause) {
  int i = clause.first;
  while (i < clause.last && is(found, i, Glue::joining))
    ++i;
  return i < clause.last && plain_is(found, i, "now");
}

bool has_third_person(const Found& found, const Clause& clause) {
  for (int i = clause.first + 1; i < clause.last; ++i)
    if (is_third_person(found, i) && !is_part(found, i) &&
        (is_verb(found, i) || is(found, i, Glue::permitting) || is(found, i, Glue::telling)))
      return true;
  return false;
}

bool is_past(const Found& found, const Clause& clause) {
  for (int i = clause.first; i + 1 < clause.last; ++i) {
    if (!is(found, i, Glue::speaker)) continue;
    int verb = i + 1;
    while (verb + 1 < clause.last && is(found, verb, Glue::adverb))
      ++verb;
    const std::string& word = word_at(found, verb).plain;
    return word == "bent" || (word.ends_with("ed") && !is_verb(found, verb));
  }
  return false;
}

bool is_staying(const Found& found, const Clause& clause) {
  const std::string& verb = word_at(found, clause.head).stem;
  return verb == "stay" || verb == "remain";
}

bool opens_condition(const Found& found, const Clause& clause) {
  for (int i = clause.first; i < clause.last && (i == clause.first || links(found, i - 1)); ++i) {
    if (is(found, i, Glue::purpose) && plain_is(found, i, "as")) return false;
    if (is(found, i, Glue::condition)) return true;
  }
  return false;
}

bool is_unknown_order(const Found& found, const Clause& clause, bool in_posture) {
  int i = clause.first;
  while (i < clause.last && (links(found, i) || is(found, i, Glue::adverb) || is_of_breath(found, i)))
    ++i;
  if (i + 2 >= clause.last + 1 || found.glue[static_cast<std::size_t>(i)] != 0 || is_verb(found, i) ||
      is_part(found, i) || is_way(found, i) || is_sign(word_at(found, i)))
    return false;
  if (i + 2 >= static_cast<int>(found.words.size()) || is_third_person(found, i) || is_gerund(found, i)) return false;
  int part = i + 2;
  while (part + 1 < clause.last && is(found, part, Glue::adjective) && !is_part(found, part))
    ++part;
  return (plain_is(found, i + 1, "your") || plain_is(found, i + 1, "the") || plain_is(found, i + 1, "both")) &&
         (is_part(found, part) || in_posture);
}

bool forbids_more(const Found& found, const Clause& clause) {
  int first = clause.first;
  while (is(found, first, Glue::joining) || is(found, first, Glue::adverb))
    ++first;
  const bool begins_with_it = std::ranges::any_of(
      found.negations, [&](const Match& match) { return match.first() <= first && first <= match.last(); });
  if (begins_with_it) return true;
  for (int i = clause.first; i + 1 < clause.last; ++i)
    if (plain_is(found, i, "is") && plain_is(found, i + 1, "to")) return true;
  return false;
}

bool goes_on_forbidden(const Found& found, const Clause& clause) {
  if (!plain_is(found, clause.first, "and") || word_at(found, clause.first).after_mark) return false;
  const int verb = clause.first + 1;
  const bool lets = plain_is(found, verb, "let") || plain_is(found, verb, "letting");
  if (is(found, verb, Glue::permitting) && !lets) return false;
  return lets || (is_verb(found, verb) && !is(found, verb, Glue::adverb));
}

bool has_plain_subject(const Found& found, const Clause& clause) {
  const int before = clause.head - 1;
  return before >= clause.first && before >= 0 && word_at(found, before).plain.ends_with("s") &&
         (found.glue[static_cast<std::size_t>(before)] == 0) && !is_of_breath(found, before);
}

bool is_like_this(const Found& found, const Clause& clause) {
  for (int i = clause.first; i + 1 < clause.last; ++i)
    if (plain_is(found, i, "like") && (plain_is(found, i + 1, "this") || plain_is(found, i + 1, "that")))
      return !has_part(found, clause.first, clause.last);
  return false;
}

bool says_same(const Found& found, const Clause& clause) {
  for (int i = clause.first; i < clause.last; ++i)
    if (plain_is(found, i, "same")) return true;
  return false;
}

bool is_limit(const Found& found, const Clause& clause) {
  for (int i = clause.first; i < clause.last && !is_part(found, i); ++i)
    if (plain_is(found, i, "far") && plain_is(found, i - 1, "as") && plain_is(found, i + 1, "as")) return true;
  return false;
}

bool has_thing(const Found& found, int first, int end) {
  return std::ranges::any_of(found.postures, [&](const Match& match) {
    return match.words.size() == 1 && match.first() > first && match.last() < end &&
           is(found, match.first() - 1, Glue::determiner) &&
           (match.first() - 1 == first || !is(found, match.first() - 2, Glue::preposition));
  });
}

bool says_habit(const Found& found, const Clause& clause) {
  for (int i = clause.first; i < clause.head; ++i)
    if (plain_is(found, i, "usually") || plain_is(found, i, "often") || plain_is(found, i, "sometimes")) return true;
  return false;
}

bool is_of_no_part(const Found& found, int pronoun) {
  return plain_is(found, pronoun, "it") &&
         (plain_is(found, pronoun + 1, "takes") || plain_is(found, pronoun + 1, "is") ||
          plain_is(found, pronoun + 1, "feels"));
}

bool parted_by_then(const Found& found, const std::vector<Clause>& clauses, int from, int to) {
  return std::ranges::any_of(found.sequences, [&](const Match& match) {
    if (match.first() <= from || match.first() > to) return false;
    return std::ranges::any_of(clauses, [&](const Clause& clause) {
      return !clause.moves.empty() && match.first() >= clause.first && match.first() < clause.last;
    });
  });
}

bool is_of_way(const Found& found, const Meant& meant, const Clause& clause) {
  return has_breath(found, clause) && (plain_is(found, meant.first, "way") || plain_is(found, meant.first - 1, "way"));
}

bool begins_at_same_time(const Found& found) {
  const int first = found.after_label;
  return plain_is(found, first, "meanwhile") || (plain_is(found, first, "still") && is_of_breath(found, first + 1)) ||
         (plain_is(found, first, "at") && plain_is(found, first + 2, "same") && plain_is(found, first + 3, "time"));
}

} // namespace supple::reader
