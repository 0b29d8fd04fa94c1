// SPDX-License-Identifier: Apache-2.0
// A translation of the library in which one thing is changed is refused, or stands for the same sentences as before.
#include "reader/alignment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace supple::reader {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

struct Pair {
  Exercise original;
  Lines lines; ///< of the translation
};

std::string file_at(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += line + '\n';
  return text;
}

const std::vector<Pair>& library() {
  static const std::vector<Pair> pairs = [] {
    std::vector<Pair> read;
    const Lexicon lexicon = *english();
    for (const auto& entry : fs::directory_iterator(fs::path{SUPPLE_ROOT} / "library/exercises")) {
      const fs::path& path = entry.path();
      if (path.extension() != ".md" || !path.stem().extension().empty()) continue;
      read.push_back({*read_exercise(file_at(path), lexicon),
                      lines_of(file_at(path.parent_path() / path.stem().concat(".es.md")))});
    }
    return read;
  }();
  return pairs;
}

const Language& spanish() {
  static const Language language = *read_language("es", file_at(fs::path{SUPPLE_ROOT} / "lexicon/es.toml"));
  return language;
}

bool is_taken(const Pair& pair, const Lines& lines) {
  const auto words = read_words_of(text_of(lines), spanish());
  return words && misalignments(pair.original, *words, spanish()).empty();
}

const Pair& any_pair() {
  return library()[*rc::gen::inRange<std::size_t>(0, library().size())];
}

// The number of any line that is not empty and stands below the front matter.
std::size_t any_line(const Lines& lines) {
  const auto body = static_cast<std::size_t>(std::find(lines.begin() + 1, lines.end(), "---") - lines.begin());
  return *rc::gen::suchThat(rc::gen::inRange(body + 1, lines.size()), [&](std::size_t i) { return !lines[i].empty(); });
}

RC_GTEST_PROP(Translation, WithoutOneOfItsLinesIsRefused, ()) {
  const Pair& pair = any_pair();
  Lines lines = pair.lines;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(any_line(lines)));
  RC_ASSERT(!is_taken(pair, lines));
}

RC_GTEST_PROP(Translation, WithOneOfItsLinesTwiceIsRefused, ()) {
  const Pair& pair = any_pair();
  Lines lines = pair.lines;
  const std::size_t at = any_line(lines);
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::string{lines[at]});
  RC_ASSERT(!is_taken(pair, lines));
}

RC_GTEST_PROP(Translation, WithAnotherBreathOrSideIsRefused, ()) {
  const Pair& pair = any_pair();

  struct Swap {
    std::size_t line = 0, at = 0;
    std::string from, to;
  };

  static const std::vector<std::pair<std::string, std::string>> wordings{{"Inhala", "Exhala"},
                                                                         {"Exhala", "Inhala"},
                                                                         {"izquierda/derecha", "derecha/izquierda"},
                                                                         {"izquierdo", "derecho"},
                                                                         {" derecho", " izquierdo"},
                                                                         {"{izquierda/derecha}", "izquierda"},
                                                                         {"× ", "× 1"},
                                                                         {"Ponte", "Inhala y ponte"}};
  std::vector<Swap> swaps;
  for (std::size_t i = 0; i < pair.lines.size(); ++i)
    for (const auto& [from, to] : wordings)
      if (const std::size_t at = pair.lines[i].find(from); at != std::string::npos) swaps.push_back({i, at, from, to});
  const Swap& swap = swaps[*rc::gen::inRange<std::size_t>(0, swaps.size())];
  Lines lines = pair.lines;
  lines[swap.line].replace(swap.at, swap.from.size(), swap.to);
  RC_ASSERT(!is_taken(pair, lines));
}

RC_GTEST_PROP(Translation, MayLeaveEmptyLinesAnywhere, ()) {
  const Pair& pair = any_pair();
  Lines lines = pair.lines;
  for (int i = 0; i < 5; ++i)
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(any_line(lines)), "");
  RC_ASSERT(is_taken(pair, lines));
}

RC_GTEST_PROP(Translation, OfAnyBytesIsRefusedAtItsPlaces, (const std::string& bytes)) {
  const Pair& pair = any_pair();
  std::string text = text_of(pair.lines);
  text.insert(*rc::gen::inRange<std::size_t>(0, text.size()), bytes);
  text = text::clean_utf8(text);
  const auto words = read_words_of(text, spanish());
  const text::Diagnostics findings =
      words ? misalignments(pair.original, *words, spanish()) : text::Diagnostics{words.error()};
  if (findings.empty()) RC_ASSERT(in_words_of(pair.original, *words, spanish()).has_value());
  for (const text::Diagnostic& finding : findings) {
    RC_ASSERT(!finding.message.empty() && !finding.remedy.empty());
    RC_ASSERT(finding.place.line >= 1 && finding.place.line <= std::ranges::count(text, '\n') + 1);
  }
}

} // namespace
} // namespace supple::reader
