// SPDX-License-Identifier: Apache-2.0
// Tables as every program but the browser's core reads them. The only file that knows toml++.
#include "text/table.h"

// toml++ 3.3 claims that a name follows the bracket of a table, though it goes on to refuse the line where none does:
// the claim would stop the program, or, where assertions are off, let the compiler leave the refusal out.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <utility>

namespace supple::text {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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

// The text with a sign in place of each byte that is no ASCII. Where this is read, all of them stand in strings and
// comments; elsewhere TOML has no use for them, and toml++ looks them up in a table that has no answer for some.
std::string with_signs(std::string_view text) {
  std::string signs{text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text};
  std::ranges::replace_if(signs, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '!');
  return signs;
}

std::unexpected<TableError> refusal(const toml::parse_error& error) {
  return std::unexpected(TableError{place_of(error.source()), std::string{error.description()}});
}

} // namespace

std::expected<Table, TableError> read_table(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    if (const toml::parse_result tried = toml::parse(with_signs(text)); !tried) return refusal(tried.error());
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) return refusal(parsed.error());
  return table_of(parsed.table());
}

} // namespace supple::text
