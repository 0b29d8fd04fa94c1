// SPDX-License-Identifier: Apache-2.0
// A fresh workout from a library, by the same rules that a written one is held to.
#pragma once

#include "workout/compose.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace supple::workout {

struct Wish {
  int minutes = 12;                    ///< 1 to 120
  std::string focus;                   ///< a tag, or a word of a title; empty: anything
  std::uint64_t seed = 0;              ///< another one gives another workout
  std::string folder = "../exercises"; ///< where the exercises lie, from the folder of the workout
};

struct Fresh {
  Workout workout;
  std::vector<LeftOut> left_out; ///< what would suit the focus and is not for her
};

/// A workout of exercises that are for her, those of the focus first, in an order with the fewest changes of position,
/// as long as asked. The same wish, library and settings give the same one. Or why there is none: `focus.unknown`,
/// `library.nothing`, `minutes.unreached`.
[[nodiscard]] std::expected<Fresh, text::Diagnostic> fresh(const Wish& wish, std::span<const File> library,
                                                           const reader::Lexicon& lexicon, const score::Rules& rules,
                                                           const guide::Settings& settings);

} // namespace supple::workout
