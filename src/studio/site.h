// SPDX-License-Identifier: Apache-2.0
// A folder whose files may be seen, and nothing else.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace supple::studio {

/// A file descriptor that closes itself.
class Descriptor {
public:
  Descriptor() = default;

  explicit Descriptor(int number) : number_(number) {}

  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  [[nodiscard]] int number() const { return number_; }

  [[nodiscard]] bool open() const { return number_ >= 0; }

private:
  int number_ = -1;
};

/// An ordinary file that is open for reading.
struct File {
  Descriptor descriptor;
  std::uint64_t size = 0; ///< bytes
  std::string tag;        ///< another one whenever the file is: for an entity tag, without its quotes

  /// Reads from `offset` on; fewer bytes than there is room for only at the end of the file, or where it cannot be
  /// read.
  [[nodiscard]] std::size_t read(std::span<char> room, std::uint64_t offset) const;
};

class Site {
public:
  /// The folder need not be there yet.
  explicit Site(std::filesystem::path root) : root_(std::move(root)) {}

  /// The file of this name (path.h), found without following a symbolic link below the root. None where there is no
  /// ordinary file that may be read.
  [[nodiscard]] std::optional<File> open(std::string_view name) const;

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

private:
  std::filesystem::path root_;
};

/// The folder of the built page: the one that was asked for; else that of the environment variable SUPPLE_SITE; else
/// `web/dist` in the current folder; else `share/supple` beside the folder of the program. Or one line that says what
/// to do where there is none.
[[nodiscard]] std::expected<std::filesystem::path, std::string> find_site(const std::string& asked_for);

} // namespace supple::studio
