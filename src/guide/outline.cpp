// SPDX-License-Identifier: Apache-2.0
#include "guide/outline.h"

#include "guide/fitting.h"
#include "guide/numbers.h"
#include "guide/turn.h"

#include <algorithm>
#include <utility>

namespace supple::guide {

namespace {

using score::Score;
using vocabulary::Side;

bool chosen(const reader::ComfortOption& option, const Settings& settings) {
  if (option.part == "knees") return settings.knees_padded;
  if (option.part == "wrists") return settings.wrists != Wrists::palms;
  return false;
}

/// How many of the beats it takes until her weight has come to where it stays; all of them where none says so.
std::size_t beats_until_weight(const std::vector<score::Beat>& beats) {
  const auto comes = [](const score::Beat& beat) {
    return std::ranges::any_of(beat.moves, [](const vocabulary::MoveAmount& m) {
      const auto posture = vocabulary::posture_of(m.move);
      return posture && (bears_on("knees", *posture) || bears_on("wrists", *posture));
    });
  };
  const auto found = std::ranges::find_if(beats, comes);
  return static_cast<std::size_t>(found - beats.begin()) + (found == beats.end() ? 0 : 1);
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
    if (settings_.pelvis) say(CueKind::setup, Length::speech, sayings_.pelvis);
    if (settings_.head_up) say(CueKind::setup, Length::speech, sayings_.head_up);
    if (settings_.belly) say(CueKind::setup, Length::speech, sayings_.belly);
    if (!settings_.pacer) say(CueKind::setup, Length::speech, sayings_.own_breath);
    const bool told = !score_.sections.empty() && is_start(score_.sections.front());
    if (!told && stage_.bearing.posture != score_.start) come_to(score_.start, CueKind::setup);
    stage_.bearing = {score_.start, {}};
    if (!told) offer_comfort();
  }

  // She hears what would make it easier when her weight is there, once, and has time for it.
  void offer_comfort() {
    if (!settings_.offers) return;
    for (const reader::ComfortOption& option : score_.comfort) {
      const std::string offer = offer_of(option.part, option.spoken, sayings_);
      if (offer.empty() || chosen(option, settings_) || !bears_on(option.part, stage_.bearing.posture)) continue;
      if (std::ranges::find(offered_, option.part) != offered_.end()) continue;
      offered_.push_back(option.part);
      say(CueKind::offer, Length::doing, offer, doing_s);
    }
  }

  void lay_start(score::Section section) {
    const bool begins = stage_.outline.sections.back().kind == SectionKind::ready;
    go_on_in(begins ? SectionKind::ready : SectionKind::transition, section.title);
    const Turn turn{.kind = CueKind::setup};
    if (!settings_.offers) return lay_turn(stage_, section, turn);
    score::Section first = section;
    const auto split = static_cast<std::ptrdiff_t>(beats_until_weight(section.beats));
    first.beats.resize(static_cast<std::size_t>(split));
    section.beats.erase(section.beats.begin(), section.beats.begin() + split);
    lay_turn(stage_, first, turn);
    offer_comfort();
    if (!section.beats.empty()) lay_turn(stage_, section, turn);
  }

  void lay(const score::Section& section) {
    come_to_centre(stage_.bearing);
    if (has_sides(section)) return lay_sides(section);
    switch (section.kind) {
    case reader::SectionKind::start:
      return lay_start(section);
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
  std::vector<std::string_view> offered_; ///< parts, once in a session
};

} // namespace

Outline outline_of(const Score& score, const Settings& settings, const Sayings& sayings) {
  return Outliner{fitted(score, settings, sayings), settings, sayings}.outline();
}

} // namespace supple::guide
