// SPDX-License-Identifier: Apache-2.0
#include "reader/language.h"

#include <algorithm>
#include <utility>

namespace supple::reader {

namespace {

struct Needed {
  std::string_view table, key;
  bool is_list = false;
};

constexpr std::array<Needed, 33> needed{
    {{"section", "comfort"},     {"section", "start"},       {"section", "rounds"},     {"section", "sides"},
     {"section", "finish"},      {"section", "care"},        {"part", "knees"},         {"part", "wrists"},
     {"part", "pelvis"},         {"part", "head"},           {"part", "belly"},         {"programme", "monday"},
     {"programme", "tuesday"},   {"programme", "wednesday"}, {"programme", "thursday"}, {"programme", "friday"},
     {"programme", "saturday"},  {"programme", "sunday"},    {"programme", "week"},     {"programme", "weeks"},
     {"programme", "movement"},  {"heading", "each_side"},   {"heading", "alternate"},  {"heading", "seconds"},
     {"heading", "minute"},      {"heading", "minutes"},     {"title", "rounds"},       {"title", "sides"},
     {"words", "inhale", true},  {"words", "exhale", true},  {"words", "left", true},   {"words", "right", true},
     {"words", "refusing", true}}};
constexpr std::size_t first_heading = 0, first_part = 6, first_day = 11;

const text::Node* node_at(const text::Table& file, std::string_view table, std::string_view key) {
  const text::Table* entries = file.find_table(table);
  return entries == nullptr ? nullptr : entries->find(key);
}

bool is_words(const text::Node& node) {
  const std::string* words = node.as_string();
  return words != nullptr && !words->empty();
}

bool is_list(const text::Node& node) {
  const auto* items = std::get_if<text::Array>(&node.value);
  return items != nullptr && !items->empty() && std::ranges::all_of(*items, is_words);
}

void refuse(text::Diagnostics& findings, const Needed& entry, text::Place place, bool is_missing) {
  const std::string key{entry.key};
  findings.push_back({is_missing ? "language.missing" : "language.text", text::Severity::error, place,
                      "\"" + key + "\" in [" + std::string{entry.table} + "] " +
                          (is_missing      ? "is missing"
                           : entry.is_list ? "is no list of texts"
                                           : "is not a text"),
                      key + (entry.is_list ? " = [\"…\", \"…\"]" : " = \"…\"")});
}

} // namespace

std::string_view Language::text(std::string_view table, std::string_view key) const {
  return *node_at(file_, table, key)->as_string();
}

std::vector<std::string> Language::list(std::string_view table, std::string_view key) const {
  std::vector<std::string> words;
  if (const text::Node* node = node_at(file_, table, key))
    for (const text::Node& item : std::get<text::Array>(node->value))
      words.push_back(*item.as_string());
  return words;
}

FormatNames Language::names() const {
  FormatNames names;
  for (std::size_t i = 0; i < names.headings.size(); ++i)
    names.headings[i] = text("section", needed[first_heading + i].key);
  for (std::size_t i = 0; i < names.parts.size(); ++i)
    names.parts[i] = text("part", needed[first_part + i].key);
  for (std::size_t i = 0; i < names.days.size(); ++i)
    names.days[i] = text("programme", needed[first_day + i].key);
  names.week = text("programme", "week");
  names.weeks = text("programme", "weeks");
  names.each_side = text("heading", "each_side");
  names.alternate = text("heading", "alternate");
  names.seconds = text("heading", "seconds");
  names.minute = text("heading", "minute");
  names.minutes = text("heading", "minutes");
  return names;
}

void Language::check(text::Diagnostics& findings) const {
  for (const Needed& entry : needed) {
    const text::Node* node = node_at(file_, entry.table, entry.key);
    const text::Node* table = file_.find(entry.table);
    if (node == nullptr)
      refuse(findings, entry, table == nullptr ? text::Place{} : table->place, true);
    else if (!(entry.is_list ? is_list(*node) : is_words(*node)))
      refuse(findings, entry, node->place, false);
  }
  if (const text::Table* rules = file_.find_table("rule"))
    for (const auto& [rule, node] : rules->entries)
      if (!is_list(node)) refuse(findings, {"rule", rule, true}, node.place, false);
}

std::expected<Language, text::Diagnostics> read_language(std::string_view code, std::string_view toml) {
  auto file = text::read_table(toml);
  if (!file)
    return std::unexpected(
        text::Diagnostics{{"language.form", text::Severity::error, file.error().place,
                           "not a TOML file: " + file.error().message, "lines such as key = \"text\""}});
  Language language{code, *std::move(file)};
  text::Diagnostics findings;
  language.check(findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return language;
}

} // namespace supple::reader
