// SPDX-License-Identifier: Apache-2.0
#include "publish/about.h"

#include "text/table.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>

namespace supple::publish {

namespace {

struct Field {
  std::string* value;
  bool is_address = false;
};

using Fields = std::map<std::string, Field, std::less<>>;

constexpr std::size_t longest_value = 2000;

class FaultsOfFile {
public:
  FaultsOfFile(const std::string& file, std::vector<std::string>& lines) : file_(file), lines_(lines) {}

  void add(text::Place place, std::string message, std::string remedy) {
    lines_.push_back(
        text::headline({"site.form", text::Severity::error, place, std::move(message), std::move(remedy)}, file_));
  }

private:
  const std::string& file_;
  std::vector<std::string>& lines_;
};

std::string names_of(const Fields& fields) {
  std::string names;
  for (const auto& [name, field] : fields)
    names += (names.empty() ? "" : ", ") + name;
  return names;
}

void set(const text::TableEntry& entry, const Fields& fields, FaultsOfFile& faults) {
  const auto field = fields.find(entry.key);
  if (field == fields.end())
    return faults.add(entry.node.place, fmt::format("\"{}\" is not known here", entry.key), names_of(fields));
  const std::string* const value = entry.node.as_string();
  if (value == nullptr || value->empty() || value->size() > longest_value)
    return faults.add(entry.node.place,
                      fmt::format("\"{}\" is no text of at most {} letters", entry.key, longest_value),
                      fmt::format("{} = \"…\"", entry.key));
  if (field->second.is_address && !is_web_address(*value))
    return faults.add(entry.node.place, fmt::format("\"{}\" is no address of the web", *value),
                      "one that begins with https://");
  *field->second.value = *value;
}

} // namespace

About read_about(std::string_view toml, const std::string& file, std::vector<std::string>& lines, About about) {
  FaultsOfFile faults(file, lines);
  const auto table = text::read_table(toml);
  if (!table) {
    faults.add(table.error().place, table.error().message, "a line such as title = \"Gentle waves\"");
    return about;
  }
  const Fields top{{"title", {&about.title}}, {"tagline", {&about.tagline}}, {"language", {&about.language}}};
  const std::map<std::string, Fields, std::less<>> sections{
      {"author",
       {{"name", {&about.author.name}}, {"about", {&about.author_about}}, {"link", {&about.author.link, true}}}},
      {"licence", {{"name", {&about.licence.name}}, {"link", {&about.licence.link, true}}}}};
  for (const text::TableEntry& entry : table->entries) {
    const auto section = sections.find(entry.key);
    const text::Table* const inner = entry.node.as_table();
    if (section == sections.end() || inner == nullptr) {
      set(entry, top, faults);
      continue;
    }
    for (const text::TableEntry& each : inner->entries)
      set(each, section->second, faults);
  }
  return about;
}

} // namespace supple::publish
