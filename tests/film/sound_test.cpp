// SPDX-License-Identifier: Apache-2.0
#include "film/sound.h"

#include "geometry/trigonometry.h"
#include "studio/loudness.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace supple;
using namespace supple::film;

studio::Wave hum(int rate_hz, double seconds, double hertz, float loud) {
  studio::Wave wave{rate_hz, {}};
  for (int i = 0; i < static_cast<int>(seconds * rate_hz); ++i)
    wave.samples.push_back(
        loud * static_cast<float>(geometry::sin(std::fmod(2 * geometry::pi * hertz * i / rate_hz, 2 * geometry::pi))));
  return wave;
}

studio::Wave part(const studio::Wave& wave, double start_s, double end_s) {
  const auto at = [&](double s) { return wave.samples.begin() + std::lround(s * wave.rate_hz); };
  return {wave.rate_hz, {at(start_s), at(end_s)}};
}

double heard_lufs(const studio::Wave& wave) {
  return studio::loudness_lufs(wave) + 3.01; // from two loudspeakers
}

/// Crossings of zero upwards a second.
double pitch(const studio::Wave& wave) {
  int crossings = 0;
  for (std::size_t i = 1; i < wave.samples.size(); ++i)
    crossings += wave.samples[i - 1] < 0 && wave.samples[i] >= 0 ? 1 : 0;
  return crossings / wave.seconds();
}

guide::Session spoken_and_breathed() {
  guide::Session session;
  session.cues = {{2, 4, "one", guide::CueKind::teach, 0}, {20, 22, "two", guide::CueKind::teach, 0}};
  session.tones = {
      {5, 9, guide::ToneKind::inhale}, {9, 15, guide::ToneKind::exhale}, {19, 25, guide::ToneKind::inhale}};
  return session;
}

Clips clips() {
  return {{guide::clip_name("one"), hum(32000, 2, 500, 0.1F)}, {guide::clip_name("two"), hum(44100, 2, 500, 0.1F)}};
}

TEST(Sound, speech_is_at_minus_16_lufs_and_the_tones_ten_below) {
  const studio::Wave sound = sound_of(spoken_and_breathed(), clips(), 30, {});
  EXPECT_EQ(sound.rate_hz, 48000);
  EXPECT_NEAR(sound.seconds(), 30, 1e-9);
  EXPECT_NEAR(heard_lufs(sound_of(spoken_and_breathed(), clips(), 30, {.tones = false})), -16, 0.1);
  EXPECT_NEAR(heard_lufs(sound_of(spoken_and_breathed(), {}, 30, {})), -26, 0.1);
  EXPECT_LE(studio::peak_dbfs(sound), sound_peak_dbfs + 1e-6);
}

TEST(Sound, a_clip_of_any_rate_is_heard_at_its_time_and_pitch) {
  guide::Session session = spoken_and_breathed();
  session.tones.clear();
  const studio::Wave sound = sound_of(session, clips(), 30, {});
  for (const double start_s : {2.0, 20.0}) {
    EXPECT_LT(studio::peak_dbfs(part(sound, start_s - 0.5, start_s - 0.01)), -70);
    EXPECT_GT(studio::peak_dbfs(part(sound, start_s, start_s + 0.05)), -30);
    EXPECT_NEAR(pitch(part(sound, start_s + 0.2, start_s + 1.8)), 500, 2);
  }
}

TEST(Sound, in_rises_and_out_falls) {
  const studio::Wave sound = sound_of(spoken_and_breathed(), {}, 30, {});
  EXPECT_NEAR(pitch(part(sound, 5.2, 5.7)), 233, 8);
  EXPECT_NEAR(pitch(part(sound, 8.3, 8.8)), 317, 8);
  EXPECT_NEAR(pitch(part(sound, 9.2, 9.7)), 322, 8);
  EXPECT_NEAR(pitch(part(sound, 14.3, 14.8)), 228, 8);
}

TEST(Sound, the_tones_sink_beneath_the_voice) {
  guide::Session session = spoken_and_breathed();
  Clips silent = clips();
  for (float& sample : silent.at(guide::clip_name("two")).samples)
    sample = 0; // what is left of the second cue is the tone beneath it
  const studio::Wave sound = sound_of(session, silent, 30, {});
  EXPECT_NEAR(heard_lufs(part(sound, 20.5, 21.8)) - heard_lufs(part(sound, 23.5, 24.8)), -9, 1);
}

TEST(Sound, the_ground_is_heard_only_where_it_is_asked_for) {
  EXPECT_LT(studio::peak_dbfs(part(sound_of(spoken_and_breathed(), clips(), 30, {}), 26, 29)), -100);
  const studio::Wave ground = sound_of(spoken_and_breathed(), clips(), 30, {.tones = false, .ground = true});
  EXPECT_NEAR(heard_lufs(part(ground, 8, 18)), -16 - ground_below_db, 2);
}

} // namespace
