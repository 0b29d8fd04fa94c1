// SPDX-License-Identifier: Apache-2.0
// What the live guide answers, as JSON.
#pragma once

#include "guide/live.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::wasm {

/// An action with the members that its kind has.
[[nodiscard]] nlohmann::ordered_json action_json(const guide::Action& action);

/// What a screen shows now.
[[nodiscard]] nlohmann::ordered_json moment_json(const guide::Live& live);

} // namespace supple::wasm
