// SPDX-License-Identifier: Apache-2.0
#include "film/spoken.h"

#include "guide/session.h"
#include "studio/clips.h"

#include <cmath>
#include <fmt/core.h>
#include <fstream>
#include <iterator>

namespace supple::film {

namespace {

namespace fs = std::filesystem;

fs::path recording_of(std::string_view text, const fs::path& folder) {
  return folder / (guide::clip_name(text) + ".wav");
}

std::optional<studio::Wave> wave_in(const std::optional<studio::File>& file) {
  if (!file) return std::nullopt;
  std::string bytes(file->size, '\0');
  bytes.resize(file->read(bytes, 0));
  return studio::wave_of(bytes);
}

} // namespace

guide::ClipLengths Spoken::lengths() const {
  guide::ClipLengths lengths;
  for (const auto& [clip, wave] : clips)
    lengths[clip] = std::round(wave.seconds() * 1000) / 1000;
  return lengths;
}

std::expected<Spoken, std::string> speak(const std::vector<std::string>& texts, std::unique_ptr<studio::Voice> voice,
                                         const fs::path& cache,
                                         const std::function<void(std::size_t, std::size_t)>& progress) {
  Spoken spoken{voice->name(), {}};
  std::string trouble; // told from the thread of the clips, read when it has finished
  studio::Clips clips(std::move(voice), cache, texts, [&](const std::string& line) {
    if (trouble.empty()) trouble = line;
  });
  clips.finish(progress);
  for (const std::string& text : texts) {
    const std::string name = guide::clip_name(text);
    auto wave = wave_in(clips.open(name));
    if (!wave)
      return std::unexpected(trouble.empty() ? fmt::format("“{}” was not said; instead: try again", text) : trouble);
    spoken.clips[name] = std::move(*wave);
  }
  return spoken;
}

std::vector<std::string> not_recorded(const std::vector<std::string>& texts, const fs::path& folder) {
  std::vector<std::string> missing;
  std::error_code none;
  for (const std::string& text : texts)
    if (!fs::exists(recording_of(text, folder), none)) missing.push_back(text);
  return missing;
}

std::string unusable_recording(const std::vector<std::string>& texts, const fs::path& folder) {
  for (const std::string& text : texts) {
    const fs::path file = recording_of(text, folder);
    std::error_code none;
    if (!fs::exists(file, none)) continue;
    std::ifstream in(file, std::ios::binary);
    if (!in.is_open() || !fs::is_regular_file(file, none))
      return fmt::format("{} cannot be read; instead: a file of yours that may be read", file.string());
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto wave = studio::wave_of(bytes);
    if (!wave) return fmt::format("{} is no 16-bit WAV; instead: save it as WAV, 16 bits", file.string());
    if (studio::trimmed(*wave).samples.empty())
      return fmt::format("{} is silent; instead: record “{}” once more", file.string(), text);
  }
  return {};
}

} // namespace supple::film
