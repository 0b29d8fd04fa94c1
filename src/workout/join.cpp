// SPDX-License-Identifier: Apache-2.0
#include "workout/join.h"

#include "guide/bearing.h"
#include "workout/order.h"

#include <algorithm>
#include <utility>

namespace supple::workout {

namespace {

using reader::SectionKind;
using score::Beat;
using score::Score;
using score::Section;
using vocabulary::Posture;

Beat said(std::string sentence, std::optional<Posture> to = std::nullopt) {
  Beat beat;
  beat.sentence = std::move(sentence);
  if (to) beat.moves.push_back({vocabulary::go(*to), vocabulary::default_amount});
  return beat;
}

std::string announcement(const Score& exercise, const guide::Sayings& sayings) {
  return sayings.between.next + ' ' + guide::as_sentence(exercise.title);
}

bool bears_on(std::string_view part, const Score& exercise) {
  if (guide::bears_on(part, exercise.start)) return true;
  for (const Section& section : exercise.sections)
    for (const Beat& beat : section.beats)
      for (const vocabulary::MoveAmount& m : beat.moves) {
        const auto posture = vocabulary::posture_of(m.move);
        if (posture && guide::bears_on(part, *posture)) return true;
      }
  return false;
}

std::vector<Beat> start_of(const Score& exercise) {
  std::vector<Beat> beats;
  for (const Section& section : exercise.sections)
    if (section.kind == SectionKind::start) beats.insert(beats.end(), section.beats.begin(), section.beats.end());
  return beats;
}

bool takes_a_posture(const std::vector<Beat>& beats) {
  return std::ranges::any_of(beats, [](const Beat& beat) {
    return std::ranges::any_of(beat.moves, [](const auto& m) { return vocabulary::posture_of(m.move).has_value(); });
  });
}

class Joiner {
public:
  Joiner(const reader::FrontMatter& front, const guide::Sayings& sayings) : sayings_(sayings) {
    whole_.title = front.title;
    whole_.language = front.language;
    whole_.tags = front.tags;
    whole_.first_week = front.first_week;
    whole_.last_week = front.last_week;
    whole_.postnatal_week = front.postnatal_week;
  }

  void add(const Score& exercise) {
    add_comfort(exercise);
    if (last_ == nullptr) {
      begin_with(exercise);
    } else {
      Section way = transition_to(exercise);
      follow(way);
      whole_.sections.push_back(std::move(way));
    }
    for (const Section& section : exercise.sections)
      if (section.kind != SectionKind::finish && !is_told_already(section)) add_section(section);
    last_ = &exercise;
  }

  Score take() {
    if (last_ != nullptr) end_with(*last_);
    return std::move(whole_);
  }

private:
  /// The start of all but the first stands in the transition.
  [[nodiscard]] bool is_told_already(const Section& section) const {
    return last_ != nullptr && section.kind == SectionKind::start;
  }

  void add_section(const Section& section) {
    follow(section);
    whole_.sections.push_back(section);
  }

  /// Into the postures that the section takes her to.
  void follow(const Section& section) {
    for (const Beat& beat : section.beats)
      for (const vocabulary::MoveAmount& m : beat.moves)
        posture_ = vocabulary::posture_of(m.move).value_or(posture_);
  }

  void begin_with(const Score& exercise) {
    whole_.start = posture_ = exercise.start;
    whole_.rest = exercise.rest;
    whole_.care = told_ = exercise.care;
  }

  // One wording for each part of her: that of the first exercise which has one and rests her weight there.
  void add_comfort(const Score& exercise) {
    for (const reader::ComfortOption& option : exercise.comfort) {
      const bool bears = bears_on(option.part, exercise);
      const auto known = std::ranges::find(whole_.comfort, option.part, &reader::ComfortOption::part);
      const auto borne = std::ranges::find(borne_, option.part);
      if (known == whole_.comfort.end())
        whole_.comfort.push_back(option);
      else if (bears && borne == borne_.end())
        *known = option;
      if (bears && borne == borne_.end()) borne_.push_back(option.part);
    }
  }

  Section transition_to(const Score& exercise) {
    Section way;
    way.kind = SectionKind::start;
    way.title = exercise.title;
    const Position from = position_of(posture_), to = position_of(exercise.start);
    if (from == to)
      add_centre(way);
    else
      add_finish(way, *last_);
    if (is_on_the_floor(from) != is_on_the_floor(to))
      add(way, said(is_on_the_floor(to) ? sayings_.between.down : sayings_.between.up, Posture::kneeling));
    const std::vector<Beat> start = start_of(exercise);
    add(way, said(announcement(exercise, sayings_), takes_a_posture(start) ? std::nullopt : std::optional{posture_}));
    add_care(way, exercise);
    for (const Beat& beat : start)
      add(way, beat);
    if (start.empty() && posture_ != exercise.start) come_to(way, exercise.start);
    return way;
  }

  void add(Section& way, Beat beat) {
    for (const vocabulary::MoveAmount& m : beat.moves)
      posture_ = vocabulary::posture_of(m.move).value_or(posture_);
    way.beats.push_back(std::move(beat));
  }

  void add_centre(Section& way) {
    Beat centre = said(sayings_.centre);
    centre.breath = vocabulary::Breath::exhale;
    add(way, std::move(centre));
  }

  void come_to(Section& way, Posture posture) {
    add(way, said(sayings_.come_to[static_cast<std::size_t>(posture)], posture));
  }

  void add_finish(Section& way, const Score& exercise) {
    for (const Section& section : exercise.sections)
      if (section.kind == SectionKind::finish)
        for (const Beat& beat : section.beats)
          add(way, beat);
    if (way.beats.empty()) add_centre(way);
    if (!guide::is_rest(posture_)) come_to(way, guide::rest_after(posture_));
  }

  // What was said of care once is not said again.
  void add_care(Section& way, const Score& exercise) {
    for (const std::string& care : exercise.care)
      if (std::ranges::find(told_, care) == told_.end()) {
        told_.push_back(care);
        add(way, said(care));
      }
  }

  void end_with(const Score& exercise) {
    Section finish;
    finish.kind = SectionKind::finish;
    finish.title = sayings_.title.finish;
    add_finish(finish, exercise);
    whole_.sections.push_back(std::move(finish));
  }

  const guide::Sayings& sayings_;
  Score whole_;
  const Score* last_ = nullptr;
  std::vector<std::string> told_;  ///< of care
  std::vector<std::string> borne_; ///< parts whose comfort is that of an exercise which rests her weight there
  Posture posture_ = Posture::all_fours;
};

} // namespace

Score join(const reader::FrontMatter& front, std::span<const Score> exercises, const guide::Sayings& sayings) {
  Joiner joiner{front, sayings};
  for (const Score& exercise : exercises)
    joiner.add(exercise);
  return joiner.take();
}

} // namespace supple::workout
