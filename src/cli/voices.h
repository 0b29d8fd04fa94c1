// SPDX-License-Identifier: Apache-2.0
// Who says the cues, as options of the commands that need a voice.
#pragma once

#include "cli/load.h"
#include "film/spoken.h"

#include <CLI/App.hpp>

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

namespace supple::cli {

/// Where clips are kept: `asked_for`, else $XDG_CACHE_HOME/supple and its like.
[[nodiscard]] std::filesystem::path cache_folder(const std::string& asked_for);

/// festival, a command that reads a text and writes WAV, or null for none; for an empty name who says this language
/// (null: English).
[[nodiscard]] std::unique_ptr<studio::Voice> voice_named(const std::string& name, const studio::Tongue* tongue);

struct VoiceOptions {
  std::string voice, cache;
};

/// `--voice` and `--cache`, into `options`, which must outlive the command.
void add_voice_options(CLI::App& command, VoiceOptions& options, const std::string& default_voice);

/// What the voice says of an exercise that can be led; which of its texts the recordings lack is listed on stderr. Or
/// one line that says what is wrong.
[[nodiscard]] std::expected<film::Spoken, std::string> spoken_by(const VoiceOptions& options, const Loaded& loaded);

} // namespace supple::cli
