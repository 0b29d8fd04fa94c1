// SPDX-License-Identifier: Apache-2.0
// Both sides: what is told for one side and then "the same on the other" is done on each.
#pragma once

#include "reader/reading.h"

#include <optional>
#include <vector>

namespace supple::reader {

/// An "and the same on the other side" of the text: how many steps had been read before its sentence, and after it.
struct Mirror {
  int before = 0;
  int after = 0;
};

/// Steps told for left and then for right become one step for `each`, with what lies between them. The block before
/// each mirror is done on each side, from the line where a side is first named, or from step `sided_from` on, where the
/// posture that it begins in names one ("lie on your left side").
void join_sides(std::vector<Step>& steps, std::vector<Mirror> mirrors, std::optional<int> sided_from);

} // namespace supple::reader
