// SPDX-License-Identifier: Apache-2.0
#include "reader/lexicon.h"

#include "reader/entries.h"
#include "text/nearest.h"
#include "text/table.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

namespace supple::reader {

std::string_view embedded_file(std::string_view path);

namespace {

using Errors = text::Diagnostics;
using Entries = Lexicon::Entries;

template <class Enumeration>
constexpr int meaning_of(Enumeration one) {
  return static_cast<int>(one);
}

constexpr List grammar(std::string_view key, Glue glue) {
  return {"grammar", key, meaning_of(glue), &Entries::glue};
}

constexpr List label(std::string_view key, Label label) {
  return {"labels", key, meaning_of(label), &Entries::labels};
}

constexpr List spot(vocabulary::Spot spot, std::string_view key) {
  return {"spots", key, meaning_of(spot), &Entries::spots};
}

constexpr std::array all_lists{
    spot(vocabulary::Spot::wall, "wall"),
    spot(vocabulary::Spot::thighs, "thighs"),
    spot(vocabulary::Spot::belly, "belly"),
    spot(vocabulary::Spot::hips, "hips"),
    spot(vocabulary::Spot::ribs, "ribs"),
    spot(vocabulary::Spot::chest, "chest"),
    spot(vocabulary::Spot::chair, "chair"),
    List{"breath", "inhale", meaning_of(vocabulary::Breath::inhale), &Entries::breaths},
    List{"breath", "exhale", meaning_of(vocabulary::Breath::exhale), &Entries::breaths},
    List{"sides", "left", meaning_of(vocabulary::Side::left), &Entries::sides},
    List{"sides", "right", meaning_of(vocabulary::Side::right), &Entries::sides},
    List{"sides", "each", meaning_of(vocabulary::Side::each), &Entries::sides},
    grammar("determiner", Glue::determiner),
    grammar("adjective", Glue::adjective),
    grammar("adverb", Glue::adverb),
    grammar("auxiliary", Glue::auxiliary),
    grammar("permitting", Glue::permitting),
    grammar("offering", Glue::offering),
    grammar("sensing", Glue::sensing),
    grammar("past", Glue::past),
    grammar("telling", Glue::telling),
    grammar("joining", Glue::joining),
    grammar("together", Glue::together),
    grammar("ending", Glue::ending),
    grammar("purpose", Glue::purpose),
    grammar("condition", Glue::condition),
    grammar("afterwards", Glue::afterwards),
    grammar("speaker", Glue::speaker),
    grammar("pronoun", Glue::pronoun),
    grammar("state", Glue::state),
    grammar("ready", Glue::ready),
    grammar("preposition", Glue::preposition),
    grammar("filler", Glue::filler),
    grammar("going", Glue::going),
    List{"grammar", "negation", 0, &Entries::negations},
    List{"grammar", "sequence", 0, &Entries::sequences},
    List{"grammar", "opener", 0, &Entries::tellings},
    List{"grammar", "trouble", 0, &Entries::troubles},
    List{"grammar", "option", 0, &Entries::conditions},
    List{"grammar", "opposite", 0, &Entries::opposites},
    List{"grammar", "correction", 0, &Entries::corrections},
    List{"grammar", "numbered", 0, &Entries::numbered},
    List{"grammar", "sigh", 0, &Entries::sighs},
    List{"grammar", "in_all", 0, &Entries::in_all},
    List{"grammar", "both_sides", 0, &Entries::both_sides},
    List{"grammar", "throughout", 0, &Entries::throughout},
    List{"grammar", "back_to", 0, &Entries::back_to},
    List{"grammar", "going_on", 0, &Entries::going_on},
    List{"grammar", "of_all", 0, &Entries::of_all},
    List{"grammar", "elsewhere", 0, &Entries::elsewhere},
    List{"grammar", "again", 0, &Entries::again},
    List{"grammar", "warning", 0, &Entries::warnings},
    List{"rounds", "told", meaning_of(Often::told), &Entries::rounds},
    List{"rounds", "most", meaning_of(Often::most), &Entries::rounds},
    List{"rounds", "least", meaning_of(Often::least), &Entries::rounds},
    List{"rounds", "none", meaning_of(Often::none), &Entries::rounds},
    label("inhale", Label::inhale),
    label("exhale", Label::exhale),
    label("option", Label::option),
    label("avoid", Label::avoid),
    label("step", Label::step),
    label("tell", Label::tell),
};

// What becomes of one file: its entries, laid over those that stand, and what is wrong with it.
struct Laying {
  Entries& entries;
  int layer = 0;
  Errors errors;
  std::unordered_map<std::string, int> words; ///< the concepts of just one word, by the word

