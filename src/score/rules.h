// SPDX-License-Identifier: Apache-2.0
// The rules of safe practice that concern a text. They stand in rules/text.toml with their sources; each finding
// carries the rule's name and the place of the words that break it.
#pragma once

#include "reader/language.h"
#include "score/score.h"

#include <expected>
#include <string_view>

namespace supple::score {

/// One rule: its name, when it binds, and what is said where it is broken.
struct Rule {
  std::string name; ///< `breath.held`, `side.alone`, `rest.missing`, …
  text::Severity severity = text::Severity::error;
  std::string message, remedy, source;
  std::vector<std::string> phrases;  ///< words, in lower case, that break the rule by themselves; `n` is any number
  std::vector<std::string> refusing; ///< words before a phrase that refuse it; none: as English does (refusal.h)
  int from_week = 0;                 ///< binds from this week of pregnancy on; 0: always
};

using Rules = std::vector<Rule>;

[[nodiscard]] std::expected<Rules, text::Diagnostics> read_rules(std::string_view toml);

/// The rules that the program carries (rules/text.toml).
[[nodiscard]] std::expected<Rules, text::Diagnostics> standard_rules();

/// The same rules for a text in another language: with its phrases in the place of the English ones.
[[nodiscard]] Rules rules_in(const reader::Language& language, Rules rules);

/// Everything in the text that breaks a rule, in the order of the text. With `week`, what matters in that week of
/// pregnancy (a session for her); without, in any week that the exercise says it is for. `source` is the text that the
/// reading came from.
[[nodiscard]] text::Diagnostics check(const Score& score, std::string_view source, const Rules& rules,
                                      std::optional<int> week = std::nullopt);

} // namespace supple::score
