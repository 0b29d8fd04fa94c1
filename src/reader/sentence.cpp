// SPDX-License-Identifier: Apache-2.0
#include "reader/sentence.h"

#include "reader/breath_spans.h"
#include "reader/numbers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

bool is_any(const std::string& word, std::initializer_list<std::string_view> any) {
  return std::ranges::find(any, word) != any.end();
}

void add_move(Part& part, Move move) {
  if (std::ranges::find(part.moves, move) == part.moves.end()) part.moves.push_back(move);
}

vocabulary::Sense sense_of(const Found& found, const Meant& meant) {
  for (const int i : meant.words)
    if (is_any(word_at(found, i).plain, {"up", "sky", "ceiling", "rise", "rises", "upward", "upwards"}))
      return vocabulary::Sense::up;
  return vocabulary::Sense::toward;
}

// "left and right", "left to right".
bool names_both(const Found& found, const Match& a, const Match& b) {
  for (int i = a.last() + 1; i < b.first(); ++i)
    if (word_at(found, i).plain == "then") return true;
  const int gap = b.first() - a.last();
  return gap == 1 || (gap == 2 && is_any(word_at(found, a.last() + 1).plain, {"and", "or", "to", "then"}));
}

Side side_in(const Found& found, int first, int last) {
  Side side = Side::none;
  const Match* before = nullptr;
  for (const Match& match : found.sides) {
    if (match.first() < first || match.first() >= last) continue;
    const auto said = static_cast<Side>(match.meaning);
    const std::string next =
        match.last() + 1 < word_count(found) ? word_at(found, match.last() + 1).plain : std::string{};
    const bool is_adverb =
        said == Side::right &&
        (is_any(next, {"back", "up", "down", "over", "now", "here", "away", "in", "out", "round", "through", "under",
                       "into"}) ||
         (next == "to" &&
          !(match.first() > 0 && is_any(word_at(found, match.first() - 1).plain, {"from", "the", "your"}))) ||
         (match.first() == 0 && match.last() + 1 < word_count(found) && word_at(found, match.last() + 1).after_mark));
    if (is_adverb || is_left_over(found, match.first())) continue;
    if (side == Side::none || said == Side::each)
      side = said;
    else if (side != said && before != nullptr && names_both(found, *before, match))
      side = Side::each;
    before = &match;
  }
  return side;
}

// "Come partway to the centre" from half way back is a quarter of the way (docs/vocabulary.md).
double amount_of(Move move, int hundredths, std::optional<Posture> posture) {
  const double amount = hundredths / 100.0;
  return move == Move::pelvis_forward && posture == Posture::between ? amount / 2 : amount;
}

class SentenceReader {
public:
  SentenceReader(std::string_view sentence, const Before& before, const Lexicon::Entries& entries)
      : sentence_(sentence), before_(before), entries_(entries), found_(look_up(sentence, entries)) {
    add_counted_breaths(found_);
    reading_.label = found_.label;
    reading_.is_headed = found_.label && found_.is_headed;
    if (!found_.label) found_.label = before.label;
    reading_.parts_named = before.parts;
    clauses_ = clauses_of(found_, entries, before.optional, before.posture.has_value(), reading_.parts_named);
    drop_what_is_no_move();
    spans_ = breath_spans(found_, clauses_);
  }

  SentenceReading read() {
    if (found_.words.empty()) return std::move(reading_);
    find_cautions();
    reading_.offers_next = offers_next();
    if (!found_.is_question) reading_.rounds = rounds_of(found_.counts, found_.words);
    reading_.begins_with_then = !found_.sequences.empty() && found_.sequences.front().first() == found_.after_label;
    find_posture();
    note_throughout();
    add_parts();
    const bool says_both = reading_.parts.empty() && !find_all(entries_.both_sides, found_.words).empty();
    reading_.mirrors = !found_.is_question && (says_both || !find_all(entries_.opposites, found_.words).empty());
    reading_.says_again = std::ranges::any_of(found_.words, [](const Word& word) { return word.plain == "again"; }) ||
                          sentence_.starts_with("Every time") || sentence_.starts_with("Each time");
    add_asides();
    explain();
    return std::move(reading_);
  }

private:
  // Nor is the round of "six rounds" a move, nor "breath" in the name of a breath.
  void drop_what_is_no_move() {
    const bool counts = rounds_of(found_.counts, found_.words).has_value();
    for (Clause& clause : clauses_) {
      if (counts && clause.head < 0 && found_.breaths.empty()) clause.moves.clear(); // "Three bends to each side"
      std::erase_if(clause.moves, [&](const Meant& meant) {
        return std::ranges::any_of(
            found_.counts, [&](const Count& count) { return meant.words.size() == 1 && meant.first == count.last; });
      });
    }
  }

