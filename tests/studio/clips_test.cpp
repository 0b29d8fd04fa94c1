// SPDX-License-Identifier: Apache-2.0
// Clips: made once, kept, served, and missed without harm.
#include "client.h"
#include "guide/session.h"
#include "sounds.h"
#include "studio/clips.h"

#include <csignal>
#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

namespace supple::studio::testing {
namespace {

namespace fs = std::filesystem;
using guide::clip_name;
using namespace std::chrono_literals;

const std::vector<std::string> texts = {"Breathe in.", "Breathe out.", "Left side.", "Right side.", "Breathe in."};

/// A voice whose sounds are known: a tone for every text, after `pause`.
class Tones final : public Voice {
public:
  explicit Tones(std::atomic<int>& said, std::chrono::milliseconds pause = {}) : said_(said), pause_(pause) {}

  [[nodiscard]] std::string name() const override { return "tones"; }

  [[nodiscard]] std::string settings(std::string_view) const override { return "tones"; }

  [[nodiscard]] std::expected<Wave, Unsaid> say(std::string_view text, const std::stop_token& stop) override {
    const auto until = std::chrono::steady_clock::now() + pause_;
    while (std::chrono::steady_clock::now() < until && !stop.stop_requested())
      std::this_thread::sleep_for(5ms);
    ++said_;
    return sine(300, 0.1, static_cast<double>(text.size()) / 10);
  }

private:
  std::atomic<int>& said_;
  std::chrono::milliseconds pause_;
};

/// Clips of `texts` said by tones, and what was told.
struct Making {
  explicit Making(const fs::path& folder, std::chrono::milliseconds pause = {})
      : clips(std::make_unique<Tones>(said, pause), folder, texts,
              [this](const std::string& line) { told.push_back(line); }) {}

  std::atomic<int> said = 0;
  std::vector<std::string> told;
  Clips clips;

  void finish() {
    clips.finish([](std::size_t, std::size_t) {});
  }

