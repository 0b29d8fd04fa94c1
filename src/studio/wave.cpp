// SPDX-License-Identifier: Apache-2.0
#include "studio/wave.h"

#include "studio/loudness.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace supple::studio {

namespace {

constexpr double margin_s = 0.05;        // of silence that stays at both ends
constexpr double frame_s = 0.01;         // the grain in which sound is told from silence
constexpr double silence_db = -40;       // below the highest sample of the clip; the hiss of a voice is at -45
constexpr double pause_db = -38;         // the same, between words
constexpr double shortest_pause_s = .17; // shorter ones are the closure of a consonant, in slow speech up to 0.13 s

// The bytes of a number stand lowest first in a WAV file.
std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

void append_number(std::string& bytes, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i, value >>= 8U)
    bytes += static_cast<char>(value & 0xffU);
}

/// The contents of the chunk `id` of a RIFF file, if they are all there.
std::optional<std::string_view> chunk(std::string_view bytes, std::string_view id) {
  if (bytes.size() < 12 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WAVE") return std::nullopt;
  bytes.remove_prefix(12);
  while (bytes.size() >= 8) {
    constexpr std::size_t unknown = 0x7fff0000; // and more: who writes to a pipe cannot know the size beforehand
    const std::size_t left = bytes.size() - 8;
    std::size_t size = number_at(bytes, 4, 4);
    if (size >= unknown) size = left;
    if (size > left) return std::nullopt;
    if (bytes.starts_with(id)) return bytes.substr(8, size);
    bytes.remove_prefix(8 + std::min(left, size + size % 2));
  }
  return std::nullopt;
}

std::uint32_t checksum(std::string_view bytes) { // FNV-1a
  std::uint32_t hash = 2166136261U;
  for (const char c : bytes)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

constexpr std::string_view checksum_id = "fnv1";

struct Span {
  std::size_t first = 0, last = 0; ///< frames or samples, `last` beyond the end

  [[nodiscard]] std::size_t length() const { return last - first; }
};

std::size_t samples_in(const Wave& wave, double seconds) {
  return static_cast<std::size_t>(std::lround(seconds * wave.rate_hz));
}

/// For every frame, whether it is louder than `threshold_db` below the highest sample.
std::vector<bool> sounding(const Wave& wave, double threshold_db) {
  float highest = 0;
  for (const float sample : wave.samples)
    highest = std::max(highest, std::fabs(sample));
  const float threshold = highest * static_cast<float>(std::pow(10, threshold_db / 20));
  const std::size_t frame = std::max<std::size_t>(1, samples_in(wave, frame_s));
  std::vector<bool> frames((wave.samples.size() + frame - 1) / frame, false);
  for (std::size_t i = 0; i < wave.samples.size(); ++i)
    if (std::fabs(wave.samples[i]) > threshold) frames[i / frame] = true;
  return frames;
}

/// The pauses, in samples, between the first and the last sound.
std::vector<Span> pauses_of(const Wave& wave) {
  const std::vector<bool> frames = sounding(wave, pause_db);
  const std::size_t frame = std::max<std::size_t>(1, samples_in(wave, frame_s));
  const std::size_t shortest = samples_in(wave, shortest_pause_s);
  std::vector<Span> pauses;
  bool spoken = false;
  std::size_t silent_from = 0;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    if (!frames[i]) continue;
    const Span pause{silent_from * frame, i * frame};
    if (spoken && pause.length() >= shortest) pauses.push_back(pause);
    spoken = true;
    silent_from = i + 1;
  }
  return pauses;
}

void fade_ends(std::vector<float>& samples, std::size_t length) {
  length = std::min(length, samples.size() / 2);
  for (std::size_t i = 0; i < length; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(length);
    samples[i] *= share;
    samples[samples.size() - 1 - i] *= share;
  }
}

} // namespace

