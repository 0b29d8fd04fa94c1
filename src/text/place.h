// SPDX-License-Identifier: Apache-2.0
// The room `text`: places in what a person wrote, and what is to be said about them. Every room that reads text answers
// with these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace supple::text {

/// Where some words stand. Lines and columns count from 1; columns and length count characters (Unicode code points),
/// not bytes. Length 0 means the place between two characters.
struct Place {
  int line = 1;
  int column = 1;
  int length = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

enum class Severity { error, warning, note };

/// Something to tell the writer of a text: which rule, where, what is wrong, and what would be right.
struct Diagnostic {
  std::string name; ///< names the kind once and for all, for example `breath.held`
  Severity severity = Severity::error;
  Place place;
  std::string message;      ///< one sentence without a full stop: what is wrong
  std::string remedy;       ///< what to write instead; may be empty
  std::string instead = {}; ///< the words that may take those of the place; empty where none are known
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_error(const Diagnostics& diagnostics);

/// `file:line:column: error: message; instead: remedy [name]`: the one line of a finding.
[[nodiscard]] std::string headline(const Diagnostic& diagnostic, std::string_view file);

/// The headline, and below it the line of `source` with the words underlined; of a long line what is around them.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, std::string_view file, std::string_view source);

/// Line `number` (from 1) of `source` without its line end; empty if there is none.
[[nodiscard]] std::string_view line_of(std::string_view source, int number);

/// `source` with every byte that is not valid UTF-8 replaced by U+FFFD, byte order marks before it and CR before LF
/// removed: what is clean stays as it is.
[[nodiscard]] std::string clean_utf8(std::string_view source);

/// The number of characters of valid UTF-8.
[[nodiscard]] int characters(std::string_view utf8);

} // namespace supple::text
