// SPDX-License-Identifier: Apache-2.0
#include "reader/translation.h"

#include <algorithm>
#include <utility>

namespace supple::reader {

namespace {

std::string title_of(const Section& words, const Language& language) {
  const auto headings = language.names().headings;
  if (words.title == headings[static_cast<std::size_t>(SectionKind::rounds)])
    return std::string{language.rounds_title()};
  if (words.title == headings[static_cast<std::size_t>(SectionKind::sides)]) return std::string{language.sides_title()};
  return words.title;
}

void take_words(Sentence& original, Sentence& words) {
  original.spoken = std::move(words.spoken);
  original.short_form = std::move(words.short_form);
  original.place = words.place;
  for (Step& step : original.steps) {
    step.place = words.place;
    step.text = original.spoken;
  }
}

bool take_section(Section& original, Section& words, const Language& language) {
  original.title = title_of(words, language);
  original.place = words.place;
  const std::vector<Sentence*> from = spoken_in(original), to = spoken_in(words);
  if (from.size() != to.size() || original.options.size() != words.options.size()) return false;
  original.options.swap(words.options);
  for (Sentence& sentence : original.sentences)
    sentence.place = words.place; // of one that is not spoken
  for (std::size_t i = 0; i < from.size(); ++i)
    take_words(*from[i], *to[i]);
  return true;
}

} // namespace

std::expected<Exercise, text::Diagnostics> read_words_of(std::string_view file, const Language& language) {
  const FormatNames names = language.names();
  auto words = read_words_of(file, names);
  if (!words) return words;
  for (Section& section : words->sections)
    for (ComfortOption& option : section.options)
      option.part =
          FormatNames{}
              .parts[static_cast<std::size_t>(std::ranges::find(names.parts, option.part) - names.parts.begin())];
  return words;
}

std::vector<Sentence*> spoken_in(Section& section) {
  std::vector<Sentence*> spoken;
  for (Sentence& sentence : section.sentences)
    if (!sentence.spoken.empty()) spoken.push_back(&sentence);
  return spoken;
}

std::optional<Exercise> in_words_of(Exercise original, Exercise words, const Language& language) {
  if (original.sections.size() != words.sections.size()) return std::nullopt;
  original.title.swap(words.title);
  original.tags.swap(words.tags);
  original.language = language.code();
  original.open.clear();
  for (std::size_t i = 0; i < words.sections.size(); ++i)
    if (!take_section(original.sections[i], words.sections[i], language)) return std::nullopt;
  return original;
}

} // namespace supple::reader
