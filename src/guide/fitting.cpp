// SPDX-License-Identifier: Apache-2.0
#include "guide/fitting.h"

#include <algorithm>
#include <utility>

namespace supple::guide {

namespace {

using score::Beat;
using vocabulary::Move;
using vocabulary::MoveAmount;

bool leave_out(Beat& beat, std::initializer_list<Move> moves) {
  const auto among = [&](const MoveAmount& m) { return std::ranges::find(moves, m.move) != moves.end(); };
  return std::erase_if(beat.moves, among) > 0;
}

bool speaks_of_head(const Beat& beat, const Sayings& sayings) {
  return beat.short_form.contains(sayings.head);
}

/// Another sentence for the moves that are left: its short form, unless that speaks of her head too.
std::string sentence_without_head(const Beat& beat, const Sayings& sayings) {
  const bool breathes = beat.breath != vocabulary::Breath::free;
  std::string breath = breathes ? sayings.breath.of(beat.breath) : std::string{};
  if (beat.short_form.empty() || speaks_of_head(beat, sayings)) return breath;
  return breath + (breathes ? " " : "") + as_sentence(beat.short_form);
}

void keep_head_up(Beat& beat, const Sayings& sayings) {
  if (!leave_out(beat, {Move::head_drop, Move::head_rest})) return;
  beat.sentence = sentence_without_head(beat, sayings);
  if (speaks_of_head(beat, sayings)) beat.short_form.clear();
}

} // namespace

bool has_sides(const score::Section& section) {
  return section.kind == reader::SectionKind::sides ||
         std::ranges::any_of(section.beats, [](const Beat& beat) { return beat.side == vocabulary::Side::each; });
}

bool works_sides(const score::Section& section) {
  const auto on_one = [](const Beat& beat) {
    return beat.side != vocabulary::Side::none &&
           std::ranges::any_of(beat.moves, [](const MoveAmount& m) { return vocabulary::is_sided(m.move); });
  };
  return has_sides(section) || std::ranges::any_of(section.beats, on_one);
}

score::Score fitted(score::Score score, const Settings& settings, const Sayings& sayings) {
  // Into her posture and out of it she is led all the same.
  const auto left_out = [](const score::Section& section) {
    const bool on_the_way = section.kind == reader::SectionKind::start || section.kind == reader::SectionKind::finish;
    return on_the_way ? has_sides(section) : works_sides(section);
  };
  if (settings.pelvis) std::erase_if(score.sections, left_out);
  for (score::Section& section : score.sections)
    for (Beat& beat : section.beats) {
      if (settings.pelvis) leave_out(beat, {Move::knees_widen});
      if (settings.head_up) keep_head_up(beat, sayings);
    }
  return score;
}

} // namespace supple::guide
