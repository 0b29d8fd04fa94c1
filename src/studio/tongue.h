// SPDX-License-Identifier: Apache-2.0
// The languages that the program says exercises in besides English, and which of them a file is written in.
#pragma once

#include "guide/tongue.h"
#include "studio/voice.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace supple::studio {

using guide::Tongue;

/// Who says this language; English where it is null.
[[nodiscard]] std::unique_ptr<Voice> voice_of(const Tongue* tongue);

/// Null where the program has no such language; English is none of these.
[[nodiscard]] const Tongue* tongue_named(std::string_view code);

/// Of the file NAME.es.md of a translation: NAME.md.
struct Translation {
  const Tongue* tongue = nullptr;
  std::filesystem::path original;
};

/// None where the file is no translation. Or one line: it is one into a language that the program does not have.
[[nodiscard]] std::expected<std::optional<Translation>, std::string> translation_at(const std::filesystem::path& file);

} // namespace supple::studio
