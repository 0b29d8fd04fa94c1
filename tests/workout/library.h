// SPDX-License-Identifier: Apache-2.0
// The exercises of the library, as the tests of the room find them.
#pragma once

#include "workout/compose.h"

#include <string>
#include <vector>

namespace supple::workout::testing {

[[nodiscard]] std::string text_of(const std::string& path); ///< from the root of the repository

[[nodiscard]] const std::vector<File>& library();
[[nodiscard]] const reader::Lexicon& lexicon();
[[nodiscard]] const score::Rules& rules();

[[nodiscard]] const guide::Tongue& spanish();

[[nodiscard]] Understood understood(std::string_view source, const guide::Settings& settings = {});

/// A workout file of these exercises, with what stands behind each link.
[[nodiscard]] std::string workout_of(int minutes, const std::vector<std::string>& items);

/// Paced breaths on a side.
[[nodiscard]] int breaths_of(const guide::Session& session, vocabulary::Side side);

} // namespace supple::workout::testing
