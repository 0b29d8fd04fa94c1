// SPDX-License-Identifier: Apache-2.0
// The answers to an editor, in which a text is being written (core.h).
#pragma once

#include "wasm/session.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace supple::wasm {

[[nodiscard]] nlohmann::ordered_json edit(Core& core, const std::string& text);
[[nodiscard]] nlohmann::ordered_json show(Core& core, const nlohmann::ordered_json& request);
[[nodiscard]] nlohmann::ordered_json said(const Core& core, const nlohmann::ordered_json& request);
[[nodiscard]] nlohmann::ordered_json wordings(const Core& core);

} // namespace supple::wasm
