// SPDX-License-Identifier: Apache-2.0
// What a person may have meant by a name that does not exist.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace supple::text {

/// The first of the names that differs least from `word`: in letters that are missing, added or another; capitals do
/// not count. Empty where each differs in more than `most` letters.
[[nodiscard]] std::string_view nearest_name(std::span<const std::string_view> names, std::string_view word,
                                            std::size_t most);

} // namespace supple::text
