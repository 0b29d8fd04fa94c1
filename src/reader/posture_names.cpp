// SPDX-License-Identifier: Apache-2.0
#include "reader/posture_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace supple::reader {

using vocabulary::Move;

namespace {

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

// Where the words before the name of a posture end: before "the", "a sturdy".
int before_name(const Found& found, int i) {
  int before = i - 1;
  const auto describes = [&](int k) { return k > 0 && is_strange(found, k) && is(found, k - 1, Glue::determiner); };
  while (is(found, before, Glue::determiner) || is(found, before, Glue::adjective) || describes(before))
    --before;
  return before;
}

// "Exhale to downward dog", "walk your feet in for a forward fold": where it leads to; the name of a pose, not "chair".
bool is_led_to(const Found& found, const Match& name, const Clause& clause) {
  if (name.words.size() == 1 && is(found, name.first(), Glue::going)) return false;
  const int before = before_name(found, name.first());
  const bool leads = plain_is(found, before, "to") || plain_is(found, before, "for") || plain_is(found, before, "into");
  const bool is_on_breath = is_of_breath(found, before - 1);
  return leads && (is_on_breath || (clause.head >= 0 && clause.head < before && name.words.size() > 1));
}

// "Kneel beside a chair", "in front of the ball", "your foot up on to the seat of a chair": a thing, and she is not on
// it.
bool is_thing_nearby(const Found& found, const Match& name, const Clause& clause, const Lexicon::Entries& entries) {
  constexpr std::array<std::string_view, 10> onto{"on",      "onto", "upon", "to", "toward",
                                                  "towards", "into", "in",   "at", "of"};
  const auto posture = static_cast<vocabulary::Posture>(name.meaning);
  if (posture != vocabulary::Posture::chair && posture != vocabulary::Posture::ball) return false;
  const auto moves_there = [&](const Term& term) {
    const std::string& name_of = entries.concepts[static_cast<std::size_t>(term.meaning)].name;
    return term.kind == Kind::part && term.first >= clause.first && term.last < name.first() && name_of != "hips" &&
           name_of != "prop";
  };
  if (std::ranges::any_of(found.terms, moves_there)) return true;
  if (plain_is(found, name.first(), "front")) return plain_is(found, name.first() - 1, "in");
  const int before = before_name(found, name.first());
  if (plain_is(found, before, "of") && plain_is(found, before - 1, "front")) return plain_is(found, before - 2, "in");
  if (!is(found, before, Glue::preposition) && !plain_is(found, before, "facing")) return false;
  return std::ranges::none_of(onto, [&](std::string_view word) { return plain_is(found, before, word); });
}

// "From a squat, stand up", "out of child's pose": the one that she leaves.
bool is_left_behind(const Found& found, const Match& name) {
  const int before = before_name(found, name.first());
  return plain_is(found, before, "from") || (plain_is(found, before, "of") && plain_is(found, before - 1, "out"));
}

// "It should stand on carpet": a thing, and nobody is it.
bool is_done_by_it(const Found& found, const Match& name) {
  int before = name.first() - 1;
  while (is(found, before, Glue::auxiliary) || is(found, before, Glue::adverb))
    --before;
  return plain_is(found, before, "it");
}

// "Let your hands settle on your belly": a part of her goes there, and not she.
bool is_where_a_part_goes(const Found& found, const Match& name, const Clause& clause, int verb,
                          const Lexicon::Entries& entries) {
  return is(found, name.first(), Glue::preposition) && verb > clause.first && is_part(found, verb - 1) &&
         !is_seat(found, verb - 1, entries);
}

// A frame that names the posture among other words.
bool says_more(const Meant& meant, const Match& posture) {
  return meant.move != Move::return_ && meant.words.size() > posture.words.size() &&
         std::ranges::all_of(posture.words,
                             [&](int word) { return std::ranges::find(meant.words, word) != meant.words.end(); });
}

} // namespace

