// SPDX-License-Identifier: Apache-2.0
// The library folder: files are whole or not there, nothing is written over that was not expected, and nothing outside
// of the folder is reached.
#include "client.h"

#include "studio/desk.h"
#include "studio/desk_answer.h"
#include "studio/wave.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <fmt/core.h>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace supple::studio::testing {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> names_below(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    files.push_back(fs::relative(entry.path(), folder).string());
  std::ranges::sort(files);
  return files;
}

std::string tone() {
  Wave wave{.rate_hz = 8000, .samples = std::vector<float>(8000)};
  for (std::size_t i = 0; i < wave.samples.size(); ++i)
    wave.samples[i] = 0.3F * static_cast<float>(std::sin(0.4 * static_cast<double>(i)));
  return bytes_of(wave);
}

TEST(Desk, WritesNewFilesAndThoseThatAreAsExpected) {
  const Folder folder;
  Desk desk(folder.path() / "library");
  EXPECT_TRUE(desk.names().empty());
  const auto first = desk.write("a-wave", "one", std::nullopt);
  ASSERT_TRUE(first);
  EXPECT_EQ(desk.open("a-wave")->text, "one");
  EXPECT_EQ(desk.open("a-wave")->tag, *first);
  const auto second = desk.write("a-wave", "two", *first);
  ASSERT_TRUE(second);
  EXPECT_NE(*second, *first);
  EXPECT_EQ(contents(folder.path() / "library/a-wave.md"), "two");
  EXPECT_EQ(desk.names(), std::vector<std::string>{"a-wave"});
  EXPECT_EQ(names_below(folder.path() / "library"), std::vector<std::string>{"a-wave.md"})
      << "nothing unfinished stays";
}

TEST(Desk, WritesOverNothingThatWasNotExpected) {
  const Folder folder;
  Desk desk(folder.path());
  const auto tag = desk.write("a-wave", "one", std::nullopt);
  ASSERT_TRUE(tag);
  EXPECT_EQ(desk.write("a-wave", "mine", std::nullopt).error(), DeskTrouble::changed);
  folder.write("a-wave.md", "from elsewhere");
  EXPECT_EQ(desk.write("a-wave", "mine", *tag).error(), DeskTrouble::changed);
  EXPECT_EQ(desk.remove("a-wave", *tag).error(), DeskTrouble::changed);
  EXPECT_EQ(desk.rename("a-wave", "another", *tag).error(), DeskTrouble::changed);
  EXPECT_EQ(contents(folder.path() / "a-wave.md"), "from elsewhere");
  EXPECT_EQ(desk.write("gone", "mine", *tag).error(), DeskTrouble::changed);
  EXPECT_FALSE(fs::exists(folder.path() / "gone.md"));
}

TEST(Desk, RenamesOnlyToANameThatIsFree) {
  const Folder folder;
  Desk desk(folder.path());
  const auto one = desk.write("one", "1", std::nullopt);
  ASSERT_TRUE(one && desk.write("two", "2", std::nullopt));
  EXPECT_EQ(desk.rename("one", "two", *one).error(), DeskTrouble::changed);
  EXPECT_EQ(desk.open("two")->text, "2");
  EXPECT_TRUE(desk.rename("one", "three", *one));
  EXPECT_EQ(desk.names(), (std::vector<std::string>{"three", "two"}));
}

TEST(Desk, ReachesNothingOutsideOfItsFolder) {
  const Folder folder;
  folder.write("secret.md", "not yours");
  fs::create_directory(folder.path() / "library");
  Desk desk(folder.path() / "library");
  const std::vector<std::string_view> names{"../secret", "..", ".",   "",          "a/b",    "/etc/passwd", ".hidden",
                                            "-rf",       "A",  "a.b", {"a\0b", 3}, "%2e%2e", "wave ",       "é"};
  for (const std::string_view name : names) {
    EXPECT_FALSE(is_file_name(name)) << name;
    EXPECT_FALSE(desk.open(name)) << name;
    EXPECT_EQ(desk.write(name, "x", std::nullopt).error(), DeskTrouble::name) << name;
    EXPECT_EQ(desk.remove(name, "").error(), DeskTrouble::name) << name;
    EXPECT_EQ(desk.rename(name, "b", "").error(), DeskTrouble::name) << name;
    EXPECT_EQ(desk.record(name, tone()).error(), DeskTrouble::name) << name;
  }
  EXPECT_FALSE(is_file_name(std::string(65, 'a')));
  EXPECT_EQ(names_below(folder.path()), (std::vector<std::string>{"library", "secret.md"}));
}

TEST(Desk, FollowsNoLinkOutOfItsFolder) {
  const Folder folder;
  folder.write("secret.md", "not yours");
  fs::create_directory(folder.path() / "library");
  fs::create_symlink(folder.path() / "secret.md", folder.path() / "library/link.md");
  Desk desk(folder.path() / "library");
  EXPECT_FALSE(desk.open("link"));
  EXPECT_TRUE(desk.names().empty());
  EXPECT_EQ(desk.write("link", "mine", std::nullopt).error(), DeskTrouble::changed);
  EXPECT_EQ(contents(folder.path() / "secret.md"), "not yours");
}

