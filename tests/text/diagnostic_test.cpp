// SPDX-License-Identifier: Apache-2.0
#include "text/place.h"

#include <gtest/gtest.h>

#include <array>

namespace supple::text {
namespace {

// The line and its underline as they are shown, without the margin.
std::array<std::string, 2> shown(const std::string& source, Place place) {
  const std::string text = render({"a.name", Severity::error, place, "it is wrong", ""}, "f", source);
  const std::size_t first = text.find('\n') + 1;
  const std::size_t second = text.find('\n', first) + 1;
  const auto without_margin = [](const std::string& line) { return line.substr(line.find(" | ") + 3); };
  return {without_margin(text.substr(first, second - first - 1)),
          without_margin(text.substr(second, text.size() - second - 1))};
}

const std::string dots = "\u2026";

TEST(Render, UnderlinesTheWordsInTheirLine) {
  const auto [line, marks] = shown("one\nround your spine\nthree", {2, 7, 4});
  EXPECT_EQ(line, "round your spine");
  EXPECT_EQ(marks, "      ^^^^");
}

TEST(Render, CutsALongLineOnTheSidesWhereItGoesOn) {
  const std::string a(5'000'000, 'a');
  const auto [line, marks] = shown(a + "words" + a, {1, 5'000'001, 5});
  EXPECT_EQ(line, dots + std::string(30, 'a') + "words" + std::string(65, 'a') + dots);
  EXPECT_EQ(marks, std::string(31, ' ') + "^^^^^");
}

TEST(Render, CutsOnlyOneSideAtTheBeginningAndAtTheEnd) {
  const std::string a(200, 'a');
  const auto [first, first_marks] = shown("words" + a, {1, 1, 5});
  EXPECT_EQ(first, "words" + std::string(95, 'a') + dots);
  EXPECT_EQ(first_marks, "^^^^^");
  const auto [last, last_marks] = shown(a + "words", {1, 201, 5});
  EXPECT_EQ(last, dots + std::string(95, 'a') + "words");
  EXPECT_EQ(last_marks, std::string(96, ' ') + "^^^^^");
}

TEST(Render, CutsWordsThatAreLongerThanTheWindow) {
  const auto [line, marks] = shown(std::string(1000, 'a'), {1, 101, 800});
  EXPECT_EQ(line, dots + std::string(100, 'a') + dots);
  EXPECT_EQ(marks, std::string(31, ' ') + std::string(70, '^'));
}

TEST(Render, NeverCutsInsideACharacter) {
  std::string umlauts;
  for (int i = 0; i < 300; ++i)
    umlauts += "\u00fc";
  const auto [line, marks] = shown(umlauts, {1, 151, 2});
  EXPECT_EQ(clean_utf8(line), line);
  EXPECT_EQ(characters(line), 102);
  EXPECT_EQ(marks, std::string(31, ' ') + "^^");
}

TEST(Render, ShowsNoLineWhereThereIsNone) {
  EXPECT_EQ(render({"a.name", Severity::error, {9, 1, 1}, "it is wrong", "this"}, "f", "one line"),
            "f:9:1: error: it is wrong; instead: this [a.name]\n");
}

} // namespace
} // namespace supple::text
