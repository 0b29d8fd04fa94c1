// SPDX-License-Identifier: Apache-2.0
// A film while it is being made: its files are written in a hidden folder beside it, and come under their names all
// together, or not at all.
#pragma once

#include "studio/site.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace supple::film {

class Making {
public:
  /// `out`: the name of the film. What was left behind by a making that was cut off is taken away. Or one line that
  /// says why nothing can be written there.
  [[nodiscard]] static std::expected<Making, std::string> begin(const std::filesystem::path& out);

  Making(Making&& other) noexcept;
  Making& operator=(Making&&) = delete;
  Making(const Making&) = delete;
  Making& operator=(const Making&) = delete;
  /// What is not finished leaves nothing.
  ~Making();

  /// Where the file with this ending (`.vtt`) is written. It stands beside the film in the end.
  [[nodiscard]] std::filesystem::path file(std::string_view ending);
  /// Where something is written that nobody needs in the end.
  [[nodiscard]] std::filesystem::path passing(std::string_view name) const;

  /// Gives all files their names, the film last. Empty, or one line that says what went wrong.
  [[nodiscard]] std::string finish();

private:
  Making(std::filesystem::path out, std::filesystem::path folder, studio::Descriptor held)
      : out_(std::move(out)), folder_(std::move(folder)), held_(std::move(held)) {}

  std::filesystem::path out_, folder_;
  studio::Descriptor held_; ///< the folder, locked while it is used
  std::vector<std::string> endings_;
};

/// Writes a whole file. Empty, or one line that says what went wrong, with `name` for the file.
[[nodiscard]] std::string write_whole(const std::filesystem::path& file, std::string_view bytes,
                                      const std::filesystem::path& name);

/// "NAME cannot be written (REASON); instead: …"
[[nodiscard]] std::string unwritten(const std::filesystem::path& name, std::string_view reason);

} // namespace supple::film