TEST(Desk, OnAFullDiskKeepsTheFileAsItWas) {
  const Folder folder;
  Desk desk(folder.path());
  const auto tag = desk.write("a-wave", "short", std::nullopt);
  ASSERT_TRUE(tag);
  const auto before = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit tight{1000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &tight);
  const auto written = desk.write("a-wave", std::string(5000, 'x'), *tag);
  const auto recorded = desk.record("0123456789abcdef", tone());
  setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, before);
  EXPECT_EQ(written.error(), DeskTrouble::full);
  EXPECT_EQ(recorded.error(), DeskTrouble::full);
  EXPECT_EQ(contents(folder.path() / "a-wave.md"), "short");
  EXPECT_EQ(names_below(folder.path()), (std::vector<std::string>{"a-wave.md", "recordings"}));
}

TEST(Desk, KeepsRecordingsThatCanBeHeard) {
  const Folder folder;
  Desk desk(folder.path());
  EXPECT_EQ(desk.record("0123456789abcdef", "no sound").error(), DeskTrouble::failed);
  EXPECT_EQ(desk.record("0123456789abcdef", bytes_of(Wave{8000, std::vector<float>(8000)})).error(),
            DeskTrouble::failed);
  EXPECT_TRUE(desk.record("0123456789abcdef", tone()));
  EXPECT_EQ(desk.recorded(), std::vector<std::string>{"0123456789abcdef"});
  EXPECT_TRUE(desk.open_recording("0123456789abcdef"));
  EXPECT_TRUE(desk.unrecord("0123456789abcdef"));
  EXPECT_TRUE(desk.unrecord("0123456789abcdef")) << "it is gone already";
  EXPECT_TRUE(desk.recorded().empty());
}

// Over HTTP: only a page of this server changes anything.

struct Editing {
  Folder folder;
  Desk desk{folder.path()};
  Served served{&desk};

  [[nodiscard]] Reply post(std::string_view target, std::string_view body, std::string_view headers) const {
    return served.ask(fmt::format("POST {} HTTP/1.1\r\nHost: localhost:{}\r\n{}Content-Length: {}\r\n\r\n{}", target,
                                  served.port(), headers, body.size(), body));
  }

  [[nodiscard]] Reply change(std::string_view target, std::string_view body,
                             std::string_view type = "application/json") const {
    return post(target, body, fmt::format("Origin: http://localhost:{}\r\nContent-Type: {}\r\n", served.port(), type));
  }
};

constexpr std::string_view new_wave = R"({"name":"a-wave","text":"one","expect":null})";

TEST(DeskAnswer, TakesChangesFromItsOwnPageOnly) {
  const Editing editing;
  for (const std::string_view headers :
       {"", "Content-Type: application/json\r\n", "Origin: http://evil.example\r\nContent-Type: application/json\r\n",
        "Origin: null\r\nContent-Type: application/json\r\n"})
    EXPECT_EQ(editing.post("/desk/write.json", new_wave, headers).status, 403) << headers;
  EXPECT_EQ(editing.change("/desk/write.json", new_wave, "text/plain").status, 415);
  EXPECT_EQ(editing.change("/desk/recordings/0123456789abcdef.wav", tone()).status, 415);
  EXPECT_EQ(editing
                .post("/desk/recordings/0123456789abcdef.wav", tone(),
                      "Origin: http://evil.example\r\nContent-Type: audio/wav\r\n")
                .status,
            403);
  EXPECT_TRUE(names_below(editing.folder.path()).empty());
  EXPECT_EQ(editing.change("/desk/write.json", new_wave).status, 200);
  EXPECT_EQ(contents(editing.folder.path() / "a-wave.md"), "one");
}

TEST(DeskAnswer, ShowsWhatTheFileIsWhereItIsAnother) {
  const Editing editing;
  ASSERT_EQ(editing.change("/desk/write.json", new_wave).status, 200);
  const Reply again = editing.change("/desk/write.json", new_wave);
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(Json::parse(again.body)["file"]["text"], "one");
  const Reply seen = editing.served.ask(get("/desk/files/a-wave.json"));
  EXPECT_EQ(Json::parse(seen.body), Json::parse(again.body)["file"]);
  EXPECT_EQ(Json::parse(editing.served.ask(get("/desk/files.json")).body)["names"], Json{"a-wave"});
}

TEST(DeskAnswer, RefusesWhatHasNoForm) {
  const Editing editing;
  for (const std::string_view body : {"", "[]", "{}", R"({"name":"a","text":1,"expect":null})", R"({"name":"a"})",
                                      R"({"name":"../a","text":"x","expect":null})", "\xff\xfe"})
    EXPECT_EQ(editing.change("/desk/write.json", body).status, 400) << body;
  EXPECT_EQ(editing.change("/desk/anything.json", "{}").status, 400);
  EXPECT_EQ(editing.served.ask(get("/desk/files/..%2f..%2fetc%2fpasswd.json")).status, 404);
  EXPECT_TRUE(names_below(editing.folder.path()).empty());
}

TEST(DeskAnswer, MakesADraftOfAnArticle) {
  const Editing editing;
  const Json asked{{"article", "A wave\n\nCome onto your hands and knees. As you breathe out, round your spine."}};
  const Json made = Json::parse(editing.change("/desk/draft.json", asked.dump()).body)["draft"];
  EXPECT_EQ(made["title"], "A wave");
  EXPECT_TRUE(made["markdown"].get<std::string>().contains("round your spine")) << made;
  const Json nothing{{"article", "The weather is nice."}};
  EXPECT_TRUE(Json::parse(editing.change("/desk/draft.json", nothing.dump()).body)["draft"].is_null());
}

} // namespace
} // namespace supple::studio::testing
