// SPDX-License-Identifier: Apache-2.0
#include "guide/outline.h"

#include "guide/numbers.h"
#include "guide/turn.h"

#include <algorithm>
#include <utility>

namespace supple::guide {

namespace {

using score::Score;
using vocabulary::Side;

bool has_sides(const score::Section& section) {
  return section.kind == reader::SectionKind::sides ||
         std::ranges::any_of(section.beats, [](const score::Beat& beat) { return beat.side == Side::each; });
}

bool chosen(const reader::ComfortOption& option, const Settings& settings) {
  if (option.part == "knees") return settings.knees_padded;
  if (option.part == "wrists") return settings.wrists != Wrists::palms;
  return false;
}

bool is_start(const score::Section& section) {
  return section.kind == reader::SectionKind::start;
}

/// More phases than this section can have, whatever its beats are.
std::size_t most_phases_of(const score::Section& section) {
  std::size_t turn = 1;
  for (const score::Beat& beat : section.beats)
    turn += 4 + 2 * static_cast<std::size_t>(std::clamp(beat.hold.breaths, 0, most_hold_breaths));
  return turn * 2 * static_cast<std::size_t>(std::clamp(section.count, 1, most_rounds) + 1);
}

class Outliner {
public:
  Outliner(const Score& score, const Settings& settings, const Sayings& sayings)
      : score_(score), settings_(settings), sayings_(sayings), stage_{sayings, {}, {}, {}} {}

  Outline outline() {
    get_ready();
    for (const score::Section& section : score_.sections)
      if (!section.beats.empty() && stage_.outline.slots.size() + most_phases_of(section) < most_phases) lay(section);
    end_at_rest();
    count_breaths();
    return std::move(stage_.outline);
  }

private:
  void open(SectionKind kind, const std::string& title) {
    SessionSection section;
    section.kind = kind;
    section.title = title;
    stage_.outline.sections.push_back(std::move(section));
  }

  void go_on_in(SectionKind kind, const std::string& title) {
    if (stage_.outline.sections.back().kind != kind) open(kind, title);
  }

  void come_to_centre(const Bearing& bearing) {
    stage_.bearing = bearing;
    stage_.moves.clear();
    stage_.sense = vocabulary::Sense::unsaid;
    stage_.named = Side::none;
  }

  void say(CueKind kind, Length length, const std::string& text, double seconds = 0) {
    Slot slot = slot_at(stage_, {}, length);
    slot.seconds = seconds;
    if (!text.empty()) slot.sayings.push_back({kind, text, false});
    add_slot(stage_, std::move(slot));
  }

  void come_to(vocabulary::Posture posture, CueKind kind) {
    come_to_centre({posture, {}});
    say(kind, Length::doing, sayings_.come_to[static_cast<std::size_t>(posture)], changing_posture_s);
  }

  [[nodiscard]] vocabulary::Posture rest_from(vocabulary::Posture posture) const {
    return is_rest(score_.rest) ? score_.rest : rest_after(posture);
  }

  // She begins where she will end, and hears what matters before her weight is on her hands.
  void get_ready() {
    open(SectionKind::ready, sayings_.title.ready);
    come_to_centre({rest_from(score_.start), {}});
    say(CueKind::setup, Length::speech, sayings_.welcome);
    for (const std::string& care : score_.care)
      say(CueKind::care, Length::speech, care);
    for (const reader::ComfortOption& option : score_.comfort)
      if (chosen(option, settings_)) say(CueKind::setup, Length::speech, option.spoken);
    const bool told = !score_.sections.empty() && is_start(score_.sections.front());
    if (!told && stage_.bearing.posture != score_.start) come_to(score_.start, CueKind::setup);
    stage_.bearing = {score_.start, {}};
  }

