// SPDX-License-Identifier: Apache-2.0
// Where words of a sentence stand in their text.
#pragma once

#include "reader/words.h"
#include "text/place.h"

#include <string_view>
#include <vector>

namespace supple::reader {

/// In a sentence that stands at `place` and may go over several lines; their length ends with the line they begin in.
[[nodiscard]] text::Place place_in(std::string_view sentence, text::Place place, Span words);

/// In a passage of one line that stands at `place`, from which marks were removed: `columns` of its characters, or
/// empty where they are one after another.
[[nodiscard]] text::Place place_at(std::string_view passage, text::Place place, const std::vector<int>& columns,
                                   Span words);

} // namespace supple::reader
