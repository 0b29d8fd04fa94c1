// SPDX-License-Identifier: Apache-2.0
// The way from a file's name to what can be led, for every command that takes an exercise or an article.
#pragma once

#include "score/understand.h"

#include <optional>
#include <string>

namespace supple::cli {

/// A text that was read, with everything the program says about it.
struct Loaded {
  std::string source;
  score::Understood understood;
};

/// Reads and understands `path` (`-`: standard input). Prints one line on stderr and gives nothing where the file
/// cannot be used at all. `week`: of her pregnancy.
[[nodiscard]] std::optional<Loaded> load(const std::string& path, std::optional<int> week);

/// The same, for a session: findings are printed on stderr, and a text with an error for her week is refused.
[[nodiscard]] std::optional<Loaded> load_playable(const std::string& path, std::optional<int> week);

} // namespace supple::cli
