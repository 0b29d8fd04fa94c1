// SPDX-License-Identifier: Apache-2.0
#include "reader/breath_spans.h"

#include "text/sorted.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace supple::reader {

using vocabulary::Breath;
using vocabulary::Move;

namespace {

int clause_start(const std::vector<Clause>& clauses, int word) {
  const auto clause =
      std::ranges::find_if(clauses, [&](const Clause& one) { return one.first <= word && word < one.last; });
  return clause == clauses.end() ? word : clause->first;
}

// Moves that may be done on a breath; coming to a posture is not.
bool acts_between(const std::vector<Clause>& clauses, int from, int to) {
  return std::ranges::any_of(clauses, [&](const Clause& clause) {
    return clause.mood == Mood::instruction && std::ranges::any_of(clause.moves, [&](const Meant& meant) {
             return meant.first >= from && meant.first < to && meant.move != Move::breathe &&
                    !vocabulary::posture_of(meant.move);
           });
  });
}

// "lift it up breathing in"
bool follows_as_gerund(const Found& found, int breath) {
  const int before = breath - 1;
  return before > 0 && is_gerund(found, breath) && !word_at(found, breath).after_mark && !links(found, before) &&
         !is(found, before, Glue::adverb) && !is(found, before, Glue::auxiliary) &&
         !is(found, before, Glue::permitting);
}

// "and breathing out you lean": it begins what is done on it, though that could not be read.
bool leads_as_gerund(const Found& found, const Match& breath, int clause) {
  return breath.first() == clause + 1 && is(found, clause, Glue::joining) && is_gerund(found, breath.first()) &&
         (plain_is(found, breath.last() + 1, "you") || is_verb(found, breath.last() + 1));
}

// "as you exhale", "on the in-breath": joined to what stands before it, if no mark parts them.
bool is_joined_to_before(const Found& found, const Match& breath) {
  if (follows_as_gerund(found, breath.first())) return true;
  int i = breath.first();
  for (; i > 0 && !word_at(found, i).after_mark; --i) {
    const std::string& before = word_at(found, i - 1).plain;
    if (is_any(before, {"as", "while", "whilst", "on", "with", "when", "during", "through", "throughout"}) &&
        !(i > 1 && before == "with" && is_any(word_at(found, i - 2).stem, {"start", "begin", "finish", "end"})))
      return i - 1 > 0 && !word_at(found, i - 1).after_mark;
    if (!is_any(before,
                {"you",  "your", "the", "an", "a",    "each", "every", "next",   "long",   "slow", "deep", "that",
                 "this", "same", "she", "he", "they", "i",    "we",    "gently", "slowly", "full", "soft", "let"}))
      return false;
  }
  return false;
}

// "Find the middle and take a breath in", "then breathe in": drawn after what was told before, and not on it.
bool is_drawn_after(const Found& found, const Match& breath, int clause) {
  if (is_joined_to_before(found, breath)) return false;
  if (plain_is(found, clause, "then") || plain_is(found, clause + 1, "then")) return true;
  if (plain_is(found, clause, "take") && !word_at(found, clause).after_mark) return true; // as people speak
  if (!is(found, clause, Glue::joining)) return false; // "while gazing down, take a breath in"
  for (int i = clause; i <= breath.last(); ++i)
    if (plain_is(found, i, "take")) return true;
  return false;
}

// "Round on the out-breath, then let your head hang": what "then" begins is no more on that breath.
bool is_parted_after(const Found& found, int word) {
  return std::ranges::any_of(found.sequences, [&](const Match& match) { return match.first() > word; });
}

// "Breathe in, then round your back as you breathe out", "draw one knee in; lower it as you breathe out": what stands
// before "then" or such a mark is not on that breath. Null where nothing parts them.
std::optional<int> parted_begin(const Found& found, const std::vector<Clause>& clauses, int from, int breath) {
  std::optional<int> begin;
  for (const Match& sequence : found.sequences)
    if (plain_is(found, sequence.first(), "then") && sequence.first() >= from && sequence.first() < breath &&
        acts_between(clauses, sequence.first(), breath))
      begin = std::max(from, clause_start(clauses, sequence.first()));
  for (int i = breath; i > begin.value_or(from); --i)
    if (word_at(found, i).after_semicolon && acts_between(clauses, i, breath)) return i;
  return begin;
}

// "The out-breath longer than the in-breath"
bool is_compared(const Found& found, const Match& breath) {
  int before = breath.first() - 1;
  while (is(found, before, Glue::determiner))
    --before;
  return plain_is(found, before, "than");
}

} // namespace

