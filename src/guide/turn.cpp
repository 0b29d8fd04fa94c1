// SPDX-License-Identifier: Apache-2.0
#include "guide/turn.h"

#include "guide/numbers.h"
#include "guide/prompts.h"

#include <algorithm>
#include <utility>

namespace supple::guide {

namespace {

using score::Beat;
using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::MoveAmount;
using vocabulary::Side;

Breath other(Breath breath) {
  return breath == Breath::inhale ? Breath::exhale : Breath::inhale;
}

bool any_sided(const std::vector<MoveAmount>& moves) {
  return std::ranges::any_of(moves, [](const MoveAmount& m) { return vocabulary::is_sided(m.move); });
}

bool works_a_side(const Beat& beat) {
  return names_side(beat.sentence) || names_side(beat.short_form) || (beat.side != Side::none && any_sided(beat.moves));
}

bool takes_a_posture(const Beat& beat) {
  return std::ranges::any_of(beat.moves, [](const MoveAmount& m) {
    return vocabulary::posture_of(m.move).has_value() || m.move == Move::return_;
  });
}

bool stays(const Beat& beat) {
  return std::ranges::any_of(beat.moves, [](const MoveAmount& m) { return m.move == Move::stay; });
}

class TurnLayer {
public:
  TurnLayer(Stage& stage, const score::Section& section, const Turn& turn)
      : stage_(stage), section_(section), turn_(turn), home_(stage.bearing) {}

  void lay() {
    for (std::size_t i = 0; i < section_.beats.size(); ++i)
      lay_beat(section_.beats[i], i == 0);
    stage_.place = {};
    if (!turn_.closed || first_ == Breath::free || last_ != first_) return;
    stage_.bearing = home_;
    add_breath_between();
  }

private:
  void lay_beat(const Beat& beat, bool first) {
    Turn turn = turn_;
    stage_.place = {};
    if (turn.side == Side::none && beat.side != Side::each) turn.side = beat.side;
    const Naming naming = name_side(beat, turn.side, first);
    const Breath breath = first_breath_of(beat);
    if (breath != Breath::free && breath == last_) add_breath_between();
    if (turn.taught && !is_plain(beat))
      speak(turn, sentence_of(beat, turn.kind, naming, turn.side, stage_.sayings), breath);
    if (turn.side != stage_.outline.slots.back().phase.side) leave_side();
    stage_.place = beat.place;
    if (is_plain(beat)) return lay_plain(beat, turn, naming);
    prompts_ = prompts_of(beat, turn, naming, breath, stage_.sayings);
    lay_action(beat, turn);
    prompts_.clear();
  }

  Naming name_side(const Beat& beat, Side side, bool first) {
    const bool changes = side != Side::none && side != stage_.named;
    if (side == Side::none || !(works_a_side(beat) || (first && changes))) return {};
    stage_.named = side;
    return {side, changes};
  }

  [[nodiscard]] Breath first_breath_of(const Beat& beat) const {
    if (beat.seconds > 0) return Breath::free;
    if (beat.breath != Breath::free) return beat.breath;
    return beat.hold.breaths > 0 ? next_breath() : Breath::free;
  }

  [[nodiscard]] Breath next_breath() const { return last_ == Breath::free ? Breath::inhale : other(last_); }

  // She stays as she is while she hears what is next.
  void speak(const Turn& turn, Saying sentence, Breath breath) {
    if (sentence.text.empty() && !comes_after(breath)) return;
    Slot slot = slot_at(stage_, turn, Length::speech);
    if (any_sided(stage_.moves) || any_sided(stage_.bearing.standing))
      slot.phase.side = stage_.outline.slots.back().phase.side;
    slot.seconds = sentence.text.empty() ? shortest_free_s : 0;
    if (!sentence.text.empty()) slot.sayings.push_back(std::move(sentence));
    add_slot(stage_, std::move(slot));
  }

  /// Whether the section before has just ended on the same breath: then she needs one of her own.
  [[nodiscard]] bool comes_after(Breath breath) const {
    return last_ == Breath::free && breath != Breath::free && stage_.outline.slots.back().phase.breath == breath;
  }

  /// What stands to one side does not stand to the other.
  void leave_side() {
    std::erase_if(stage_.bearing.standing, [](const MoveAmount& m) { return vocabulary::is_sided(m.move); });
  }

