// SPDX-License-Identifier: Apache-2.0
#include "score/score.h"
#include "reader/side_gap.h"
#include "reader/suggest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace supple::score {

namespace {

using reader::SectionKind;
using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

std::vector<vocabulary::MoveAmount> amounts_of(const reader::Step& step) {
  std::vector<vocabulary::MoveAmount> moves;
  for (const Move move : step.moves) {
    const auto told = std::ranges::find(step.amounts, move, &vocabulary::MoveAmount::move);
    moves.push_back(told == step.amounts.end() ? vocabulary::MoveAmount{move, vocabulary::default_amount} : *told);
  }
  return moves;
}

Beat beat_of(const reader::Step& step, std::string sentence, std::string short_form) {
  return {step.breath, step.side,   step.sense,          amounts_of(step),      step.hold.value_or(reader::Hold{}),
          0,           step.counts, std::move(sentence), std::move(short_form), step.place};
}

int words_in(std::string_view text) {
  return text.empty() ? 0 : static_cast<int>(std::ranges::count(text, ' ')) + 1;
}

// Where a sentence has no short form of its own: the lexicon's words for its first two moves, or for the first alone
// where both do not fit into a breath in at the usual pace (4 s less 0.8 s, at 110 words a minute).
void fill_short_form(Beat& beat, const reader::Lexicon& lexicon) {
  constexpr int enough = 2;
  constexpr int most_words = 5;
  int used = 0;
  if (!beat.short_form.empty()) return;
  for (const vocabulary::MoveAmount& move : beat.moves) {
    if (used == enough) break;
    const auto posture = vocabulary::posture_of(move.move);
    const std::string words =
        posture ? std::string{vocabulary::meaning(move.move)} : reader::wording_of(move.move, lexicon);
    if (words.empty()) continue;
    if (used > 0 && words_in(beat.short_form) + words_in(words) > most_words) break;
    beat.short_form += (beat.short_form.empty() ? "" : ", ") + words;
    ++used;
  }
}

void join(std::string& text, std::string_view more) {
  if (!text.empty() && !more.empty()) text += ' ';
  text += more;
}

// A sentence that goes on with the breath of the one before belongs to the same beat.
bool goes_on(const Section& section, const reader::Sentence& sentence) {
  if (section.beats.empty()) return false;
  const Beat& last = section.beats.back();
  if (sentence.steps.empty()) return true;
  return last.breath == sentence.steps.front().breath && last.breath != Breath::free &&
         last.place.line == sentence.place.line && sentence.seconds == 0;
}

void add_moves(Beat& beat, const reader::Step& step) {
  for (const vocabulary::MoveAmount& move : amounts_of(step))
    if (std::ranges::find(beat.moves, move.move, &vocabulary::MoveAmount::move) == beat.moves.end())
      beat.moves.push_back(move);
  if (beat.side == Side::none) beat.side = step.side;
  if (beat.counts == 0) beat.counts = step.counts;
  if (beat.sense == vocabulary::Sense::unsaid) beat.sense = step.sense;
}

void add_sentence(Section& section, const reader::Sentence& sentence) {
  std::size_t from = 0;
  if (goes_on(section, sentence)) {
    Beat& last = section.beats.back();
    join(last.sentence, sentence.spoken);
    join(last.short_form, sentence.short_form);
    if (!sentence.steps.empty()) add_moves(last, sentence.steps.front());
    from = 1;
  } else if (sentence.steps.empty()) {
    section.beats.push_back({Breath::free,
                             Side::none,
                             vocabulary::Sense::unsaid,
                             {},
                             {},
                             sentence.seconds,
                             0,
                             sentence.spoken,
                             sentence.short_form,
                             sentence.place});
  }
  for (std::size_t i = from; i < sentence.steps.size(); ++i) {
    const bool first = i == 0;
    section.beats.push_back(beat_of(sentence.steps[i], first ? sentence.spoken : "", first ? sentence.short_form : ""));
    section.beats.back().seconds = sentence.seconds;
    section.beats.back().place = sentence.place;
  }
}

bool is_rest(Posture posture) {
  constexpr std::array<Posture, 5> rests{Posture::heel_sit, Posture::seated, Posture::chair, Posture::standing,
                                         Posture::side_lying};
  return std::ranges::find(rests, posture) != rests.end();
}

// The posture it starts in and the one it rests in, from the postures that are taken along the way.
void set_postures(Score& score, std::optional<Posture> start) {
  std::optional<Posture> last = start;
  for (const Section& section : score.sections)
    for (const Beat& beat : section.beats)
      for (const vocabulary::MoveAmount& move : beat.moves)
        if (const auto posture = vocabulary::posture_of(move.move)) {
          if (!start) start = posture;
          last = posture;
        }
  score.start = start.value_or(Posture::all_fours);
  if (last && is_rest(*last))
    score.rest = *last;
  else
    score.rest = is_rest(score.start) ? score.start : Posture::heel_sit;
}

std::string title_of(const reader::Section& section) {
  if (section.kind == SectionKind::rounds && section.title == "Rounds") return "Centre";
  if (section.kind == SectionKind::sides && section.title == "Sides") return "Each side";
  return section.title;
}

constexpr int rounds_when_open = 6;
constexpr int breaths_when_open = 5;
constexpr int rounds_each_side_when_open = 2;

Section new_section(SectionKind kind, std::string title, int count) {
  Section section;
  section.kind = kind;
  section.title = std::move(title);
  section.count = count;
  return section;
}

// The sections that the steps of an article fall into.
struct Sorted {
  Section start = new_section(SectionKind::start, "Start", 1);
  Section rounds = new_section(SectionKind::rounds, "Centre", rounds_when_open);
  Section sides = new_section(SectionKind::sides, "Each side", rounds_each_side_when_open);
  Section finish = new_section(SectionKind::finish, "Finish", 1);
};

bool goes_somewhere(const reader::Step& step) {
  return std::ranges::any_of(step.moves, [](Move move) { return vocabulary::posture_of(move).has_value(); });
}

// The first of the steps that end it: after the last one that is done on a breath or to a side, what goes to another
// posture and all that follows; at least the last step, where that goes somewhere.
std::size_t finish_of(const std::vector<reader::Step>& steps) {
  const auto is_work = [](const reader::Step& step) { return step.breath != Breath::free || step.side != Side::none; };
  const auto after = std::ranges::find_if(steps.rbegin(), steps.rend(), is_work).base();
  const auto found = after == steps.begin() ? steps.end() : std::find_if(after, steps.end(), goes_somewhere);
  if (found == steps.end() && steps.size() > 1 && goes_somewhere(steps.back())) return steps.size() - 1;
  return static_cast<std::size_t>(found - steps.begin());
}

Sorted sort_steps(const reader::Reading& reading) {
  Sorted sorted;
  const auto& steps = reading.steps;
  const auto breathes = [](const reader::Step& step) { return step.breath != Breath::free; };
  const auto first_breath = static_cast<std::size_t>(std::ranges::find_if(steps, breathes) - steps.begin());
  const std::size_t finish = finish_of(steps);
  const bool paced = first_breath < steps.size();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Beat beat = beat_of(steps[i], steps[i].text, "");
    if (i >= finish)
      sorted.finish.beats.push_back(beat);
    else if (steps[i].side != Side::none)
      sorted.sides.beats.push_back(beat);
    else if (paced ? i < first_breath : goes_somewhere(steps[i]))
      sorted.start.beats.push_back(beat);
    else
      sorted.rounds.beats.push_back(beat);
  }
  return sorted;
}

