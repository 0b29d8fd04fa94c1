// SPDX-License-Identifier: Apache-2.0
// The answers of the core to the requests that core.h describes.
#pragma once

#include "wasm/session.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::wasm {

/// Answers one request; `{"error": …}` where it cannot be done. Never fails on any JSON.
[[nodiscard]] nlohmann::ordered_json answer(Core& core, const nlohmann::ordered_json& request);

} // namespace supple::wasm