  // "If your knees are sore" is a caution, "knee pain is common" is none.
  void find_cautions() {
    using vocabulary::Caution;
    const bool warns = warns_of_trouble();
    for (const Match& match : candidates(entries_.cautions, found_.words)) {
      const auto caution = static_cast<Caution>(match.meaning);
      const bool is_of_part = caution == Caution::knees || caution == Caution::wrists || caution == Caution::back ||
                              caution == Caution::neck || caution == Caution::pelvis;
      if (is_of_part && !warns) continue;
      if (std::ranges::find(reading_.cautions, caution) == reading_.cautions.end())
        reading_.cautions.push_back(caution);
    }
  }

  [[nodiscard]] bool warns_of_trouble() const {
    if (offers_next() || !found_.negations.empty() || found_.label ||
        !find_all(entries_.conditions, found_.words).empty())
      return true;
    const auto is_condition = [](unsigned glue) {
      return (glue & (1U << static_cast<unsigned>(Glue::condition))) != 0;
    };
    if (std::ranges::any_of(found_.glue, is_condition)) return true;
    constexpr std::size_t short_one = 8;
    return std::ranges::any_of(found_.words,
                               [](const Word& word) {
                                 return is_any(word.plain, {"when", "where", "should", "stop", "any", "until", "ease",
                                                            "under", "mind", "sore"});
                               }) ||
           found_.words.size() <= short_one;
  }

  [[nodiscard]] bool offers_next() const {
    constexpr std::size_t longest = 9;
    constexpr std::size_t short_one = 4;
    if (!found_.is_question || found_.words.size() > longest) return false;
    const auto is_part = [](const Term& term) { return term.kind == Kind::part; };
    if (found_.words.size() <= short_one && std::ranges::any_of(found_.terms, is_part)) return true;
    return !find_all(entries_.troubles, found_.words).empty() || !find_all(entries_.conditions, found_.words).empty();
  }

  void find_posture() {
    for (const Match& match : found_.postures)
      for (const Clause& clause : clauses_)
        if (!reading_.mentioned && match.first() >= clause.first && match.first() < clause.last &&
            match.words.size() > 1 && (clause.mood == Mood::instruction || clause.mood == Mood::telling) &&
            !found_.is_question)
          reading_.mentioned = static_cast<Posture>(match.meaning);
    for (const Match& match : found_.postures)
      for (const Clause& clause : clauses_) {
        if (match.first() < clause.first || match.first() >= clause.last || clause.mood != Mood::instruction) continue;
        const bool is_read = std::ranges::any_of(
            clause.moves, [&](const Meant& meant) { return meant.frame < 0 && meant.first == match.first(); });
        if (!is_read) continue;
        reading_.posture = static_cast<Posture>(match.meaning);
        reading_.posture_words = {word_at(found_, match.first()).begin, word_at(found_, match.last()).end};
        return;
      }
  }

  void note_throughout() {
    const auto says = [&](std::string_view words) { return sentence_.find(words) != std::string_view::npos; };
    if (!says("throughout") && !says("the whole time") && !says("all the while") && !says("at all times")) return;
    for (Clause& clause : clauses_)
      if (clause.mood == Mood::instruction) clause.mood = Mood::throughout;
  }

