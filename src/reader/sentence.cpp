// SPDX-License-Identifier: Apache-2.0
#include "reader/sentence.h"

#include "reader/breath_spans.h"
#include "reader/cautions.h"
#include "reader/clause_signs.h"
#include "reader/lengths.h"
#include "reader/numbers.h"
#include "reader/said_side.h"
#include "reader/said_spot.h"
#include "reader/unread.h"

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

void add_move(Part& part, Move move) {
  if (std::ranges::find(part.moves, move) == part.moves.end()) part.moves.push_back(move);
}

// "Come partway to the centre" from half way back is a quarter of the way (docs/vocabulary.md).
double amount_of(Move move, int hundredths, std::optional<Posture> posture) {
  const double amount = hundredths / 100.0;
  return move == Move::pelvis_forward && posture == Posture::between ? amount / 2 : amount;
}

class SentenceReader {
public:
  SentenceReader(std::string_view sentence, const Before& before, const Lexicon::Entries& entries)
      : sentence_(sentence), before_(before), entries_(entries), found_(look_up(sentence, entries, before.story)) {
    add_counted_breaths(found_);
    add_breaths_left_out(found_, before.breath != Breath::free);
    reading_.label = found_.label;
    reading_.is_headed = found_.label && found_.is_headed;
    if (!found_.label) found_.label = before.label;
    reading_.parts_named = before.parts;
    clauses_ = clauses_of(found_, entries, before.optional, before.posture, reading_.parts_named);
    drop_what_is_no_move();
    spans_ = breath_spans(found_, clauses_);
  }

  SentenceReading read() {
    if (found_.words.empty()) return std::move(reading_);
    reading_.cautions = cautions_in(found_, entries_);
    reading_.offers_next = offers_next(found_, entries_);
    find_rounds();
    reading_.begins_with_then = !found_.sequences.empty() && found_.sequences.front().first() == found_.after_label;
    opposites_ = find_all(entries_.opposites, found_.words);
    if (!opposites_.empty()) mirror_ = std::ranges::min(opposites_, {}, &Match::first).first();
    reading_.at_same_time = begins_at_same_time(found_);
    find_posture();
    note_throughout();
    add_parts();
    find_hold_of_all();
    const bool says_both = reading_.parts.empty() && has_any(entries_.both_sides);
    reading_.mirrors = !found_.is_question && (says_both || mirror_ >= 0);
    reading_.side = side_in(found_, 0, word_count(found_));
    reading_.says_again = has_any(entries_.again);
    if (before_.moved && has_any(entries_.in_all)) reading_.there_and_back = there_and_back_in(found_, clauses_);
    const auto only_breathes = [](const Part& part) { return part.only_breathes; };
    reading_.breathes_before =
        !reading_.parts.empty() && std::ranges::all_of(reading_.parts, only_breathes) && has_any(entries_.back_to);
    if (!spans_.empty() && unread_.is_within(spans_.back())) reading_.unread_breath = spans_.back().breath;
    add_asides();
    explain();
    return std::move(reading_);
  }

private:
  // Nor is the round of "six rounds" a move, nor "breath" in the name of a breath.
  void drop_what_is_no_move() {
    const bool counts = rounds_of(found_.counts, found_.words, before_.moved, entries_).has_value();
    for (Clause& clause : clauses_) {
      if (counts && before_.moved && is_like_this(found_, clause)) clause.moves.clear();
      if (counts && clause.head < 0 && found_.breaths.empty()) clause.moves.clear(); // "Three bends to each side"
      std::erase_if(clause.moves, [&](const Meant& meant) {
        const bool is_counted = std::ranges::any_of(
            found_.counts, [&](const Count& count) { return meant.words.size() == 1 && meant.first == count.last; });
        return is_counted || goes_to_and_fro(meant, found_, entries_) || is_of_way(found_, meant, clause) ||
               (!before_.moved && is_spare(meant)); // "Put the kettle back": nothing to come back from
      });
    }
  }

  [[nodiscard]] bool is_spare(const Meant& meant) const {
    return meant.frame >= 0 && entries_.frames[static_cast<std::size_t>(meant.frame)].spare;
  }

  void find_rounds() {
    const int first = found_.after_label;
    if (found_.is_question) {
      reading_.asks_how_often = plain_is(found_, first, "how") &&
                                (plain_is(found_, first + 1, "often") || plain_is(found_, first + 1, "many"));
      return;
    }
    reading_.rounds = rounds_of(found_.counts, found_.words, before_.moved, entries_);
    if (!reading_.rounds && before_.asked_how_often && !found_.counts.empty() && found_.counts.front().range.min > 0)
      reading_.rounds = found_.counts.front().range; // "Q: How often? A: Five breaths, at every feed."
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
    note_what_is_kept(clauses_, found_);
    if (!has_any(entries_.throughout)) return;
    for (Clause& clause : clauses_)
      if (clause.mood == Mood::instruction) clause.mood = Mood::throughout;
  }

