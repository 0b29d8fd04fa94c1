// SPDX-License-Identifier: Apache-2.0
// The room `card`: an exercise on one printed page: the body at each step, how to breathe, the words, what makes it
// comfortable, and where to see it move.
#pragma once

#include "guide/session.h"
#include "score/score.h"

#include <span>
#include <string>
#include <vector>

namespace supple::card {

/// Of a page: five rows of five.
inline constexpr std::size_t most_steps = 25;

/// What she does at one place in the session.
struct Step {
  std::string section; ///< where it stands: "Centre × 10"; empty where it is the section of the step before
  std::string words;
  vocabulary::Breath breath = vocabulary::Breath::free;
  double at_s = 0; ///< when the session has arrived there
};

struct Card {
  std::string title, for_whom, language;
  std::vector<std::string> tags, comfort, care;
  std::vector<Step> steps;
};

/// The steps of one page after the other, about as many on each, and a page begins with a section where one is near.
/// `most`: on a page.
[[nodiscard]] std::vector<std::span<const Step>> pages_of(const Card& card, std::size_t most = most_steps);

[[nodiscard]] Card card_of(const score::Score& score, const guide::Session& session);

} // namespace supple::card