  [[nodiscard]] Span span_of(int first, int last) const {
    if (first >= word_count(found_)) return {sentence_.size(), sentence_.size()};
    const std::size_t begin = first == 0 ? 0 : word_at(found_, first).begin;
    if (last <= first) return {begin, begin};
    return {begin, last >= word_count(found_) ? sentence_.size() : word_at(found_, last - 1).end};
  }

  [[nodiscard]] bool parted_by_then(int from, int to) const {
    return std::ranges::any_of(found_.sequences, [&](const Match& match) {
      if (match.first() <= from || match.first() > to) return false;
      return std::ranges::any_of(clauses_, [&](const Clause& clause) {
        return !clause.moves.empty() && match.first() >= clause.first && match.first() < clause.last;
      });
    });
  }

  // The breath that holds at a word, whether the sentence itself names it, and where.
  void put_breath(Part& part, int word) {
    const BreathSpan* span = breath_at(spans_, word);
    part.breath = span != nullptr ? span->breath : reading_.rounds ? Breath::free : breath_;
    part.breath_said = span != nullptr;
  }

  void begin_part(int word) {
    Part part;
    put_breath(part, word);
    part_from_ = word;
    reading_.parts.push_back(std::move(part));
  }

  // The words of the last part end where the next one begins.
  void close_part(int end) {
    if (reading_.parts.empty()) return;
    Part& part = reading_.parts.back();
    int first = part_side_from_, last = end;
    for (const Clause& clause : clauses_) {
      if (clause.mood != Mood::avoid) continue;
      if (clause.first >= first && clause.last <= std::max(part_from_, first)) first = clause.last;
      if (clause.first > part_to_ && clause.first < last) last = clause.first;
    }
    part.words = span_of(reading_.parts.size() == 1 && first == part_side_from_ ? 0 : first, last);
    part.side = side_in(found_, part_side_from_, end);
    part_side_from_ = end;
  }

  void add_parts() {
    breath_ = before_.breath;
    int last = -1;
    for (const Clause& clause : clauses_) {
      if (clause.mood != Mood::instruction) continue;
      add_silent_breaths(clause.first);
      for (const Meant& meant : clause.moves) {
        Part next;
        put_breath(next, meant.first);
        const bool is_stay = meant.move == Move::stay;
        if (is_stay && !next.breath_said) next.breath = Breath::free;
        const bool beside = stays_ && word_at(found_, clause.first).plain == "with";
        const bool opens = !beside && (reading_.parts.empty() || reading_.parts.back().breath != next.breath ||
                                       reading_.parts.back().only_breathes || is_stay != stays_ ||
                                       (next.breath == Breath::free && parted_by_then(last, meant.first)));
        const bool asks =
            std::ranges::find(reading_.cautions, vocabulary::Caution::provider) != reading_.cautions.end();
        if (is_stay && asks) continue;
        if (is_stay && reading_.rounds && word_at(found_, meant.first).plain == "rest") continue;
        const bool is_directed = meant.frame >= 0 && entries_.frames[static_cast<std::size_t>(meant.frame)].also;
        if (meant.move == Move::breathe && !is_directed && next.breath_said &&
            std::ranges::count(clause.moves, Move::breathe, &Meant::move) > 0 &&
            moves_between(clauses_, breath_at(spans_, meant.first)->first, breath_at(spans_, meant.first)->last))
          continue;
        if (stays_ && meant.move == Move::breathe && !reading_.parts.empty() &&
            (!next.breath_said || next.breath == reading_.parts.back().breath)) {
          add_move(reading_.parts.back(), meant.move);
          continue;
        }
        if (opens) {
          close_part(std::max(clause.first, part_side_from_));
          begin_part(meant.first);
          reading_.parts.back().breath = next.breath;
        }
        stays_ = is_stay || beside;
        Part& part = reading_.parts.back();
        add_move(part, meant.move);
        if (meant.move == Move::spine_side) part.sense = sense_of(found_, meant);
        add_amount(part, meant, clause);
        last = part_to_ = meant.last;
      }
      add_hold(clause);
    }
    add_silent_breaths(word_count(found_));
    close_part(word_count(found_));
    for (Part& part : reading_.parts)
      if (std::ranges::find(part.moves, Move::stay) != part.moves.end() && !part.hold)
        part.hold = hold_of(found_.counts);
    count_breaths();
  }

