// SPDX-License-Identifier: Apache-2.0
// A reading as JSON: the contract of docs/vocabulary.md.
#pragma once

#include "reader/reading.h"
#include "reader/why.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::reader {

[[nodiscard]] nlohmann::ordered_json to_json(const Reading& reading);

/// What `supple read --why --json` prints, for an editor: every sentence with its clauses, what each is taken for and
/// why, and the words that each move was read from.
[[nodiscard]] nlohmann::ordered_json to_json(const std::vector<Explained>& sentences);

} // namespace supple::reader
