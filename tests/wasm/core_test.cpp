// SPDX-License-Identifier: Apache-2.0
// The core that the browser runs, built natively: the same log of requests, drawings and events must give the same
// bytes as the browser's module (replay.mjs), whatever the compiler and the optimisation.
#include "wasm/core.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace {

using Json = nlohmann::ordered_json;

std::string file(const std::string& path) {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class Core {
public:
  Core() : core_(supple_create(), supple_destroy) {}

  std::string ask(const Json& request) { return ask_bytes(request.dump()); }

  std::string ask_bytes(std::string_view bytes) {
    char* room = supple_request(core_.get(), static_cast<std::uint32_t>(bytes.size()));
    bytes.copy(room, bytes.size());
    const char* answer = supple_answer(core_.get(), static_cast<std::uint32_t>(bytes.size()));
    return {answer, supple_answer_size(core_.get())};
  }

  /// Her picture at a clock: small, with the mat, by day.
  std::string_view draw(double clock_s) {
    constexpr std::uint32_t width = 64, height = 40, look = 2;
    EXPECT_GE(supple_pose(core_.get(), clock_s), 0);
    const std::uint32_t* pixels = supple_paint(core_.get(), width, height, look, 0, 0);
    return {reinterpret_cast<const char*>(pixels), std::size_t{width} * height * sizeof(std::uint32_t)};
  }

private:
  std::unique_ptr<supple_core, decltype(&supple_destroy)> core_;
};

// FNV-1a, 64 bits.
class Hash {
public:
  void fold(std::string_view bytes) {
    for (const char byte : bytes)
      value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }

  [[nodiscard]] std::string text() const {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value_));
    return digits;
  }

private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

void play(Core& core, Hash& hash, Json step) {
  if (step.contains("ask")) {
    if (step.contains("text_from")) step["ask"]["text"] = file(step["text_from"].get<std::string>());
    const std::string answer = core.ask(step["ask"]);
    EXPECT_EQ(answer.find("\"error\":"), std::string::npos) << answer;
    hash.fold(answer);
  }
  if (step.contains("draw")) hash.fold(core.draw(step["draw"].get<double>()));
  if (!step.contains("every_s")) return;
  const double from_s = step["from_s"].get<double>();
  const double every_s = step["every_s"].get<double>();
  const int count = static_cast<int>(std::floor((step["until_s"].get<double>() - from_s) / every_s));
  for (int i = 1; i <= count; ++i) {
    const double clock_s = from_s + i * every_s;
    hash.fold(core.ask({{"do", "advance"}, {"clock_s", clock_s}}));
    hash.fold(core.draw(clock_s));
  }
}

std::string golden(const std::string& path) {
  std::string hash = file(path);
  hash.resize(hash.find_last_not_of('\n') + 1);
  return hash;
}

TEST(Core, AnswersTheLogWithTheGoldenBytes) {
  Core core;
  Hash hash;
  for (const Json& step : Json::parse(file("tests/wasm/log.json")))
    play(core, hash, step);
  EXPECT_EQ(hash.text(), golden("tests/wasm/golden.txt"));
}

// The terminal is held to the same hash by tests/repository/program_test.py, the browser's module by replay.mjs.
TEST(Core, LeadsTheSameSessionFromTheSameEvents) {
  Core core;
  Json request = Json::parse(file("tests/wasm/events.json"));
  request["text"] = file("tests/wasm/exercise.md");
  request["log"] = file("tests/wasm/events.txt");
  EXPECT_EQ(Json::parse(core.ask(request))["hash"], golden("tests/wasm/events_golden.txt"));
}

/// Who answered every question of this answer with no, on the day of it.
Json denied(Json visit, const Json& screening) {
  visit["screened"] = {{"day", visit["day"]}, {"week", visit["week"]}, {"answers", Json::object()}};
  visit["today"] = Json::object();
  for (const Json& question : screening["questions"])
    (question["yes"] == "stop" ? visit["today"] : visit["screened"]["answers"])[question["id"].get<std::string>()] =
        false;
  return visit;
}

/// Line 7 is the start, 9 and 10 are the breaths of the rounds, 12 is the finish.
std::string written(const std::string& exhale) {
  return "---\ntitle: A wave\nweeks: 4-42\n---\n\n## Start\nCome onto your hands and knees.\n## Rounds × 4\nInhale: "
         "let your "
         "hips travel back.\n" +
         exhale + "\n## Finish\nSit back on your heels.\n";
}

Json moves_of(const Json& edited, int line) {
  Json moves = Json::array();
  for (const Json& step : edited["reading"]["steps"])
    if (step["line"] == line)
      for (const Json& move : step["moves"])
        moves.push_back(move);
  return moves;
}

