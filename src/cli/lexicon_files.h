// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reader/lexicon.h"

#include <expected>
#include <string>
#include <vector>

namespace supple::cli {

/// The lexicon that the program carries with a teacher's own files laid over it; or, where one cannot be used and the
/// reason is on standard error, the exit code.
[[nodiscard]] std::expected<reader::Lexicon, int> lexicon_with(const std::vector<std::string>& own);

} // namespace supple::cli
