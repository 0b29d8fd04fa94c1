// SPDX-License-Identifier: Apache-2.0
// The way from a file's name to what can be led, for every command that takes an exercise, a workout or an article.
#pragma once

#include "studio/tongue.h"
#include "workout/compose.h"

#include <optional>
#include <string>

namespace supple::cli {

/// A text that was read, with everything the program says about it.
struct Loaded {
  std::string source;
  workout::Understood understood;
  const studio::Tongue* tongue = nullptr; ///< that a translation is in; null: English

  [[nodiscard]] guide::Sayings sayings() const { return tongue ? tongue->sayings : guide::standard_sayings(); }
};

/// Reads and understands `path` (`-`: standard input); NAME.es.md as a translation of NAME.md. Prints one line on
/// stderr and gives nothing where the file cannot be used at all. Without `settings` it is held against every week that
/// it is for (a workout: composed for the settings that nobody has changed).
[[nodiscard]] std::optional<Loaded> load(const std::string& path, const guide::Settings* settings);

/// The same, for a session: findings and what is left out are told on stderr, and a text with an error for her week is
/// refused.
[[nodiscard]] std::optional<Loaded> load_playable(const std::string& path, const guide::Settings& settings);

/// A line on stderr for each exercise of a workout that is left out, with the reason.
void print_left_out(const Loaded& loaded, const std::string& path);

} // namespace supple::cli
