// SPDX-License-Identifier: Apache-2.0
// The program ffmpeg, which makes one file of frames, sound, captions and chapters: H.264 by x264 and AAC in .mp4, VP9
// and Opus in .webm. It is run, not linked (it is under the GPL).
#pragma once

#include "film/crew.h"
#include "studio/process.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace supple::film {

struct Encoding {
  int width = 0, height = 0, fps = 30;
  std::filesystem::path sound, captions, metadata; ///< WAV, SubRip, FFMETADATA1; no captions: none
  std::string language = "eng";                    ///< of sound and captions (ISO 639-2)
  std::filesystem::path out;                       ///< its ending says the form: .mp4 or .webm
};

class Encoder {
public:
  /// `named`: how the file is called in what is said of it.
  [[nodiscard]] static std::expected<Encoder, std::string> start(const Encoding& encoding,
                                                                 const std::filesystem::path& named);

  /// Takes a frame (planes.h). Empty, or one line that says what went wrong.
  [[nodiscard]] std::string add(const Frame& frame);

  /// Ends the file. Empty, or what went wrong.
  [[nodiscard]] std::string finish();

private:
  Encoder(studio::Process process, std::filesystem::path named)
      : process_(std::move(process)), named_(std::move(named)) {}

  [[nodiscard]] std::string trouble();

  studio::Process process_;
  std::filesystem::path named_;
};

/// Writes one frame as a JPEG file. Empty, or what went wrong.
[[nodiscard]] std::string write_picture(const Frame& frame, int width, int height, const std::filesystem::path& file,
                                        const std::filesystem::path& named);

} // namespace supple::film
