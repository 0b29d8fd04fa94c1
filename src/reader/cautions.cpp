// SPDX-License-Identifier: Apache-2.0
#include "reader/cautions.h"

#include <algorithm>

namespace supple::reader {

using vocabulary::Caution;

namespace {

bool is_of_part(Caution caution) {
  return caution == Caution::knees || caution == Caution::wrists || caution == Caution::back ||
         caution == Caution::neck || caution == Caution::pelvis;
}

bool has_any(const Phrases& phrases, const Found& found) {
  return !find_all(phrases, found.words).empty();
}

bool warns_of_trouble(const Found& found, const Lexicon::Entries& entries) {
  constexpr std::size_t short_one = 8; // words: "Knees: a blanket under them"
  const auto is_condition = [](unsigned glue) { return (glue & bit(Glue::condition)) != 0; };
  return offers_next(found, entries) || !found.negations.empty() || found.label.has_value() ||
         has_any(entries.conditions, found) || std::ranges::any_of(found.glue, is_condition) ||
         has_any(entries.warnings, found) || found.words.size() <= short_one;
}

// "What if I can't get my ankle up there?", "Q: And if I can't kneel?"
bool begins_with_if(const Found& found) {
  int i = found.after_label;
  while (plain_is(found, i, "and") || plain_is(found, i, "but") || plain_is(found, i, "what"))
    ++i;
  return plain_is(found, i, "if");
}

} // namespace

std::vector<Caution> cautions_in(const Found& found, const Lexicon::Entries& entries) {
  std::vector<Caution> cautions;
  const bool warns = warns_of_trouble(found, entries);
  for (const Match& match : candidates(entries.cautions, found.words)) {
    const auto caution = static_cast<Caution>(match.meaning);
    if (is_of_part(caution) && !warns) continue;
    if (std::ranges::find(cautions, caution) == cautions.end()) cautions.push_back(caution);
  }
  return cautions;
}

bool offers_next(const Found& found, const Lexicon::Entries& entries) {
  constexpr std::size_t longest = 9, short_one = 4; // words
  if (!found.is_question) return false;
  if (begins_with_if(found)) return true;
  if (found.words.size() > longest) return false;
  const auto is_part = [](const Term& term) { return term.kind == Kind::part; };
  if (found.words.size() <= short_one && std::ranges::any_of(found.terms, is_part)) return true;
  const auto is_of_her = [](const Match& match) { return !is_of_part(static_cast<Caution>(match.meaning)); };
  return has_any(entries.troubles, found) || has_any(entries.conditions, found) ||
         std::ranges::any_of(candidates(entries.cautions, found.words), is_of_her); // "Feeling light-headed?"
}

} // namespace supple::reader
