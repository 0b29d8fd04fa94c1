// SPDX-License-Identifier: Apache-2.0
// What the exercises of a library say.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace supple::studio {

/// Every text that sessions of the exercise files (*.md) in `folder` and below can say, none twice: those of `first` (a
/// file name without its ending) before the others. What cannot be led is left out: it is never said.
[[nodiscard]] std::vector<std::string> cue_texts_in(const std::filesystem::path& folder, std::string_view first);

} // namespace supple::studio
