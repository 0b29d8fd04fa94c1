// SPDX-License-Identifier: Apache-2.0
// A stage direction: names of the vocabulary in brackets, which are done and not spoken.
#pragma once

#include "vocabulary/vocabulary.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// `pelvis.back half, head.drop` → moves with amounts; or what is wrong with it. After a move may stand `a little`,
/// `half`, `fully`, or a number from 0 to 1.
[[nodiscard]] std::expected<std::vector<vocabulary::MoveAmount>, std::string> stage_direction(std::string_view text);

} // namespace supple::reader
