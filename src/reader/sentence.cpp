// SPDX-License-Identifier: Apache-2.0
#include "reader/sentence.h"

#include "reader/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

// Everything that the lexicon finds in one sentence.
struct Found {
  std::vector<Word> words;
  std::vector<Match> moves, postures, breaths, sides, amounts, sequences, negations;
  std::vector<Count> counts;
};

bool is_one_of(const std::vector<std::string>& stems, std::string_view stem) {
  return std::ranges::find(stems, stem) != stems.end();
}

const Word& word_at(const Found& found, int i) {
  return found.words[static_cast<std::size_t>(i)];
}

bool shares_a_word(const Match& a, const Match& b) {
  return std::ranges::any_of(a.words, [&](int i) { return std::ranges::find(b.words, i) != b.words.end(); });
}

bool lies_within(const Match& inner, const Match& outer) {
  return inner.first() >= outer.first() && inner.last() <= outer.last();
}

// A posture is gone to where a verb of going stands shortly before it, or begins its own phrase.
bool is_gone_to(const Found& found, const Match& posture, const Lexicon::Entries& entries) {
  constexpr int near = 6;
  for (int i = posture.first(); i >= 0 && i >= posture.first() - near; --i)
    if (is_one_of(entries.going, word_at(found, i).stem)) return true;
  return is_one_of(entries.actions, word_at(found, std::max(0, posture.first() - 2)).stem);
}

// The name of a posture is no move: "between a cat and a child's pose" rounds nothing. Nor is the round of "six
// rounds".
void drop_what_is_no_move(Found& found) {
  std::erase_if(found.moves, [&](const Match& move) {
    const auto hides = [&](const Match& posture) {
      return (shares_a_word(move, posture) && move.words.size() <= posture.words.size()) ||
             (move.words.size() == 1 && lies_within(move, posture));
    };
    const auto is_unit = [&](const Count& count) { return move.words.size() == 1 && move.first() == count.last; };
    const auto is_breath_word = [&](const Match& breath) {
      return static_cast<Move>(move.meaning) == Move::breathe && move.words.size() == 1 && lies_within(move, breath);
    };
    return std::ranges::any_of(found.postures, hides) || std::ranges::any_of(found.counts, is_unit) ||
           std::ranges::any_of(found.breaths, is_breath_word);
  });
}

// Seconds, or counts that are about as long: "for six", "for a count of six", "6 seconds", "inhale 6".
bool is_of_seconds(const Found& found, const Count& count) {
  constexpr std::array<std::string_view, 4> units{"count", "second", "sec", "beat"};
  constexpr std::array<std::string_view, 7> leads{"for", "to", "of", "inhale", "exhale", "in", "out"};
  if (std::ranges::find(units, count.unit) != units.end()) return true;
  const bool stands_alone =
      count.unit.empty() || count.unit == "and" || count.unit == "then" || word_at(found, count.last).after_mark;
  if (!stands_alone || count.first == 0) return false;
  return std::ranges::find(leads, word_at(found, count.first - 1).plain) != leads.end();
}

bool begins_clause(const Found& found, int i) {
  return i == 0 || word_at(found, i).after_mark || word_at(found, i - 1).plain == "and" ||
         word_at(found, i - 1).plain == "then";
}

// Where the clause of a word begins, if that is near.
int clause_of(const Found& found, int i) {
  constexpr int near = 8;
  const int nearest = std::max(0, i - near);
  while (i > nearest && !begins_clause(found, i))
    --i;
  return i;
}

// After "breathe" a breath may be told by its length alone: "in for six, and out for three".
void add_counted_breaths(Found& found) {
  const auto is_breath = [](const Word& word) { return word.stem == "breath" || word.stem == "inhal"; };
  const auto breathes = std::ranges::find_if(found.words, is_breath) - found.words.begin();
  for (const Count& count : found.counts) {
    const int i = clause_of(found, count.first);
    const std::string& word = word_at(found, i).plain;
    if (i <= breathes || (word != "in" && word != "out") || !is_of_seconds(found, count)) continue;
    found.breaths.push_back({static_cast<int>(word == "in" ? Breath::inhale : Breath::exhale), {i}});
  }
  std::ranges::sort(found.breaths, {}, &Match::first);
}

Found look_up(std::string_view sentence, const Lexicon::Entries& entries) {
  Found found;
  found.words = words_of(sentence);
  found.moves = find_all(entries.moves, found.words);
  found.postures = find_all(entries.postures, found.words);
  found.breaths = find_all(entries.breaths, found.words);
  found.sides = find_all(entries.sides, found.words);
  found.amounts = find_all(entries.amounts, found.words);
  found.sequences = find_all(entries.sequences, found.words);
  found.negations = find_all(entries.negations, found.words);
  found.counts = counts_of(found.words);
  add_counted_breaths(found);
  drop_what_is_no_move(found);
  return found;
}

