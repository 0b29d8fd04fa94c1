// SPDX-License-Identifier: Apache-2.0
// Every beginning of every article is read, and says nothing about what is not in it: places lie within the text, no
// step is empty, and nothing that is read stands among what must not be done. The beginnings of one article have most
// of their sentences in common: a memory reads each of them once, and is itself held against reading without it.
#include "../sanitized.h"
#include "reader/memory.h"
#include "reader/reader.h"
#include "reader/reading_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace supple::reader {
namespace {

constexpr std::size_t stride = sanitized ? 41 : 1;
constexpr std::size_t fresh_stride = 151 * stride; // of the beginnings that are read without a memory as well

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
    Memory memory;
    for (std::size_t end = 0; end <= article.size(); end += stride)
      ASSERT_NO_FATAL_FAILURE(
          expect_sound(read_article(std::string_view{article}.substr(0, end), lexicon, memory), article))
          << entry.path() << " up to " << end;
  }
  EXPECT_GE(articles, 168);
}

TEST(Prefixes, AreReadTheSameFromMemory) {
  const Lexicon lexicon = *english();
  for (const auto& entry : std::filesystem::directory_iterator(SUPPLE_ROOT "/tests/reader/articles")) {
    if (entry.path().extension() != ".txt") continue;
    const std::string article = file(entry.path());
    Memory memory;
    for (std::size_t end = 0; end <= article.size(); end += fresh_stride) {
      const std::string_view beginning = std::string_view{article}.substr(0, end);
      ASSERT_EQ(to_json(read_article(beginning, lexicon)), to_json(read_article(beginning, lexicon, memory)))
          << entry.path() << " up to " << end;
    }
  }
}

} // namespace
} // namespace supple::reader
