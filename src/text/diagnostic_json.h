// SPDX-License-Identifier: Apache-2.0
// Findings as JSON, the same for the command line and the browser.
#pragma once

#include "text/place.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::text {

[[nodiscard]] std::string_view name(Severity severity);

/// `[{"name","severity","line","column","length","message","remedy"}, …]`, in the order given.
[[nodiscard]] nlohmann::ordered_json to_json(const Diagnostics& diagnostics);

} // namespace supple::text
