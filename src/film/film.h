// SPDX-License-Identifier: Apache-2.0
// The room `film`: a session as a film to keep, with its voice, breath tones, captions and chapters. The guide that
// leads the page leads it too, so that what is said and shown comes at the very same times.
#pragma once

#include "figure/painter.h"
#include "film/programme.h"
#include "film/sound.h"

#include <filesystem>
#include <functional>
#include <string>

namespace supple::film {

struct Options {
  std::filesystem::path out; ///< .mp4 or .webm; beside it come .vtt, .srt, .jpg, .txt and .json
  int width = 1920, height = 1080, fps = 30;
  bool night = false;
  Sounds sounds;
  std::string voice; ///< its name
};

/// Told how many frames of how many are made; answers false to stop.
using Progress = std::function<bool(std::size_t done, std::size_t of)>;

/// Makes the film with all that goes with it. Empty, or one line that says what went wrong; then nothing is left
/// behind.
[[nodiscard]] std::string make(const Programme& programme, const guide::Settings& settings, const Clips& clips,
                               const Options& options, const Progress& progress);

/// What a film shows at a time, without making it.
[[nodiscard]] figure::Picture frame_at(const Programme& programme, const guide::Settings& settings,
                                       const Options& options, double at_s);

} // namespace supple::film
