// SPDX-License-Identifier: Apache-2.0
// Any bytes as the translation of the first exercise of the library, of a workout and of a programme, and as the file
// of a language.
#include "texts.h"
#include "workout/alignment.h"
#include "workout/compose.h"

#include <fstream>
#include <iterator>

namespace {

using namespace supple;

std::string file(const std::string& path) {
  std::ifstream in(SUPPLE_ROOT + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const guide::Tongue& spanish() {
  static const guide::Tongue tongue{*reader::read_language("es", file("/lexicon/es.toml")),
                                    *guide::read_sayings(file("/lexicon/guide.es.toml"))};
  return tongue;
}

/// A finding stands in the words of the translation.
void hold(const text::Diagnostics& findings, const std::string& source) {
  for (const text::Diagnostic& finding : findings)
    if (finding.name.empty() || finding.message.empty() || text::render(finding, "text", source).empty()) std::abort();
}

// Whatever the words are: what is taken has every move of the original.
void translate_exercise(const std::string& source, const reader::Lexicon& lexicon, const score::Rules& rules) {
  static const std::string original = file("/library/exercises/release-your-low-back.md");
  static const auto exercise = reader::read_exercise(original, lexicon);
  const score::Understood understood =
      score::understand_translation(source, original, spanish().language, lexicon, rules);
  hold(understood.findings, source);
  if (!understood.score) return;
  const score::Score english = score::score_of(*exercise, lexicon);
  if (understood.score->sections.size() != english.sections.size()) std::abort();
  for (std::size_t i = 0; i < english.sections.size(); ++i) {
    const auto &from = english.sections[i], &to = understood.score->sections[i];
    if (from.count != to.count || from.beats.size() != to.beats.size()) std::abort();
  }
  static_cast<void>(guide::plan(*understood.score, {}));
}

// What may be played leads the exercises of the original in their order.
void translate_workout(const std::string& source, const reader::Lexicon& lexicon, const score::Rules& rules) {
  static const std::string original = file("/library/workouts/at-the-desk.md");
  static const auto english = workout::read_workout(original);
  static const auto library = [] {
    std::vector<workout::File> files;
    for (const workout::Item& item : english->items) {
      const std::string path = "/library/exercises/" + item.exercise.name;
      files.push_back({item.exercise.name, file(path + ".md"), file(path + ".es.md")});
    }
    return files;
  }();
  const workout::Understood understood =
      workout::understand_translation({source, original, spanish()}, library, lexicon, rules, {});
  hold(understood.findings, source);
  if (!understood.playable()) return;
  if (understood.led.size() + understood.left_out.size() != english->items.size()) std::abort();
  static_cast<void>(guide::plan(*understood.score, {}, spanish().sayings));
}

// What is found to say the same has a workout on every day of the original.
void translate_programme(const std::string& source) {
  static const auto original = workout::read_programme(file("/library/programmes/four-gentle-weeks.md"));
  const auto words = workout::read_programme_words(source, spanish().language.names());
  if (!words) return hold(words.error(), source);
  const text::Diagnostics findings =
      workout::misaligned_days(*original, *words, spanish().language.code(), spanish().language.names());
  hold(findings, source);
  if (findings.empty() && words->appointments.size() != original->appointments.size()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto lexicon = reader::english();
  static const auto rules = score::standard_rules();
  const std::string source = text::clean_utf8(supple::fuzz::bytes(data, size));
  translate_exercise(source, *lexicon, *rules);
  translate_workout(source, *lexicon, *rules);
  translate_programme(source);
  static_cast<void>(reader::read_language("es", supple::fuzz::bytes(data, size)));
  return 0;
}
