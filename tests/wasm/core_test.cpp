// SPDX-License-Identifier: Apache-2.0
// The core that the browser runs, built natively: the same log of requests, drawings and events must give the same
// bytes as the browser's module (replay.mjs), whatever the compiler and the optimisation.
#include "wasm/core.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

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

  std::string_view draw(double clock_s) {
    const float* floats = supple_draw(core_.get(), clock_s);
    return {reinterpret_cast<const char*>(floats), static_cast<std::size_t>(floats[0]) * sizeof(float)};
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
