// SPDX-License-Identifier: Apache-2.0
#include "reader/places.h"

#include <algorithm>

namespace supple::reader {

text::Place place_in(std::string_view sentence, text::Place place, Span words) {
  const std::string_view before = sentence.substr(0, words.begin);
  const std::size_t line_begin = before.rfind('\n') + 1; // 0 where there is none
  const int column = line_begin == 0 ? place.column : 1;
  const std::size_t end = std::min({sentence.find('\n', words.begin), words.end, sentence.size()});
  return {place.line + static_cast<int>(std::ranges::count(before, '\n')),
          column + text::characters(before.substr(line_begin)),
          text::characters(sentence.substr(words.begin, end - words.begin))};
}

text::Place place_at(std::string_view passage, text::Place place, const std::vector<int>& columns, Span words) {
  const auto first = static_cast<std::size_t>(text::characters(passage.substr(0, words.begin)));
  const auto count = static_cast<std::size_t>(text::characters(passage.substr(words.begin, words.end - words.begin)));
  if (columns.empty() || count == 0 || first + count > columns.size())
    return {place.line, place.column + static_cast<int>(first), static_cast<int>(count)};
  return {place.line, columns[first], columns[first + count - 1] - columns[first] + 1};
}

} // namespace supple::reader