  // In the rounds after the teaching one, what stands already need not be done again.
  void lay_plain(const Beat& beat, const Turn& turn, Naming naming) {
    const Bearing before = stage_.bearing;
    settle(stage_.bearing, beat.moves, home_);
    if (takes_a_posture(beat)) stage_.moves.clear();
    if (!turn.taught && breathes() && stage_.bearing == before) return;
    stage_.sense = beat.sense;
    Slot slot = slot_at(stage_, turn, beat.moves.empty() ? Length::speech : Length::doing);
    const bool stays_there = stage_.outline.slots.back().phase.posture == stage_.bearing.posture;
    slot.seconds = beat.moves.empty() ? 0 : stays_there ? doing_s : changing_posture_s;
    Saying saying = sentence_of(beat, turn.kind, naming, turn.side, stage_.sayings);
    if (!turn.taught) {
      auto prompts = prompts_of(beat, turn, naming, Breath::free, stage_.sayings);
      saying = prompts.empty() ? Saying{} : std::move(prompts.front());
    }
    if (!saying.text.empty()) slot.sayings.push_back(std::move(saying));
    add_slot(stage_, std::move(slot));
  }

  [[nodiscard]] bool breathes() const {
    return std::ranges::any_of(section_.beats, [](const Beat& beat) { return !is_plain(beat); });
  }

  void lay_action(const Beat& beat, const Turn& turn) {
    if (beat.seconds > 0) {
      move(beat);
      add_timed(turn, beat.seconds);
    } else if (beat.breath != Breath::free) {
      if (first_ == Breath::free) home_ = stage_.bearing;
      move(beat);
      add_breath(turn, beat.breath);
    } else {
      move(beat);
    }
    for (int i = 0; i < 2 * std::min(beat.hold.breaths, most_hold_breaths); ++i)
      add_breath(turn, next_breath());
    if (beat.hold.breaths == 0 && beat.hold.seconds > 0) add_timed(turn, beat.hold.seconds);
  }

  // The moves of a breath take the place of those of the breath before, unless she stays in them.
  void move(const Beat& beat) {
    take_posture(stage_.bearing, beat.moves, home_);
    if (!stays(beat) || takes_a_posture(beat)) stage_.moves.clear();
    for (const MoveAmount& m : moves_in_posture(beat.moves)) {
      std::erase_if(stage_.moves, [&](const MoveAmount& kept) { return kept.move == m.move; });
      stage_.moves.push_back(m);
    }
    if (!stays(beat)) stage_.sense = beat.sense;
  }

  void add_breath(const Turn& turn, Breath breath) {
    Slot slot = slot_at(stage_, turn, Length::breath);
    slot.phase.breath = breath;
    slot.phase.paced = true;
    add_prompted(turn, std::move(slot));
    if (first_ == Breath::free) first_ = breath;
    last_ = breath;
  }

  void add_timed(const Turn& turn, int seconds) {
    Slot slot = slot_at(stage_, turn, Length::timed);
    slot.seconds = std::min(seconds, longest_timed_s);
    add_prompted(turn, std::move(slot));
  }

  void add_prompted(const Turn& turn, Slot slot) {
    slot.prompts = std::exchange(prompts_, {});
    slot.fresh = turn.taught || turn.round == 1;
    add_slot(stage_, std::move(slot));
  }

  // So that she can breathe: the other breath, in the posture as it stands.
  void add_breath_between() {
    stage_.moves.clear();
    const Breath breath = next_breath();
    prompts_ = prompts_of_added_breath(turn_, breath, stage_.sayings);
    add_breath(turn_, breath);
  }

  Stage& stage_;
  const score::Section& section_;
  const Turn& turn_;
  Bearing home_; ///< where the first breath of the turn begins
  Breath first_ = Breath::free, last_ = Breath::free;
  std::vector<Saying> prompts_; ///< for the next slot with a breath or a time
};

} // namespace

bool is_plain(const Beat& beat) {
  return beat.breath == Breath::free && beat.seconds == 0 && beat.hold == reader::Hold{};
}

void add_slot(Stage& stage, Slot slot) {
  const auto section = stage.outline.sections.size() - 1;
  slot.phase.section = static_cast<int>(section);
  stage.outline.slots.push_back(std::move(slot));
}

Slot slot_at(const Stage& stage, const Turn& turn, Length length) {
  Slot slot;
  slot.length = length;
  slot.phase.round = turn.round;
  slot.phase.side = turn.side;
  slot.phase.sense = stage.sense;
  slot.phase.posture = stage.bearing.posture;
  slot.phase.standing = stage.bearing.standing;
  slot.phase.moves = stage.moves;
  slot.phase.place = stage.place;
  return slot;
}

void lay_turn(Stage& stage, const score::Section& section, const Turn& turn) {
  TurnLayer{stage, section, turn}.lay();
}

} // namespace supple::guide
