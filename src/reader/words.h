// SPDX-License-Identifier: Apache-2.0
// A sentence as words: lower case, without endings, each with its place in the text.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

struct Word {
  std::string stem;      ///< what is compared: `rounding`, `rounds` and `round` have one stem
  std::string plain;     ///< the word in lower case
  std::size_t begin = 0; ///< bytes in the text it was taken from
  std::size_t end = 0;
  bool after_mark = false; ///< a comma, colon, semicolon or dash stands before it
  bool after_stop = false; ///< one of them that is no comma and no bracket
  bool after_semicolon = false;
};

/// The parts, one after the other.
[[nodiscard]] std::string joined(std::initializer_list<std::string_view> parts);

/// Whether the word is one of these.
[[nodiscard]] bool is_any(std::string_view word, std::initializer_list<std::string_view> any);

/// Without the blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The stem of one lower-case word: without plural, possessive, `-ing` and a silent e.
[[nodiscard]] std::string stem_of(std::string_view word);

/// The words of valid UTF-8. Hyphens part words; `{side}` is one word; typographic apostrophes are plain ones.
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// Where the sentences of a line begin and end, bytes; without the blanks around them, marks of the end included.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

[[nodiscard]] std::vector<Span> sentences_of(std::string_view line);

} // namespace supple::reader