TEST(Core, ReadsATextThatIsBeingWrittenAsFarAsItGoes) {
  Core core;
  const auto edit = [&](const std::string& text) { return Json::parse(core.ask({{"do", "edit"}, {"text", text}})); };
  const Json whole = edit(written("Exhale: round your spine."));
  EXPECT_EQ(whole["playable"], true);
  EXPECT_EQ(moves_of(whole, 10), Json{"spine.round"});
  EXPECT_GT(whole["breaths"], 4);
  const Json half = edit(written("Exhale: twirl your tailbone. Hold your breath for ten counts."));
  EXPECT_EQ(half["playable"], false);
  EXPECT_EQ(moves_of(half, 9), Json{"pelvis.back"}) << "one sentence takes nothing from the others";
  ASSERT_EQ(half["findings"].size(), 2U) << half["findings"];
  EXPECT_EQ(half["findings"][0]["instead"], "swirl your tailbone.");
  EXPECT_EQ(half["findings"][0]["column"], 9);
  EXPECT_EQ(half["findings"][0]["length"], 20);
  EXPECT_EQ(half["findings"][1]["name"], "breath.held");
}

TEST(Core, TellsWhereTheWordsOfEveryMoveStandAmongTheMarks) {
  Core core;
  const Json edited = Json::parse(
      core.ask({{"do", "edit"}, {"text", written("Exhale: **zip up** and [go.between] let your head hang.")}}));
  const Json& sentence = edited["sentences"].at(2);
  EXPECT_EQ(sentence["line"], 10);
  const auto words = [&](std::string_view move) {
    for (const Json& clause : sentence["clauses"])
      for (const Json& read : clause["moves"])
        if (read["move"] == move) return std::pair(read["column"].get<int>(), read["length"].get<int>());
    return std::pair(0, 0);
  };
  EXPECT_EQ(words("head.drop"), std::pair(46, 9));
  EXPECT_EQ(words("core.engage").first, 11);
}

TEST(Core, ShowsTheFigureDoingASentence) {
  Core core;
  static_cast<void>(core.ask({{"do", "edit"}, {"text", written("Exhale: round your spine.")}}));
  const auto end_of = [&](int line) {
    const Json shown = Json::parse(core.ask({{"do", "show"}, {"line", line}, {"column", 1}}));
    EXPECT_EQ(shown["shown"], true);
    EXPECT_EQ(shown["line"], line);
    return std::pair(std::string(core.draw(-1)), std::string(core.draw(-2)));
  };
  const auto [before_back, back] = end_of(9);
  const auto [before_round, round] = end_of(10);
  EXPECT_NE(back, round);
  EXPECT_NE(before_round, round) << "she is on the way";
  EXPECT_EQ(end_of(9).second, back);
}

TEST(Core, BeginsWithTheRoundOfALine) {
  Core core;
  const auto section_at = [&](int line) {
    Json opened = Json::parse(core.ask({{"do", "open"},
                                        {"text", written("Exhale: round your spine.")},
                                        {"line", line},
                                        {"settings", {{"week", 24}}}}));
    const Json told = Json::parse(core.ask({{"do", "event"}, {"event", "start"}, {"clock_s", 0}}));
    return opened["session"]["sections"][told["moment"]["section"].get<std::size_t>()]["kind"];
  };
  EXPECT_EQ(section_at(0), "ready");
  EXPECT_EQ(section_at(10), "teaching");
  EXPECT_EQ(section_at(11), "finish");
  EXPECT_EQ(section_at(12), "finish");
  EXPECT_EQ(section_at(99), "ready") << "nothing stands there";
}

TEST(Core, ProposesWordsThatAreReadAsTheirMove) {
  Core core;
  const Json wordings = Json::parse(core.ask({{"do", "wordings"}}))["wordings"];
  EXPECT_GT(wordings.size(), 100U);
  const auto round = std::ranges::find(wordings, "round your back", [](const Json& each) { return each["words"]; });
  ASSERT_NE(round, wordings.end());
  EXPECT_EQ((*round)["move"], "spine.round");
}

TEST(Core, OpensASessionOnlyForWhomTheDoorIsOpen) {
  Core core;
  const auto door = [&](const Json& visit) { return Json::parse(core.ask({{"do", "screening"}, {"visit", visit}})); };
  Json request{{"do", "open"}, {"text", file("tests/wasm/exercise.md")}, {"settings", {{"week", 29}}}};
  const auto opens = [&](const Json& visit) {
    request["visit"] = visit;
    return !Json::parse(core.ask(request)).contains("error");
  };
  const Json stranger{{"day", 20000}, {"week", 29}};
  EXPECT_EQ(door(stranger)["admission"], "screening");
  EXPECT_FALSE(opens(stranger));
  const Json cleared = denied(stranger, door(stranger));
  EXPECT_EQ(door(cleared)["admission"], "open");
  EXPECT_TRUE(opens(cleared));
  for (const Json& question : door(stranger)["questions"]) {
    Json yes = cleared;
    (question["yes"] == "stop" ? yes["today"] : yes["screened"]["answers"])[question["id"].get<std::string>()] = true;
    EXPECT_FALSE(opens(yes)) << question;
    yes = cleared;
    (question["yes"] == "stop" ? yes["today"] : yes["screened"]["answers"]).erase(question["id"].get<std::string>());
    EXPECT_FALSE(opens(yes)) << question;
  }
  for (const Json& broken : {Json(7), Json(nullptr), Json::array(), Json{{"screened", 7}, {"today", "no"}}})
    EXPECT_FALSE(opens(broken)) << broken;
}

