// SPDX-License-Identifier: Apache-2.0
#include "publish/words.h"

#include "publish/embedded.h"
#include "text/table.h"

#include <fmt/core.h>
#include <stdexcept>

namespace supple::publish {

namespace {

Words read(std::string_view file) {
  const auto table = text::read_table(embedded_file(file));
  if (!table) throw std::runtime_error(fmt::format("{}:{}: {}", file, table.error().place.line, table.error().message));
  Words words;
  for (const text::TableEntry& entry : table->entries)
    if (const std::string* const text = entry.node.as_string()) words.emplace(entry.key, *text);
  return words;
}

} // namespace

const Words& words(std::string_view language) {
  static const Words english = read("site/words.toml"), spanish = read("site/words.es.toml");
  return language == "es" ? spanish : english;
}

std::string filled(const Words& words, std::string_view key, Gaps gaps) {
  const auto found = words.find(key);
  if (found == words.end()) throw std::runtime_error(fmt::format("site/words.toml: \"{}\" is missing", key));
  std::string text = found->second;
  for (const auto& [name, value] : gaps) {
    const std::string gap = fmt::format("{{{}}}", name);
    if (const std::size_t at = text.find(gap); at != text.npos) text.replace(at, gap.size(), value);
  }
  return text;
}

exchange::SideWords side_words(const Words& words) {
  return {filled(words, "left"), filled(words, "change_sides"), filled(words, "other_side")};
}

} // namespace supple::publish
