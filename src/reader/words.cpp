// SPDX-License-Identifier: Apache-2.0
#include "reader/words.h"

#include <algorithm>

namespace supple::reader {

namespace {

constexpr std::string_view typographic_apostrophe = "\xE2\x80\x99";
constexpr std::string_view side_slot = "{side}";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool ends(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 2 && word.ends_with(ending);
}

// Bytes of a dash or another sign of Unicode's general punctuation (U+2000 to U+206F), which is no letter.
bool is_general_punctuation(std::string_view rest) {
  return rest.size() >= 3 && rest[0] == '\xE2' && (rest[1] == '\x80' || rest[1] == '\x81');
}

// A colon, a semicolon, a dash (U+2010 to U+2015, or a lone hyphen), a bullet or three dots.
bool is_stop(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(';') || rest.starts_with(':')) return true;
  if (rest.starts_with("- ")) return at > 0 && text[at - 1] == ' ';
  const bool is_dash = rest.size() >= 3 && rest[1] == '\x80' && rest[2] >= '\x90' && rest[2] <= '\x95';
  return is_general_punctuation(rest) &&
         (is_dash || rest.substr(1, 2) == "\x80\xA2" || rest.substr(1, 2) == "\x80\xA6");
}

} // namespace

std::string stem_of(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (word == "goes") return "go";
  std::string stem{word};
  if (ends(stem, "ing") && stem.size() > 5) {
    stem.resize(stem.size() - 3);
    const std::size_t n = stem.size();
    const char last = stem.back();
    if (n > 3 && last == stem[n - 2] && last != 's' && last != 'l') stem.pop_back();
  } else if (stem.size() > 3 && stem.ends_with('s') && !stem.ends_with("ss")) {
    stem.pop_back();
  }
  if (stem.size() > 3 && stem.ends_with('e')) stem.pop_back();
  return stem;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool after_mark = false, after_stop = false, after_semicolon = false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with(side_slot)) {
      const std::string slot{side_slot};
      words.push_back({slot, slot, at, at + slot.size(), after_mark, after_stop, after_semicolon});
      after_mark = after_stop = after_semicolon = false;
      at += side_slot.size();
      continue;
    }
    if (!is_letter(text[at]) || is_general_punctuation(text.substr(at))) {
      const bool wide = is_general_punctuation(text.substr(at));
      after_semicolon = after_semicolon || text[at] == ';';
      after_stop = after_stop || is_stop(text, at);
      after_mark = after_mark || after_stop || wide || std::string_view{",()"}.contains(text[at]);
      at += wide ? 3 : 1;
      continue;
    }
    Word word{{}, {}, at, at, after_mark, after_stop, after_semicolon};
    after_mark = after_stop = after_semicolon = false;
    while (at < text.size()) {
      const std::string_view rest = text.substr(at);
      if (rest.starts_with(typographic_apostrophe)) {
        word.plain += '\'';
        at += typographic_apostrophe.size();
      } else if (is_letter(text[at]) && !is_general_punctuation(rest)) {
        word.plain += lower(text[at++]);
      } else if (text[at] == '\'' && at + 1 < text.size() && is_letter(text[at + 1])) {
        word.plain += text[at++];
      } else {
        break;
      }
    }
    word.end = at;
    word.stem = stem_of(word.plain);
    words.push_back(std::move(word));
  }
  return words;
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts)
    whole += part;
  return whole;
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> any) {
  return std::ranges::find(any, word) != any.end();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::vector<Span> sentences_of(std::string_view line) {
  std::vector<Span> spans;
  const auto push = [&](std::size_t begin, std::size_t end) {
    while (begin < end && (line[begin] == ' ' || line[begin] == '\t' || line[begin] == '\n'))
      ++begin;
    while (end > begin && (line[end - 1] == ' ' || line[end - 1] == '\t'))
      --end;
    if (end > begin) spans.push_back({begin, end});
  };
  constexpr std::size_t longest = 1500; // beyond that nobody speaks a sentence, and each costs more than its length
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at - begin >= longest && line[at] == ' ') {
      push(begin, at);
      begin = at;
    }
    if (!std::string_view{".!?"}.contains(line[at])) continue;
    std::size_t end = at + 1;
    while (end < line.size() && std::string_view{".!?\"')"}.contains(line[end]))
      ++end;
    const bool ends_here = end == line.size() || line[end] == ' ' || line[end] == '\n' ||
                           static_cast<unsigned char>(line[end]) >= 0x80 || (line[end] >= 'A' && line[end] <= 'Z');
    if (!ends_here) continue;
    push(begin, end);
    begin = end;
    at = end - 1;
  }
  push(begin, line.size());
  return spans;
}

} // namespace supple::reader
