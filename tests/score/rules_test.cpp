// SPDX-License-Identifier: Apache-2.0
// Every example of tests/score/rules, held against the rules; the README there explains the form.
#include "score/understand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace supple::score {
namespace {

struct Example {
  bool breaks = false;
  std::optional<int> week;
  std::string text;
  int line = 0;
};

std::optional<int> week_in(const std::string& heading) {
  const std::size_t at = heading.find(" in week ");
  return at == std::string::npos ? std::nullopt : std::optional{std::stoi(heading.substr(at + 9))};
}

std::vector<Example> examples_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Example> examples;
  Example example;
  bool is_text = false;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line == "```") {
      if (is_text) examples.push_back(example);
      is_text = !is_text;
      example.text.clear();
      example.line = number;
    } else if (is_text) {
      example.text += line + '\n';
    } else if (line.starts_with("## ")) {
      example.breaks = line.starts_with("## Breaks it");
      example.week = week_in(line);
    } else if (line.starts_with("- ")) {
      examples.push_back({example.breaks, example.week, line.substr(2) + '\n', number});
    }
  }
  return examples;
}

std::string names_of(const text::Diagnostics& findings) {
  std::set<std::string> names;
  for (const text::Diagnostic& finding : findings)
    names.insert(finding.name);
  std::string all;
  for (const std::string& name : names)
    all += (all.empty() ? "" : ", ") + name;
  return all;
}

TEST(Rules, AreBrokenAndKeptByTheirExamples) {
  const reader::Lexicon lexicon = *reader::english();
  const Rules rules = *standard_rules();
  for (const Rule& rule : rules) {
    const std::filesystem::path path = std::string{SUPPLE_ROOT} + "/tests/score/rules/" + rule.name + ".md";
    int broken = 0, kept = 0;
    for (const Example& example : examples_of(path)) {
      const Understood text = understand(example.text, lexicon, rules, example.week);
      const std::string place = path.filename().string() + ':' + std::to_string(example.line) + '\n' + example.text;
      EXPECT_EQ(names_of(text.findings), example.breaks ? rule.name : "") << place;
      if (example.breaks && rule.severity == text::Severity::error) {
        EXPECT_FALSE(text.playable()) << place;
      }
      ++(example.breaks ? broken : kept);
    }
    EXPECT_GT(broken, 0) << path;
    EXPECT_GT(kept, 0) << path;
  }
}

TEST(Rules, HaveNoExamplesOfWhatIsNoRule) {
  const Rules rules = *standard_rules();
  for (const auto& file : std::filesystem::directory_iterator(std::string{SUPPLE_ROOT} + "/tests/score/rules")) {
    if (file.path().filename() == "README.md") continue;
    EXPECT_NE(std::ranges::find(rules, file.path().stem().string(), &Rule::name), rules.end()) << file.path();
  }
}

} // namespace
} // namespace supple::score
