// SPDX-License-Identifier: Apache-2.0
#include "film/sound.h"

#include "geometry/trigonometry.h"
#include "studio/loudness.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <samplerate.h>
#include <stdexcept>

namespace supple::film {

namespace {

using guide::ToneKind;
using studio::Wave;

constexpr double fade_s = 0.06;
constexpr double beneath_voice_db = -9;

double gain_of(double db) {
  return std::pow(10, db / 20);
}

std::size_t sample_at(double seconds) {
  return static_cast<std::size_t>(std::max(0L, std::lround(seconds * sound_rate_hz)));
}

Wave silence(double duration_s) {
  return {sound_rate_hz, std::vector<float>(sample_at(duration_s), 0)};
}

Wave resampled(const Wave& wave) {
  if (wave.rate_hz == sound_rate_hz) return wave;
  const double ratio = static_cast<double>(sound_rate_hz) / wave.rate_hz;
  Wave out{sound_rate_hz,
           std::vector<float>(static_cast<std::size_t>(std::ceil(static_cast<double>(wave.samples.size()) * ratio)))};
  SRC_DATA job{};
  job.data_in = wave.samples.data();
  job.input_frames = static_cast<long>(wave.samples.size());
  job.data_out = out.samples.data();
  job.output_frames = static_cast<long>(out.samples.size());
  job.src_ratio = ratio;
  if (const int error = src_simple(&job, SRC_SINC_MEDIUM_QUALITY, 1); error != 0)
    throw std::runtime_error(src_strerror(error));
  out.samples.resize(static_cast<std::size_t>(job.output_frames_gen));
  return out;
}

void add(Wave& to, const Wave& what, double start_s) {
  const std::size_t first = sample_at(start_s);
  for (std::size_t i = 0; i < what.samples.size() && first + i < to.samples.size(); ++i)
    to.samples[first + i] += what.samples[i];
}

void amplify(Wave& wave, double db) {
  const auto gain = static_cast<float>(gain_of(db));
  for (float& sample : wave.samples)
    sample *= gain;
}

/// So that both loudspeakers together are heard at this loudness; silence stays silence.
void bring_to(Wave& wave, double lufs) {
  constexpr double of_one_channel = studio::clip_loudness_lufs - speech_lufs; // -3 dB
  if (const double now = studio::loudness_lufs(wave); std::isfinite(now)) amplify(wave, lufs + of_one_channel - now);
}

struct Glide {
  double from_hz, to_hz;
  double from_colour, to_colour; ///< how much of the overtones
};

Glide glide_of(ToneKind kind) {
  switch (kind) {
  case ToneKind::inhale:
    return {220, 330, 0.45, 1}; // opens
  case ToneKind::side_switch:
    return {294, 220, 0.7, 0.7};
  case ToneKind::exhale:
  case ToneKind::end:
    break;
  }
  return {330, 220, 0.8, 0.3}; // darkens
}

/// A soft reed, like humming with closed lips: a few overtones, on a glide from one height to another.
void add_reed(Wave& to, const guide::Tone& tone) {
  constexpr double overtones[] = {0.32, 0.14, 0.05};
  const Glide glide = glide_of(tone.kind);
  const std::size_t first = sample_at(tone.start_s), last = std::min(sample_at(tone.end_s), to.samples.size());
  const double length_s = tone.end_s - tone.start_s;
  const bool steps = tone.kind == ToneKind::side_switch; // two notes, no glide
  double turn = 0;                                       // of the ground tone, 0 to 1
  for (std::size_t i = first; i < last; ++i) {
    const double at_s = static_cast<double>(i - first) / sound_rate_hz, part = at_s / length_s;
    const double way = steps ? std::clamp((part - 0.45) / 0.1, 0.0, 1.0) : part;
    const double colour = glide.from_colour + (glide.to_colour - glide.from_colour) * way;
    double value = geometry::sin(2 * geometry::pi * turn);
    for (int n = 0; n < 3; ++n)
      value += overtones[n] * colour * geometry::sin(2 * geometry::pi * turn * (n + 2));
    const double swell = std::clamp(std::min(at_s, length_s - at_s) / fade_s, 0.0, 1.0);
    to.samples[i] += static_cast<float>(value * swell * swell * (3 - 2 * swell));
    turn += (glide.from_hz + (glide.to_hz - glide.from_hz) * way) / sound_rate_hz;
    turn -= std::floor(turn);
  }
}

/// Far wind: brown noise, the same every time.
void add_wind(Wave& to) {
  constexpr double rises_s = 2;
  std::uint64_t seed = 1;
  double brown = 0;
  for (std::size_t i = 0; i < to.samples.size(); ++i) {
    seed = seed * 48271 % 2147483647; // Park and Miller 1988
    brown = 0.995 * brown + 0.1 * (static_cast<double>(seed) / 1073741823.5 - 1);
    const double from_end_s = static_cast<double>(std::min(i, to.samples.size() - i)) / sound_rate_hz;
    to.samples[i] += static_cast<float>(brown * std::min(1.0, from_end_s / rises_s));
  }
}

/// Sinks while she is spoken to, and comes back.
void sink_beneath(const guide::Session& session, Wave& wave) {
  const double sunk = gain_of(beneath_voice_db);
  const double sinks = 1 / (fade_s * sound_rate_hz), rises = 1 / (2 * fade_s * sound_rate_hz);
  double gain = 1;
  auto cue = session.cues.begin();
  for (std::size_t i = 0; i < wave.samples.size(); ++i) {
    while (cue != session.cues.end() && sample_at(cue->end_s) <= i)
      ++cue;
    const bool spoken = cue != session.cues.end() && sample_at(cue->start_s) <= i;
    gain += spoken ? (sunk - gain) * sinks : (1 - gain) * rises;
    wave.samples[i] *= static_cast<float>(gain);
  }
}

} // namespace

Wave sound_of(const guide::Session& session, const Clips& clips, double duration_s, const Sounds& sounds) {
  Wave all = silence(duration_s);
  bool voiced = false;
  for (const guide::Cue& cue : session.cues)
    if (const auto clip = clips.find(guide::clip_name(cue.text)); clip != clips.end()) {
      add(all, resampled(clip->second), cue.start_s);
      voiced = true;
    }
  bring_to(all, speech_lufs);
  const auto add_beneath = [&](Wave wave, double below_db) {
    bring_to(wave, speech_lufs - below_db);
    if (voiced) sink_beneath(session, wave);
    add(all, wave, 0);
  };
  if (sounds.tones) {
    Wave reed = silence(duration_s);
    for (const guide::Tone& tone : session.tones)
      add_reed(reed, tone);
    add_beneath(std::move(reed), tones_below_db);
  }
  if (sounds.ground) {
    Wave wind = silence(duration_s);
    add_wind(wind);
    add_beneath(std::move(wind), ground_below_db);
  }
  if (const double beyond_db = studio::peak_dbfs(all) - sound_peak_dbfs; beyond_db > 0) amplify(all, -beyond_db);
  return all;
}

} // namespace supple::film