void add_postures(const Found& found, Clause& clause, bool in_posture, const Lexicon::Entries& entries) {
  constexpr int near = 7;
  const auto is_named_by_verb = [](const Match& match) { return match.words.size() == 1; };
  const auto within = [&](const Match& match) {
    return match.first() >= clause.first && match.last() < clause.last &&
           !is_thing_nearby(found, match, clause, entries) && !(in_posture && is_left_behind(found, match));
  };
  const auto named = std::ranges::count_if(found.postures, within);
  int seen = 0;
  for (const Match& match : found.postures) {
    if (!within(match) || ++seen < named) continue; // "fold forward into child's pose"
    const bool goes_back =
        std::ranges::any_of(clause.moves, [](const Meant& meant) { return meant.move == Move::pelvis_back; });
    if (goes_back && is_named_by_verb(match)) continue;
    const bool is_noun =
        match.words.size() == 1 && match.first() == clause.first && is_third_person(found, match.first());
    if (is_noun) continue; // "First up, squats."
    if (is_part(found, match.first()) || is_done_by_it(found, match)) continue;
    const bool is_aim = plain_is(found, match.first() - 1, "to"); // "press through your hands to sit"
    if (!is_aim && is(found, match.first(), Glue::going) && has_part(found, clause.first, match.first()) &&
        !is_seat(found, match.first() - 1, entries))
      continue; // "the knees stand wide", "let your head lie down"
    if (match.words.size() == 1 && (is_within_longer_act(found, match.first()) || stands_a_part(found, match.first())))
      continue;
    const bool is_habit = match.words.size() == 1 && plain_is(found, match.first() - 1, "you") &&
                          match.last() + 1 == clause.last &&
                          (clause.last >= word_count(found) || word_at(found, clause.last).after_mark);
    // "You run, you sit, repeat"
    if (is_habit && !plain_is(found, clause.first, "before") && is(found, match.first(), Glue::going)) continue;
    bool goes = is_led_to(found, match, clause);
    for (int i = match.first(); i >= clause.first && i >= match.first() - near && !goes; --i) {
      if (i < match.first() && is_part(found, i) && !is_seat(found, i, entries)) break;
      goes =
          is(found, i, Glue::going) && (i == match.first() || !is_where_a_part_goes(found, match, clause, i, entries));
    }
    if (!is(found, match.first(), Glue::going) &&
        std::ranges::any_of(clause.moves, [&](const Meant& meant) { return says_more(meant, match); }))
      continue; // "melt your puppy"
    bool is_whole = clause.head < 0 && !in_posture;
    for (int i = clause.first; i < match.first(); ++i)
      is_whole = is_whole && (is_sign(word_at(found, i)) || found.glue[static_cast<std::size_t>(i)] != 0);
    if (!goes && !is_whole) continue;
    std::erase_if(clause.moves, [&](const Meant& meant) {
      const bool is_way_there = meant.move == Move::pelvis_lower && !has_part(found, meant.first, meant.last + 1);
      const bool is_back = meant.move == Move::return_ && meant.first < match.first(); // "return to tabletop"
      return is_way_there || (!is_back && meant.last >= match.first() && meant.last <= match.last());
    });
    clause.moves.push_back({vocabulary::go(static_cast<vocabulary::Posture>(match.meaning)), -1, match.first(),
                            match.last(), match.words});
  }
}

void order_hold(const Found& found, Clause& clause) {
  const auto stays = [](const Meant& meant) { return meant.move == Move::stay; };
  const auto stay = std::ranges::find_if(clause.moves, stays);
  const auto name = std::ranges::find_if(clause.moves, [](const Meant& meant) { return meant.frame < 0; });
  if (stay == clause.moves.end() || name == clause.moves.end() || stay > name) return;
  const bool is_long = std::ranges::any_of(found.counts, [&](const Count& count) {
    return count.first >= clause.first && count.last <= clause.last && !count.unit.empty();
  });
  Meant hold = std::move(*stay);
  clause.moves.erase(stay);
  if (is_long) clause.moves.push_back(std::move(hold));
}

} // namespace supple::reader
