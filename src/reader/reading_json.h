// SPDX-License-Identifier: Apache-2.0
// A reading as JSON: the contract of docs/vocabulary.md.
#pragma once

#include "reader/reading.h"

#include <nlohmann/json_fwd.hpp>

namespace supple::reader {

[[nodiscard]] nlohmann::ordered_json to_json(const Reading& reading);

} // namespace supple::reader