  // "Stay for three breaths, and aim each one at your ribs" holds one shape.
  [[nodiscard]] bool holds_all() const {
    return std::ranges::any_of(find_all(entries_.of_all, found_.words), [&](const Match& match) {
      return std::ranges::any_of(clauses_, [&](const Clause& clause) {
        const bool stays = std::ranges::find(clause.moves, Move::stay, &Meant::move) != clause.moves.end();
        return stays && match.first() >= clause.first && match.last() < clause.last;
      });
    });
  }

  // "Hold every shape for three breaths" is no shape of its own.
  void find_hold_of_all() {
    if (reading_.parts.size() != 1 || !reading_.parts.front().hold || reading_.parts.front().moves.size() != 1 ||
        !holds_all())
      return;
    reading_.hold_of_all = reading_.parts.front().hold;
    reading_.parts.clear();
  }

  [[nodiscard]] Span span_of(int first, int last) const {
    if (first >= word_count(found_)) return {sentence_.size(), sentence_.size()};
    const std::size_t begin = first == 0 ? 0 : word_at(found_, first).begin;
    if (last <= first) return {begin, begin};
    return {begin, last >= word_count(found_) ? sentence_.size() : word_at(found_, last - 1).end};
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
    if (last <= first) { // two parts of one clause
      first = part_from_;
      last = std::max(part_to_, part_from_) + 1;
    }
    part.words = span_of(reading_.parts.size() == 1 && first == part_side_from_ ? 0 : first, last);
    part.before_mirror = part_to_ < mirror_;
    part.side = side_in(found_, part_side_from_, end);
    const bool is_of_other = part.before_mirror && mirror_ > part_side_from_ && part.side != Side::each;
    if (is_of_other) part.side = side_in(found_, part_side_from_, std::min(end, mirror_)); // "… then over to the left"
    part_side_from_ = end;
  }

  void add_parts() {
    breath_ = ends_the_breaths(found_) ? Breath::free : before_.breath;
    for (const Clause& clause : clauses_) {
      if (clause.mood != Mood::instruction) continue;
      add_silent_breaths(clause.first);
      for (const Meant& meant : clause.moves)
        if (!before_.moved && waits(meant, found_))
          list_wait(clause);
        else if (!holds_nothing(meant) && !is_of_its_breath(meant) && !is_of_start(meant, clause))
          add_meant(meant, clause);
        else if (before_.moved && waits_until(meant, found_) && !asks_provider())
          reading_.asides.push_back({Mood::unread, {}, {}, span_of(clause.first, word_count(found_))});
      add_hold(clause);
    }
    add_silent_breaths(word_count(found_));
    close_part(word_count(found_));
    for (Part& part : reading_.parts)
      if (std::ranges::find(part.moves, Move::stay) != part.moves.end() && !part.hold)
        part.hold = hold_of(found_.counts);
    count_breaths(reading_.parts, found_, clauses_, spans_);
  }

  // "… and then come into child's pose", "come back, and then set your foot down": not on the breath before.
  [[nodiscard]] bool leaves_breath(const Meant& meant, const Clause& clause) const {
    const bool names_breath = std::ranges::any_of(found_.breaths, [&](const Match& match) {
      return match.first() >= clause.first && match.last() < clause.last;
    });
    const bool came_back = !reading_.parts.empty() && std::ranges::all_of(reading_.parts.back().moves, [](Move move) {
      return move == Move::return_ || vocabulary::posture_of(move).has_value();
    });
    const bool begins_with_then = plain_is(found_, clause.first, "then") || plain_is(found_, clause.first + 1, "then");
    return (vocabulary::posture_of(meant.move).has_value() || (came_back && begins_with_then)) && !names_breath &&
           last_read_ >= 0 && parted_by_then(found_, clauses_, last_read_, meant.first);
  }

  // "Roll onto your side and sit up": one posture after another.
  [[nodiscard]] static bool goes_on_to(const Part& part, Move move) {
    return vocabulary::posture_of(move) && std::ranges::any_of(part.moves, [&](Move other) {
             return other != move && vocabulary::posture_of(other).has_value();
           });
  }

