// SPDX-License-Identifier: Apache-2.0
#include "guide/sayings.h"

#include "guide/embedded.h"
#include "reader/side_gap.h"
#include "text/table.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace supple::guide {

namespace {

using vocabulary::Side;

struct Entry {
  std::string_view table, key;
  std::string* saying;
};

std::vector<Entry> entries_of(Sayings& s) {
  std::vector<Entry> entries{
      {"title", "ready", &s.title.ready},
      {"title", "teaching", &s.title.teaching},
      {"title", "left", &s.title.left},
      {"title", "right", &s.title.right},
      {"title", "alternating", &s.title.alternating},
      {"title", "finish", &s.title.finish},
      {"breath", "inhale", &s.breath.inhale},
      {"breath", "exhale", &s.breath.exhale},
      {"with_me", "inhale", &s.with_me.inhale},
      {"with_me", "exhale", &s.with_me.exhale},
      {"side", "left", &s.side.left},
      {"side", "right", &s.side.right},
      {"side_word", "left", &s.side_word.left},
      {"side_word", "right", &s.side_word.right},
      {"body", "head", &s.head},
      {"offer", "knees", &s.offer.knees},
      {"offer", "wrists", &s.offer.wrists},
      {"offer", "taken", &s.offer.taken},
      {"between", "next", &s.between.next},
      {"between", "up", &s.between.up},
      {"between", "down", &s.between.down},
      {"say", "welcome", &s.welcome},
      {"say", "pelvis", &s.pelvis},
      {"say", "head_up", &s.head_up},
      {"say", "belly", &s.belly},
      {"say", "own_breath", &s.own_breath},
      {"say", "centre", &s.centre},
      {"say", "rest", &s.rest},
      {"say", "stopped", &s.stopped},
  };
  for (int i = 0; i < vocabulary::posture_count; ++i)
    entries.push_back(
        {"come_to", vocabulary::name(static_cast<vocabulary::Posture>(i)), &s.come_to[static_cast<std::size_t>(i)]});
  return entries;
}

text::Diagnostic wrong(std::string name, text::Place place, std::string message, std::string remedy) {
  return {std::move(name), text::Severity::error, place, std::move(message), std::move(remedy)};
}

std::string quoted(std::string_view table, std::string_view key) {
  return "\"" + std::string(key) + "\" in [" + std::string(table) + "]";
}

void read_entry(const text::Table& file, const Entry& entry, text::Diagnostics& findings) {
  const text::Table* table = file.find_table(entry.table);
  const text::Node* node = table ? table->find(entry.key) : nullptr;
  if (!node) {
    const text::Place at = table ? file.find(entry.table)->place : text::Place{};
    findings.push_back(wrong("sayings.missing", at, quoted(entry.table, entry.key) + " is missing",
                             "write " + std::string(entry.key) + " = \"…\" under [" + std::string(entry.table) + "]"));
    return;
  }
  const std::string* said = node->as_string();
  if (!said || said->empty()) {
    findings.push_back(wrong("sayings.text", node->place, quoted(entry.table, entry.key) + " is not a text",
                             "write what is said, between quotation marks"));
    return;
  }
  *entry.saying = *said;
}

void refuse_unknown(const text::Table& file, const std::vector<Entry>& entries, text::Diagnostics& findings) {
  for (const auto& [table_name, node] : file.entries) {
    const text::Table* table = node.as_table();
    if (!table || std::ranges::none_of(entries, [&](const Entry& e) { return e.table == table_name; })) {
      findings.push_back(
          wrong("sayings.unknown", node.place, "the guide has no use for \"" + table_name + "\"", "take it out"));
      continue;
    }
    for (const auto& [key, value] : table->entries)
      if (std::ranges::none_of(entries, [&](const Entry& e) { return e.table == table_name && e.key == key; }))
        findings.push_back(wrong("sayings.unknown", value.place, "the guide has no use for " + quoted(table_name, key),
                                 "take it out"));
  }
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

constexpr char to_small = 'a' - 'A'; // also in the second byte of a letter of Latin-1, from É to é

/// The byte of the first letter that tells a capital from a small one; null where it has none.
char* byte_of_case(std::string& text) {
  if (text.empty()) return nullptr;
  if (is_upper(text[0]) || is_lower(text[0])) return text.data();
  return text.size() > 1 && text[0] == '\xC3' && text[1] != '\x97' && text[1] != '\xB7' ? &text[1] : nullptr;
}

bool is_capital(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return is_upper(byte) || (code >= 0x80 && code <= 0x9E);
}

// "I" stays a capital within a sentence, and so does what is written in capitals.
std::string begun_small(std::string_view text) {
  std::string out(text);
  char* const letter = byte_of_case(out);
  const bool in_capitals = out.starts_with("I ") || out.size() < 2 || is_upper(out[1]) || out[1] == '\'';
  if (letter != nullptr && is_capital(*letter) && !in_capitals) *letter = static_cast<char>(*letter + to_small);
  return out;
}

std::string begun_large(std::string_view text) {
  std::string out(text);
  char* const letter = byte_of_case(out);
  if (letter != nullptr && !is_capital(*letter)) *letter = static_cast<char>(*letter - to_small);
  return out;
}

} // namespace

const std::string& Sayings::Breaths::of(vocabulary::Breath breath_) const {
  return breath_ == vocabulary::Breath::inhale ? inhale : exhale;
}

const std::string& Sayings::Sides::of(Side side_) const {
  return side_ == Side::right ? right : left;
}

std::string_view Sayings::Offers::of(std::string_view part) const {
  if (part == "knees") return knees;
  return part == "wrists" ? std::string_view{wrists} : std::string_view{};
}

std::expected<Sayings, text::Diagnostics> read_sayings(std::string_view toml_text) {
  const auto file = text::read_table(toml_text);
  if (!file)
    return std::unexpected(
        text::Diagnostics{wrong("sayings.form", file.error().place, "not a TOML file: " + file.error().message,
                                "write lines such as key = \"text\"")});
  Sayings sayings;
  text::Diagnostics findings;
  const std::vector<Entry> entries = entries_of(sayings);
  for (const Entry& entry : entries)
    read_entry(*file, entry, findings);
  refuse_unknown(*file, entries, findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return sayings;
}

Sayings standard_sayings() {
  auto sayings = read_sayings(embedded_file("lexicon/guide.toml"));
  assert(sayings && "lexicon/guide.toml is held to be good by tests/guide");
  return std::move(*sayings);
}

bool names_side(std::string_view text) {
  return reader::side_gap(text).has_value();
}

std::string with_side_word(std::string_view text, Side side, const Sayings& sayings) {
  std::string out;
  std::size_t at = 0;
  for (auto gap = reader::side_gap(text); gap; gap = reader::side_gap(text, at)) {
    out += text.substr(at, gap->span.begin - at);
    if (gap->left.empty() && gap->right.empty())
      out += sayings.side_word.of(side);
    else
      out += side == Side::right ? gap->right : gap->left;
    at = gap->span.end;
  }
  return out += text.substr(at);
}

std::string beginning_with_side(std::string_view text, Side side, const Sayings& sayings) {
  const std::string said = with_side_word(text, side, sayings);
  const std::string& side_words = sayings.side.of(side);
  if (lower(said).starts_with(lower(side_words))) return begun_large(said);
  return said.empty() ? side_words + "." : side_words + ", " + begun_small(said);
}

std::string offer_of(std::string_view part, std::string_view option, const Sayings& sayings) {
  const std::string_view asked = sayings.offer.of(part);
  return asked.empty() ? std::string{} : std::string(asked) + " " + std::string(option);
}

std::string as_sentence(std::string_view words) {
  std::string out = begun_large(words);
  if (!out.empty() && std::string_view{".!?"}.find(out.back()) == std::string_view::npos) out += '.';
  return out;
}

} // namespace supple::guide