  [[nodiscard]] nlohmann::json index() const { return nlohmann::json::parse(*clips.index()); }
};

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  return files;
}

TEST(Clips, AreListedWithTheirLengths) {
  const Folder folder;
  Making making(folder.path());
  making.finish();
  const auto index = making.index();
  EXPECT_EQ(index["voice"], "tones");
  ASSERT_EQ(index["clips"].size(), 4U) << "the same text is one clip";
  EXPECT_NEAR(index["clips"][clip_name("Breathe out.")].get<double>(), 1.2 + 0.1, 0.02);
  EXPECT_TRUE(making.told.empty());
}

TEST(Clips, AreMadeOnce) {
  const Folder folder;
  Making first(folder.path());
  first.finish();
  EXPECT_EQ(first.said, 4);
  Making second(folder.path());
  second.finish();
  EXPECT_EQ(second.said, 0);
  EXPECT_EQ(second.index(), first.index());
}

/// Until every clip is ready; then what is listed.
nlohmann::json listed_when_ready(const Clips& clips, std::size_t count) {
  for (int tries = 0; tries < 500; ++tries) {
    const auto index = nlohmann::json::parse(*clips.index());
    if (index["clips"].size() == count && index["coming"].empty()) return index["clips"];
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return nullptr;
}

TEST(Clips, OfATextThatIsWrittenMeanwhileAreMadeToo) {
  const Folder folder;
  Making making(folder.path());
  making.finish();
  making.clips.want({"Grow tall.", "Breathe out."});
  EXPECT_EQ(listed_when_ready(making.clips, 5).size(), 5U);
  EXPECT_EQ(making.said, 5) << "what is known is not said again";
}

TEST(Clips, ThatAreRecordedMeanwhileSoundAsRecorded) {
  const Folder folder, mine;
  std::atomic<int> said = 0;
  Clips clips(recordings(mine.path(), std::make_unique<Tones>(said, std::chrono::milliseconds(0))), folder.path(),
              texts, [](const std::string&) {});
  const std::string name = clip_name("Breathe out.");
  const double before = listed_when_ready(clips, 4)[name].get<double>();
  Wave wave{.rate_hz = 8000, .samples = std::vector<float>(20'000, 0.2F)};
  mine.write(name + ".wav", bytes_of(wave));
  clips.again(name);
  double now = before;
  for (int tries = 0; tries < 500 && std::abs(now - 2.5) > 0.2; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    now = nlohmann::json::parse(*clips.index())["clips"].value(name, 0.0);
  }
  EXPECT_NEAR(now, 2.5, 0.2) << "before it was " << before;
}

TEST(Clips, ThatAreBrokenAreMadeAgain) {
  const Folder folder;
  {
    Making first(folder.path());
    first.finish();
  }
  const fs::path clip = files_in(folder.path()).front();
  fs::resize_file(clip, fs::file_size(clip) / 2);
  Making second(folder.path());
  second.finish();
  EXPECT_EQ(second.said, 1);
  EXPECT_EQ(second.index()["clips"].size(), 4U);
}

TEST(Clips, LeaveNoUnfinishedFilesBehind) {
  const Folder folder;
  Making making(folder.path());
  making.finish();
  for (const fs::path& file : files_in(folder.path()))
    EXPECT_EQ(file.extension(), ".wav");
}

TEST(Clips, ThatCannotBeKeptAreGivenUpInOneLine) {
  const Folder folder;
  folder.write("file", "where a folder should be");
  Making making(folder.path() / "file");
  making.finish();
  EXPECT_EQ(making.index()["clips"].size(), 0U);
  ASSERT_EQ(making.told.size(), 1U);
  EXPECT_TRUE(making.told[0].contains("--cache")) << making.told[0];
}

TEST(Clips, OnAFullDiskLeaveTheSessionWithoutVoice) {
  const Folder folder;
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit tight{50'000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &tight);
  Making making(folder.path());
  making.finish();
  setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, before);
  ASSERT_EQ(making.told.size(), 1U);
  EXPECT_TRUE(making.told[0].contains("make room")) << making.told[0];
  EXPECT_TRUE(files_in(folder.path()).empty()) << "no half of a clip stays";
  Served served(&making.clips);
  EXPECT_EQ(served.ask(get("/clips/index.json")).body, R"({"voice":"tones","clips":{},"coming":[]})");
}

TEST(Clips, WithoutFestivalAreNone) {
  const Folder folder;
  std::vector<std::string> told;
  Clips clips(festival({"no-such-festival"}), folder.path(), texts,
              [&](const std::string& line) { told.push_back(line); });
  clips.finish([](std::size_t, std::size_t) {});
  EXPECT_EQ(*clips.index(), R"({"voice":"slt","clips":{},"coming":[]})");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_TRUE(told[0].contains("apt-get install festival")) << told[0];
}

TEST(Clips, AreServedWithRangesAndTags) {
  const Folder folder;
  Making making(folder.path());
  making.finish();
  Served served(&making.clips);
  const std::string target = "/clips/" + clip_name("Left side.") + ".wav";
  const Reply clip = served.ask(get(target));
  EXPECT_EQ(clip.header("content-type"), "audio/wav");
  const auto wave = wave_of(clip.body);
  ASSERT_TRUE(wave.has_value());
  EXPECT_NEAR(wave->seconds(), 1.1, 0.02);
  EXPECT_EQ(served.ask(get(target, "Range: bytes=0-3\r\n")).body, "RIFF");
  EXPECT_EQ(served.ask(get(target, "If-None-Match: " + clip.header("etag") + "\r\n")).status, 304);
  const Reply index = served.ask(get("/clips/index.json"));
  EXPECT_EQ(index.body, *making.clips.index());
  EXPECT_EQ(index.header("content-type"), "application/json");
  EXPECT_EQ(served.ask(get("/clips/index.json", "If-None-Match: " + index.header("etag") + "\r\n")).status, 304);
  EXPECT_EQ(served.ask(get("/clips/0123456789abcdef.wav")).status, 404);
}

TEST(AClipThatIsAskedFor, IsWaitedForAndMadeFirst) {
  const Folder folder;
  Making making(folder.path(), 150ms);
  Served served(&making.clips);
  const Reply clip = served.ask(get("/clips/" + clip_name("Right side.") + ".wav"));
  EXPECT_EQ(clip.status, 200);
  EXPECT_LE(making.said, 3) << "it was the last of four";
  making.finish();
}

TEST(AClipThatIsAskedFor, IsNotWaitedForEver) {
  const Folder folder;
  Making making(folder.path(), 30s);
  Limits limits;
  limits.clip = 200ms;
  Served served(&making.clips, limits);
  const Reply clip = served.ask(get("/clips/" + clip_name("Right side.") + ".wav"));
  EXPECT_EQ(clip.status, 503);
  EXPECT_EQ(clip.header("retry-after"), "2");
}

TEST(AServerWithAVoice, EndsWithinASecondWhileItIsSpeaking) {
  const Folder folder;
  const auto began = std::chrono::steady_clock::now();
  {
    Making making(folder.path(), 30s);
    Served served(&making.clips);
    Client waiting(served.port());
    waiting.send(get("/clips/" + clip_name("Right side.") + ".wav"));
    std::this_thread::sleep_for(100ms);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
}

TEST(Clips, CanBeWrittenForAnotherHost) {
  const Folder cache, site;
  Making making(cache.path());
  making.finish();
  EXPECT_EQ(write_clips(making.clips, site.path() / "clips", *making.clips.index()), "");
  std::ifstream index(site.path() / "clips" / "index.json");
  EXPECT_EQ(nlohmann::json::parse(index), making.index());
  for (const auto& [name, seconds] : making.index()["clips"].items())
    EXPECT_TRUE(fs::is_regular_file(site.path() / "clips" / (name + ".wav")));
  EXPECT_NE(write_clips(making.clips, site.path() / "clips" / "index.json", "{}"), "");
}

} // namespace
} // namespace supple::studio::testing