bool begins_with(const Phrases& phrases, const std::vector<Word>& words) {
  return std::ranges::any_of(find_all(phrases, words), [](const Match& match) { return match.first() == 0; });
}

// "Rounding the spine helps …": an -ing word as the subject of a whole sentence.
bool has_gerund_for_subject(const Found& found) {
  const auto is_mark = [](const Match& breath) { return breath.first() == 0; };
  if (!found.words.front().plain.ends_with("ing") || std::ranges::any_of(found.breaths, is_mark)) return false;
  return std::ranges::none_of(found.words, &Word::after_mark);
}

// A verb of the body where a clause begins, and a part of the body after it.
bool instructs(const Found& found, const Lexicon::Entries& entries) {
  bool has_verb = false;
  for (std::size_t i = 0; i < found.words.size(); ++i) {
    const Word& word = found.words[i];
    const bool begins = begins_clause(found, static_cast<int>(i)) || found.words[i - 1].plain == "now" ||
                        found.words[i - 1].plain == "gently";
    if (has_verb && is_one_of(entries.body, word.stem)) return true;
    has_verb = has_verb || (begins && is_one_of(entries.actions, word.stem));
  }
  return false;
}

// Where one part of the sentence ends and the next begins: at "then", and before each breath after the first.
std::vector<int> cuts_of(const Found& found) {
  std::vector<int> cuts{0};
  for (const Match& match : found.sequences)
    cuts.push_back(match.first());
  for (std::size_t b = 1; b < found.breaths.size(); ++b) {
    const int after = found.breaths[b - 1].last();
    int cut = found.breaths[b].first();
    while (cut > after + 1 && !word_at(found, cut).after_mark && word_at(found, cut).plain != "and")
      --cut;
    const bool at_a_mark = word_at(found, cut).after_mark || word_at(found, cut).plain == "and";
    cuts.push_back(at_a_mark ? cut : found.breaths[b].first());
  }
  std::ranges::sort(cuts);
  return cuts;
}

// The words from `from` up to `to`.
struct Stretch {
  int from, to;

  [[nodiscard]] bool holds(const Match& match) const { return match.first() >= from && match.first() < to; }
};

Side side_in(const Found& found, Stretch range) {
  Side side = Side::none;
  for (const Match& match : found.sides) {
    if (!range.holds(match)) continue;
    const auto said = static_cast<Side>(match.meaning);
    side = side == Side::none || side == said ? said : Side::each;
  }
  return side;
}

vocabulary::Sense sense_of(const Found& found, const Match& move) {
  for (const int i : move.words) {
    const std::string& plain = word_at(found, i).plain;
    if (plain == "up" || plain == "sky" || plain == "ceiling" || plain == "rise" || plain == "rises")
      return vocabulary::Sense::up;
  }
  return vocabulary::Sense::toward;
}

void add_move(Part& part, Move move) {
  if (std::ranges::find(part.moves, move) == part.moves.end()) part.moves.push_back(move);
}

// "Come partway to the centre" from half way back is a quarter of the way (docs/vocabulary.md).
double amount_of(Move move, int hundredths, std::optional<Posture> posture) {
  const double amount = hundredths / 100.0;
  return move == Move::pelvis_forward && posture == Posture::between ? amount / 2 : amount;
}

void add_amounts(const Found& found, Stretch range, const std::vector<const Match*>& moves,
                 std::optional<Posture> posture, Part& part) {
  for (const Match& amount : found.amounts) {
    if (!range.holds(amount) || moves.empty()) continue;
    const auto nearest = std::ranges::min_element(
        moves, {}, [&](const Match* move) { return std::abs(move->first() - amount.first()); });
    const auto move = static_cast<Move>((*nearest)->meaning);
    part.amounts.push_back({move, amount_of(move, amount.meaning, posture)});
  }
}