  void add_meant(const Meant& meant, const Clause& clause) {
    const bool is_stay = meant.move == Move::stay;
    Part next;
    put_breath(next, meant.first);
    if (leaves_breath(meant, clause)) {
      next.breath = breath_ = Breath::free;
      next.breath_said = false;
    }
    if (is_stay && !next.breath_said) next.breath = Breath::free;
    if (stays_ && meant.move == Move::breathe && !reading_.parts.empty() &&
        (!next.breath_said || next.breath == reading_.parts.back().breath))
      return add_move(reading_.parts.back(), meant.move);
    if (is_stay && last_read_ >= clause.first && !reading_.parts.empty() && // "three slow breaths here"
        reading_.parts.back().moves == std::vector{Move::breathe} && !reading_.parts.back().breath_said) {
      stays_ = true;
      return add_move(reading_.parts.back(), meant.move);
    }
    const bool beside = stays_ && plain_is(found_, clause.first, "with");
    const bool opens =
        !beside &&
        (reading_.parts.empty() || reading_.parts.back().breath != next.breath || reading_.parts.back().only_breathes ||
         is_stay != stays_ || (before_.moved && goes_on_to(reading_.parts.back(), meant.move)) ||
         (next.breath == Breath::free &&
          (parted_by_then(found_, clauses_, last_read_, meant.first) || unread_.leads_to(clause, last_read_)) &&
          !(is_stay && stays_ && !reading_.parts.back().hold)));
    if (opens) {
      close_part(std::max(clause.first, part_side_from_));
      begin_part(meant.first);
      reading_.parts.back().breath = next.breath;
      reading_.parts.back().breath_said = next.breath_said;
    }
    stays_ = is_stay || beside;
    if (is_stay) breath_ = Breath::free; // the breath on which she came there is over
    Part& part = reading_.parts.back();
    if (waits_on_breath(meant, part)) add_move(part, Move::breathe);
    add_move(part, meant.move);
    if (meant.move == Move::spine_side) part.sense = sense_of(found_, meant);
    if ((meant.move == Move::core_release || meant.move == Move::floor_release) &&
        std::ranges::none_of(meant.words, [&](int word) { return is_part(found_, word); }))
      part.releases_it = true;
    if (meant.move == Move::pelvis_lower && !has_part(found_, clause.first, clause.last)) part.lowers_it = true;
    if (meant.move == Move::return_ && is_any(word_at(found_, meant.first).stem, {"releas", "relax", "let"}))
      part.releases_it = true;
    part.says_how = says_nothing_else(found_, meant, clause);
    add_amount(part, meant, clause);
    if (meant.move == Move::hands_place) add_spot(spot_of(found_, meant, clause, entries_), part.amounts);
    last_read_ = part_to_ = meant.last;
  }

  // "Breathe in and just wait": the breath is drawn all the same.
  [[nodiscard]] bool waits_on_breath(const Meant& meant, const Part& part) const {
    return meant.move == Move::stay && part.breath == Breath::inhale && part.breath_said && part.moves.empty() &&
           found_.counts.empty();
  }

  // "You are lying on your side, the head on a pillow": how she lies as she begins.
  [[nodiscard]] bool is_of_start(const Meant& meant, const Clause& clause) const {
    return !before_.posture && reading_.posture && clause.head < 0 && meant.move == Move::head_rest;
  }

  // Where no posture was named yet, she waits for something that is not of the exercise.
  void list_wait(const Clause& clause) {
    if (before_.posture || reading_.posture)
      reading_.asides.push_back({Mood::unread, {}, {}, span_of(clause.first, word_count(found_))});
  }

  [[nodiscard]] bool asks_provider() const {
    return std::ranges::find(reading_.cautions, vocabulary::Caution::provider) != reading_.cautions.end();
  }

  // "Wait until your doctor is happy", "rest a minute between sets": not a part of the exercise.
  [[nodiscard]] bool holds_nothing(const Meant& meant) const {
    if (meant.move != Move::stay) return false;
    const std::size_t begin = word_at(found_, meant.first).begin;
    if (waits_until(meant, found_) || (begin > 0 && sentence_[begin - 1] == '[')) return true; // "[pause 3] Again"
    return asks_provider() || going_on(found_, entries_) ||
           (plain_is(found_, meant.first, "rest") && (reading_.rounds || rests_from_work(found_)));
  }

  // The breathing that is only the name of a breath on which something moves.
  [[nodiscard]] bool is_of_its_breath(const Meant& meant) const {
    if (meant.move != Move::breathe) return false;
    const bool is_directed = meant.frame >= 0 && entries_.frames[static_cast<std::size_t>(meant.frame)].also;
    const BreathSpan* span = breath_at(spans_, meant.first);
    return !is_directed && span != nullptr && moves_between(clauses_, span->first, span->last);
  }

  [[nodiscard]] bool has_any(const Phrases& phrases) const { return !find_all(phrases, found_.words).empty(); }

