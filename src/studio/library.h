// SPDX-License-Identifier: Apache-2.0
// The files of a library: exercises and workouts, and what they say.
#pragma once

#include "studio/tongue.h"
#include "workout/compose.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace supple::studio {

/// The exercise files (*.md) of a folder, by name.
[[nodiscard]] std::vector<workout::File> exercises_in(const std::filesystem::path& folder);

/// The exercises that a workout file in `folder` links to, with their translations into `tongue`; and without their
/// texts the others beside them.
[[nodiscard]] std::vector<workout::File>
exercises_for(const workout::Workout& workout, const std::filesystem::path& folder, const Tongue* tongue = nullptr);

/// What sessions can say: every text once, in the order in which it is needed.
struct CueTexts {
  std::vector<std::string> all;
  std::map<const Tongue*, std::set<std::string, std::less<>>> translated; ///< those of them in other languages
};

/// Of the exercises and workouts (*.md) in `folder` and below, those of `first` (a file name without its endings)
/// before the others, and English before other languages. What cannot be led is left out: it is never said.
[[nodiscard]] CueTexts cue_texts_in(const std::filesystem::path& folder, std::string_view first);

/// Each text in the voice of its language, English in `english`.
[[nodiscard]] std::unique_ptr<Voice> voice_for(const CueTexts& texts, std::unique_ptr<Voice> english);

/// The same of one text; empty where it cannot be led.
[[nodiscard]] std::vector<std::string> cue_texts_of(std::string_view exercise);

} // namespace supple::studio
