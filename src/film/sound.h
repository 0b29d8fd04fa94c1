// SPDX-License-Identifier: Apache-2.0
// What is heard of a session: the voice, one soft reed that leads the breath, and a ground beneath them.
#pragma once

#include "guide/session.h"
#include "studio/wave.h"

#include <functional>
#include <map>
#include <string>

namespace supple::film {

/// The sound of every clip, by clip name.
using Clips = std::map<std::string, studio::Wave, std::less<>>;

inline constexpr int sound_rate_hz = 48000;

/// How loud speech is when both loudspeakers play it (AES TD1008 for spoken word on the web), and how far the others
/// lie below it.
inline constexpr double speech_lufs = -16, tones_below_db = 10, ground_below_db = 24;

/// No sample beyond: a codec that rounds still does not clip.
inline constexpr double sound_peak_dbfs = -1.5;

struct Sounds {
  bool tones = true, ground = false;
};

/// One channel, to be played by both loudspeakers.
[[nodiscard]] studio::Wave sound_of(const guide::Session& session, const Clips& clips, double duration_s,
                                    const Sounds& sounds);

} // namespace supple::film
