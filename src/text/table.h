// SPDX-License-Identifier: Apache-2.0
// The data files that come with the program (lexicon/*.toml, rules/text.toml) as plain values, each with its place.
#pragma once

#include "text/place.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace supple::text {

struct Node;
struct TableEntry;
using Array = std::vector<Node>;

/// Values by name, ordered by the bytes of their names.
struct Table {
  std::vector<TableEntry> entries;

  /// Null where the table has no such value, and where it is something else than asked for.
  [[nodiscard]] const Node* find(std::string_view key) const;
  [[nodiscard]] const Table* find_table(std::string_view key) const;
  [[nodiscard]] const Array* find_array(std::string_view key) const;
  [[nodiscard]] const std::string* find_string(std::string_view key) const;
  [[nodiscard]] const std::int64_t* find_integer(std::string_view key) const;
};

/// One value of a file; of a date or a time only that it is one. The questions what it is answer null where it is
/// something else.
struct Node {
  std::variant<Table, Array, std::string, std::int64_t, double, bool, std::monostate> value;
  Place place; ///< where it begins; its length is left open

  [[nodiscard]] const Table* as_table() const { return std::get_if<Table>(&value); }

  [[nodiscard]] const Array* as_array() const { return std::get_if<Array>(&value); }

  [[nodiscard]] const std::string* as_string() const { return std::get_if<std::string>(&value); }

  [[nodiscard]] const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&value); }
};

struct TableEntry {
  std::string key;
  Node node;
};

/// Why a file could not be read.
struct TableError {
  Place place;
  std::string message;
};

/// Reads TOML. In the browser, where only the files that come with the program are read, it takes what
/// cmake/pack_table.py has made of them, and the places are left out.
[[nodiscard]] std::expected<Table, TableError> read_table(std::string_view text);

/// Reads what cmake/pack_table.py has made of a TOML file: the same table without places.
[[nodiscard]] std::expected<Table, TableError> read_packed_table(std::string_view json);

} // namespace supple::text
