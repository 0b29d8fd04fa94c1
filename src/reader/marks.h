// SPDX-License-Identifier: Apache-2.0
// The marks in a line of an exercise file: bold words, stage directions in brackets, and times in parentheses.
#pragma once

#include "reader/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// Something between two marks, with where it stands.
struct Marked {
  std::string text;
  int column = 1;        ///< in the file, of its first character
  std::size_t after = 0; ///< how many bytes of `PlainLine::text` come before it
};

/// A line without its marks.
struct PlainLine {
  std::string text;
  std::vector<int> columns;       ///< of each character of `text` in the file
  std::vector<Span> bold;         ///< bytes of `text`
  std::vector<Marked> directions; ///< what stood in [brackets]
  std::vector<Marked> unclosed;   ///< a mark that is opened and never closed
};

[[nodiscard]] PlainLine without_marks(std::string_view line);

} // namespace supple::reader
