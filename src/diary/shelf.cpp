// SPDX-License-Identifier: Apache-2.0
#include "diary/shelf.h"

#include <sqlite3.h>
#include <sys/stat.h>

namespace supple::diary {

namespace fs = std::filesystem;

namespace {

constexpr int patience_ms = 3000; ///< with another program that has the file for a moment

// What is deleted is overwritten with zeros; a commit has returned only when file, journal and folder are on the disk.
constexpr std::string_view settings = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;"
                                      "PRAGMA trusted_schema=OFF;";

Trouble trouble_of(int code) {
  return (code & 0xff) == SQLITE_FULL ? Trouble::full : Trouble::broken;
}

/// A statement that ends with its scope.
class Statement {
public:
  Statement(sqlite3* database, std::string_view sql) {
    sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
  }

  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  ~Statement() { sqlite3_finalize(statement_); }

  void bind(int at, std::string_view text) {
    sqlite3_bind_text64(statement_, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }

  /// SQLITE_ROW, SQLITE_DONE or what went wrong.
  int step() { return sqlite3_step(statement_); }

  void again() { sqlite3_reset(statement_); }

  [[nodiscard]] std::string text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes == nullptr ? std::string()
                            : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }

  [[nodiscard]] int number(int column) const { return sqlite3_column_int(statement_, column); }

private:
  sqlite3_stmt* statement_ = nullptr;
};

std::expected<void, Trouble> run(sqlite3* database, const std::string& sql) {
  if (const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
    return std::unexpected(trouble_of(code));
  return {};
}

/// A transaction that is taken back unless it was committed.
class Transaction {
public:
  explicit Transaction(sqlite3* database) : database_(database), begun_(run(database, "BEGIN IMMEDIATE")) {}

  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  ~Transaction() {
    if (begun_ && !committed_) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
  }

  [[nodiscard]] const std::expected<void, Trouble>& begun() const { return begun_; }

  std::expected<void, Trouble> commit() {
    auto done = run(database_, "COMMIT");
    committed_ = done.has_value();
    return done;
  }

private:
  sqlite3* database_;
  std::expected<void, Trouble> begun_;
  bool committed_ = false;
};

std::expected<int, Trouble> version_of(sqlite3* database) {
  Statement asked(database, "PRAGMA user_version");
  if (asked.step() != SQLITE_ROW) return std::unexpected(Trouble::broken);
  return asked.number(0);
}

std::expected<void, Trouble> upgrade(sqlite3* database, const std::vector<std::string>& upgrades) {
  Transaction transaction(database);
  if (!transaction.begun()) return transaction.begun();
  const auto version = version_of(database);
  if (!version) return std::unexpected(version.error());
  const auto have = static_cast<std::size_t>(*version);
  if (have > upgrades.size()) return std::unexpected(Trouble::newer);
  if (have == upgrades.size()) return {};
  for (std::size_t i = have; i < upgrades.size(); ++i)
    if (auto done = run(database, upgrades[i]); !done) return done;
  if (auto done = run(database, "PRAGMA user_version=" + std::to_string(upgrades.size())); !done) return done;
  return transaction.commit();
}

bool stands(sqlite3* database, const std::string& name, const std::optional<std::string>& text) {
  Statement asked(database, "SELECT text FROM entries WHERE name = ?");
  asked.bind(1, name);
  const bool there = asked.step() == SQLITE_ROW;
  return text ? there && asked.text(0) == *text : !there;
}

/// Runs it once for each item, which `bind` hands over.
template <class Items, class Bind>
std::expected<void, Trouble> for_each(sqlite3* database, std::string_view sql, const Items& items, Bind bind) {
  Statement statement(database, sql);
  for (const auto& item : items) {
    bind(statement, item);
    if (const int code = statement.step(); code != SQLITE_DONE) return std::unexpected(trouble_of(code));
    statement.again();
  }
  return {};
}

} // namespace

std::string_view sentence(Trouble trouble) {
  switch (trouble) {
  case Trouble::newer:
    return "A newer Supple has kept this diary; nothing was changed. Start the newer one.";
  case Trouble::changed:
    return "Another window has changed the diary meanwhile; nothing was changed.";
  case Trouble::full:
    return "The disk is full; nothing was changed. Free some space, then try again.";
  case Trouble::broken:
    break;
  }
  return "The file of the diary cannot be read or written. Is it yours, and is its disk well? Or name another with "
         "--diary.";
}

const std::vector<std::string>& published_upgrades() {
  static const std::vector<std::string> upgrades = {
      "CREATE TABLE entries (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID, STRICT"};
  return upgrades;
}

struct Shelf::Database {
  sqlite3* handle = nullptr;

  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  ~Database() { sqlite3_close(handle); }
};

Shelf::Shelf(fs::path file, std::vector<std::string> upgrades)
    : file_(std::move(file)), upgrades_(std::move(upgrades)) {}

Shelf::Shelf(Shelf&&) noexcept = default;
Shelf& Shelf::operator=(Shelf&&) noexcept = default;
Shelf::~Shelf() = default;

std::expected<Shelf::Database*, Trouble> Shelf::opened() {
  if (database_) return database_.get();
  std::error_code ignored;
  const fs::path folder = file_.parent_path();
  if (!folder.empty() && fs::create_directories(folder, ignored)) chmod(folder.c_str(), S_IRWXU);
  const mode_t before = umask(S_IRWXG | S_IRWXO); // nobody else may read it, nor its journal
  auto database = std::make_unique<Database>();
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW;
  const int code = sqlite3_open_v2(file_.c_str(), &database->handle, flags, nullptr);
  std::expected<void, Trouble> done;
  if (code == SQLITE_OK) {
    sqlite3_busy_timeout(database->handle, patience_ms);
    done = run(database->handle, std::string(settings));
    if (done) done = upgrade(database->handle, upgrades_);
  } else {
    done = std::unexpected(trouble_of(code));
  }
  umask(before);
  if (!done) return std::unexpected(done.error());
  database_ = std::move(database);
  return database_.get();
}

std::expected<Texts, Trouble> Shelf::all() {
  const auto database = opened();
  if (!database) return std::unexpected(database.error());
  Texts out;
  Statement asked((*database)->handle, "SELECT name, text FROM entries");
  int code = SQLITE_OK;
  while ((code = asked.step()) == SQLITE_ROW)
    out.emplace(asked.text(0), asked.text(1));
  if (code != SQLITE_DONE) return std::unexpected(trouble_of(code));
  return out;
}

std::expected<void, Trouble> Shelf::write(const Changes& changes) {
  const auto database = opened();
  if (!database) return std::unexpected(database.error());
  sqlite3* const handle = (*database)->handle;
  Transaction transaction(handle);
  if (!transaction.begun()) return transaction.begun();
  for (const auto& [name, text] : changes.expect)
    if (!stands(handle, name, text)) return std::unexpected(Trouble::changed);
  if (changes.clear)
    if (auto done = run(handle, "DELETE FROM entries"); !done) return done;
  auto done = for_each(handle, "DELETE FROM entries WHERE name = ?", changes.remove,
                       [](Statement& statement, const std::string& name) { statement.bind(1, name); });
  if (!done) return done;
  done = for_each(handle, "INSERT OR REPLACE INTO entries (name, text) VALUES (?, ?)", changes.put,
                  [](Statement& statement, const auto& text) {
                    statement.bind(1, text.first);
                    statement.bind(2, text.second);
                  });
  if (!done) return done;
  return transaction.commit();
}

std::expected<void, Trouble> Shelf::destroy() {
  if (auto done = write({.clear = true, .put = {}, .remove = {}, .expect = {}}); !done) return done;
  database_.reset();
  std::error_code error;
  fs::remove(file_, error);
  if (error) return std::unexpected(Trouble::broken);
  return {};
}

} // namespace supple::diary