  // A breath with no move beside it is a step too: "Breathe in."
  void add_silent_breaths(int until) {
    for (const BreathSpan& span : spans_) {
      if (span.first >= until || span.named < silent_until_ || (span.named >= until && !span.labelled)) continue;
      if (breathes_between(clauses_, span.first, span.last)) continue;
      const bool instructed = std::ranges::any_of(clauses_, [&](const Clause& clause) {
        return span.named >= clause.first && span.named < clause.last && clause.mood == Mood::instruction;
      });
      silent_until_ = span.named_end + 1;
      if (!instructed && !span.labelled) continue;
      const auto is_named_later = [&](const Match& match) { return match.first() >= found_.after_label; };
      if (span.labelled && std::ranges::any_of(found_.breaths, is_named_later)) continue;
      close_part(std::max(span.first, part_side_from_));
      Part part;
      part.breath = span.breath;
      part.breath_said = part.only_breathes = true;
      part.moves = {Move::breathe};
      reading_.parts.push_back(std::move(part));
      stays_ = false;
    }
  }

  void add_amount(Part& part, const Meant& meant, const Clause& clause) {
    for (const Match& amount : found_.amounts) {
      if (amount.first() < clause.first || amount.first() >= clause.last) continue;
      const auto nearest = std::ranges::min_element(
          clause.moves, {}, [&](const Meant& one) { return std::abs(one.first - amount.first()); });
      if (nearest->move == meant.move)
        part.amounts.push_back({meant.move, amount_of(meant.move, amount.meaning, before_.posture)});
    }
  }

  // "… for three breaths": what is done is then held.
  void add_hold(const Clause& clause) {
    for (const Count& count : found_.counts) {
      if (count.first < clause.first || count.first >= clause.last || count.range.min < 1) continue;
      if (count.unit == "breath" && reading_.rounds == count.range) continue;
      const bool is_length = is_any(count.unit, {"breath", "second", "sec"}) || (count.unit == "minut");
      if (!is_length || (count.unit == "breath" && count.range.max < 2 &&
                         (count.first == 0 || word_at(found_, count.first - 1).plain != "for")))
        continue;
      const bool stays = std::ranges::any_of(clause.moves, [](const Meant& meant) { return meant.move == Move::stay; });
      const bool led = count.first > 0 && is_any(word_at(found_, count.first - 1).plain, {"for", "of", "about"});
      const bool only_breathes =
          std::ranges::all_of(clause.moves, [](const Meant& meant) { return meant.move == Move::breathe; });
      if (stays || (!led && !only_breathes) || (clause.head >= 0 && clause.moves.empty() && !led)) continue;
      if (count.unit != "breath" && is_of_breath(count)) continue;
      if (stays_ && !reading_.parts.empty() && !reading_.parts.back().hold) {
        reading_.parts.back().hold = hold_of({count});
        continue;
      }
      if (clause.moves.empty() && !led && count.unit != "breath") continue;
      if (only_breathes && !clause.moves.empty() && !reading_.parts.empty()) {
        Part& part = reading_.parts.back();
        part.moves.insert(part.moves.begin(), Move::stay);
        part.breath = Breath::free;
        part.breath_said = part.only_breathes = false;
        part.hold = hold_of({count});
        stays_ = true;
        continue;
      }
      close_part(std::max(count.first - (led ? 1 : 0), part_side_from_));
      begin_part(count.first);
      Part& part = reading_.parts.back();
      part.breath = Breath::free;
      part.moves = {Move::stay};
      part.hold = hold_of({count});
      stays_ = true;
    }
  }

  // "Inhale for four seconds" holds nothing.
  [[nodiscard]] bool is_of_breath(const Count& count) const {
    return std::ranges::any_of(spans_, [&](const BreathSpan& span) {
      return count.first >= span.first && count.first < span.last &&
             !moves_between(clauses_, span.named_end + 1, count.first);
    });
  }

