// SPDX-License-Identifier: Apache-2.0
#include "reader/lexicon.h"

#include "reader/entries.h"
#include "text/toml.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <utility>

namespace supple::reader {

std::string_view embedded_file(std::string_view path);

namespace {

using Errors = text::Diagnostics;

void refuse(Errors& errors, const toml::node& at, std::string message, std::string remedy) {
  const toml::source_region& source = at.source();
  errors.push_back({"lexicon.entry",
                    text::Severity::error,
                    {static_cast<int>(source.begin.line), static_cast<int>(source.begin.column), 1},
                    std::move(message),
                    std::move(remedy)});
}

// `=word` stands for just this form of the word, anything else for all of its forms.
std::string key_of(std::string_view word) {
  return word.starts_with('=') ? std::string{word} : stem_of(word);
}

Phrase phrase_of(std::string_view written, int meaning) {
  constexpr int room_for_others = 5;
  Phrase phrase{{}, meaning, std::string{written}};
  int gap = 0;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find(' ', at), written.size());
    const std::string_view part = written.substr(at, end - at);
    at = end + 1;
    if (part.empty()) continue;
    if (part == "..") {
      gap = room_for_others;
      continue;
    }
    Slot slot{{}, gap};
    gap = 0;
    for (std::size_t from = 0; from <= part.size();) {
      const std::size_t bar = std::min(part.find('|', from), part.size());
      if (bar > from) slot.stems.push_back(key_of(part.substr(from, bar - from)));
      from = bar + 1;
    }
    if (!slot.stems.empty()) phrase.slots.push_back(std::move(slot));
  }
  return phrase;
}

void index(Phrases& phrases) {
  for (std::size_t i = 0; i < phrases.list.size(); ++i)
    for (const std::string& stem : phrases.list[i].slots.front().stems)
      phrases.by_first[stem].push_back(static_cast<int>(i));
}

// Every string of the array, or a complaint at what is none.
void each_string(Errors& errors, const toml::node& node,
                 const std::function<void(const toml::node&, std::string_view)>& use) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return refuse(errors, node, "this is not a list", "write [\"words\", \"more words\"]");
  for (const toml::node& item : *array) {
    const auto* string = item.as_string();
    if (string == nullptr || string->get().empty())
      refuse(errors, item, "this is not a phrase", "write it in quotes");
    else
      use(item, string->get());
  }
}

void add_phrases(Errors& errors, const toml::node& node, int meaning, Phrases& into) {
  each_string(errors, node, [&](const toml::node& item, std::string_view written) {
    Phrase phrase = phrase_of(written, meaning);
    if (phrase.slots.empty())
      refuse(errors, item, "this phrase has no word", "write at least one word beside \"..\"");
    else
      into.list.push_back(std::move(phrase));
  });
}

// `[[move]] name = … phrases = […]` and its like.
template <class Named>
void add_named(Errors& errors, const toml::table& file, std::string_view kind, std::string_view words,
               const Named& named, Phrases& into) {
  const toml::array* entries = file[kind].as_array();
  if (entries == nullptr) return;
  for (const toml::node& entry : *entries) {
    const toml::table* table = entry.as_table();
    const auto name = table == nullptr ? std::nullopt : (*table)["name"].value<std::string_view>();
    if (!name) {
      refuse(errors, entry, "this entry has no name", "name = \"…\" from docs/vocabulary.md");
      continue;
    }
    const auto meaning = named(*name);
    const toml::node* list = table->get(words);
    if (!meaning)
      refuse(errors, entry, "\"" + std::string{*name} + "\" is not in the vocabulary", "a name of docs/vocabulary.md");
    else if (list == nullptr)
      refuse(errors, entry, "this entry has no " + std::string{words}, std::string{words} + " = [\"…\"]");
    else
      add_phrases(errors, *list, static_cast<int>(*meaning), into);
  }
}

void add_list(Errors& errors, const toml::table& file, std::string_view table, std::string_view key, int meaning,
              Phrases& into) {
  if (const toml::node* node = file[table][key].node()) add_phrases(errors, *node, meaning, into);
}

void add_stems(Errors& errors, const toml::table& file, std::string_view key, std::vector<std::string>& into) {
  if (const toml::node* node = file["grammar"][key].node())
    each_string(errors, *node, [&](const toml::node&, std::string_view word) { into.push_back(stem_of(word)); });
}

void add_amounts(Errors& errors, const toml::table& file, Phrases& into) {
  const toml::table* amounts = file["amounts"].as_table();
  if (amounts == nullptr) return;
  for (const auto& [key, node] : *amounts) {
    const double amount = std::strtod(std::string{key.str()}.c_str(), nullptr);
    if (amount <= 0 || amount > 1)
      refuse(errors, node, "\"" + std::string{key.str()} + "\" is no amount", "a number above 0, at most 1, in quotes");
    else
      add_phrases(errors, node, static_cast<int>(amount * 100 + 0.5), into);
  }
}

} // namespace

std::expected<Lexicon, text::Diagnostics> read_lexicon(std::string_view toml_text) {
  const toml::parse_result parsed = toml::parse(toml_text);
  if (!parsed) {
    const auto& error = parsed.error();
    return std::unexpected(
        Errors{{"lexicon.form",
                text::Severity::error,
                {static_cast<int>(error.source().begin.line), static_cast<int>(error.source().begin.column), 1},
                std::string{error.description()},
                "the form that lexicon/en.toml explains at its top"}});
  }
  const toml::table& file = parsed.table();
  Errors errors;
  auto entries = std::make_shared<Lexicon::Entries>();
  add_list(errors, file, "breath", "inhale", static_cast<int>(vocabulary::Breath::inhale), entries->breaths);
  add_list(errors, file, "breath", "exhale", static_cast<int>(vocabulary::Breath::exhale), entries->breaths);
  add_list(errors, file, "sides", "left", static_cast<int>(vocabulary::Side::left), entries->sides);
  add_list(errors, file, "sides", "right", static_cast<int>(vocabulary::Side::right), entries->sides);
  add_list(errors, file, "sides", "each", static_cast<int>(vocabulary::Side::each), entries->sides);
  add_list(errors, file, "grammar", "negation", 0, entries->negations);
  add_list(errors, file, "grammar", "condition", 0, entries->conditions);
  add_list(errors, file, "grammar", "sequence", 0, entries->sequences);
  add_list(errors, file, "grammar", "telling", 0, entries->tellings);
  add_stems(errors, file, "going", entries->going);
  add_stems(errors, file, "action", entries->actions);
  add_stems(errors, file, "body", entries->body);
  add_amounts(errors, file, entries->amounts);
  add_named(errors, file, "posture", "nouns", vocabulary::posture_named, entries->postures);
  add_named(errors, file, "move", "phrases", vocabulary::move_named, entries->moves);
  add_named(errors, file, "caution", "phrases", vocabulary::caution_named, entries->cautions);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  for (Phrases* phrases :
       {&entries->breaths, &entries->sides, &entries->postures, &entries->moves, &entries->cautions,
        &entries->negations, &entries->conditions, &entries->sequences, &entries->tellings, &entries->amounts})
    index(*phrases);
  return Lexicon{std::move(entries)};
}

std::expected<Lexicon, text::Diagnostics> english() {
  return read_lexicon(embedded_file("lexicon/en.toml"));
}

} // namespace supple::reader
