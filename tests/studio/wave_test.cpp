// SPDX-License-Identifier: Apache-2.0
#include "sounds.h"
#include "studio/loudness.h"
#include "studio/wave.h"

#include <cmath>
#include <gtest/gtest.h>

namespace supple::studio::testing {
namespace {

// ITU-R BS.1770-4: a sine of 997 Hz at full scale in one channel is -3.01 LUFS; EBU Tech 3341 takes 1 kHz at -23 dBFS
// in two channels for -23 LUFS, which is 3.01 less in one.
TEST(Loudness, IsThatOfTheStandard) {
  for (const int rate_hz : {16000, 32000, 44100, 48000}) {
    EXPECT_NEAR(loudness_lufs(sine(997, 1, 3, rate_hz)), -3.01, 0.05) << rate_hz;
    EXPECT_NEAR(loudness_lufs(sine(1000, std::pow(10, -23.0 / 20), 3, rate_hz)), -26.01, 0.05) << rate_hz;
  }
}

TEST(Loudness, HearsLowTonesLess) {
  EXPECT_LT(loudness_lufs(sine(40, 0.5, 3)), loudness_lufs(sine(1000, 0.5, 3)) - 5);
  EXPECT_GT(loudness_lufs(sine(4000, 0.5, 3)), loudness_lufs(sine(1000, 0.5, 3)) + 2);
}

TEST(Loudness, LeavesPausesOut) {
  const Wave tone = sine(1000, 0.1, 3);
  for (const Wave& pause : {silence(5), sine(1000, 0.001, 5)})
    EXPECT_NEAR(loudness_lufs(tone + pause + tone), loudness_lufs(tone), 0.4);
}

TEST(Loudness, OfSilenceIsNone) {
  EXPECT_TRUE(std::isinf(loudness_lufs(silence(1))));
  EXPECT_TRUE(std::isinf(loudness_lufs({})));
}

TEST(AClip, BeginsAndEndsAtOnce) {
  const Wave clip = trimmed(silence(0.3) + sine(300, 0.5, 1) + silence(0.7));
  EXPECT_NEAR(clip.seconds(), 1.1, 0.021);
  EXPECT_EQ(clip.samples.front(), 0);
  EXPECT_EQ(clip.samples.back(), 0);
}

TEST(AClip, ThatBeginsAtOnceGetsItsMargin) {
  EXPECT_NEAR(trimmed(sine(300, 0.5, 1)).seconds(), 1.1, 0.011);
}

TEST(AClip, OfSilenceIsEmpty) {
  EXPECT_TRUE(trimmed(silence(2)).samples.empty());
}

TEST(AClip, TakesMoreTimeBetweenItsPhrases) {
  const Wave word = sine(300, 0.5, 0.5);
  const Wave slower =
      with_longer_pauses(silence(0.2) + word + silence(0.3) + word + silence(0.1) + word + silence(0.4), 0.6);
  EXPECT_NEAR(slower.seconds(), 0.2 + 0.5 + 0.3 * 1.6 + 0.5 + 0.1 + 0.5 + 0.4, 0.02)
      << "neither its ends nor the closing of a consonant are pauses";
}

TEST(AClip, IsAsLoudAsTheOthers) {
  for (const double amplitude : {0.01, 0.05, 0.2})
    EXPECT_NEAR(loudness_lufs(levelled(sine(500, amplitude, 2))), clip_loudness_lufs, 0.1);
}

TEST(AClip, WithASharpPeakStaysSofterRatherThanBeingCut) {
  Wave click = sine(500, 0.02, 2);
  click.samples[9000] = 0.9F;
  const Wave even = levelled(click);
  EXPECT_NEAR(peak_dbfs(even), highest_peak_dbfs, 0.01);
  EXPECT_LT(loudness_lufs(even), clip_loudness_lufs - 5);
}

TEST(AWave, IsReadFromStereoAndFromAPipe) {
  const std::string stereo("RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x01\0\x02\0\x40\x1f\0\0\0\x7d\0\0\x04\0\x10\0"
                           "LIST\x03\0\0\0abc\0data\xff\xff\xff\xff\0\x40\0\x20\0\0\0\x80",
                           64);
  const auto wave = wave_of(stereo);
  ASSERT_TRUE(wave.has_value());
  EXPECT_EQ(wave->rate_hz, 8000);
  EXPECT_EQ(wave->samples, (std::vector<float>{0.375F, -0.5F}));
}

TEST(AWave, IsNoneOfOtherKinds) {
  const std::string bytes = bytes_of(sine(300, 0.5, 0.01));
  EXPECT_FALSE(wave_of("").has_value());
  EXPECT_FALSE(wave_of("RIFF").has_value());
  EXPECT_FALSE(wave_of("OggS" + bytes.substr(4)).has_value());
  std::string floating = bytes, eight_bits = bytes, no_channel = bytes;
  floating[20] = 3;
  eight_bits[34] = 8;
  no_channel[22] = 0;
  for (const std::string& other : {floating, eight_bits, no_channel})
    EXPECT_FALSE(wave_of(other).has_value());
}

} // namespace
} // namespace supple::studio::testing