TEST(Core, LeadsATranslationInItsLanguageAndEveryOtherTextInEnglish) {
  Core core;
  const Json tongue{{"do", "language"},
                    {"code", "es"},
                    {"lexicon", file("lexicon/es.toml")},
                    {"guide", file("lexicon/guide.es.toml")}};
  const std::string rock = file("library/exercises/rock-back.md"), turn = file("library/exercises/turn-and-look.md");
  const std::string words = file("library/exercises/rock-back.es.md");
  const auto ask = [&](const char* what, const std::string& text, const std::string& translation) {
    Json request{{"do", what}, {"text", text}, {"week", 24}};
    if (!translation.empty()) request["translation"] = translation;
    return Json::parse(core.ask(request));
  };
  EXPECT_EQ(ask("read", rock, words)["title"], "Rock back and forth") << "before it has a language";
  ASSERT_FALSE(Json::parse(core.ask(tongue)).contains("error"));
  const Json read = ask("read", rock, words);
  EXPECT_EQ(read["title"], "Mécete atrás y adelante");
  EXPECT_TRUE(read["playable"]);
  EXPECT_EQ(read["comfort"][0]["part"], "knees");
  EXPECT_TRUE(read["comfort"][0]["offer"].get<std::string>().starts_with("¿Las rodillas? Dobla"));
  const std::string opened = ask("open", rock, words).dump(), english = ask("open", rock, "").dump();
  EXPECT_NE(opened.find("\"Inhala.\""), std::string::npos);
  EXPECT_EQ(opened.find("\"Breathe in.\""), std::string::npos);
  EXPECT_NE(english.find("\"Breathe in.\""), std::string::npos);
  EXPECT_FALSE(ask("read", turn, words)["playable"]) << "of another exercise";
  Json broken = tongue;
  broken["guide"] = "[say]";
  EXPECT_TRUE(Json::parse(core.ask(broken)).contains("error"));
}

TEST(Core, ComposesATranslatedWorkoutOfTranslatedExercises) {
  Core core;
  ASSERT_FALSE(Json::parse(core.ask({{"do", "language"},
                                     {"code", "es"},
                                     {"lexicon", file("lexicon/es.toml")},
                                     {"guide", file("lexicon/guide.es.toml")}}))
                   .contains("error"));
  const std::string workout = "library/workouts/five-minutes-for-the-low-back";
  const Json request{{"text", file(workout + ".md")}, {"translation", file(workout + ".es.md")}, {"week", 24}};
  const auto ask = [&](const char* what) {
    Json asked = request;
    asked["do"] = what;
    return Json::parse(core.ask(asked));
  };
  const auto bring = [&](bool translated) {
    Json exercises = Json::array();
    for (const char* name : {"rock-back", "round-to-flat-and-back"}) {
      const std::string path = std::string{"library/exercises/"} + name;
      exercises.push_back({{"name", name}, {"text", file(path + ".md")}});
      if (translated) exercises.back()["translation"] = file(path + ".es.md");
    }
    static_cast<void>(core.ask({{"do", "bring"}, {"exercises", exercises}}));
  };
  bring(false);
  EXPECT_EQ(ask("read")["findings"][0]["name"], "item.untranslated");
  bring(true);
  const Json read = ask("read");
  EXPECT_TRUE(read["playable"]) << read.dump();
  EXPECT_EQ(read["title"], "Cinco minutos para la espalda baja");
  EXPECT_EQ(read["exercises"][0]["title"], "Mécete atrás y adelante");
  const std::string opened = ask("open").dump();
  EXPECT_NE(opened.find("Ahora: De redonda a plana y vuelta."), std::string::npos);
  EXPECT_EQ(opened.find("\"Breathe in.\""), std::string::npos);
}

TEST(Core, AnswersAnyBytesWithoutFailing) {
  Core core;
  for (const char* bytes :
       {"", "{", "[]", "null", R"({"do":7})", R"({"do":"advance"})", "\xff\xfe", R"({"do":"event","event":"start"})",
        R"({"do":"open","text":"\u0000"})", R"({"do":"read","text":[1]})", R"({"do":"hash"})",
        R"({"do":"still","posture":"all-fours","moves":[7]})", R"({"do":"open","settings":7,"clips":[]})"}) {
    const Json answer = Json::parse(core.ask_bytes(bytes), nullptr, false);
    EXPECT_TRUE(answer.is_object()) << bytes;
    EXPECT_TRUE(answer.contains("error") || answer.contains("reading")) << bytes << " → " << answer.dump();
  }
}

TEST(Core, RefusesARequestThatIsTooLarge) {
  const std::unique_ptr<supple_core, decltype(&supple_destroy)> core(supple_create(), supple_destroy);
  EXPECT_EQ(supple_request(core.get(), 64U << 20U), nullptr);
}

} // namespace
