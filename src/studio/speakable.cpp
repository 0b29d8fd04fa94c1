// SPDX-License-Identifier: Apache-2.0
#include "studio/voice.h"

#include "text/place.h"

namespace supple::studio {

namespace {

constexpr std::size_t longest = 2000;

struct Said {
  std::string_view written, spoken;
};

// Anything beyond ASCII that English texts have, and the signs that have a name.
constexpr Said table[] = {
    {"’", "'"},         {"‘", "'"},      {"–", ", "},       {"—", ", "},      {"…", ". "},        {"&", " and "},
    {"%", " percent "}, {"+", " plus "}, {"=", " equals "}, {"×", " times "}, {"°", " degrees "}, {"½", " and a half "},
    {"\n", " "},        {"á", "a"},      {"à", "a"},        {"â", "a"},       {"ä", "a"},         {"å", "a"},
    {"ã", "a"},         {"ç", "c"},      {"é", "e"},        {"è", "e"},       {"ê", "e"},         {"ë", "e"},
    {"í", "i"},         {"ì", "i"},      {"î", "i"},        {"ï", "i"},       {"ñ", "n"},         {"ó", "o"},
    {"ò", "o"},         {"ô", "o"},      {"ö", "o"},        {"õ", "o"},       {"ø", "o"},         {"ú", "u"},
    {"ù", "u"},         {"û", "u"},      {"ü", "u"},        {"ý", "y"},       {"ß", "ss"},        {"æ", "ae"},
    {"œ", "oe"},        {"Á", "A"},      {"À", "A"},        {"Â", "A"},       {"Ä", "A"},         {"Å", "A"},
    {"Ç", "C"},         {"É", "E"},      {"È", "E"},        {"Ê", "E"},       {"Ñ", "N"},         {"Ó", "O"},
    {"Ö", "O"},         {"Ø", "O"},      {"Ú", "U"},        {"Ü", "U"},       {"Æ", "Ae"},        {"Œ", "Oe"},
};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_plain(char c) {
  return is_word(c) || std::string_view(" ,.?!;:'-").contains(c);
}

/// Appends without two spaces in a row, and without one at the beginning or before a stop.
void append(std::string& out, std::string_view spoken) {
  for (const char c : spoken) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    if ((c == ',' || c == '.') && !out.empty() && out.back() == ' ') out.pop_back();
    out += c;
  }
}

const Said* find(std::string_view text) {
  for (const Said& said : table)
    if (text.starts_with(said.written)) return &said;
  return nullptr;
}

} // namespace

std::string speakable(std::string_view text) {
  std::string out;
  while (!text.empty() && out.size() < longest) {
    if (is_plain(text.front())) {
      append(out, text.substr(0, 1));
      text.remove_prefix(1);
    } else if (const Said* said = find(text)) {
      append(out, said->spoken);
      text.remove_prefix(said->written.size());
    } else {
      append(out, " ");
      text.remove_prefix(1);
    }
  }
  if (out.size() >= longest)
    out.resize(out.rfind(' ', longest - 1) == out.npos ? longest : out.rfind(' ', longest - 1));
  while (!out.empty() && out.back() == ' ')
    out.pop_back();
  // A text without a letter or digit has nothing to say.
  for (const char c : out)
    if (is_word(c)) return out;
  return {};
}

} // namespace supple::studio
