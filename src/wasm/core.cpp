// SPDX-License-Identifier: Apache-2.0
#include "wasm/core.h"

#include "wasm/answers.h"
#include "wasm/drawing.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace {

constexpr std::uint32_t largest_request = 32U << 20U;

// A figure on hands and knees, so that there is something to draw before anything was asked for.
supple::wasm::Still standing_by() {
  return {supple::body::skeleton_of({}), {}};
}

} // namespace

struct supple_core {
  supple::wasm::Core core;
  std::string request;
  std::string answer;
};

supple_core* supple_create() {
  auto lexicon = supple::reader::english();
  auto rules = supple::score::standard_rules();
  // The files that the module carries are held to be good by the tests; without them there is no core.
  if (!lexicon || !rules) return nullptr;
  auto core = std::make_unique<supple_core>(
      supple::wasm::Core{std::move(*lexicon), std::move(*rules), std::nullopt, standing_by(), {}, {}, {}});
  return core.release();
}

void supple_destroy(supple_core* core) {
  std::unique_ptr<supple_core>{core}.reset();
}

char* supple_request(supple_core* core, std::uint32_t size) {
  if (size > largest_request) return nullptr;
  core->request.resize(size);
  return core->request.data();
}

const char* supple_answer(supple_core* core, std::uint32_t size) {
  const std::string_view bytes = std::string_view{core->request}.substr(0, size);
  const auto request = nlohmann::ordered_json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  const auto answer = supple::wasm::answer(core->core, request);
  // Replaced, not refused: a request may hold half a character.
  core->answer = answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return core->answer.c_str();
}

std::uint32_t supple_answer_size(const supple_core* core) {
  return static_cast<std::uint32_t>(core->answer.size());
}

const float* supple_draw(supple_core* core, double clock_s) {
  supple::wasm::draw_at(core->core, clock_s);
  return core->core.floats.data();
}
