// SPDX-License-Identifier: Apache-2.0
// What holds of every request, every text and every sound.
#include "studio/header.h"
#include "studio/loudness.h"
#include "studio/path.h"
#include "studio/range.h"
#include "studio/voice.h"
#include "studio/wave.h"

#include <cmath>
#include <filesystem>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace supple::studio {
namespace {

/// Bytes that are mostly such as matter to a path, a header or a command.
rc::Gen<std::string> nasty(const std::string& alphabet) {
  return rc::gen::container<std::string>(
      rc::gen::weightedOneOf<char>({{6, rc::gen::elementOf(alphabet)}, {1, rc::gen::arbitrary<char>()}}));
}

TEST(EveryTarget, LeadsNowhereOutOfTheSite) {
  EXPECT_TRUE(rc::check([] {
    const std::string target = "/" + *nasty("../%%2eEfF5c0\\ab?\n");
    const auto file = file_of(target);
    RC_CLASSIFY(file.has_value(), "names a file");
    if (!file) return;
    const std::filesystem::path path(*file);
    RC_ASSERT(!file->empty() && path.is_relative());
    RC_ASSERT(file->find('\0') == file->npos);
    for (const auto& segment : path)
      RC_ASSERT(!segment.empty() && segment.string().front() != '.');
    RC_ASSERT(std::filesystem::path("/site" / path).lexically_normal() == std::filesystem::path("/site") / path);
  }));
}

TEST(EveryName, IsFoundHoweverItIsEscaped) {
  EXPECT_TRUE(rc::check([] {
    const auto segment =
        rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::suchThat(rc::gen::arbitrary<char>(), [](char c) {
          return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '/' && c != '\\' && c != '.';
        })));
    std::string name, target;
    for (const std::string& part : *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(segment))) {
      name += (name.empty() ? "" : "/") + part;
      target += "/";
      for (const char c : part) {
        const bool plain = c != '%' && c != '?' && *rc::gen::arbitrary<bool>();
        target += plain ? std::string(1, c) : fmt::format("%{:02x}", static_cast<unsigned char>(c));
      }
    }
    RC_ASSERT(file_of(target) == name);
  }));
}

TEST(EveryRange, LiesWithinTheFile) {
  EXPECT_TRUE(rc::check([] {
    const auto size = *rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 20), rc::gen::arbitrary<std::uint64_t>());
    const RangeAnswer range = range_of("bytes=" + *nasty("0123456789-- ,"), size);
    if (range.kind != RangeAnswer::Kind::part) return;
    RC_ASSERT(range.slice.length > 0U);
    RC_ASSERT(range.slice.first < size);
    RC_ASSERT(range.slice.length <= size - range.slice.first);
  }));
}

TEST(EveryRange, ThatIsWellWrittenIsWhatItSays) {
  EXPECT_TRUE(rc::check([] {
    const auto size = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    const auto first = *rc::gen::inRange<std::uint64_t>(0, size);
    const auto last = *rc::gen::inRange<std::uint64_t>(first, 2 * size);
    const RangeAnswer range = range_of(fmt::format("bytes={}-{}", first, last), size);
    RC_ASSERT(range == (RangeAnswer{RangeAnswer::Kind::part, {first, std::min(last, size - 1) - first + 1}}));
  }));
}

TEST(EveryHeader, IsReadToItsEnd) {
  EXPECT_TRUE(rc::check([] {
    const std::string header = *nasty("brgzip*;q=01., \t\"W/");
    static_cast<void>(best_encoding(header));
    static_cast<void>(is_this_machine(header));
    RC_ASSERT(names_tag(header + ",\"tag\"", "\"tag\""));
  }));
}

TEST(EveryText, BecomesWordsThatNoProgramTakesForACommand) {
  EXPECT_TRUE(rc::check([] {
    const std::string text = *nasty("\"\\()';`$|&\n\r{}%é—’ abcXYZ019,.");
    const std::string words = speakable(text);
    RC_ASSERT(words.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.?!;:'-") ==
              words.npos);
    RC_ASSERT(words.size() <= 2000U);
    RC_ASSERT(speakable(words) == words);
  }));
}

