// SPDX-License-Identifier: Apache-2.0
// Every beginning of every article is read, and says nothing about what is not in it: places lie within the text, no
// step is empty, and nothing that is read stands among what must not be done.
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace supple::reader {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SUPPLE_SLOW
#endif
#endif
#ifdef SUPPLE_SLOW
constexpr std::size_t stride = 41; // under the sanitizers each costs twenty times as much
#else
constexpr std::size_t stride = 1;
#endif

std::string file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void expect_sound(const Reading& reading, std::string_view article) {
  const auto lines = std::ranges::count(article, '\n') + 1;
  for (const Step& step : reading.steps) {
    ASSERT_FALSE(step.moves.empty());
    ASSERT_GE(step.place.line, 1);
    ASSERT_LE(step.place.line, lines);
    ASSERT_GE(step.place.column, 1);
    ASSERT_GE(step.place.length, 0);
    ASSERT_EQ(step.hold.has_value(), std::ranges::find(step.moves, vocabulary::Move::stay) != step.moves.end());
    for (const Passage& avoid : reading.avoid)
      ASSERT_FALSE(!avoid.text.empty() && step.text == avoid.text) << step.text;
  }
}

TEST(Prefixes, OfEveryArticleAreRead) {
  const Lexicon lexicon = *english();
  int articles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SUPPLE_ROOT "/tests/reader/articles")) {
    if (entry.path().extension() != ".txt") continue;
    ++articles;
    const std::string article = file(entry.path());
    for (std::size_t end = 0; end <= article.size(); end += stride)
      ASSERT_NO_FATAL_FAILURE(expect_sound(read_article(std::string_view{article}.substr(0, end), lexicon), article))
          << entry.path() << " up to " << end;
  }
  EXPECT_GE(articles, 72);
}

} // namespace
} // namespace supple::reader
