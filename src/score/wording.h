// SPDX-License-Identifier: Apache-2.0
// The words that break a rule by themselves, where they stand in a text.
#pragma once

#include "score/rules.h"

#include <string_view>
#include <vector>

namespace supple::score {

struct Worded {
  const Rule* rule = nullptr;
  text::Place place;
};

/// Every place where a phrase of a rule is said, in the order of the text, unless its sentence says not to. Capitals,
/// emphasis and the end of a line part nothing.
[[nodiscard]] std::vector<Worded> phrases_said(std::string_view source, const Rules& rules);

} // namespace supple::score
