// SPDX-License-Identifier: Apache-2.0
#include "cli/voices.h"

#include "cli/input.h"
#include "guide/plan.h"

#include <cstdio>
#include <fmt/core.h>
#include <unistd.h>

namespace supple::cli {

namespace {

namespace fs = std::filesystem;

void show_progress(std::size_t done, std::size_t of) {
  if (isatty(STDERR_FILENO) == 1) fmt::print(stderr, "\r{} of {} cues are said{}", done, of, done == of ? "\n" : "");
}

std::expected<film::Spoken, std::string> recorded(const fs::path& folder, const VoiceOptions& options,
                                                  const std::vector<std::string>& texts, const studio::Tongue* tongue) {
  if (const std::string trouble = film::unusable_recording(texts, folder); !trouble.empty())
    return std::unexpected(trouble);
  const std::vector<std::string> missing = film::not_recorded(texts, folder);
  auto otherwise = missing.empty() ? nullptr : studio::voice_of(tongue);
  if (otherwise) {
    fmt::print(stderr, "{}: {} of {} cues are not recorded; {} says them:\n", folder.string(), missing.size(),
               texts.size(), otherwise->name());
    for (const std::string& text : missing)
      fmt::print(stderr, "  {}.wav  {}\n", guide::clip_name(text), text);
  }
  return film::speak(texts, studio::recordings(folder, std::move(otherwise)), cache_folder(options.cache),
                     show_progress);
}

} // namespace

fs::path cache_folder(const std::string& asked_for) {
  if (!asked_for.empty()) return asked_for;
  if (const fs::path cache = environment("XDG_CACHE_HOME"); cache.is_absolute()) return cache / "supple";
  if (const fs::path home = environment("HOME"); !home.empty()) return home / ".cache" / "supple";
  return fs::temp_directory_path() / fmt::format("supple-{}", getuid());
}

std::unique_ptr<studio::Voice> voice_named(const std::string& name, const studio::Tongue* tongue) {
  if (name.empty()) return studio::voice_of(tongue);
  if (name == "festival") return studio::festival();
  return name == "none" ? nullptr : studio::program(name);
}

void add_voice_options(CLI::App& command, VoiceOptions& options, const std::string& default_voice) {
  options.voice = default_voice;
  command
      .add_option(
          "--voice", options.voice,
          "a folder of your recordings (supple cues lists them), festival, none, or a command that reads a text "
          "and writes WAV; else festival, and espeak-ng for a translation")
      ->capture_default_str();
  command.add_option("--cache", options.cache, "where clips are kept (else $XDG_CACHE_HOME/supple)");
}

std::expected<film::Spoken, std::string> spoken_by(const VoiceOptions& options, const Loaded& loaded) {
  if (options.voice == "none") return film::Spoken{"none", {}};
  const std::vector<std::string> texts = guide::cue_texts(*loaded.understood.score, loaded.sayings());
  std::error_code none;
  if (fs::is_directory(options.voice, none)) return recorded(options.voice, options, texts, loaded.tongue);
  return film::speak(texts, voice_named(options.voice, loaded.tongue), cache_folder(options.cache), show_progress);
}

} // namespace supple::cli
