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

/// A text that is being written, read as far as it goes: for an exercise file with errors in its form too there are a
/// reading, a score and findings of the rules. Neither is ever played.
struct Written {
  Understood understood;
  std::vector<reader::Explained> sentences; ///< how each was read
};

/// The rules are held against every week that the text is for.
[[nodiscard]] Written understand_written(std::string_view source, const reader::Lexicon& lexicon, const Rules& rules);
/// The same for a translation of the exercise `original`: her moves are those of the original, its words and places
/// those of the translation.
[[nodiscard]] Understood understand_translation(std::string_view source, std::string_view original,
                                                const reader::Language& language, const reader::Lexicon& lexicon,
                                                const Rules& rules, std::optional<int> week = std::nullopt);

/// What is said of a translation whose original (`what`: "exercise", "workout") has this error first.
[[nodiscard]] text::Diagnostic unread_original(std::string_view what, const text::Diagnostic& first);

/// The same for a translation that is known to be aligned with its original: what the browser needs.
[[nodiscard]] Understood understand_aligned(std::string_view source, std::string_view original,
                                            const reader::Language& language, const reader::Lexicon& lexicon,
                                            const Rules& rules, std::optional<int> week = std::nullopt);

} // namespace supple::score
