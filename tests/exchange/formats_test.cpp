// SPDX-License-Identifier: Apache-2.0
#include "exchange/formats.h"

#include "exchange/telling.h"
#include "score/understand.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

using namespace supple;

namespace {

struct Given {
  std::string name, source;
  score::Score score;
};

std::vector<Given> library() {
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  std::vector<Given> all;
  for (const auto& entry : std::filesystem::directory_iterator(SUPPLE_ROOT "/library/exercises")) {
    if (entry.path().extension() != ".md" || entry.path().stem().has_extension()) continue; // translations move alike
    std::ifstream in(entry.path());
    std::string source(std::istreambuf_iterator<char>(in), {});
    auto understood = score::understand(source, *lexicon, *rules);
    all.push_back({entry.path().stem().string(), std::move(source), std::move(*understood.score)});
  }
  return all;
}

std::set<vocabulary::Move> moves_of(const score::Score& score) {
  std::set<vocabulary::Move> moves;
  for (const score::Section& section : score.sections)
    for (const score::Beat& beat : section.beats)
      for (const vocabulary::MoveAmount& each : beat.moves)
        moves.insert(each.move);
  return moves;
}

TEST(PlainText, HoldsEverySentenceComfortAndCare) {
  const auto all = library();
  ASSERT_GE(all.size(), 13U);
  for (const Given& given : all) {
    const std::string text = exchange::plain_text(given.score);
    EXPECT_EQ(0U, text.find(given.score.title)) << given.name;
    EXPECT_EQ(std::string::npos, text.find('{')) << given.name;
    for (const score::Section& section : given.score.sections)
      for (const score::Beat& beat : section.beats)
        EXPECT_TRUE(beat.sentence.contains("{side}") || text.contains(beat.sentence)) << beat.sentence;
    for (const reader::ComfortOption& option : given.score.comfort)
      EXPECT_NE(std::string::npos, text.find(option.spoken)) << option.spoken;
    for (const std::string& line : given.score.care)
      EXPECT_NE(std::string::npos, text.find(line)) << line;
  }
}

TEST(PlainText, IsReadAgainFromTheSamePostureWithMostOfItsMoves) {
  const auto lexicon = reader::english();
  for (const Given& given : library()) {
    const reader::Reading reading = reader::read_article(exchange::plain_text(given.score), *lexicon);
    std::set<vocabulary::Move> read;
    for (const reader::Step& step : reading.steps)
      read.insert(step.moves.begin(), step.moves.end());
    // What stands in a stage direction is not told, and an article is read leniently: not all comes back.
    std::size_t kept = 0;
    const auto moves = moves_of(given.score);
    for (const vocabulary::Move move : moves)
      if (read.contains(move)) ++kept;
    EXPECT_GE(3 * kept, 2 * moves.size()) << given.name;
    EXPECT_EQ(given.score.start, reading.start) << given.name;
  }
}

TEST(Json, CarriesTheTextAndWhatTheBodyDoes) {
  for (const Given& given : library()) {
    const auto json = nlohmann::json::parse(exchange::json_of(given.score, given.source), nullptr, false);
    ASSERT_TRUE(json.is_object()) << given.name;
    EXPECT_EQ(given.source, json["source"].get<std::string>());
    std::set<std::string> moves, expected;
    for (const auto& section : json["sections"])
      for (const auto& step : section["steps"])
        for (const auto& move : step["moves"])
          moves.insert(move["move"]);
    for (const vocabulary::Move move : moves_of(given.score))
      expected.emplace(vocabulary::name(move));
    EXPECT_EQ(expected, moves) << given.name;
  }
}

TEST(AnActivityDefinition, HoldsNoTagOfATitleAndPromisesNothing) {
  score::Score score;
  score.title = "<script>alert(1)</script> & \"more\"\x01";
  score.tags = {"<b>", "low back"};
  const std::string text = exchange::activity_definition(score, "../../etc/passwd", 300);
  const auto json = nlohmann::json::parse(text, nullptr, false);
  EXPECT_EQ("..-..-etc-passwd", json["id"]);
  const std::string div = json["text"]["div"];
  EXPECT_EQ(std::string::npos, div.find("<script"));
  EXPECT_NE(std::string::npos, div.find("&lt;script&gt;"));
  EXPECT_EQ(std::string::npos, json["title"].get<std::string>().find('\x01'));
  EXPECT_EQ(300, json["timingTiming"]["repeat"]["duration"]);
}

} // namespace
