// SPDX-License-Identifier: Apache-2.0
#include "text/table.h"

#include "text/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace supple::text {

namespace {

using nlohmann::ordered_json;

Node node_of(const ordered_json& json);

// The packed keys stand in the order of a table.
Table table_of(const ordered_json& json) {
  Table table;
  table.entries.reserve(json.size());
  for (const auto& [key, value] : json.items())
    table.entries.push_back({key, node_of(value)});
  return table;
}

// ";one;another" is a list of strings, as cmake/pack_table.py writes it.
Node strings_of(std::string_view packed) {
  Array array;
  while (!packed.empty()) {
    packed.remove_prefix(1);
    const std::string_view one = packed.substr(0, packed.find(';'));
    array.push_back({std::string{one}, {}});
    packed.remove_prefix(one.size());
  }
  return {std::move(array), {}};
}

Node node_of(const ordered_json& json) {
  if (json.is_object()) return {table_of(json), {}};
  if (json.is_string()) {
    const auto& string = json.get_ref<const std::string&>();
    return string.starts_with(';') ? strings_of(string) : Node{string, {}};
  }
  if (json.is_boolean()) return {json.get<bool>(), {}};
  if (json.is_number_integer()) return {json.get<std::int64_t>(), {}};
  if (json.is_number()) return {json.get<double>(), {}};
  Array array;
  array.reserve(json.size());
  for (const ordered_json& item : json)
    array.push_back(node_of(item));
  return {std::move(array), {}};
}

} // namespace

const Node* Table::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &TableEntry::key);
  return found == entries.end() ? nullptr : &found->node;
}

const Table* Table::find_table(std::string_view key) const {
  const Node* node = find(key);
  return node == nullptr ? nullptr : node->as_table();
}

const Array* Table::find_array(std::string_view key) const {
  const Node* node = find(key);
  return node == nullptr ? nullptr : node->as_array();
}

const std::string* Table::find_string(std::string_view key) const {
  const Node* node = find(key);
  return node == nullptr ? nullptr : node->as_string();
}

const std::int64_t* Table::find_integer(std::string_view key) const {
  const Node* node = find(key);
  return node == nullptr ? nullptr : node->as_integer();
}

std::expected<Table, TableError> read_packed_table(std::string_view json) {
  const auto packed = read_json(json);
  if (!packed.is_object()) return std::unexpected(TableError{{}, "not a packed table"});
  return table_of(packed);
}

} // namespace supple::text