  // A breath with no move beside it is a step too: "Breathe in."
  void add_silent_breaths(int until) {
    for (const BreathSpan& span : spans_) {
      if (span.first >= until || span.named < silent_until_ || (span.named >= until && !span.labelled)) continue;
      if (breathes_between(clauses_, span.first, span.last) || unread_.is_within(span) || unread_.is_before(span))
        continue;
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

  // "… for three breaths": what is done is then held; "keep going", "walk for three breaths" hold nothing.
  void add_hold(const Clause& clause) {
    if (going_on(found_, entries_)) return;
    if (std::ranges::find(clause.moves, Move::feet_walk, &Meant::move) != clause.moves.end()) return;
    for (const Count& count : found_.counts)
      if (count.first >= clause.first && count.first < clause.last) {
        if (is_length(count)) add_hold(clause, count);
        if (breathes_there(clause, count, found_)) add_hold(clause, {count.range, "breath", count.first, count.last});
      }
  }

  // Breaths or a time: "three breaths", "for one breath", "20 seconds".
  [[nodiscard]] bool is_length(const Count& count) const {
    if (count.range.min < 1 || !is_any(count.unit, {"breath", "second", "sec", "minut"})) return false;
    const bool is_time = count.unit != "breath";
    const bool is_rounds = reading_.rounds == count.range;
    return is_time ? !is_of_breath(count)
                   : !is_rounds && (count.range.max > 1 || plain_is(found_, count.first - 1, "for"));
  }

  void add_hold(const Clause& clause, const Count& count) {
    const auto is = [](Move move) { return [move](const Meant& meant) { return meant.move == move; }; };
    const bool counts = plain_is(found_, count.first - 2, "count") && is_any_before(count, {"to", "of"});
    const bool led = counts || is_any_before(count, {"for", "of", "about"});
    const bool only_breathes = std::ranges::all_of(clause.moves, is(Move::breathe));
    if (std::ranges::any_of(clause.moves, is(Move::stay)) || (!led && !only_breathes)) return;
    if (!led && clause.moves.empty() && clause.head >= 0) return;
    if (stays_ && !reading_.parts.empty() && !reading_.parts.back().hold) {
      reading_.parts.back().hold = hold_of({count});
      return;
    }
    const bool is_all_told = before_.came_there && begins_with_length(clause, count, found_); // "Twenty minutes."
    if (!led && clause.moves.empty() && count.unit != "breath" && !is_all_told) return;
    if (only_breathes && !clause.moves.empty() && !reading_.parts.empty()) { // "breathe for a minute"
      if (reading_.parts.back().moves.size() > 1) { // "sink into child's pose and breathe there for a minute"
        std::erase(reading_.parts.back().moves, Move::breathe);
        close_part(std::max(clause.first, part_side_from_));
        begin_part(clause.first);
        reading_.parts.back().moves = {Move::breathe};
      }
      Part& part = reading_.parts.back();
      part.moves.insert(part.moves.begin(), Move::stay);
      part.only_breathes = false;
      hold(part, count);
      return;
    }
    close_part(std::max(count.first - (counts ? 2 : led ? 1 : 0), part_side_from_));
    begin_part(count.first);
    reading_.parts.back().moves = {Move::stay};
    hold(reading_.parts.back(), count);
  }

  void hold(Part& part, const Count& count) {
    part.breath = Breath::free;
    part.breath_said = false;
    part.hold = hold_of({count});
    stays_ = true;
  }

  [[nodiscard]] bool is_any_before(const Count& count, std::initializer_list<std::string_view> any) const {
    return count.first > 0 && is_any(word_at(found_, count.first - 1).plain, any);
  }

  // "Inhale for four seconds" holds nothing.
  [[nodiscard]] bool is_of_breath(const Count& count) const {
    return std::ranges::any_of(spans_, [&](const BreathSpan& span) {
      return count.first >= span.first && count.first < span.last &&
             !moves_between(clauses_, span.named_end + 1, count.first);
    });
  }

  // What the words of neighbouring clauses say that is no step.
  void add_asides() {
    for (std::size_t c = 0; c < clauses_.size(); ++c) {
      const Clause& clause = clauses_[c];
      if (clause.mood == Mood::instruction || clause.mood == Mood::telling) {
        if (unread_.is_left(clause) || unread_.leaves_part(clause) || tells_a_length(clause, found_))
          reading_.asides.push_back({Mood::unread, {}, {}, span_of(clause.first, clause.last), only_tells(clause)});
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

  void explain() {
    for (const Clause& clause : clauses_) {
      Why why{span_of(clause.first, clause.last), clause.mood, clause.reason};
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
  int last_read_ = -1; ///< the last word of the move read last
  int part_side_from_ = 0;
  int silent_until_ = 0;
  std::vector<Match> opposites_; ///< "the same on the other side"
  LeftUnread unread_{found_, clauses_, before_, reading_, opposites_, entries_};
  int mirror_ = -1; ///< the first word of "the same on the other side"; -1: there is none
};

} // namespace

SentenceReading read_sentence(std::string_view sentence, const Before& before, const Lexicon& lexicon) {
  return SentenceReader{sentence, before, lexicon.entries()}.read();
}

} // namespace supple::reader
