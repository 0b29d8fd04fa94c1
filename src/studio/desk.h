// SPDX-License-Identifier: Apache-2.0
// The library folder that the editor writes to: exercise files as plain Markdown, and beside them, in `recordings`, the
// cues in the teacher's own voice. Nothing else in the folder is touched, and nothing is written over that was not
// expected there.
#pragma once

#include "studio/site.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supple::studio {

/// An exercise file; `tag`: another one whenever the file is.
struct Sheet {
  std::string text, tag;
};

enum class DeskTrouble {
  name,    ///< no name of a file: small letters, digits and hyphens, at most 64
  changed, ///< the file is another one than was expected
  full,    ///< no room on the disk, or longer than a file may be
  failed,  ///< the folder cannot be written to
};

/// Writes are whole or not there at all, and on the disk when they are answered. Names carry no ending.
class Desk {
public:
  /// The folder is made when the first file is written.
  explicit Desk(std::filesystem::path folder);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  [[nodiscard]] std::filesystem::path recordings() const { return folder_ / "recordings"; }

  /// Of the exercise files, in order.
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] std::optional<Sheet> open(std::string_view name) const;

  /// Over the file that has the tag `expect`; none: where there is no file. Gives the new tag.
  std::expected<std::string, DeskTrouble> write(std::string_view name, std::string_view text,
                                                const std::optional<std::string>& expect);
  std::expected<std::string, DeskTrouble> rename(std::string_view name, std::string_view to, std::string_view expect);
  std::expected<void, DeskTrouble> remove(std::string_view name, std::string_view expect);

  /// The clips that are recorded (guide::clip_name).
  [[nodiscard]] std::vector<std::string> recorded() const;
  [[nodiscard]] std::optional<File> open_recording(std::string_view clip) const;
  /// `wav`: 16-bit PCM; anything else is `failed`.
  std::expected<void, DeskTrouble> record(std::string_view clip, std::string_view wav);
  std::expected<void, DeskTrouble> unrecord(std::string_view clip);

private:
  std::filesystem::path folder_;
};

inline constexpr std::size_t longest_file_name = 64;

/// What an exercise file may be called: there is no way out of the folder, no hidden file and no option in it.
[[nodiscard]] bool is_file_name(std::string_view name);

} // namespace supple::studio