Part part_of(const Found& found, Stretch range, std::optional<Posture> posture, const Lexicon::Entries& entries) {
  Part part;
  std::vector<std::pair<int, Move>> in_order;
  std::vector<const Match*> moves;
  for (const Match& match : found.moves) {
    if (!range.holds(match)) continue;
    in_order.emplace_back(match.first(), static_cast<Move>(match.meaning));
    moves.push_back(&match);
    if (static_cast<Move>(match.meaning) == Move::spine_side) part.sense = sense_of(found, match);
  }
  for (const Match& match : found.postures)
    if (range.holds(match) && is_gone_to(found, match, entries))
      in_order.emplace_back(match.first(), vocabulary::go(static_cast<Posture>(match.meaning)));
  std::ranges::sort(in_order);
  for (const auto& [at, move] : in_order)
    add_move(part, move);
  part.side = side_in(found, range);
  add_amounts(found, range, moves, posture, part);
  const Hold hold = hold_of(found.counts);
  if (std::ranges::find(part.moves, Move::stay) != part.moves.end()) part.hold = hold;
  return part;
}

// How long the breath is told to be: the first count after it, unless a hold stands between them.
int counts_of_breath(const Found& found, const Match& breath, Stretch range) {
  for (const Count& count : found.counts) {
    if (count.first <= breath.last() || count.first >= range.to) continue;
    const bool is_of_hold = std::ranges::any_of(found.moves, [&](const Match& move) {
      return static_cast<Move>(move.meaning) == Move::stay && move.first() > breath.last() &&
             move.first() < count.first;
    });
    return is_of_hold || !is_of_seconds(found, count) ? 0 : count.range.min;
  }
  return 0;
}

std::vector<Part> parts_of(const Found& found, Breath breath, std::optional<Posture> posture,
                           const Lexicon::Entries& entries) {
  std::vector<Part> parts;
  const std::vector<int> cuts = cuts_of(found);
  for (std::size_t c = 0; c < cuts.size(); ++c) {
    const Stretch range{cuts[c], c + 1 < cuts.size() ? cuts[c + 1] : static_cast<int>(found.words.size())};
    Part part = part_of(found, range, posture, entries);
    for (const Match& match : found.breaths) {
      if (!range.holds(match)) continue;
      breath = static_cast<Breath>(match.meaning);
      part.breath_said = true;
      part.counts = counts_of_breath(found, match, range);
    }
    part.breath = breath;
    if (part.moves.empty() && part.breath_said) part.moves.push_back(Move::breathe);
    if (!part.moves.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

// A negation speaks of what follows it.
bool forbids(const Found& found) {
  return std::ranges::any_of(found.negations, [&](const Match& negation) {
    return std::ranges::any_of(found.moves, [&](const Match& move) { return move.last() > negation.first(); });
  });
}

void drop_forbidden(Found& found) {
  if (found.negations.empty()) return;
  const int from = found.negations.front().first();
  std::erase_if(found.moves, [&](const Match& move) { return move.last() > from; });
}

Mood mood_of(std::string_view sentence, const Found& found, const Lexicon::Entries& entries) {
  if (begins_with(entries.conditions, found.words)) return Mood::option;
  if (begins_with(entries.tellings, found.words) || sentence.ends_with('?') || has_gerund_for_subject(found))
    return Mood::telling;
  const bool goes =
      std::ranges::any_of(found.postures, [&](const Match& match) { return is_gone_to(found, match, entries); });
  const bool moves = goes || !found.moves.empty() || !found.breaths.empty();
  if (forbids(found) && found.moves.front().last() > found.negations.front().first()) return Mood::avoid;
  const std::string& first = found.words.front().stem;
  if (moves && (first == "keep" || found.words.back().plain == "throughout")) return Mood::throughout;
  if (moves) return Mood::instruction;
  return instructs(found, entries) ? Mood::unread : Mood::telling;
}

} // namespace

SentenceReading read_sentence(std::string_view sentence, Breath breath, std::optional<Posture> posture,
                              const Lexicon& lexicon) {
  const Lexicon::Entries& entries = lexicon.entries();
  SentenceReading reading;
  Found found = look_up(sentence, entries);
  if (found.words.empty()) return reading;
  for (const Match& match : find_all(entries.cautions, found.words)) {
    const auto caution = static_cast<vocabulary::Caution>(match.meaning);
    if (std::ranges::find(reading.cautions, caution) == reading.cautions.end()) reading.cautions.push_back(caution);
  }
  reading.mood = mood_of(sentence, found, entries);
  if (reading.mood == Mood::telling) return reading;
  reading.rounds = rounds_of(found.counts);
  if (!found.postures.empty()) {
    const Match& first = found.postures.front();
    reading.posture = static_cast<Posture>(first.meaning);
    reading.posture_words = {word_at(found, first.first()).begin, word_at(found, first.last()).end};
  }
  if (reading.mood == Mood::instruction) drop_forbidden(found);
  reading.parts = parts_of(found, breath, posture, entries);
  if (reading.mood == Mood::unread && reading.rounds) reading.mood = Mood::telling;
  return reading;
}

} // namespace supple::reader
