// SPDX-License-Identifier: Apache-2.0
// The front matter of an exercise file: a flat list of `key: value` between two lines of three dashes.
#pragma once

#include "reader/exercise.h"

#include <string_view>
#include <vector>

namespace supple::reader {

/// Reads the front matter into `exercise`, what is wrong into `errors`; answers the index of the first line after it.
[[nodiscard]] std::size_t read_front_matter(const std::vector<std::string_view>& lines, Exercise& exercise,
                                            text::Diagnostics& errors);

} // namespace supple::reader
