// SPDX-License-Identifier: Apache-2.0
// Tables as every program but the browser's core reads them. The only file that knows toml++.
#include "text/table.h"

#include <toml++/toml.h>

#include <utility>

namespace supple::text {

namespace {

Place place_of(const toml::source_region& source) {
  return {static_cast<int>(source.begin.line), static_cast<int>(source.begin.column), 0};
}

Node node_of(const toml::node& from);

Table table_of(const toml::table& from) {
  Table table;
  table.entries.reserve(from.size());
  for (const auto& [key, node] : from)
    table.entries.push_back({std::string{key.str()}, node_of(node)});
  return table;
}

Node node_of(const toml::node& from) {
  const Place place = place_of(from.source());
  if (const toml::table* table = from.as_table()) return {table_of(*table), place};
  if (const auto* string = from.as_string()) return {string->get(), place};
  if (const auto* integer = from.as_integer()) return {integer->get(), place};
  if (const auto* real = from.as_floating_point()) return {real->get(), place};
  if (const auto* boolean = from.as_boolean()) return {boolean->get(), place};
  const toml::array* list = from.as_array();
  if (list == nullptr) return {std::monostate{}, place};
  Array array;
  array.reserve(list->size());
  for (const toml::node& item : *list)
    array.push_back(node_of(item));
  return {std::move(array), place};
}

} // namespace

std::expected<Table, TableError> read_table(std::string_view text) {
  const toml::parse_result parsed = toml::parse(text);
  if (parsed) return table_of(parsed.table());
  const toml::parse_error& error = parsed.error();
  return std::unexpected(TableError{place_of(error.source()), std::string{error.description()}});
}

} // namespace supple::text
