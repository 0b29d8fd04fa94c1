// SPDX-License-Identifier: Apache-2.0
// Whether an exercise of a workout is for her today, and why not.
#pragma once

#include "guide/session.h"
#include "score/understand.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace supple::workout {

/// Why an exercise is left out.
enum class Why : std::uint8_t {
  week,        ///< it is for other weeks of pregnancy
  after_birth, ///< it is not meant for her so soon after birth, or at all after it
  rule,        ///< it breaks a rule of safe practice in her week
  pelvis,      ///< her pelvis is sore, and it works one side, or puts one foot in front of the other
  wrists,      ///< it rests her weight on her wrists, and offers them no other way
  head,        ///< it lowers her head, and offers no way to keep it up
};

/// As it is spelt in JSON: `week`, `after_birth`, …
[[nodiscard]] std::string_view name(Why why);

/// In words, from "it is" on, without a full stop.
[[nodiscard]] std::string_view words_of(Why why);

/// Whether nothing is left of it with her sore pelvis, or something that it should not do: works one side of her, or
/// sets one foot in front. It is then led neither in a workout nor alone.
[[nodiscard]] bool strains_pelvis(const score::Score& score, const guide::Settings& settings);

/// Why an exercise that was understood for her week (settings.week) is not led today; none where it is.
[[nodiscard]] std::optional<Why> why_not(const score::Understood& exercise, const guide::Settings& settings);

} // namespace supple::workout