enum class Limb { none, arm, leg };

// Whose move it is, or who comes to rest by it.
Limb limb_of(Move move) {
  switch (move) {
  case Move::arm_reach:
  case Move::arm_thread:
  case Move::arms_reach:
  case Move::arms_bend:
  case Move::arms_lower:
  case Move::hands_place:
    return Limb::arm;
  case Move::leg_reach:
  case Move::leg_lift:
  case Move::leg_lower:
  case Move::leg_cross:
  case Move::knee_bend:
    return Limb::leg;
  default:
    return Limb::none;
  }
}

bool has(const Beat& beat, Move move) {
  return std::ranges::find(beat.moves, move, &vocabulary::MoveAmount::move) != beat.moves.end();
}

// "Breathe in and lift that leg. Breathe out and reach your left arm forward": an arm or a leg that an article moves on
// one breath stays there on the next one while the other moves, or the trunk does, until it comes back.
void keep_limbs(std::vector<Beat>& beats) {
  std::vector<vocabulary::MoveAmount> kept;
  Side side = Side::none;
  for (Beat& beat : beats) {
    const auto goes = [](const auto& m) { return vocabulary::posture_of(m.move).has_value(); };
    if (has(beat, Move::return_) || std::ranges::any_of(beat.moves, goes)) kept.clear();
    const auto let_go = [&](const vocabulary::MoveAmount& m) {
      std::erase_if(kept, [&](const auto& before) { return limb_of(before.move) == limb_of(m.move); });
    };
    if (beat.breath == Breath::free) std::ranges::for_each(beat.moves, let_go);
    if (beat.breath == Breath::free || has(beat, Move::stay)) continue;
    const std::vector<vocabulary::MoveAmount> own = beat.moves;
    const bool turns = has(beat, Move::spine_turn) || has(beat, Move::spine_side) || has(beat, Move::head_turn);
    const auto works = [](const auto& m) { return limb_of(m.move) != Limb::none; };
    if (beat.side != side || (!turns && std::ranges::none_of(own, works))) kept.clear();
    side = beat.side;
    std::ranges::for_each(own, let_go);
    beat.moves.insert(beat.moves.end(), kept.begin(), kept.end());
    for (const vocabulary::MoveAmount& m : own) {
      if (!works(m)) continue;
      let_go(m);
      if (vocabulary::is_sided(m.move) && m.move != Move::leg_lower) kept.push_back(m);
    }
  }
}

