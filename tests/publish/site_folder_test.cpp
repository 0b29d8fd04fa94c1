// SPDX-License-Identifier: Apache-2.0
#include "publish/site_folder.h"

#include "studio/scratch.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <stdexcept>

using supple::publish::SiteFolder;
namespace fs = std::filesystem;

namespace {

class ASiteFolder : public testing::Test {
protected:
  supple::studio::Scratch scratch;
  fs::path out = scratch.path() / "site";

  void make(std::initializer_list<std::pair<const char*, const char*>> files) const {
    SiteFolder site(out);
    for (const auto& [name, bytes] : files)
      site.put(name, bytes);
    site.finish();
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(out / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((out / name).parent_path());
    std::ofstream(out / name) << bytes;
  }

  /// How many names stand in the folder around the site.
  [[nodiscard]] std::size_t beside() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(scratch.path()), {}));
  }
};

TEST_F(ASiteFolder, IsThereWholeOrNotAtAll) {
  {
    SiteFolder site(out);
    site.put("index.html", "new");
    EXPECT_FALSE(fs::exists(out));
  }
  EXPECT_EQ(0U, beside()) << "what was not finished is gone";
  make({{"index.html", "one"}, {"a/b/index.html", "two"}});
  EXPECT_EQ("two", read("a/b/index.html"));
  EXPECT_EQ(1U, beside());
}

TEST_F(ASiteFolder, ReplacesAndTakesAwayWhatItMade) {
  make({{"index.html", "old"}, {"gone/index.html", "old"}});
  make({{"index.html", "new"}});
  EXPECT_EQ("new", read("index.html"));
  EXPECT_FALSE(fs::exists(out / "gone"));
  EXPECT_EQ(1U, beside());
}

TEST_F(ASiteFolder, KeepsWhatItDidNotMake) {
  make({{"index.html", "old"}, {"a/index.html", "old"}});
  write("CNAME", "example.org");
  write("a/mine/picture.svg", "<svg/>");
  fs::create_symlink("/etc/passwd", out / "link");
  make({{"index.html", "new"}});
  EXPECT_EQ("example.org", read("CNAME"));
  EXPECT_EQ("<svg/>", read("a/mine/picture.svg"));
  EXPECT_TRUE(fs::is_symlink(out / "link"));
  EXPECT_FALSE(fs::exists(out / "a/index.html"));
  EXPECT_EQ(1U, beside());
}

TEST_F(ASiteFolder, NeverWritesOverWhatItDidNotMake) {
  make({{"index.html", "old"}});
  write("about/index.html", "mine");
  EXPECT_THROW(make({{"index.html", "new"}, {"about/index.html", "ours"}}), std::runtime_error);
  EXPECT_EQ("old", read("index.html"));
  EXPECT_EQ("mine", read("about/index.html"));
  EXPECT_EQ(1U, beside());
}

TEST_F(ASiteFolder, IsNotAFolderOfSomebodyElse) {
  write("letter.txt", "mine");
  EXPECT_THROW(SiteFolder{out}, std::runtime_error);
  EXPECT_EQ("mine", read("letter.txt"));
  EXPECT_THROW(SiteFolder{out / "letter.txt"}, std::runtime_error);
}

TEST_F(ASiteFolder, BelievesNoListThatNamesWhatIsElsewhere) {
  make({{"index.html", "old"}});
  std::ofstream(scratch.path() / "precious") << "mine";
  fs::create_directory_symlink(scratch.path(), out / "up");
  std::ofstream(out / "supple-site.txt", std::ios::app) << "../precious\nup/precious\n"
                                                        << (scratch.path() / "precious").string() << "\n";
  make({{"index.html", "new"}});
  EXPECT_TRUE(fs::exists(scratch.path() / "precious"));
}

TEST_F(ASiteFolder, TakesNoNameThatLeadsOutOfIt) {
  SiteFolder site(out);
  for (const char* const name : {"../x", "/x", "a/../../x", "a/../x", "", ".", "a//b"})
    EXPECT_THROW(site.put(name, ""), std::runtime_error) << name;
}

TEST_F(ASiteFolder, MayBeAnEmptyFolderThatIsThere) {
  fs::create_directories(out);
  make({{"index.html", "new"}});
  EXPECT_EQ("new", read("index.html"));
}

TEST_F(ASiteFolder, ThatCannotBeWrittenIsToldSo) {
  EXPECT_THROW(SiteFolder{"/proc/no-such-folder/site"}, std::runtime_error);
}

} // namespace
