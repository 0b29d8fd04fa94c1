// SPDX-License-Identifier: Apache-2.0
// The sections that the steps of an article fall into when it becomes an exercise file; their order stays.
#pragma once

#include "reader/exercise.h"

#include <string>
#include <vector>

namespace supple::reader {

struct Block {
  SectionKind kind = SectionKind::once;
  std::string heading;             ///< "Rounds × 6"
  std::string first_side;          ///< "left" or "right", whichever it names first; empty where it names none
  std::string open;                ///< what the article did not say and we filled in; empty where it did
  std::size_t first = 0, last = 0; ///< of its steps; one past the end
};

/// The blocks of all steps; the first is always the start, which may be empty.
[[nodiscard]] std::vector<Block> blocks_of(const Reading& reading);

} // namespace supple::reader
