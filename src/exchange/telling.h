// SPDX-License-Identifier: Apache-2.0
// An exercise as a person tells it to another: its sentences, section after section.
#pragma once

#include "score/score.h"

#include <string>
#include <vector>

namespace supple::exchange {

struct ToldSection {
  std::string heading; ///< "Centre × 10"
  std::vector<std::string> steps;
};

/// What is told of her sides, besides the words of the exercise.
struct SideWords {
  std::string left = "left";
  std::string change = "Change sides after every round.", other = "Then do the same on the other side.";
};

/// What is done on each side is told of the left, and then that the other side comes.
[[nodiscard]] std::vector<ToldSection> told(const score::Score& score, const SideWords& words = {});

/// As plain text that reads well in a letter: title, sections, what makes it comfortable, what to take care of.
[[nodiscard]] std::string plain_text(const score::Score& score);

/// The words of a heading: "rounds", "each side", …, as they are spelt in JSON.
[[nodiscard]] std::string_view name(reader::SectionKind kind);

} // namespace supple::exchange
