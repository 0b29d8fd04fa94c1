// SPDX-License-Identifier: Apache-2.0
// What an exercise or a workout says of itself before its first line: a flat list of `key: value` between two lines of
// three dashes.
#pragma once

#include "text/place.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

struct FrontMatter {
  std::string title;
  std::string language = "en"; ///< of its words
  std::vector<std::string> tags;
  int first_week = 4; ///< of pregnancy, 4 to 42
  int last_week = 42;
  std::optional<int> postnatal_week; ///< from this week after birth on; none: not after birth
  int minutes = 0;                   ///< of a workout, 1 to 120; 0: as long as its exercises are
};

enum class FileKind : std::uint8_t { exercise, translation, workout };

/// Whole lines of a file that begins with three dashes, without their ends; the last one may be empty.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view file);

/// Reads the front matter into `front`, what is wrong into `errors`; answers the index of the first line after it.
[[nodiscard]] std::size_t read_front_matter(const std::vector<std::string_view>& lines, FileKind kind,
                                            FrontMatter& front, text::Diagnostics& errors);

/// A whole number of at most three digits, or -1.
[[nodiscard]] int whole_number(std::string_view text);

} // namespace supple::reader
