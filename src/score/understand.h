// SPDX-License-Identifier: Apache-2.0
// From any text to what can be led: an exercise file is read strictly, everything else leniently as an article, and
// both are held to the rules.
#pragma once

#include "score/rules.h"

#include <optional>
#include <string_view>

namespace supple::score {

struct Understood {
  bool exercise_file = false; ///< else an article, read leniently
  reader::Reading reading;    ///< empty where an exercise file has an error in its form
  std::optional<Score> score; ///< none where an exercise file has an error in its form
  text::Diagnostics findings; ///< of form and of rules, in the order of the text
  /// No error, and something to do: it may be played. With an error it is shown, never played.
  [[nodiscard]] bool playable() const;
};

/// `week`: of her pregnancy; without it the rules are held against every week that the text is for.
[[nodiscard]] Understood understand(std::string_view source, const reader::Lexicon& lexicon, const Rules& rules,
                                    std::optional<int> week = std::nullopt);

} // namespace supple::score
