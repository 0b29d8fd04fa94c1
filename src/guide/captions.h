// SPDX-License-Identifier: Apache-2.0
// What is heard, to read: short captions that keep the numbers of numbers.h whatever the voice does.
#pragma once

#include "guide/session.h"

#include <string>
#include <string_view>
#include <vector>

namespace supple::guide {

/// The text in captions of at most two lines each, cut where it breathes.
[[nodiscard]] std::vector<std::string> split_in_captions(std::string_view text);

/// The least time that the captions of a text need, with the gap after them. A cue that follows sooner would push them
/// out.
[[nodiscard]] double reading_s(std::string_view text);

/// The captions of cues that lie at least their `reading_s` apart, in order; the last one ends by `end_s`.
[[nodiscard]] std::vector<Caption> captions_of(const std::vector<Cue>& cues, double end_s);

} // namespace supple::guide
