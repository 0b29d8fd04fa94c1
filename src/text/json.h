// SPDX-License-Identifier: Apache-2.0
// JSON from outside.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace supple::text {

/// What the JSON says; nothing but a discarded value where it is none.
[[nodiscard]] nlohmann::ordered_json read_json(std::string_view json);

} // namespace supple::text
