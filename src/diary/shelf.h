// SPDX-License-Identifier: Apache-2.0
// The room `diary`: where her diary is kept on this machine, named texts in one SQLite file that only she can read.
// What the texts hold is the page's concern (web/src/diary); with a passphrase they come here sealed, and the program
// that keeps them cannot open them.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace supple::diary {

enum class Trouble {
  newer,   ///< a newer program has kept it: nothing is changed
  changed, ///< what was expected to stand there does not
  full,    ///< no room is left on the disk
  broken,  ///< the file cannot be opened, read or written, or is no diary
};

/// One plain sentence, which says what may help.
[[nodiscard]] std::string_view sentence(Trouble trouble);

using Texts = std::map<std::string, std::string>;

/// What must stand under each of these names for anything to happen; none: nothing stands there.
using Expected = std::map<std::string, std::optional<std::string>>;

struct Changes {
  bool clear = false; ///< everything goes before anything comes
  Texts put;
  std::vector<std::string> remove;
  Expected expect;
};

/// What brings a file from version i to i + 1, in SQL. Those that are published are never changed.
[[nodiscard]] const std::vector<std::string>& published_upgrades();

/// The file is opened, or made with its folder, when something is first asked of it. For one thread.
class Shelf {
public:
  explicit Shelf(std::filesystem::path file, std::vector<std::string> upgrades = published_upgrades());
  Shelf(Shelf&&) noexcept;
  Shelf& operator=(Shelf&&) noexcept;
  ~Shelf();

  [[nodiscard]] std::expected<Texts, Trouble> all();

  /// Happens whole or not at all, and is on the disk when it returns.
  [[nodiscard]] std::expected<void, Trouble> write(const Changes& changes);

  /// Overwrites everything and removes the file. What is written later begins a new one.
  [[nodiscard]] std::expected<void, Trouble> destroy();

private:
  struct Database;
  std::expected<Database*, Trouble> opened();

  std::filesystem::path file_;
  std::vector<std::string> upgrades_;
  std::unique_ptr<Database> database_;
};

} // namespace supple::diary
