// SPDX-License-Identifier: Apache-2.0
// From an article to an exercise file that a teacher finishes.
#pragma once

#include "reader/reader.h"

#include <optional>
#include <string>
#include <vector>

namespace supple::reader {

struct Draft {
  std::string markdown; ///< an exercise file (docs/exercise-format.md)
  int left = 0;         ///< how many instructions stand in it that were not read, or not as they are meant
};

/// The exercise file that an article gives, in its own sentences: what it leaves open is filled and said in comments,
/// and so is what could not be read. Nothing where the article has no step. `sentences`: of explain_article.
[[nodiscard]] std::optional<Draft> draft_of(const Reading& reading, const std::vector<Explained>& sentences,
                                            const Lexicon& lexicon);

} // namespace supple::reader
