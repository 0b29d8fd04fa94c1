// SPDX-License-Identifier: Apache-2.0
// A text read, and its steps as lines, for tests of what the language of movement does.
#pragma once

#include "reader/reader.h"

#include <string>
#include <vector>

namespace supple::reader {

using Steps = std::vector<std::string>;

inline const Lexicon& lexicon() {
  static const Lexicon loaded = *english();
  return loaded;
}

inline Reading read(const std::string& text) {
  return read_article("TITLE: A\n" + text, lexicon());
}

// "exhale left spine.round head.drop".
inline std::string line_of(const Step& step) {
  std::string line{vocabulary::name(step.breath)};
  if (step.side != vocabulary::Side::none) line += " " + std::string{vocabulary::name(step.side)};
  for (const vocabulary::Move move : step.moves)
    line += " " + std::string{vocabulary::name(move)};
  return line;
}

inline Steps steps(const std::string& text) {
  Steps lines;
  for (const Step& step : read(text).steps)
    lines.push_back(line_of(step));
  return lines;
}

inline const std::string kneeling = "Come onto your hands and knees.\n";

} // namespace supple::reader