  void count_breaths() {
    for (Part& part : reading_.parts) {
      if (!part.breath_said) continue;
      for (const BreathSpan& span : spans_) {
        if (span.breath != part.breath) continue;
        for (const Count& count : found_.counts) {
          if (count.first <= span.named || count.first >= span.last || !is_of_seconds(found_, count)) continue;
          const bool is_of_hold = std::ranges::any_of(clauses_, [&](const Clause& clause) {
            return std::ranges::any_of(clause.moves, [&](const Meant& meant) {
              return meant.move == Move::stay && meant.first > span.named && meant.first < count.first;
            });
          });
          if (!is_of_hold && part.counts == 0) part.counts = count.range.min;
        }
      }
    }
  }

  // What the words of neighbouring clauses say that is no step.
  void add_asides() {
    for (std::size_t c = 0; c < clauses_.size(); ++c) {
      const Clause& clause = clauses_[c];
      if (clause.mood == Mood::instruction || clause.mood == Mood::telling) {
        if (is_unread(clause)) reading_.asides.push_back({Mood::unread, {}, {}, span_of(clause.first, clause.last)});
        continue;
      }
      Aside aside{clause.mood, side_in(found_, clause.first, clause.last), {}, span_of(clause.first, clause.last)};
      for (const Meant& meant : clause.moves)
        aside.moves.push_back(meant.move);
      if (!reading_.asides.empty() && reading_.asides.back().mood == clause.mood && c > 0 &&
          clauses_[c - 1].mood == clause.mood) {
        Aside& last = reading_.asides.back();
        last.words.end = aside.words.end;
        for (const Move move : aside.moves)
          if (std::ranges::find(last.moves, move) == last.moves.end()) last.moves.push_back(move);
      } else {
        reading_.asides.push_back(std::move(aside));
      }
    }
  }

  // A verb of moving and a part of the body, and nothing was read from them.
  [[nodiscard]] bool is_unread(const Clause& clause) const {
    if (clause.reason == unknown_reason) return true;
    if (clause.mood != Mood::instruction || clause.head < 0 || !clause.moves.empty()) return false;
    if (reading_.rounds || reading_.posture || clause.reason == goes_on_reason) return false;
    const auto within = [&](int first, int last) { return first >= clause.first && last < clause.last; };
    for (int i = clause.first; i < clause.head; ++i)
      if (is_any(word_at(found_, i).plain, {"is", "are", "be", "as", "until", "so", "while"})) return false;
    const auto breathes = [&](const Match& match) { return within(match.first(), match.last()); };
    const auto is_part = [&](const Term& term) { return term.kind == Kind::part && within(term.first, term.last); };
    return std::ranges::none_of(found_.breaths, breathes) && std::ranges::any_of(found_.terms, is_part);
  }

  void explain() {
    for (const Clause& clause : clauses_) {
      Why why{span_of(clause.first, clause.last), clause.mood, clause.reason, {}};
      for (const Meant& meant : clause.moves)
        why.moves.push_back(
            {meant.move,
             meant.frame < 0 ? std::string{} : entries_.frames[static_cast<std::size_t>(meant.frame)].written,
             {word_at(found_, meant.first).begin, word_at(found_, meant.last).end}});
      reading_.why.push_back(std::move(why));
    }
  }

  std::string_view sentence_;
  const Before& before_;
  const Lexicon::Entries& entries_;
  Found found_;
  std::vector<Clause> clauses_;
  std::vector<BreathSpan> spans_;
  SentenceReading reading_;
  Breath breath_ = Breath::free;
  bool stays_ = false;
  int part_from_ = 0;
  int part_to_ = -1;
  int part_side_from_ = 0;
  int silent_until_ = 0;
};

} // namespace

SentenceReading read_sentence(std::string_view sentence, const Before& before, const Lexicon& lexicon) {
  return SentenceReader{sentence, before, lexicon.entries()}.read();
}

} // namespace supple::reader