std::optional<Wave> wave_of(std::string_view bytes) {
  constexpr std::uint32_t pcm = 1, extensible = 0xfffe;
  const auto format = chunk(bytes, "fmt "), data = chunk(bytes, "data");
  if (!format || !data || format->size() < 16) return std::nullopt;
  const std::uint32_t kind = number_at(*format, 0, 2);
  const std::size_t channels = number_at(*format, 2, 2);
  const std::uint32_t rate = number_at(*format, 4, 4), bits = number_at(*format, 14, 2);
  if ((kind != pcm && kind != extensible) || bits != 16 || channels == 0 || rate < 4000 || rate > 192000)
    return std::nullopt;
  Wave wave{static_cast<int>(rate), {}};
  wave.samples.reserve(data->size() / 2 / channels);
  for (std::size_t at = 0; at + 2 * channels <= data->size(); at += 2 * channels) {
    float sum = 0;
    for (std::size_t channel = 0; channel < channels; ++channel)
      sum += static_cast<float>(static_cast<std::int16_t>(number_at(*data, at + 2 * channel, 2)));
    wave.samples.push_back(sum / (32768 * static_cast<float>(channels)));
  }
  return wave;
}

std::string bytes_of(const Wave& wave) {
  const auto rate = static_cast<std::uint32_t>(wave.rate_hz);
  std::string data;
  data.reserve(wave.samples.size() * 2);
  for (const float sample : wave.samples) {
    const long value = std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767);
    append_number(data, static_cast<std::uint32_t>(value), 2);
  }
  const auto size = static_cast<std::uint32_t>(data.size());
  std::string bytes = "RIFF";
  append_number(bytes, 4 + 24 + 8 + size + 12, 4);
  bytes += "WAVEfmt ";
  append_number(bytes, 16, 4);
  append_number(bytes, 1, 2); // PCM
  append_number(bytes, 1, 2); // one channel
  append_number(bytes, rate, 4);
  append_number(bytes, rate * 2, 4);
  append_number(bytes, 2, 2);
  append_number(bytes, 16, 2);
  bytes += "data";
  append_number(bytes, size, 4);
  bytes += data;
  bytes += checksum_id;
  append_number(bytes, 4, 4);
  append_number(bytes, checksum(data), 4);
  return bytes;
}

bool is_intact(std::string_view bytes) {
  const auto data = chunk(bytes, "data"), sum = chunk(bytes, checksum_id);
  return data && sum && sum->size() == 4 && number_at(*sum, 0, 4) == checksum(*data) && wave_of(bytes).has_value();
}

Wave trimmed(const Wave& wave) {
  const std::vector<bool> frames = sounding(wave, silence_db);
  const auto first = std::ranges::find(frames, true);
  if (first == frames.end()) return {wave.rate_hz, {}};
  const auto last = std::find(frames.rbegin(), frames.rend(), true).base();
  const std::size_t frame = std::max<std::size_t>(1, samples_in(wave, frame_s)), margin = samples_in(wave, margin_s);
  const Span sound{static_cast<std::size_t>(first - frames.begin()) * frame,
                   std::min(wave.samples.size(), static_cast<std::size_t>(last - frames.begin()) * frame)};
  Wave out{wave.rate_hz, std::vector<float>(sound.length() + 2 * margin, 0)};
  for (std::size_t i = 0; i < out.samples.size(); ++i) {
    const std::size_t from = sound.first + i; // of the original, `margin` further on
    if (from >= margin && from - margin < wave.samples.size()) out.samples[i] = wave.samples[from - margin];
  }
  fade_ends(out.samples, margin);
  return out;
}

Wave with_longer_pauses(const Wave& wave, double share) {
  Wave out{wave.rate_hz, {}};
  const auto append = [&](std::size_t first, std::size_t last) { // both ends are quiet, and become still
    std::vector<float> part(wave.samples.begin() + static_cast<std::ptrdiff_t>(first),
                            wave.samples.begin() + static_cast<std::ptrdiff_t>(last));
    fade_ends(part, samples_in(wave, frame_s));
    out.samples.insert(out.samples.end(), part.begin(), part.end());
  };
  std::size_t done = 0;
  for (const Span& pause : pauses_of(wave)) {
    const std::size_t middle = pause.first + pause.length() / 2;
    append(done, middle);
    out.samples.resize(out.samples.size() + static_cast<std::size_t>(static_cast<double>(pause.length()) * share), 0);
    done = middle;
  }
  append(done, wave.samples.size());
  return out;
}

Wave levelled(Wave wave) {
  const double loudness = loudness_lufs(wave);
  if (!std::isfinite(loudness)) return wave;
  const double gain_db = std::min(clip_loudness_lufs - loudness, highest_peak_dbfs - peak_dbfs(wave));
  const auto gain = static_cast<float>(std::pow(10, gain_db / 20));
  for (float& sample : wave.samples)
    sample *= gain;
  return wave;
}

} // namespace supple::studio
