// SPDX-License-Identifier: Apache-2.0
// Recorded speech: read from and written to WAV, and made even, so that every clip begins at once, ends cleanly and is
// as loud as the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supple::studio {

/// One channel of sound; full scale is -1 to 1.
struct Wave {
  int rate_hz = 32000;
  std::vector<float> samples;

  [[nodiscard]] double seconds() const { return static_cast<double>(samples.size()) / rate_hz; }
};

/// Reads 16-bit PCM of any number of channels, which are averaged. None where the bytes are no such sound, or end
/// early.
[[nodiscard]] std::optional<Wave> wave_of(std::string_view bytes);

/// As 16-bit mono PCM, with a checksum of the samples in a chunk of its own, which players pass over.
[[nodiscard]] std::string bytes_of(const Wave& wave);

/// Whether the bytes are those that `bytes_of` once gave, down to the last bit.
[[nodiscard]] bool is_intact(std::string_view bytes);

/// Without the silence at both ends, but for 50 ms that fade in and out. Empty where there is nothing but silence.
[[nodiscard]] Wave trimmed(const Wave& wave);

/// The pauses between phrases made longer by `share` of their length.
[[nodiscard]] Wave with_longer_pauses(const Wave& wave, double share);

/// As loud as all the others, and never so loud that it is cut off (loudness.h).
[[nodiscard]] Wave levelled(Wave wave);

} // namespace supple::studio
