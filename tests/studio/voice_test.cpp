// SPDX-License-Identifier: Apache-2.0
// The voices, with the real festival, and with programs that behave badly.
#include "client.h"
#include "guide/session.h"
#include "sounds.h"
#include "studio/loudness.h"
#include "studio/voice.h"

#include <chrono>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sstream>
#include <thread>

namespace supple::studio::testing {
namespace {

using std::chrono::steady_clock;

int words_in(const std::string& text) {
  std::istringstream in(text);
  std::string word;
  int count = 0;
  while (in >> word)
    ++count;
  return count;
}

double seconds_since(steady_clock::time_point began) {
  return std::chrono::duration<double>(steady_clock::now() - began).count();
}

TEST(Speakable, KeepsWordsAndWhatPartsThem) {
  EXPECT_EQ(speakable("Exhale: zip up gently, round your spine."), "Exhale: zip up gently, round your spine.");
  EXPECT_EQ(speakable("  It’s your “own”  pace — always… "), "It's your own pace, always.");
  EXPECT_EQ(speakable("90° & 50 %"), "90 degrees and 50 percent");
  EXPECT_EQ(speakable("Café, naïve"), "Cafe, naive");
  EXPECT_EQ(speakable("(quit) \"system\" \\n 猫 word"), "quit system n word");
}

TEST(Speakable, IsEmptyWithoutAWord) {
  for (const char* text : {"", "…", "\"\"", "猫", " -- ' ; "})
    EXPECT_EQ(speakable(text), "") << text;
}

TEST(Speakable, EndsALongTextBetweenTwoWords) {
  std::string text;
  while (text.size() < 5000)
    text += "breathe ";
  const std::string words = speakable(text);
  EXPECT_LE(words.size(), 2000U);
  EXPECT_TRUE(words.ends_with("breathe"));
}

const std::vector<std::string> cues = {
    "Come onto your hands and knees and look down at your mat.",
    "Exhale: zip up gently, round your spine and come forward again. Let your head hang.",
    "Inhale: let your hips travel half way back to your heels.",
    "Left side, exhale: round and press your left side up to the sky. Look under your left armpit.",
    "Inhale: sit back on your heels, open your chest and grow tall.",
    "Only as far as feels easy. If anything hurts, stop.",
    "Now with me: breathe in.",
    "Breathe out.",
    "Left side, round and press up.",
    "Stopped. Rest any way you like; there is no hurry.",
};

TEST(Festival, SpeaksCalmlyAndEvenly) {
  const auto voice = festival();
  double seconds = 0;
  int words = 0;
  for (const std::string& cue : cues) {
    const auto said = voice->say(cue, {});
    ASSERT_TRUE(said.has_value()) << said.error().reason;
    EXPECT_EQ(said->rate_hz, 32000);
    const Wave clip = levelled(trimmed(*said));
    EXPECT_LT(peak_dbfs(clip), -1) << cue;
    EXPECT_NEAR(loudness_lufs(clip), clip_loudness_lufs, 1.5) << cue;
    EXPECT_LT(trimmed(clip).seconds(), clip.seconds() + 0.02) << cue;
    seconds += clip.seconds();
    words += words_in(cue);
  }
  const double words_per_minute = words / seconds * 60;
  EXPECT_GE(words_per_minute, 100);
  EXPECT_LE(words_per_minute, 120);
}

TEST(Festival, TakesNoTextForACommand) {
  const Folder folder;
  const auto voice = festival();
  const std::string mark = (folder.path() / "mark").string();
  for (const std::string& text : {fmt::format("Breathe\")) (system \"touch {}\") (SynthText \"out", mark),
                                  fmt::format("Breathe\\\") (system \"touch {}", mark),
                                  std::string("Breathe '\n(quit)\n"), std::string("Breathe \"(exit 1)\" out")}) {
    const auto said = voice->say(text, {});
    ASSERT_TRUE(said.has_value()) << text << ": " << said.error().reason;
    EXPECT_GT(said->seconds(), 0.3);
  }
  EXPECT_FALSE(std::filesystem::exists(mark));
}

TEST(Festival, SaysTheLongestTextAndLeavesOutOneWithoutWords) {
  const auto voice = festival();
  EXPECT_FALSE(voice->say("…", {}).error().for_good);
  std::string text;
  while (text.size() < 3000)
    text += "breathe out and let your head hang, ";
  const auto said = voice->say(text, {});
  ASSERT_TRUE(said.has_value()) << said.error().reason;
  EXPECT_GT(said->seconds(), 100);
}

TEST(Festival, ThatIsNotInstalledIsMissedInOneLine) {
  const auto said = festival({"no-such-festival", "--pipe"})->say("Breathe in.", {});
  ASSERT_FALSE(said.has_value());
  EXPECT_TRUE(said.error().for_good);
  EXPECT_TRUE(said.error().reason.contains("apt-get install festival festvox-us-slt-hts")) << said.error().reason;
  EXPECT_FALSE(said.error().reason.contains('\n'));
}

TEST(Festival, WithoutItsVoiceIsToldSo) {
  const auto said = festival({"sh", "-c", "echo voiceless; cat >/dev/null"})->say("Breathe in.", {});
  EXPECT_TRUE(said.error().reason.contains("apt-get install festvox-us-slt-hts")) << said.error().reason;
}

// Counts its starts in the file `starts` of the folder, then goes on as festival does or, `after` that, as told.
std::vector<std::string> festival_that(const Folder& folder, const std::string& first, const std::string& then) {
  folder.write("starts", "");
  return {"sh", "-c",
          fmt::format("echo x >> {0}/starts; if [ $(wc -l < {0}/starts) = 1 ]; then {1}; else {2}; fi",
                      folder.path().string(), first, then)};
}

int starts_in(const Folder& folder) {
  return static_cast<int>(std::filesystem::file_size(folder.path() / "starts") / 2);
}

TEST(Festival, ThatDiesIsStartedOnceMore) {
  const Folder folder;
  const auto voice = festival(festival_that(folder, "echo ready; read line; exit 1", "exec festival --pipe"));
  const auto said = voice->say("Breathe in.", {});
  EXPECT_TRUE(said.has_value());
  EXPECT_TRUE(voice->say("Breathe out.", {}).has_value());
  EXPECT_EQ(starts_in(folder), 2);
}

TEST(Festival, ThatDiesBeforeItIsReadyIsStartedOnceMore) {
  const Folder folder;
  const auto voice = festival(festival_that(folder, "exit 1", "exec festival --pipe"));
  const auto said = voice->say("Breathe in.", {});
  EXPECT_TRUE(said.has_value()) << said.error().reason;
}

TEST(Festival, ThatDiesAgainIsGivenUp) {
  const Folder folder;
  const auto voice = festival(festival_that(folder, "echo ready; read line; exit 1", "echo ready; read line; exit 1"));
  const auto said = voice->say("Breathe in.", {});
  ASSERT_FALSE(said.has_value());
  EXPECT_TRUE(said.error().for_good);
  EXPECT_TRUE(said.error().reason.contains("twice")) << said.error().reason;
  EXPECT_EQ(starts_in(folder), 2);
}

TEST(Festival, ThatHangsIsNotWaitedForLong) {
  const Folder folder;
  const auto began = steady_clock::now();
  const auto voice = festival(festival_that(folder, "echo ready; sleep 60", "exec festival --pipe"), 3.5);
  EXPECT_TRUE(voice->say("Breathe in.", {}).has_value());
  EXPECT_LT(seconds_since(began), 12);
}

TEST(Festival, IsLeftAtOnceWhenAskedToStop) {
  std::stop_source stop;
  const auto began = steady_clock::now();
  std::jthread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    stop.request_stop();
  });
  {
    const auto voice = festival({"sh", "-c", "echo ready; sleep 60"});
    EXPECT_FALSE(voice->say("Breathe in.", stop.get_token()).has_value());
  }
  EXPECT_LT(seconds_since(began), 1);
}

