// SPDX-License-Identifier: Apache-2.0
// Any bytes as the translation of the first exercise of the library, and as the file of a language.
#include "texts.h"

#include <fstream>
#include <iterator>

namespace {

using namespace supple;

std::string file(const char* path) {
  std::ifstream in(std::string{SUPPLE_ROOT} + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Whatever the words are: a finding stands in them, and what is taken has every move of the original.
void translate(std::string_view given) {
  static const auto lexicon = reader::english();
  static const auto rules = score::standard_rules();
  static const auto spanish = reader::read_language("es", file("/lexicon/es.toml"));
  static const std::string original = file("/library/exercises/release-your-low-back.md");
  static const auto exercise = reader::read_exercise(original, *lexicon);
  const std::string source = text::clean_utf8(given);
  const score::Understood understood = score::understand_translation(source, original, *spanish, *lexicon, *rules);
  for (const text::Diagnostic& finding : understood.findings)
    if (finding.name.empty() || finding.message.empty() || text::render(finding, "text", source).empty()) std::abort();
  if (!understood.score) return;
  const score::Score english = score::score_of(*exercise, *lexicon);
  if (understood.score->sections.size() != english.sections.size()) std::abort();
  for (std::size_t i = 0; i < english.sections.size(); ++i) {
    const auto &from = english.sections[i], &to = understood.score->sections[i];
    if (from.count != to.count || from.beats.size() != to.beats.size()) std::abort();
  }
  static_cast<void>(guide::plan(*understood.score, {}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  translate(supple::fuzz::bytes(data, size));
  static_cast<void>(supple::reader::read_language("es", supple::fuzz::bytes(data, size)));
  return 0;
}
