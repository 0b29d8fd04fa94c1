// SPDX-License-Identifier: Apache-2.0
#include "publish/pages.h"

#include "exercises.h"
#include "publish/structured.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

using namespace supple;
using namespace supple::publish;

namespace {

constexpr std::string_view evil = "\"><script>alert('x')</script></textarea></title>{{{site}}}&amp;";

Library evil_library() {
  Library library = library_of(2);
  Exercise& exercise = library.exercises.front();
  exercise.score.title = evil;
  exercise.score.tags = {std::string{evil}, "low back"};
  exercise.score.care = {std::string{evil}};
  exercise.score.comfort.front().spoken = evil;
  exercise.score.sections.front().title = evil;
  exercise.score.sections.front().beats.front().sentence = evil;
  library.about = {std::string{evil},       std::string{evil},       "en",
                   {std::string{evil}, ""}, {std::string{evil}, ""}, std::string{evil}};
  return library;
}

std::vector<std::string> all_pages(const Library& library, const Facts& facts) {
  Pages pages(library, facts);
  std::vector<std::string> html{pages.missing()};
  for (std::size_t i = 0; i < library.exercises.size(); ++i) {
    html.push_back(pages.exercise(i).html);
    html.push_back(pages.embedded(i).html);
  }
  for (const Page& page : pages.others())
    html.push_back(page.html);
  return html;
}

TEST(APage, HoldsNoTagOfATextWhereverItStands) {
  const std::regex end_of_title("</title>");
  for (const std::string& html : all_pages(evil_library(), {"https://example.org/", true, {}})) {
    EXPECT_EQ(std::string::npos, html.find("<script>")) << html;
    EXPECT_EQ(1, std::distance(std::sregex_iterator(html.begin(), html.end(), end_of_title), {})) << html;
    EXPECT_NE(std::string::npos, html.find("Content-Security-Policy")) << html;
  }
}

TEST(APage, OfEachKindIsThere) {
  const Library library = library_of(130);
  const Facts facts;
  Pages pages(library, facts);
  std::set<std::string> names;
  for (const Page& page : pages.others())
    EXPECT_TRUE(names.insert(page.name).second) << page.name;
  for (const char* const name :
       {"", "page.2/", "page.3/", "tags/", "tags/low-back/", "tags/low-back/page.3/", "author/", "search/"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_FALSE(names.contains("page.4/"));
}

TEST(APage, OfATagCountsExercisesAndWorkoutsByTheirNames) {
  Library library = library_of(3);
  library.exercises.back().parts = {"exercise-00000", "exercise-00001"};
  const Facts facts;
  Pages pages(library, facts);
  const std::vector<Page> others = pages.others();
  const auto html = [&](std::string_view name) { return std::ranges::find(others, name, &Page::name)->html; };
  EXPECT_NE(std::string::npos, html("tags/low-back/").find(": 2 exercises and 1 workout"));
  EXPECT_NE(std::string::npos, html("tags/alone-2/").find(": 1 workout"));
  EXPECT_NE(std::string::npos, html("tags/alone-1/").find(": 1 exercise"));
}

TEST(APage, IsSmallHoweverManyExercisesThereAre) {
  for (const std::string& html : all_pages(library_of(500), {"https://example.org/", true, {}}))
    EXPECT_LT(html.size(), 50'000U);
}

TEST(APage, WithoutAnAddressClaimsNone) {
  const Library library = library_of(1);
  const Facts facts;
  Pages pages(library, facts);
  const std::string html = pages.exercise(0).html;
  for (const char* const claim : {"canonical", "og:", "feed.xml", "class=\"qr\"", "iframe"})
    EXPECT_EQ(std::string::npos, html.find(claim)) << claim;
}

TEST(StructuredData, IsJsonOfSchemaOrgAndEndsNoScript) {
  const Library library = evil_library();
  const std::string script = structured_data({library.exercises[0], "…", "https://example.org/x/", ""}, library.about);
  constexpr std::string_view begin = "<script type=\"application/ld+json\">", end = "</script>";
  ASSERT_TRUE(script.starts_with(begin) && script.ends_with(end));
  const std::string json = script.substr(begin.size(), script.size() - begin.size() - end.size());
  EXPECT_EQ(std::string::npos, json.find_first_of("<>&"));
  const auto data = nlohmann::json::parse(json, nullptr, false);
  EXPECT_EQ("https://schema.org", data["@context"]);
  EXPECT_EQ(evil, data["name"].get<std::string>());
  EXPECT_EQ("PT301S", data["totalTime"]);
  EXPECT_EQ("HowToSection", data["step"][0]["@type"]);
}

TEST(ATemplate, WritesWithoutEscapingOnlyWhatIsMadeHere) {
  std::set<std::string> unescaped;
  for (const auto& entry : std::filesystem::directory_iterator(SUPPLE_ROOT "/site")) {
    std::ifstream in(entry.path());
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const std::regex triple(R"(\{\{\{\s*(\w+)\s*\}\}\}|\{\{&\s*(\w+))");
    for (std::sregex_iterator at(text.begin(), text.end(), triple), last; at != last; ++at)
      unescaped.insert((*at)[1].str() + (*at)[2].str());
  }
  EXPECT_EQ((std::set<std::string>{"qr_code", "structured_data"}), unescaped);
}

TEST(ATemplate, AsksForNoWordsThatAreNotThere) {
  std::size_t asked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SUPPLE_ROOT "/site")) {
    std::ifstream in(entry.path());
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const std::regex said(R"(\{\{say\.(\w+)\}\})");
    for (std::sregex_iterator at(text.begin(), text.end(), said), last; at != last; ++at, ++asked) {
      const std::string key = (*at)[1].str();
      EXPECT_TRUE(words("en").contains(key) || key == "care" || key == "comfort") << entry.path() << " " << key;
    }
  }
  EXPECT_GT(asked, 30U);
}

TEST(TheWords, OfEachLanguageHaveTheSameKeysAndGaps) {
  const auto gaps = [](const std::string& text) {
    std::multiset<std::string> found;
    const std::regex gap(R"(\{\w+\})");
    for (std::sregex_iterator at(text.begin(), text.end(), gap), last; at != last; ++at)
      found.insert(at->str());
    return found;
  };
  const Words& english = words("en");
  const Words& spanish = words("es");
  ASSERT_EQ(english.size(), spanish.size());
  for (const auto& [key, text] : english) {
    ASSERT_TRUE(spanish.contains(key)) << key;
    EXPECT_EQ(gaps(text), gaps(spanish.at(key))) << key;
  }
}

TEST(APage, LeadsToItselfInTheOtherLanguageOrElseToItsFirstPage) {
  Library library = library_of(2);
  library.about.language = "es";
  const Facts facts{"https://example.org/", true, {}, "es/", {{"en", "", {"", "exercises/exercise-00000/"}}}};
  Pages pages(library, facts);
  const std::string both = pages.exercise(0).html, alone = pages.exercise(1).html;
  EXPECT_NE(std::string::npos, both.find("hreflang=\"en\" href=\"https://example.org/exercises/exercise-00000/\""));
  EXPECT_NE(std::string::npos, both.find("hreflang=\"es\" href=\"https://example.org/es/exercises/exercise-00000/\""));
  EXPECT_NE(std::string::npos, both.find("lang=\"en\" href=\"../../../exercises/exercise-00000/\">English"));
  EXPECT_EQ(std::string::npos, alone.find("<link rel=\"alternate\" hreflang"));
  EXPECT_NE(std::string::npos, alone.find("lang=\"en\" href=\"../../../\">English"));
  EXPECT_NE(std::string::npos, both.find("language=es#/check-in/exercise-00000"));
}

} // namespace