TEST(EveryText, KeepsItsLettersAndDigits) {
  EXPECT_TRUE(rc::check([] {
    const std::string text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdefgXYZ0123456789 ,.?!;:'-\"()")));
    const auto kept = [](const std::string& from) {
      std::string out;
      for (const char c : from)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
      return out;
    };
    RC_ASSERT(kept(speakable(text)) == kept(text));
  }));
}

/// Noise, tones and pauses, one after another.
Wave any_sound() {
  Wave wave{*rc::gen::elementOf(std::vector<int>{8000, 16000, 22050, 32000, 48000}), {}};
  std::uint32_t state = 1;
  for (const int kind : *rc::gen::resize(8, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3)))) {
    const int length = *rc::gen::inRange(1, wave.rate_hz / 2), amplitude = *rc::gen::inRange(1, 32768);
    for (int i = 0; i < length; ++i) {
      state = state * 1664525U + 1013904223U;
      const double noise = static_cast<double>(state >> 8U) / (1U << 23U) - 1;
      const double shape = kind == 0 ? 0 : kind == 1 ? std::sin(i * 0.1) : noise;
      wave.samples.push_back(static_cast<float>(shape * amplitude / 32767));
    }
  }
  return wave;
}

TEST(EverySound, IsReadAsItWasWritten) {
  EXPECT_TRUE(rc::check([] {
    const Wave wave = any_sound();
    const std::string bytes = bytes_of(wave);
    RC_ASSERT(is_intact(bytes));
    const auto read = wave_of(bytes);
    RC_ASSERT(read && read->rate_hz == wave.rate_hz && read->samples.size() == wave.samples.size());
    for (std::size_t i = 0; i < wave.samples.size(); ++i)
      RC_ASSERT(std::fabs(read->samples[i] - wave.samples[i]) < 1.0F / 16384);
  }));
}

TEST(EverySound, IsNoticedToBeBrokenWhereverItIs) {
  EXPECT_TRUE(rc::check([] {
    const Wave wave = any_sound();
    const std::string bytes = bytes_of(wave);
    const auto length = *rc::gen::inRange<std::size_t>(0, bytes.size());
    RC_ASSERT(!is_intact(bytes.substr(0, length)));
    const std::size_t data = bytes.size() - 12 - 2 * wave.samples.size();
    if (wave.samples.empty()) return;
    std::string flipped = bytes;
    flipped[*rc::gen::inRange(data, bytes.size() - 12)] ^= static_cast<char>(1 << *rc::gen::inRange(0, 8));
    RC_ASSERT(!is_intact(flipped));
  }));
}

TEST(EverySound, IsEvenedWithoutBeingCutOff) {
  EXPECT_TRUE(rc::check([] {
    const Wave even = levelled(trimmed(with_longer_pauses(any_sound(), 0.6)));
    for (const float sample : even.samples)
      RC_ASSERT(std::isfinite(sample) && std::fabs(sample) <= std::pow(10.0, highest_peak_dbfs / 20) * 1.001);
    RC_ASSERT(loudness_lufs(even) < clip_loudness_lufs + 0.1);
  }));
}

TEST(AnyBytes, AreASoundOrNot) {
  EXPECT_TRUE(rc::check([] {
    std::string bytes = bytes_of(any_sound());
    const auto changes = *rc::gen::inRange(0, 8);
    for (int i = 0; i < changes; ++i)
      bytes[*rc::gen::inRange<std::size_t>(0, std::min<std::size_t>(bytes.size(), 48))] = *rc::gen::arbitrary<char>();
    const auto wave = wave_of(bytes);
    if (wave) RC_ASSERT(wave->samples.size() <= bytes.size() / 2);
  }));
}

} // namespace
} // namespace supple::studio
