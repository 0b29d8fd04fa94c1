// SPDX-License-Identifier: Apache-2.0
#include "reader/marks.h"

namespace supple::reader {

namespace {

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

} // namespace

PlainLine without_marks(std::string_view line) {
  constexpr std::string_view star = "**";
  PlainLine plain;
  int column = 1;
  bool is_bold = false;
  const std::size_t last_close = line.rfind(']'); // so that a line of open brackets is not searched again and again
  Marked bold_opening;
  for (std::size_t at = 0; at < line.size();) {
    if (line.substr(at).starts_with(star)) {
      if (!is_bold) {
        bold_opening = {std::string{star}, column, plain.text.size()};
      } else {
        plain.bold.push_back({bold_opening.after, plain.text.size()});
      }
      is_bold = !is_bold;
      at += star.size();
      column += 2;
      continue;
    }
    if (line[at] == '[') {
      if (last_close == std::string_view::npos || last_close < at) {
        plain.unclosed.push_back({"[", column, plain.text.size()});
        ++at;
        ++column;
        continue;
      }
      const std::size_t end = line.find(']', at);
      plain.directions.push_back({std::string{line.substr(at + 1, end - at - 1)}, column + 1, plain.text.size()});
      for (; at <= end; ++at)
        column += begins_character(line[at]) ? 1 : 0;
      continue;
    }
    if (begins_character(line[at])) plain.columns.push_back(column++);
    plain.text += line[at++];
  }
  if (is_bold) plain.unclosed.push_back(bold_opening);
  return plain;
}

} // namespace supple::reader