  void lay(const score::Section& section) {
    come_to_centre(stage_.bearing);
    if (has_sides(section)) return lay_sides(section);
    switch (section.kind) {
    case reader::SectionKind::start:
      go_on_in(SectionKind::ready, section.title);
      return lay_turn(stage_, section, {.kind = CueKind::setup});
    case reader::SectionKind::finish:
      go_on_in(SectionKind::finish, sayings_.title.finish);
      return lay_turn(stage_, section, {.kind = CueKind::finish});
    case reader::SectionKind::rounds:
      return lay_rounds(section);
    default:
      open(SectionKind::once, section.title);
      return lay_turn(stage_, section, {.together = true});
    }
  }

  void lay_rounds(const score::Section& section) {
    const Bearing begin = stage_.bearing;
    open(SectionKind::teaching, sayings_.title.teaching);
    lay_turn(stage_, section, {.together = true, .closed = true});
    open(SectionKind::rounds, section.title);
    for (int round = 1; round <= std::min(section.count, most_rounds); ++round) {
      if (std::ranges::all_of(section.beats, is_plain)) come_to_centre(begin);
      lay_turn(stage_, section, {.round = round, .taught = false, .closed = true});
    }
  }

  // Left, left, right, right, or by turns; the first turn to the left teaches.
  void lay_sides(const score::Section& section) {
    const Bearing begin = stage_.bearing;
    const int count = std::clamp(section.count, 1, most_rounds);
    if (section.alternate) open(SectionKind::sides, sayings_.title.alternating);
    for (int i = 0; i < 2 * count; ++i) {
      const bool left = section.alternate ? i % 2 == 0 : i < count;
      const int round = (section.alternate ? i / 2 : i % count) + 1;
      const bool first = round == 1;
      if (first && !section.alternate) open(SectionKind::sides, left ? sayings_.title.left : sayings_.title.right);
      if (first || section.alternate || std::ranges::all_of(section.beats, is_plain)) return_to(begin);
      const Turn turn{.kind = CueKind::teach,
                      .side = left ? Side::left : Side::right,
                      .round = round,
                      .taught = left && first,
                      .together = true,
                      .closed = true};
      if (first && !left) announce(section, turn);
      lay_turn(stage_, section, turn);
    }
    come_to_centre(begin);
  }

  void return_to(const Bearing& begin) {
    const Side named = stage_.named;
    come_to_centre(begin);
    stage_.named = named;
  }

  // Time of her own in the centre, in which she hears what is next: the prompt of the first breath on the right.
  void announce(const score::Section& section, const Turn& turn) {
    if (is_plain(section.beats.front())) return;
    Slot slot = slot_at(stage_, turn, Length::speech);
    slot.seconds = shortest_free_s;
    add_slot(stage_, std::move(slot));
  }

  void end_at_rest() {
    if (stage_.outline.sections.back().kind != SectionKind::finish) {
      open(SectionKind::finish, sayings_.title.finish);
      say(CueKind::finish, Length::speech, sayings_.centre);
      come_to_centre({stage_.bearing.posture, {}});
      Slot slot = slot_at(stage_, {}, Length::breath);
      slot.phase.breath = vocabulary::Breath::exhale;
      slot.phase.paced = true;
      add_slot(stage_, std::move(slot));
    }
    const vocabulary::Posture posture = stage_.bearing.posture;
    if (!is_rest(posture)) come_to(rest_from(posture), CueKind::finish);
    come_to_centre({stage_.bearing.posture, {}});
    say(CueKind::finish, Length::closing, sayings_.rest);
  }

  void count_breaths() {
    std::vector<int> phases(stage_.outline.sections.size());
    for (const Slot& slot : stage_.outline.slots)
      if (slot.phase.paced) ++phases[static_cast<std::size_t>(slot.phase.section)];
    for (std::size_t i = 0; i < phases.size(); ++i)
      stage_.outline.sections[i].breaths = (phases[i] + 1) / 2;
  }

  const Score& score_;
  const Settings& settings_;
  const Sayings& sayings_;
  Stage stage_;
};

} // namespace

Outline outline_of(const Score& score, const Settings& settings, const Sayings& sayings) {
  return Outliner{score, settings, sayings}.outline();
}

} // namespace supple::guide
