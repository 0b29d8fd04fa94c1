// SPDX-License-Identifier: Apache-2.0
#include "library.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace supple::workout::testing {

namespace {

const std::string root = SUPPLE_ROOT;

std::vector<File> files() {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/library/exercises"))
    if (entry.path().extension() == ".md" && !entry.path().stem().has_extension()) {
      const std::string name = entry.path().stem().string(), path = "library/exercises/" + name;
      files.push_back({name, text_of(path + ".md"), text_of(path + ".es.md")});
    }
  std::ranges::sort(files, {}, &File::name);
  return files;
}

} // namespace

std::string text_of(const std::string& path) {
  std::ifstream in(root + "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

const std::vector<File>& library() {
  static const std::vector<File> all = files();
  return all;
}

const reader::Lexicon& lexicon() {
  static const reader::Lexicon english = reader::english().value();
  return english;
}

const score::Rules& rules() {
  static const score::Rules standard = score::standard_rules().value();
  return standard;
}

const guide::Tongue& spanish() {
  static const guide::Tongue tongue{*reader::read_language("es", text_of("lexicon/es.toml")),
                                    *guide::read_sayings(text_of("lexicon/guide.es.toml"))};
  return tongue;
}

Understood understood(std::string_view source, const guide::Settings& settings) {
  return understand(source, library(), lexicon(), rules(), settings);
}

std::string workout_of(int minutes, const std::vector<std::string>& items) {
  std::string file = "---\ntitle: A few\n";
  if (minutes > 0) file += "minutes: " + std::to_string(minutes) + "\n";
  file += "postnatal: 6+\n---\n";
  for (const std::string& item : items) {
    const std::size_t blank = std::min(item.find_first_of(" ,"), item.size());
    file += "- [It](../exercises/" + item.substr(0, blank) + ".md)" + item.substr(blank) + "\n";
  }
  return file;
}

int breaths_of(const guide::Session& session, vocabulary::Side side) {
  return static_cast<int>(
      std::ranges::count_if(session.phases, [&](const guide::Phase& p) { return p.paced && p.side == side; }));
}

} // namespace supple::workout::testing