// Seconds, or counts that are about as long: "for six", "for a count of six", "6 seconds", "inhale 6".
bool is_of_seconds(const Found& found, const Count& count) {
  if (is_any(count.unit, {"count", "second", "sec", "beat"})) return true;
  const bool stands_alone = count.unit.empty() || count.unit == "and" || count.unit == "then" ||
                            (count.last < word_count(found) && word_at(found, count.last).after_mark);
  if (!stands_alone || count.first == 0) return false;
  return is_any(word_at(found, count.first - 1).plain, {"for", "to", "of", "inhale", "exhale", "in", "out"});
}

// After "breathe" a breath may be told by its length alone: "in for six, and out for three".
void add_counted_breaths(Found& found) {
  const auto is_breath = [](const Word& word) { return word.stem == "breath" || word.stem == "inhal"; };
  const auto breathes = static_cast<int>(std::ranges::find_if(found.words, is_breath) - found.words.begin());
  constexpr int near = 6;
  for (const Count& count : found.counts) {
    if (!is_of_seconds(found, count)) continue;
    for (int i = count.first - 1; i > breathes && i >= count.first - near; --i) {
      const std::string& word = word_at(found, i).plain;
      if ((word != "in" && word != "out") || found.of_breath[static_cast<std::size_t>(i)]) continue;
      found.breaths.push_back({static_cast<int>(word == "in" ? Breath::inhale : Breath::exhale), {i}});
      found.of_breath[static_cast<std::size_t>(i)] = true;
      break;
    }
  }
  text::sort(found.breaths, {}, &Match::first);
}

// "And out, thread it": the first word of its sentence, with a mark after it; after another breath also "In through the
// middle".
void add_first_breath(Found& found, bool breathes) {
  int first = found.after_label;
  while (is(found, first, Glue::joining))
    ++first;
  const bool is_in = plain_is(found, first, "in");
  if ((!is_in && !plain_is(found, first, "out")) || first + 1 >= word_count(found) || is_of_breath(found, first) ||
      !(word_at(found, first + 1).after_mark ||
        (breathes && is_any(word_at(found, first + 1).plain, {"through", "to", "and"}))))
    return;
  found.breaths.insert(found.breaths.begin(), {static_cast<int>(is_in ? Breath::inhale : Breath::exhale), {first}});
  found.of_breath[static_cast<std::size_t>(first)] = true;
}

void add_breaths_left_out(Found& found, bool breathes) {
  add_first_breath(found, breathes);
  if (found.breaths.empty()) return;
  const int named = found.breaths.front().last();
  for (int i = named + 2; i + 1 < word_count(found); ++i) {
    const std::string& word = word_at(found, i).plain;
    const bool follows =
        plain_is(found, i - 1, "and") || plain_is(found, i - 1, "then") || word_at(found, i).after_mark;
    if ((word != "in" && word != "out") || is_of_breath(found, i) || !follows) continue;
    if (!is_any(word_at(found, i + 1).plain, {"on", "to", "for", "as", "when", "with"})) continue;
    found.breaths.push_back({static_cast<int>(word == "in" ? Breath::inhale : Breath::exhale), {i}});
    found.of_breath[static_cast<std::size_t>(i)] = true;
  }
  text::sort(found.breaths, {}, &Match::first);
}

bool breathes_between(const std::vector<Clause>& clauses, int from, int to) {
  return std::ranges::any_of(clauses, [&](const Clause& clause) {
    return clause.mood == Mood::instruction && std::ranges::any_of(clause.moves, [&](const Meant& meant) {
             return meant.first >= from && meant.first < to;
           });
  });
}

