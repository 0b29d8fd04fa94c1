// SPDX-License-Identifier: Apache-2.0
// What the page knows of her before a session, and what the guide answers to it (guide/screening.h).
#pragma once

#include "guide/screening.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::wasm {

/// Whatever is missing or wrong in it admits nobody: an answer that is no answer was not given.
[[nodiscard]] guide::Visit visit_of(const nlohmann::ordered_json& json);

[[nodiscard]] nlohmann::ordered_json screening_json(const guide::Visit& visit);

} // namespace supple::wasm
