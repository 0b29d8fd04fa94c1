// SPDX-License-Identifier: Apache-2.0
#include "reader/lexicon.h"

#include "reader/entries.h"
#include "text/table.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <utility>

namespace supple::reader {

std::string_view embedded_file(std::string_view path);

namespace {

using Errors = text::Diagnostics;

// The keys of `[grammar]` and `[labels]`, in the order of Glue and of Label.
constexpr std::array<std::string_view, glue_count> glue_names{
    "determiner", "adjective", "adverb",  "auxiliary", "permitting", "offering", "sensing",
    "past",       "telling",   "joining", "together",  "ending",     "purpose",  "condition",
    "afterwards", "speaker",   "pronoun", "state",     "going"};
constexpr std::array<std::string_view, label_count> label_names{"inhale", "exhale", "option", "avoid", "step", "tell"};

void refuse(Errors& errors, const text::Node& at, std::string message, std::string remedy) {
  errors.push_back({"lexicon.entry",
                    text::Severity::error,
                    {at.place.line, at.place.column, 1},
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
void each_string(Errors& errors, const text::Node& node,
                 const std::function<void(const text::Node&, std::string_view)>& use) {
  const text::Array* array = node.as_array();
  if (array == nullptr) return refuse(errors, node, "this is not a list", "write [\"words\", \"more words\"]");
  for (const text::Node& item : *array) {
    const std::string* string = item.as_string();
    if (string == nullptr || string->empty())
      refuse(errors, item, "this is not a phrase", "write it in quotes");
    else
      use(item, *string);
  }
}

void add_phrases(Errors& errors, const text::Node& node, int meaning, Phrases& into) {
  each_string(errors, node, [&](const text::Node& item, std::string_view written) {
    Phrase phrase = phrase_of(written, meaning);
    if (phrase.slots.empty())
      refuse(errors, item, "this phrase has no word", "write at least one word beside \"..\"");
    else
      into.list.push_back(std::move(phrase));
  });
}

// `[[move]] name = … phrases = […]` and its like.
template <class Named>
void add_named(Errors& errors, const text::Table& file, std::string_view kind, std::string_view words,
               const Named& named, Phrases& into) {
  const text::Array* entries = file.find_array(kind);
  if (entries == nullptr) return;
  for (const text::Node& entry : *entries) {
    const text::Table* table = entry.as_table();
    const std::string* name = table == nullptr ? nullptr : table->find_string("name");
    if (name == nullptr) {
      refuse(errors, entry, "this entry has no name", "name = \"…\" from docs/vocabulary.md");
      continue;
    }
    const auto meaning = named(*name);
    const text::Node* list = table->find(words);
    if (!meaning)
      refuse(errors, entry, "\"" + *name + "\" is not in the vocabulary", "a name of docs/vocabulary.md");
    else if (list == nullptr)
      refuse(errors, entry, "this entry has no " + std::string{words}, std::string{words} + " = [\"…\"]");
    else
      add_phrases(errors, *list, static_cast<int>(*meaning), into);
  }
}

void add_list(Errors& errors, const text::Table& file, std::string_view table, std::string_view key, int meaning,
              Phrases& into) {
  const text::Table* lists = file.find_table(table);
  const text::Node* list = lists == nullptr ? nullptr : lists->find(key);
  if (list != nullptr) add_phrases(errors, *list, meaning, into);
}

// Concepts of one kind: `[acts]`, `[parts]` or `[ways]`, a name and its wordings.
void add_concepts(Errors& errors, const text::Table& file, std::string_view table, Kind kind,
                  Lexicon::Entries& entries) {
  const text::Table* concepts = file.find_table(table);
  if (concepts == nullptr) return;
  for (const auto& [key, node] : concepts->entries) {
    const auto meaning = static_cast<int>(entries.concepts.size());
    entries.concepts.push_back({key, kind});
    add_phrases(errors, node, meaning, entries.terms);
  }
}

std::optional<int> concept_named(const Lexicon::Entries& entries, std::string_view name) {
  const auto found = std::ranges::find(entries.concepts, name, &Concept::name);
  if (found == entries.concepts.end() || found->kind == Kind::word) return std::nullopt;
  return static_cast<int>(found - entries.concepts.begin());
}

// The concept of just this word, which a frame names.
int concept_of_word(Lexicon::Entries& entries, std::string_view word) {
  const std::string key = key_of(word);
  const auto is_it = [&](const Concept& one) { return one.kind == Kind::word && one.name == key; };
  const auto found = std::ranges::find_if(entries.concepts, is_it);
  if (found != entries.concepts.end()) return static_cast<int>(found - entries.concepts.begin());
  const auto meaning = static_cast<int>(entries.concepts.size());
  entries.concepts.push_back({key, Kind::word});
  entries.terms.list.push_back({{Slot{{key}, 0}}, meaning, std::string{word}});
  return meaning;
}

// The parts of `text` between the signs.
std::vector<std::string_view> parted(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(sign, from), text.size());
    if (end > from) parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

void add_frame(Errors& errors, const text::Node& at, std::string_view written, vocabulary::Move move,
               Lexicon::Entries& entries) {
  Frame frame{{}, move, written.starts_with('+'), std::string{written}};
  if (frame.also) written.remove_prefix(1);
  for (const std::string_view slot : parted(written, ' ')) {
    std::vector<int> any;
    for (const std::string_view one : parted(slot, '|')) {
      if (!one.starts_with('@')) {
        any.push_back(concept_of_word(entries, one));
      } else if (const auto known = concept_named(entries, one.substr(1))) {
        any.push_back(*known);
      } else {
        refuse(errors, at, "\"" + std::string{one} + "\" is no concept of this lexicon",
               "a name that stands under [acts], [parts] or [ways]");
      }
    }
    if (!any.empty()) frame.slots.push_back(std::move(any));
  }
  if (frame.slots.empty()) return refuse(errors, at, "this frame has no word", "\"@lift @hips\"");
  const auto number = static_cast<int>(entries.frames.size());
  entries.frames_of.resize(entries.concepts.size());
  for (const int first : frame.slots.front())
    entries.frames_of[static_cast<std::size_t>(first)].push_back(number);
  entries.frames.push_back(std::move(frame));
}

void add_frames(Errors& errors, const text::Table& file, Lexicon::Entries& entries) {
  const text::Array* moves = file.find_array("move");
  if (moves == nullptr) return;
  for (const text::Node& entry : *moves) {
    const text::Table* table = entry.as_table();
    const std::string* name = table == nullptr ? nullptr : table->find_string("name");
    if (name == nullptr) {
      refuse(errors, entry, "this entry has no name", "name = \"…\" from docs/vocabulary.md");
      continue;
    }
    const auto move = vocabulary::move_named(*name);
    const text::Node* list = table->find("frames");
    if (!move)
      refuse(errors, entry, "\"" + *name + "\" is not in the vocabulary", "a name of docs/vocabulary.md");
    else if (list == nullptr)
      refuse(errors, entry, "this entry has no frames", "frames = [\"…\"]");
    else
      each_string(errors, *list, [&](const text::Node& item, std::string_view written) {
        add_frame(errors, item, written, *move, entries);
      });
  }
}

void add_amounts(Errors& errors, const text::Table& file, Phrases& into) {
  const text::Table* amounts = file.find_table("amounts");
  if (amounts == nullptr) return;
  for (const auto& [key, node] : amounts->entries) {
    const double amount = std::strtod(key.c_str(), nullptr);
    if (amount <= 0 || amount > 1)
      refuse(errors, node, "\"" + key + "\" is no amount", "a number above 0, at most 1, in quotes");
    else
      add_phrases(errors, node, static_cast<int>(amount * 100 + 0.5), into);
  }
}

} // namespace

std::expected<Lexicon, text::Diagnostics> read_lexicon(std::string_view toml_text) {
  const auto parsed = text::read_table(toml_text);
  if (!parsed) {
    const text::TableError& error = parsed.error();
    return std::unexpected(Errors{{"lexicon.form",
                                   text::Severity::error,
                                   {error.place.line, error.place.column, 1},
                                   error.message,
                                   "the form that lexicon/en.toml explains at its top"}});
  }
  const text::Table& file = *parsed;
  Errors errors;
  auto entries = std::make_shared<Lexicon::Entries>();
  add_list(errors, file, "breath", "inhale", static_cast<int>(vocabulary::Breath::inhale), entries->breaths);
  add_list(errors, file, "breath", "exhale", static_cast<int>(vocabulary::Breath::exhale), entries->breaths);
  add_list(errors, file, "sides", "left", static_cast<int>(vocabulary::Side::left), entries->sides);
  add_list(errors, file, "sides", "right", static_cast<int>(vocabulary::Side::right), entries->sides);
  add_list(errors, file, "sides", "each", static_cast<int>(vocabulary::Side::each), entries->sides);
  for (std::size_t i = 0; i < glue_names.size(); ++i)
    add_list(errors, file, "grammar", glue_names[i], static_cast<int>(i), entries->glue);
  for (std::size_t i = 0; i < label_names.size(); ++i)
    add_list(errors, file, "labels", label_names[i], static_cast<int>(i), entries->labels);
  add_list(errors, file, "grammar", "negation", 0, entries->negations);
  add_list(errors, file, "grammar", "sequence", 0, entries->sequences);
  add_list(errors, file, "grammar", "opener", 0, entries->tellings);
  add_list(errors, file, "grammar", "trouble", 0, entries->troubles);
  add_list(errors, file, "grammar", "option", 0, entries->conditions);
  add_list(errors, file, "grammar", "opposite", 0, entries->opposites);
  add_list(errors, file, "grammar", "both_sides", 0, entries->both_sides);
  add_amounts(errors, file, entries->amounts);
  add_named(errors, file, "posture", "nouns", vocabulary::posture_named, entries->postures);
  add_named(errors, file, "caution", "phrases", vocabulary::caution_named, entries->cautions);
  add_concepts(errors, file, "acts", Kind::act, *entries);
  add_concepts(errors, file, "parts", Kind::part, *entries);
  add_concepts(errors, file, "ways", Kind::way, *entries);
  add_concepts(errors, file, "idioms", Kind::idiom, *entries);
  add_frames(errors, file, *entries);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  entries->frames_of.resize(entries->concepts.size());
  for (Phrases* phrases :
       {&entries->breaths, &entries->sides, &entries->postures, &entries->cautions, &entries->amounts, &entries->glue,
        &entries->labels, &entries->negations, &entries->sequences, &entries->tellings, &entries->troubles,
        &entries->conditions, &entries->opposites, &entries->both_sides, &entries->terms}) {
    index(*phrases);
    for (const Phrase& phrase : phrases->list)
      for (const Slot& slot : phrase.slots)
        for (const std::string& stem : slot.stems)
          entries->slips.learn(stem.starts_with('=') ? stem_of(std::string_view{stem}.substr(1)) : stem);
  }
  return Lexicon{std::move(entries)};
}

std::expected<Lexicon, text::Diagnostics> english() {
  return read_lexicon(embedded_file("lexicon/en.toml"));
}

} // namespace supple::reader
