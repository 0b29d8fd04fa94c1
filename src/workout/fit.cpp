// SPDX-License-Identifier: Apache-2.0
#include "workout/fit.h"

#include "guide/bearing.h"
#include "guide/fitting.h"
#include "guide/outline.h"

#include <algorithm>
#include <array>

namespace supple::workout {

namespace {

using vocabulary::Posture;
using vocabulary::Side;

bool offers(const score::Score& score, std::string_view part) {
  return std::ranges::any_of(score.comfort, [&](const reader::ComfortOption& option) { return option.part == part; });
}

bool lowers_the_head(Posture posture) {
  constexpr std::array low{Posture::puppy, Posture::childs_pose, Posture::down_dog, Posture::forward_fold};
  return std::ranges::find(low, posture) != low.end();
}

bool parts_the_feet(Posture posture) {
  return posture == Posture::half_kneeling || posture == Posture::lunge;
}

bool works_a_side(const guide::Phase& phase) {
  return phase.side != Side::none &&
         std::ranges::any_of(phase.moves, [](const auto& m) { return vocabulary::is_sided(m.move); });
}

/// Whether a section is more than a way into another posture.
bool is_a_block(const score::Section& section) {
  return section.kind != reader::SectionKind::start && section.kind != reader::SectionKind::finish &&
         std::ranges::any_of(section.beats, [](const score::Beat& beat) {
           return beat.breath != vocabulary::Breath::free || beat.seconds > 0;
         });
}

bool is_in_her_weeks(const score::Score& score, int week) {
  return week >= score.first_week && week <= score.last_week;
}

} // namespace

std::string_view name(Why why) {
  constexpr std::array<std::string_view, 6> names{"week", "after_birth", "rule", "pelvis", "wrists", "head"};
  return names.at(static_cast<std::size_t>(why));
}

std::string_view words_of(Why why) {
  constexpr std::array<std::string_view, 6> words{
      "it is for other weeks of pregnancy",
      "it is not for her so soon after birth",
      "it has a step that is not done in this week",
      "it works one side, or sets one foot in front, and her pelvis is sore",
      "it rests her weight on her wrists, and has no other way for them",
      "it lowers her head, and has no way to keep it up",
  };
  return words.at(static_cast<std::size_t>(why));
}

bool strains_pelvis(const score::Score& score, const guide::Settings& settings) {
  if (!settings.pelvis) return false;
  const guide::Sayings sayings = guide::standard_sayings();
  const score::Score fitted = guide::fitted(score, settings, sayings);
  if (fitted.sections.size() < score.sections.size() && std::ranges::none_of(fitted.sections, is_a_block)) return true;
  const guide::Outline outline = guide::outline_of(score, settings, sayings);
  return std::ranges::any_of(outline.slots, [](const guide::Slot& slot) {
    return parts_the_feet(slot.phase.posture) || works_a_side(slot.phase);
  });
}

std::optional<Why> why_not(const score::Understood& exercise, const guide::Settings& settings) {
  if (!exercise.score) return Why::rule;
  const score::Score& score = *exercise.score;
  if (settings.weeks_after_birth) {
    if (score.postnatal_week.value_or(*settings.weeks_after_birth + 1) > *settings.weeks_after_birth)
      return Why::after_birth;
  } else if (!is_in_her_weeks(score, settings.week)) {
    return Why::week;
  }
  if (!exercise.playable()) return Why::rule;
  const guide::Sayings sayings = guide::standard_sayings();
  if (strains_pelvis(score, settings)) return Why::pelvis;
  for (const guide::Slot& slot : guide::outline_of(score, settings, sayings).slots) {
    const guide::Phase& phase = slot.phase;
    if (settings.wrists != guide::Wrists::palms && phase.paced && guide::bears_on("wrists", phase.posture) &&
        !offers(score, "wrists"))
      return Why::wrists;
    if (settings.head_up && lowers_the_head(phase.posture) && !offers(score, "head")) return Why::head;
  }
  return std::nullopt;
}

} // namespace supple::workout