// The whole word: "upright" says no "right".
bool says(std::string_view sentence, std::string_view word) {
  const auto is_letter = [&](std::size_t at) {
    return at < sentence.size() && ((sentence[at] | 0x20) >= 'a' && (sentence[at] | 0x20) <= 'z');
  };
  for (std::size_t at = sentence.find(word); at != sentence.npos; at = sentence.find(word, at + 1))
    if (!is_letter(at - 1) && !is_letter(at + word.size())) return true;
  return false;
}

bool is_opposite(std::string_view sentence) {
  return says(sentence, "opposite") || says(sentence, "other");
}

// The side that a sentence names for all that it tells; none where it names both, or the opposite one.
Side named_in(std::string_view sentence) {
  const bool on_left = says(sentence, "left"), on_right = says(sentence, "right");
  if (is_opposite(sentence) || on_left == on_right) return Side::none;
  return on_left ? Side::left : Side::right;
}

// "Slide your right leg back, and reach the opposite arm forward": where a leg and an arm reach in a section that is
// done on each side, the side is the leg's. Not where the arm is said to be of that side.
void reach_across(std::vector<Beat>& beats) {
  const auto leg = std::ranges::find_if(beats, [](const Beat& beat) {
    return beat.side != Side::none && (has(beat, Move::leg_reach) || has(beat, Move::leg_lift));
  });
  const auto arm = std::ranges::find_if(beats, [](const Beat& beat) { return has(beat, Move::arm_reach); });
  if (leg == beats.end() || arm == beats.end()) return;
  const Side of_leg = named_in(leg->sentence), of_arm = named_in(arm->sentence);
  const bool in_the_gap = leg != arm && reader::side_gap(arm->sentence) && !is_opposite(arm->sentence);
  if (in_the_gap || (of_arm != Side::none && of_arm == of_leg)) return;
  for (Beat& beat : beats)
    for (vocabulary::MoveAmount& m : beat.moves)
      m.across = beat.side == Side::each && (m.move == Move::arm_reach || m.move == Move::arms_lower);
}

// Holds without a length get one of ours; answers whether there were any.
bool fill_holds(Section& section, const reader::Reading& reading) {
  bool filled = false;
  for (Beat& beat : section.beats) {
    const bool stays = std::ranges::find(beat.moves, Move::stay, &vocabulary::MoveAmount::move) != beat.moves.end();
    if (!stays || beat.hold != reader::Hold{}) continue;
    const bool said = reading.hold != reader::Hold{};
    beat.hold = said ? reading.hold : reader::Hold{0, breaths_when_open};
    filled = filled || !said;
  }
  return filled;
}

} // namespace

Score score_of(const reader::Exercise& exercise, const reader::Lexicon& lexicon) {
  Score score;
  score.title = exercise.title;
  score.language = exercise.language;
  score.tags = exercise.tags;
  score.first_week = exercise.first_week;
  score.last_week = exercise.last_week;
  score.postnatal_week = exercise.postnatal_week;
  for (const reader::Section& written : exercise.sections) {
    score.comfort.insert(score.comfort.end(), written.options.begin(), written.options.end());
    if (written.kind == SectionKind::comfort) continue;
    if (written.kind == SectionKind::care) {
      for (const reader::Sentence& sentence : written.sentences)
        score.care.push_back(sentence.spoken);
      continue;
    }
    Section section = new_section(written.kind, title_of(written), written.count);
    section.alternate = written.alternate;
    section.place = written.place;
    for (const reader::Sentence& sentence : written.sentences)
      add_sentence(section, sentence);
    reach_across(section.beats);
    for (Beat& beat : section.beats)
      if (exercise.language == "en")
        fill_short_form(beat, lexicon);
      else if (beat.short_form.empty())
        beat.short_form = beat.sentence; // the lexicon has no words of this language
    score.sections.push_back(std::move(section));
  }
  set_postures(score, std::nullopt);
  return score;
}

Score score_of(const reader::Reading& reading, const reader::Lexicon& lexicon) {
  Score score;
  score.title = reading.title;
  score.start_place = reading.start_place;
  Sorted sorted = sort_steps(reading);
  bool holds_filled = false;
  for (Section* section : {&sorted.start, &sorted.rounds, &sorted.sides, &sorted.finish}) {
    holds_filled = fill_holds(*section, reading) || holds_filled;
    for (Beat& beat : section->beats)
      fill_short_form(beat, lexicon);
    keep_limbs(section->beats);
    reach_across(section->beats);
  }
  if (reading.rounds) {
    sorted.rounds.count = std::clamp(reading.rounds->min, 1, 100);
  } else if (!sorted.rounds.beats.empty()) {
    sorted.rounds.filled = true;
    score.filled.emplace_back("rounds");
  }
  if (!sorted.sides.beats.empty()) {
    sorted.sides.filled = true;
    score.filled.emplace_back("sides");
  }
  if (holds_filled) score.filled.emplace_back("holds");
  if (sorted.finish.beats.empty() && !reading.steps.empty()) score.filled.emplace_back("finish");
  for (Section* section : {&sorted.start, &sorted.rounds, &sorted.sides, &sorted.finish})
    if (!section->beats.empty()) score.sections.push_back(std::move(*section));
  set_postures(score, reading.start);
  return score;
}

} // namespace supple::score
