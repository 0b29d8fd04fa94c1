// SPDX-License-Identifier: Apache-2.0
// What goes with a film, as text: captions, chapters, transcript, and the log of what is said and shown when.
#pragma once

#include "film/programme.h"

#include <string>

namespace supple::film {

/// WebVTT (W3C Candidate Recommendation of 2019).
[[nodiscard]] std::string web_captions(const Programme& programme);

/// SubRip, as every player reads it.
[[nodiscard]] std::string subrip_captions(const Programme& programme);

/// Title, tags, description and chapters in the form that ffmpeg reads (FFMETADATA1).
[[nodiscard]] std::string metadata(const Programme& programme);

/// Everything that is said, with its time, under the titles of the sections.
[[nodiscard]] std::string transcript(const Programme& programme);

/// How the film was made, for the log.
struct Made {
  int width = 0, height = 0, fps = 0, week = 0;
  double pace_bpm = 0;
  std::string voice, theme;
};

/// The session as `supple plan --json` gives it, and `film`: how it was made and when its cards are seen.
[[nodiscard]] std::string log_of(const Programme& programme, const Made& made);

} // namespace supple::film