TEST(AProgram, IsGivenTheTextAndGivesTheSound) {
  const Folder folder;
  folder.write("sound.wav", bytes_of(sine(300, 0.5, 1)));
  const std::string in = (folder.path() / "text").string(), out = (folder.path() / "sound.wav").string();
  folder.write("speak.sh", fmt::format("cat > {}; cat {}", in, out));
  const auto voice = program(fmt::format("sh  {}", (folder.path() / "speak.sh").string()));
  const auto said = voice->say("Atme\nübers (“Ohr”).", {});
  ASSERT_TRUE(said.has_value()) << said.error().reason;
  EXPECT_NEAR(said->seconds(), 1, 0.001);
  EXPECT_EQ(voice->name(), "sh");
  EXPECT_EQ(std::filesystem::file_size(in), std::string("Atme übers (“Ohr”).\n").size());
}

TEST(AProgram, ThatGivesNoSoundIsGivenUp) {
  for (const char* command : {"true", "cat", "no-such-program", " "}) {
    const auto said = program(command)->say("Breathe in.", {});
    ASSERT_FALSE(said.has_value()) << command;
    EXPECT_TRUE(said.error().for_good) << command;
    EXPECT_TRUE(said.error().reason.contains("; instead: ")) << said.error().reason;
  }
}

TEST(Recordings, ComeBeforeTheVoice) {
  const Folder folder;
  folder.write(guide::clip_name("Breathe in.") + ".wav", bytes_of(sine(300, 0.5, 7)));
  const auto voice = recordings(folder.path(), festival());
  EXPECT_NEAR(voice->say("Breathe in.", {})->seconds(), 7, 0.001);
  EXPECT_LT(voice->say("Breathe out.", {})->seconds(), 3);
  EXPECT_NE(voice->settings("Breathe in."), voice->settings("Breathe out."));
}

TEST(Recordings, AreSaidEvenIfThereIsNoOtherVoice) {
  const Folder folder;
  folder.write(guide::clip_name("Breathe in.") + ".wav", bytes_of(sine(300, 0.5, 2)));
  folder.write(guide::clip_name("Stay.") + ".wav", "no sound");
  const auto voice = recordings(folder.path(), festival({"no-such-festival"}));
  const auto missing = voice->say("Breathe out.", {});
  EXPECT_FALSE(missing.error().for_good);
  EXPECT_TRUE(missing.error().reason.contains("apt-get install"));
  EXPECT_TRUE(voice->say("Breathe in.", {}).has_value());
  EXPECT_TRUE(voice->say("Stay.", {}).error().reason.contains("no 16-bit WAV"));
}

TEST(Recordings, AreAnotherSoundWhenTheyAreMadeAgain) {
  const Folder folder;
  const std::string file = guide::clip_name("Breathe in.") + ".wav";
  folder.write(file, bytes_of(sine(300, 0.5, 2)));
  const auto voice = recordings(folder.path(), nullptr);
  const std::string before = voice->settings("Breathe in.");
  folder.write(file, bytes_of(sine(300, 0.5, 3)));
  EXPECT_NE(voice->settings("Breathe in."), before);
}

} // namespace
} // namespace supple::studio::testing
