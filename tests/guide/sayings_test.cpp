// SPDX-License-Identifier: Apache-2.0
#include "guide/sayings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace supple::guide {
namespace {

std::string file_of(const std::string& name) {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/lexicon/" + name);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string standard_file() {
  return file_of("guide.toml");
}

std::string with(std::string_view from, std::string_view to) {
  std::string file = standard_file();
  file.replace(file.find(from), from.size(), to);
  return file;
}

text::Diagnostic only_finding(const std::string& file) {
  const auto sayings = read_sayings(file);
  EXPECT_FALSE(sayings.has_value());
  if (sayings) return {};
  EXPECT_EQ(sayings.error().size(), 1U);
  EXPECT_FALSE(sayings.error().front().remedy.empty());
  return sayings.error().front();
}

TEST(Sayings, OfTheProgramAreGood) {
  EXPECT_TRUE(read_sayings(standard_file()).has_value());
}

TEST(Sayings, RefuseAMissingKeyAtItsTable) {
  const text::Diagnostic found = only_finding(with("exhale = \"Breathe out.\"\n", ""));
  EXPECT_EQ(found.name, "sayings.missing");
  EXPECT_EQ(found.place.line, 13);
}

TEST(Sayings, RefuseANumberWhereATextBelongs) {
  const text::Diagnostic found = only_finding(with("\"Breathe out.\"", "7"));
  EXPECT_EQ(found.name, "sayings.text");
  EXPECT_EQ(found.place.line, 15);
}

TEST(Sayings, RefuseAKeyThatNothingSays) {
  const text::Diagnostic found = only_finding(with("welcome =", "wellcome = \"Hello.\"\nwelcome ="));
  EXPECT_EQ(found.name, "sayings.unknown");
  EXPECT_NE(found.message.find("wellcome"), std::string::npos);
}

TEST(Sayings, RefuseWhatIsNoTomlWithItsLine) {
  const text::Diagnostic found = only_finding("[breath]\ninhale = \n");
  EXPECT_EQ(found.name, "sayings.form");
  EXPECT_EQ(found.place.line, 2);
}

TEST(Sayings, BeginWithTheSideOnce) {
  const Sayings sayings = standard_sayings();
  using enum vocabulary::Side;
  EXPECT_EQ(beginning_with_side("Exhale: press your {side} side up.", left, sayings),
            "Left side, exhale: press your left side up.");
  EXPECT_EQ(beginning_with_side("{side} side: press up.", right, sayings), "Right side: press up.");
  EXPECT_EQ(beginning_with_side("", right, sayings), "Right side.");
}

TEST(Sayings, OfEachLanguageAreGood) {
  const auto spanish = read_sayings(file_of("guide.es.toml"));
  ASSERT_TRUE(spanish) << text::headline(spanish.error().front(), "lexicon/guide.es.toml");
  EXPECT_NE(spanish->welcome, standard_sayings().welcome);
}

TEST(Sayings, FillTheFormOfTheSideThatASentenceNeeds) {
  const Sayings sayings = *read_sayings(file_of("guide.es.toml"));
  using enum vocabulary::Side;
  const std::string_view text = "Exhala: gira a la {izquierda/derecha}, mira tu hombro {izquierdo/derecho}.";
  EXPECT_EQ(with_side_word(text, left, sayings), "Exhala: gira a la izquierda, mira tu hombro izquierdo.");
  EXPECT_EQ(beginning_with_side(text, right, sayings),
            "Lado derecho, exhala: gira a la derecha, mira tu hombro derecho.");
  EXPECT_EQ(with_side_word("{no gap} {", left, sayings), "{no gap} {");
}

TEST(Sayings, GoOnWithASmallLetterInEveryAlphabetOfLatin) {
  const Sayings sayings = standard_sayings();
  using enum vocabulary::Side;
  EXPECT_EQ(beginning_with_side("Échate.", left, sayings), "Left side, échate.");
  EXPECT_EQ(beginning_with_side("A un lado.", left, sayings), "Left side, a un lado.");
  EXPECT_EQ(beginning_with_side("I breathe.", left, sayings), "Left side, I breathe.");
  EXPECT_EQ(as_sentence("échate"), "Échate.");
  EXPECT_EQ(as_sentence("×"), "×.");
}

} // namespace
} // namespace supple::guide