bool moves_between(const std::vector<Clause>& clauses, int from, int to) {
  return std::ranges::any_of(clauses, [&](const Clause& clause) {
    return clause.mood == Mood::instruction && std::ranges::any_of(clause.moves, [&](const Meant& meant) {
             return meant.first >= from && meant.first < to && meant.move != Move::breathe;
           });
  });
}

std::vector<BreathSpan> breath_spans(const Found& found, const std::vector<Clause>& clauses) {
  std::vector<BreathSpan> spans;
  if (found.label == Label::inhale || found.label == Label::exhale)
    spans.push_back({found.label == Label::inhale ? Breath::inhale : Breath::exhale, found.after_label,
                     word_count(found), 0, -1, true});
  int from = found.after_label;
  std::vector<Match> breaths = found.breaths;
  std::erase_if(breaths, [&](const Match& match) { return is_compared(found, match); });
  for (std::size_t b = 0; b < breaths.size(); ++b) {
    const Match& match = breaths[b];
    if (match.first() < found.after_label) continue;
    const int next = b + 1 < breaths.size() ? breaths[b + 1].first() : word_count(found);
    const bool before = acts_between(clauses, from, match.first());
    const int clause = clause_start(clauses, match.first());
    const bool leads = clause > from && (is_drawn_after(found, match, clause) || leads_as_gerund(found, match, clause));
    const bool trails =
        before && !leads && (is_joined_to_before(found, match) || !moves_between(clauses, match.last() + 1, next));
    const auto breath = static_cast<Breath>(match.meaning);
    if (trails) {
      const bool is_last = b + 1 == breaths.size() && !is_parted_after(found, match.last());
      const int end = moves_between(clauses, match.last() + 1, next) && !is_last ? match.last() + 1 : next;
      const std::optional<int> begin = parted_begin(found, clauses, from, match.first());
      if (!spans.empty() && begin) spans.back().last = std::min(spans.back().last, *begin);
      spans.push_back({breath, begin.value_or(from), end, match.first(), match.last(), false});
    } else {
      const int first = is_joined_to_before(found, match) ? std::max(from, clause) : match.first();
      spans.push_back({breath, first, next, match.first(), match.last(), false});
      // What stands before the name of a breath but after the last one belongs to the last one.
      if (spans.size() > 1 && spans[spans.size() - 2].last > first) spans[spans.size() - 2].last = first;
    }
    from = match.last() + 1;
  }
  return spans;
}

const BreathSpan* breath_at(const std::vector<BreathSpan>& spans, int word) {
  const BreathSpan* found = nullptr;
  for (const BreathSpan& span : spans)
    if (word >= span.first && word < span.last && (found == nullptr || found->labelled)) found = &span;
  return found;
}

std::optional<ThereAndBack> there_and_back_in(const Found& found, const std::vector<Clause>& clauses) {
  const auto part = std::ranges::find(found.terms, Kind::part, &Term::kind);
  if (found.breaths.size() != 2 || part == found.terms.end() || part->last > found.breaths.front().first()) return {};
  const Match &there = found.breaths.front(), &back = found.breaths.back();
  const bool comes_back = std::ranges::any_of(clauses, [&](const Clause& clause) {
    return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
      return meant.move == Move::return_ && meant.first > there.last() && meant.last < back.first();
    });
  });
  if (!comes_back) return {};
  return ThereAndBack{static_cast<Breath>(there.meaning),
                      static_cast<Breath>(back.meaning),
                      {word_at(found, part->first).begin, word_at(found, part->last).end}};
}

bool ends_the_breaths(const Found& found) {
  const int first = found.after_label;
  const bool finishes = plain_is(found, first, "to") && first + 1 < word_count(found) &&
                        is_any(word_at(found, first + 1).plain, {"finish", "end", "come", "leave", "get"});
  return finishes || (is(found, first, Glue::afterwards) && !plain_is(found, first, "before")) ||
         (first < word_count(found) && is_any(word_at(found, first).plain, {"finally", "lastly"}));
}

} // namespace supple::reader
