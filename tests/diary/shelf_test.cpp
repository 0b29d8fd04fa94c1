// SPDX-License-Identifier: Apache-2.0
#include "diary/shelf.h"

#include "folder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace supple::diary {
namespace {

using testing::Folder;

Changes put(Texts texts) {
  return {.clear = false, .put = std::move(texts), .remove = {}, .expect = {}};
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

TEST(Shelf, KeepsWhatWasWrittenForALaterProgram) {
  const Folder folder;
  {
    Shelf shelf(folder.file());
    ASSERT_TRUE(shelf.write(put({{"a", "one"}, {"b", "two"}, {"c", "three"}})));
    ASSERT_TRUE(shelf.write({.clear = false, .put = {{"a", "ONE"}}, .remove = {"b", "not there"}, .expect = {}}));
  }
  EXPECT_EQ(Shelf(folder.file()).all(), (Texts{{"a", "ONE"}, {"c", "three"}}));
}

TEST(Shelf, IsReadByNobodyElse) {
  const Folder folder;
  Shelf shelf(folder.file());
  ASSERT_TRUE(shelf.write(put({{"a", "one"}})));
  struct stat status{};
  ASSERT_EQ(stat(folder.file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  ASSERT_EQ(stat(folder.file().parent_path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700U);
}

TEST(Shelf, ChangesNothingWhereSomethingElseStandsThanWasExpected) {
  const Folder folder;
  Shelf shelf(folder.file());
  ASSERT_TRUE(shelf.write(put({{"lock", "new"}, {"a", "one"}})));
  for (const auto& expected : {std::optional<std::string>("old"), std::optional<std::string>()}) {
    const Changes late{
        .clear = true, .put = {{"b", "two"}}, .remove = {}, .expect = {{"lock", expected}, {"a", "one"}}};
    EXPECT_EQ(shelf.write(late).error(), Trouble::changed);
  }
  EXPECT_EQ(shelf.all(), (Texts{{"a", "one"}, {"lock", "new"}}));
  EXPECT_TRUE(shelf.write({.clear = true, .put = {}, .remove = {}, .expect = {{"lock", "new"}, {"b", std::nullopt}}}));
  EXPECT_EQ(shelf.all(), Texts{});
}

TEST(Shelf, LeavesNothingOfWhatWasDeleted) {
  const Folder folder;
  Shelf shelf(folder.file());
  ASSERT_TRUE(shelf.write(put({{"a", "after the long walk"}, {"b", "two"}})));
  ASSERT_NE(bytes_of(folder.file()).find("long walk"), std::string::npos);
  ASSERT_TRUE(shelf.write({.clear = false, .put = {}, .remove = {"a"}, .expect = {}}));
  EXPECT_EQ(bytes_of(folder.file()).find("long walk"), std::string::npos);
  ASSERT_TRUE(shelf.destroy());
  EXPECT_TRUE(std::filesystem::is_empty(folder.file().parent_path()));
  EXPECT_EQ(shelf.all(), Texts{});
}

TEST(Shelf, IsTakenOverByANewerProgramAndRefusedByAnOlderOne) {
  const Folder folder;
  ASSERT_TRUE(Shelf(folder.file()).write(put({{"a", "one"}})));
  auto upgrades = published_upgrades();
  upgrades.emplace_back("ALTER TABLE entries ADD COLUMN changed TEXT");
  EXPECT_EQ(Shelf(folder.file(), upgrades).all(), (Texts{{"a", "one"}}));
  const std::string before = bytes_of(folder.file());
  Shelf older(folder.file());
  EXPECT_EQ(older.all().error(), Trouble::newer);
  EXPECT_EQ(older.write(put({{"b", "two"}})).error(), Trouble::newer);
  EXPECT_EQ(bytes_of(folder.file()), before);
}

TEST(Shelf, AnUpgradeThatFailsLeavesTheFileAsItWas) {
  const Folder folder;
  ASSERT_TRUE(Shelf(folder.file()).write(put({{"a", "one"}})));
  auto upgrades = published_upgrades();
  upgrades.emplace_back("ALTER TABLE entries ADD COLUMN changed TEXT; SELECT nonsense");
  EXPECT_EQ(Shelf(folder.file(), upgrades).all().error(), Trouble::broken);
  EXPECT_EQ(Shelf(folder.file()).all(), (Texts{{"a", "one"}}));
}

TEST(Shelf, RefusesAFileThatIsNoDiary) {
  const Folder folder;
  std::filesystem::create_directories(folder.file().parent_path());
  std::ofstream(folder.file())
      << "this is a letter, and long enough to be taken for the head of a database, if it were one";
  EXPECT_EQ(Shelf(folder.file()).all().error(), Trouble::broken);
  EXPECT_EQ(Shelf(folder.file().parent_path()).all().error(), Trouble::broken);
  EXPECT_FALSE(sentence(Trouble::broken).empty());
}

TEST(Shelf, TwoProgramsThatWriteAtOnceLoseNothingOfEachOther) {
  const Folder folder;
  std::vector<std::jthread> programs;
  for (int program = 0; program < 2; ++program)
    programs.emplace_back([&folder, program] {
      Shelf shelf(folder.file());
      for (int i = 0; i < 30; ++i)
        EXPECT_TRUE(shelf.write(put({{std::to_string(program) + "-" + std::to_string(i), "text"}})));
    });
  programs.clear();
  EXPECT_EQ(Shelf(folder.file()).all()->size(), 60U);
}

/// Writes groups of five texts until it is killed; says the number of each on the pipe once it is kept.
[[noreturn]] void write_until_killed(const std::filesystem::path& file, int pipe, int round) {
  Shelf shelf(file);
  for (int group = 0;; ++group) {
    Texts texts;
    for (int i = 0; i < 5; ++i)
      texts[std::to_string(round) + "-" + std::to_string(group) + "-" + std::to_string(i)] = std::string(2000, 'x');
    if (!shelf.write(put(std::move(texts)))) _exit(1);
    if (write(pipe, &group, sizeof group) != sizeof group) _exit(1);
  }
}

TEST(Shelf, KilledAtAnyMomentLosesNothingThatWasConfirmedAndHasNothingByHalf) {
  const Folder folder;
  std::mt19937 random(8);
  int confirmed_in_all = 0;
  for (int round = 0; round < 40; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_until_killed(folder.file(), ends[1], round);
    close(ends[1]);
    usleep(2000 + static_cast<useconds_t>(random() % 60'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself";
    int confirmed = 0;
    for (int group = 0; read(ends[0], &group, sizeof group) == sizeof group;)
      confirmed = group + 1;
    close(ends[0]);
    confirmed_in_all += confirmed;

    const auto texts = Shelf(folder.file()).all();
    ASSERT_TRUE(texts) << sentence(texts.error());
    std::map<std::string, int> groups;
    for (const auto& [name, text] : *texts) {
      EXPECT_EQ(text.size(), 2000U);
      ++groups[name.substr(0, name.rfind('-'))];
    }
    for (const auto& [name, count] : groups)
      EXPECT_EQ(count, 5) << name << " is there by half";
    for (int group = 0; group < confirmed; ++group)
      EXPECT_TRUE(groups.contains(std::to_string(round) + "-" + std::to_string(group))) << "lost";
  }
  EXPECT_GT(confirmed_in_all, 10); // else it was killed before it wrote; a busy machine writes little
}

} // namespace
} // namespace supple::diary
