// SPDX-License-Identifier: Apache-2.0
// What every command does with the files that it is given.
#pragma once

#include <expected>
#include <string>

namespace supple::cli {

/// No text is longer: what is larger is refused before it is read, in bytes.
inline constexpr std::size_t largest_text = std::size_t{16} << 20U;

/// The text of a file (`-`: standard input), cleaned to valid UTF-8: of a page of HTML its article, of a snapshot link
/// the text that it carries. Or one line that says why not and what to do.
[[nodiscard]] std::expected<std::string, std::string> read_text(const std::string& path);

/// A variable of the environment; empty where it is not set.
[[nodiscard]] std::string environment(const char* name);

} // namespace supple::cli
