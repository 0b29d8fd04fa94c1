// SPDX-License-Identifier: Apache-2.0
// Any bytes as a text that is being written in the editor: read as far as it goes, in the core of the browser, and
// shown at a line of it.
#include "wasm/core.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace {

void ask(supple_core* core, const nlohmann::json& request) {
  const std::string bytes = request.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const auto size = static_cast<std::uint32_t>(bytes.size());
  bytes.copy(supple_request(core, size), bytes.size());
  supple_answer(core, size);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static supple_core* const core = supple_create();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ask(core, {{"do", "edit"}, {"text", size % 2 == 0 ? "---\n" + std::string(bytes) : std::string(bytes)}});
  ask(core, {{"do", "show"}, {"line", 1 + size % 20}, {"column", 1 + size % 7}});
  ask(core, {{"do", "said"}, {"line", 1 + size % 20}});
  supple_pose(core, -1.5);
  return 0;
}
