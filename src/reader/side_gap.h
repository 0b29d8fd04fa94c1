// SPDX-License-Identifier: Apache-2.0
// What stands for the side of the moment in a sentence: `{side}`, or the words of a language for her left and her
// right,
// `{izquierdo/derecho}`.
#pragma once

#include "reader/words.h"

#include <optional>
#include <string_view>

namespace supple::reader {

struct SideGap {
  Span span;                    ///< bytes, with the braces
  std::string_view left, right; ///< both empty: {side}
};

/// The first of them from a byte on. Braces with anything else in them are plain text.
[[nodiscard]] inline std::optional<SideGap> side_gap(std::string_view text, std::size_t from = 0) {
  for (std::size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string_view::npos) break;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    if (inside == "side") return SideGap{{at, end + 1}, {}, {}};
    const std::size_t slash = inside.find('/');
    if (slash != std::string_view::npos && inside.find('{') == std::string_view::npos)
      return SideGap{{at, end + 1}, inside.substr(0, slash), inside.substr(slash + 1)};
  }
  return std::nullopt;
}

} // namespace supple::reader