  void refuse(text::Place at, std::string message, std::string remedy) {
    errors.push_back(
        {"lexicon.entry", text::Severity::error, {at.line, at.column, 1}, std::move(message), std::move(remedy)});
  }

  void refuse(const text::Node& at, std::string message, std::string remedy) {
    refuse(at.place, std::move(message), std::move(remedy));
  }

  // The origin of an entry, as long as what is written and its quotes.
  [[nodiscard]] Origin origin(const text::Node& at, std::string_view written) const {
    return {layer, {at.place.line, at.place.column, text::characters(written) + 2}};
  }
};

// `=word` stands for just this form of the word, anything else for all of its forms.
std::string key_of(std::string_view word) {
  return word.starts_with('=') ? std::string{word} : stem_of(word);
}

Phrase phrase_of(std::string_view written, int meaning, Origin origin) {
  constexpr int room_for_others = 5;
  Phrase phrase{{}, meaning, std::string{written}, origin};
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
      (stem.starts_with('=') ? phrases.by_form[stem.substr(1)] : phrases.by_first[stem]).push_back(static_cast<int>(i));
}

// Every string of the array, or a complaint at what is none.
void each_string(Laying& laying, const text::Node& node,
                 const std::function<void(const text::Node&, std::string_view)>& use) {
  const text::Array* array = node.as_array();
  if (array == nullptr) return laying.refuse(node, "this is not a list", "write [\"words\", \"more words\"]");
  for (const text::Node& item : *array) {
    const std::string* string = item.as_string();
    if (string == nullptr || string->empty())
      laying.refuse(item, "this is not a phrase", "write it in quotes");
    else
      use(item, *string);
  }
}

void add_phrases(Laying& laying, const text::Node& node, int meaning, Phrases& into) {
  each_string(laying, node, [&](const text::Node& item, std::string_view written) {
    Phrase phrase = phrase_of(written, meaning, laying.origin(item, written));
    if (phrase.slots.empty())
      laying.refuse(item, "this phrase has no word", "write at least one word beside \"..\"");
    else
      into.list.push_back(std::move(phrase));
  });
}

// `[[move]] name = … frames = […]` and its like: the meaning of each name, and the list that stands with it.
template <class Named, class Use>
void each_named(Laying& laying, const text::Table& file, std::string_view kind, std::string_view words,
                const Named& named, const Use& use) {
  const text::Array* entries = file.find_array(kind);
  if (entries == nullptr) return;
  for (const text::Node& entry : *entries) {
    const text::Table* table = entry.as_table();
    const std::string* name = table == nullptr ? nullptr : table->find_string("name");
    if (name == nullptr) {
      laying.refuse(entry, "this entry has no name", "name = \"…\" from docs/vocabulary.md");
      continue;
    }
    const auto meaning = named(*name);
    const text::Node* list = table->find(words);
    if (!meaning)
      laying.refuse(entry, "\"" + *name + "\" is not in the vocabulary", "a name of docs/vocabulary.md");
    else if (list == nullptr)
      laying.refuse(entry, "this entry has no " + std::string{words}, std::string{words} + " = [\"…\"]");
    else
      use(*list, *meaning);
  }
}

template <class Named>
void add_named(Laying& laying, const text::Table& file, std::string_view kind, std::string_view words,
               const Named& named, Phrases& into) {
  each_named(laying, file, kind, words, named,
             [&](const text::Node& list, auto meaning) { add_phrases(laying, list, meaning_of(meaning), into); });
}

void add_list(Laying& laying, const text::Table& file, const List& list) {
  const text::Table* table = file.find_table(list.table);
  const text::Node* node = table == nullptr ? nullptr : table->find(list.key);
  if (node != nullptr) add_phrases(laying, *node, list.meaning, laying.entries.*list.into);
}

std::optional<int> concept_named(const Entries& entries, std::string_view name) {
  const auto is_it = [&](const Concept& one) { return one.kind != Kind::word && one.name == name; };
  const auto found = std::ranges::find_if(entries.concepts, is_it);
  if (found == entries.concepts.end()) return std::nullopt;
  return static_cast<int>(found - entries.concepts.begin());
}

void refuse_other_kind(Laying& laying, const text::Node& at, std::string_view name, Kind known) {
  const std::string table = '[' + std::string{concept_tables[static_cast<std::size_t>(known)]} + ']';
  laying.refuse(at, '"' + std::string{name} + "\" stands under " + table + " already", table + ", or another name");
}

// Concepts of one kind: `[acts]`, `[parts]`, `[ways]` or `[idioms]`, a name and its wordings. One that stands in a
// layer beneath gets more of them.
void add_concepts(Laying& laying, const text::Table& file, Kind kind) {
  const text::Table* concepts = file.find_table(concept_tables[static_cast<std::size_t>(kind)]);
  if (concepts == nullptr) return;
  Entries& entries = laying.entries;
  for (const auto& [key, node] : concepts->entries) {
    const auto known = concept_named(entries, key);
    const auto meaning = known.value_or(static_cast<int>(entries.concepts.size()));
    if (!known) entries.concepts.push_back({key, kind});
    const Kind kind_before = entries.concepts[static_cast<std::size_t>(meaning)].kind;
    if (kind_before == kind) {
      add_phrases(laying, node, meaning, entries.terms);
    } else {
      refuse_other_kind(laying, node, key, kind_before);
    }
  }
}

bool leads(std::string_view word) {
  constexpr std::array<std::string_view, 10> leading{"on",   "upon", "to",   "toward", "into",
                                                     "onto", "at",   "from", "of",     "against"};
  return std::ranges::find(leading, word) != leading.end();
}

// The concept of just this word, which a frame names.
int concept_of_word(Laying& laying, std::string_view word, Origin origin) {
  Entries& entries = laying.entries;
  const std::string key = key_of(word);
  const auto meaning = static_cast<int>(entries.concepts.size());
  if (const auto [known, is_new] = laying.words.emplace(key, meaning); !is_new) return known->second;
  entries.concepts.push_back({key, Kind::word, leads(key)});
  entries.terms.list.push_back({{Slot{{key}, 0}}, meaning, std::string{word}, origin});
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

void refuse_concept(Laying& laying, const text::Node& at, std::string_view written) {
  std::vector<std::string_view> names;
  for (const Concept& known : laying.entries.concepts)
    if (known.kind != Kind::word) names.emplace_back(known.name);
  const std::string_view near = text::nearest_name(names, written.substr(1), 2);
  laying.refuse(at, '"' + std::string{written} + "\" is no concept of this lexicon",
                near.empty() ? "a name that stands under [acts], [parts] or [ways]" : '@' + std::string{near});
}

// `[all-fours|puppy] `: the postures that the frame is meant in, taken off its beginning.
std::uint32_t take_postures(Laying& laying, const text::Node& at, std::string_view& written) {
  if (!written.starts_with('[')) return 0;
  const std::size_t end = std::min(written.find(']'), written.size() - 1);
  std::uint32_t postures = 0;
  for (const std::string_view name : parted(written.substr(1, end - 1), '|')) {
    if (const auto posture = vocabulary::posture_named(name))
      postures |= bit_of(*posture);
    else
      laying.refuse(at, '"' + std::string{name} + "\" is no posture",
                    "a name of docs/vocabulary.md, as \"[all-fours|puppy] …\"");
  }
  written.remove_prefix(std::min(end + 2, written.size()));
  return postures;
}

void add_frame(Laying& laying, const text::Node& at, std::string_view written, vocabulary::Move move) {
  Entries& entries = laying.entries;
  Frame frame;
  frame.move = move;
  frame.written = written;
  frame.origin = laying.origin(at, written);
  frame.postures = take_postures(laying, at, written);
  frame.spare = written.starts_with('?');
  frame.also = written.starts_with('+');
  frame.alone = written.ends_with('.');
  if (frame.also || frame.spare) written.remove_prefix(1);
  if (frame.alone) written.remove_suffix(1);
  for (const std::string_view slot : parted(written, ' ')) {
    std::vector<int> any;
    for (const std::string_view one : parted(slot, '|')) {
      if (!one.starts_with('@')) {
        any.push_back(concept_of_word(laying, one, frame.origin));
      } else if (const auto known = concept_named(entries, one.substr(1))) {
        any.push_back(*known);
      } else {
        refuse_concept(laying, at, one);
      }
    }
    if (!any.empty()) frame.slots.push_back(std::move(any));
  }
  if (frame.slots.empty()) return laying.refuse(at, "this frame has no word", "\"@lift @hips\"");
  entries.frames.push_back(std::move(frame));
}

void add_frames(Laying& laying, const text::Table& file) {
  std::vector<Frame>& frames = laying.entries.frames;
  const auto beneath = static_cast<std::ptrdiff_t>(frames.size());
  each_named(
      laying, file, "move", "frames", vocabulary::move_named, [&](const text::Node& list, vocabulary::Move move) {
        each_string(laying, list,
                    [&](const text::Node& item, std::string_view written) { add_frame(laying, item, written, move); });
      });
  std::ranges::rotate(frames, frames.begin() + beneath);
}

// `[past]`: a verb, and its forms in the past.
void add_past(Laying& laying, const text::Table& file) {
  const text::Table* past = file.find_table("past");
  if (past == nullptr) return;
  for (const auto& [present, node] : past->entries)
    each_string(laying, node, [&](const text::Node&, std::string_view form) {
      laying.entries.presents.insert_or_assign(std::string{form}, present);
    });
}

// `[short]`: words, and the ways in which they are written short.
void add_shorts(Laying& laying, const text::Table& file) {
  const text::Table* shorts = file.find_table("short");
  if (shorts == nullptr) return;
  for (const auto& [written_out, node] : shorts->entries) {
    std::vector<std::string> words;
    for (Word& word : words_of(written_out))
      words.push_back(std::move(word.plain));
    each_string(laying, node, [&](const text::Node& item, std::string_view form) {
      const std::vector<Word> parts = words_of(form);
      if (words.empty())
        return laying.refuse(item, "\"" + written_out + "\" has no word", "what it is short for: inhale = [\"inh\"]");
      if (parts.empty() || parts.front().begin != 0)
        return laying.refuse(item, "\"" + std::string{form} + "\" begins with no letter", "inhale = [\"inh\"]");
      std::vector<Short>& same = laying.entries.shorts[parts.front().plain];
      const auto longer = [&](const Short& other) { return other.form.size() > form.size(); };
      same.insert(std::ranges::find_if_not(same, longer), {std::string{form}, words});
    });
  }
}

void add_amounts(Laying& laying, const text::Table& file) {
  const text::Table* amounts = file.find_table("amounts");
  if (amounts == nullptr) return;
  for (const auto& [key, node] : amounts->entries) {
    const double amount = std::strtod(key.c_str(), nullptr);
    if (amount <= 0 || amount > 1)
      laying.refuse(node, "\"" + key + "\" is no amount", "a number above 0, at most 1, in quotes");
    else
      add_phrases(laying, node, static_cast<int>(amount * 100 + 0.5), laying.entries.amounts);
  }
}

// A name that no lexicon has, for example `[act]`, would be passed over in silence.
void refuse_unknown(Laying& laying, const text::TableEntry& entry, std::span<const std::string_view> names,
                    std::string_view where) {
  if (std::ranges::find(names, entry.key) != names.end()) return;
  const std::string_view near = text::nearest_name(names, entry.key, 3);
  std::string all;
  for (const std::string_view name : names)
    all += (all.empty() ? "one of " : ", ") + std::string{name};
  laying.refuse(entry.node, "\"" + entry.key + "\" is no name of " + std::string{where},
                near.empty() ? all : std::string{near});
}

void refuse_unknown(Laying& laying, const text::Table& file) {
  std::vector<std::string_view> tables{"amounts", "past", "short", "posture", "caution", "move"};
  tables.insert(tables.end(), concept_tables.begin(), concept_tables.end());
  for (const List& list : all_lists)
    if (tables.back() != list.table) tables.push_back(list.table);
  for (const text::TableEntry& entry : file.entries) {
    refuse_unknown(laying, entry, tables, "a part of a lexicon");
    std::vector<std::string_view> keys;
    for (const List& list : all_lists)
      if (list.table == entry.key) keys.push_back(list.key);
    if (keys.empty() || entry.node.as_table() == nullptr) continue;
    for (const text::TableEntry& list : entry.node.as_table()->entries)
      refuse_unknown(laying, list, keys, "a list of [" + entry.key + "]");
  }
}

Errors lay(std::string_view toml_text, int layer, Entries& entries) {
  const auto parsed = text::read_table(toml_text);
  if (!parsed) {
    const text::TableError& error = parsed.error();
    return {{"lexicon.form",
             text::Severity::error,
             {error.place.line, error.place.column, 1},
             error.message,
             "the form that lexicon/en.toml explains at its top"}};
  }
  const text::Table& file = *parsed;
  Laying laying{entries, layer, {}, {}};
  for (std::size_t i = 0; i < entries.concepts.size(); ++i)
    if (entries.concepts[i].kind == Kind::word) laying.words.emplace(entries.concepts[i].name, static_cast<int>(i));
  refuse_unknown(laying, file);
  for (const List& list : all_lists)
    add_list(laying, file, list);
  add_amounts(laying, file);
  add_past(laying, file);
  add_shorts(laying, file);
  add_named(laying, file, "posture", "nouns", vocabulary::posture_named, entries.postures);
  add_named(laying, file, "caution", "phrases", vocabulary::caution_named, entries.cautions);
  for (const Kind kind : {Kind::act, Kind::part, Kind::way, Kind::idiom})
    add_concepts(laying, file, kind);
  add_frames(laying, file);
  return std::move(laying.errors);
}

void index(Entries& entries) {
  for (Phrases Entries::* const list : phrase_lists) {
    index(entries.*list);
    for (const Phrase& phrase : (entries.*list).list)
      for (const Slot& slot : phrase.slots)
        for (const std::string& stem : slot.stems)
          entries.slips.learn(stem.starts_with('=') ? stem_of(std::string_view{stem}.substr(1)) : stem);
  }
  entries.frames_of.resize(entries.concepts.size());
  for (std::size_t i = 0; i < entries.frames.size(); ++i)
    for (const int first : entries.frames[i].slots.front())
      entries.frames_of[static_cast<std::size_t>(first)].push_back(static_cast<int>(i));
}

std::expected<Lexicon, text::Diagnostics> alone(const Layer& layer) {
  auto lexicon = read_lexicon(std::span{&layer, 1});
  if (!lexicon) return std::unexpected(std::move(lexicon.error().findings));
  return *std::move(lexicon);
}

} // namespace

std::span<const List> lists() {
  return all_lists;
}

std::expected<Lexicon, LayerRefused> read_lexicon(std::span<const Layer> layers) {
  auto entries = std::make_shared<Entries>();
  for (std::size_t i = 0; i < layers.size(); ++i) {
    entries->layers.push_back(layers[i].name);
    Errors errors = lay(layers[i].toml, static_cast<int>(i), *entries);
    if (!errors.empty()) return std::unexpected(LayerRefused{i, std::move(errors)});
  }
  index(*entries);
  return Lexicon{std::move(entries)};
}

std::expected<Lexicon, text::Diagnostics> read_lexicon(std::string_view toml_text) {
  return alone({{}, toml_text});
}

Layer english_layer() {
  return {"lexicon/en.toml", embedded_file("lexicon/en.toml")};
}

std::expected<Lexicon, text::Diagnostics> english() {
  return alone(english_layer());
}

} // namespace supple::reader
