// SPDX-License-Identifier: Apache-2.0
// An article as paragraphs: which lines belong together, and which are no text at all.
#pragma once

#include "reader/entries.h"
#include "reader/words.h"
#include "text/place.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

inline constexpr std::string_view title_mark = "TITLE:";

/// Lines of an article that are read as one: a line that goes on with a small letter belongs to the short one before
/// it, as in a poem or in a text that was broken to a width.
struct Paragraph {
  std::string text;

  struct Piece {
    std::size_t begin = 0; ///< in `text`
    int line = 1;
  };

  std::vector<Piece> pieces;

  /// Where the words stand in the article; their length ends with the line they begin in. Places are asked for from the
  /// beginning on: how far the characters of a line are counted is remembered, for lines of any length.
  [[nodiscard]] text::Place place(Span span) const;

private:
  mutable std::size_t counted_bytes_ = 0; ///< of `text`
  mutable int counted_ = 0;               ///< characters from the beginning of their piece
};

/// The words as one line.
[[nodiscard]] std::string words_in(const Paragraph& paragraph, Span span);

/// The paragraphs of an article, in order; a line that belongs to none before it begins one, an empty line too.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(std::string_view article);

/// A short first line without an end, and a free line after it, is a heading: "A little rounding" rounds nothing yet.
[[nodiscard]] bool is_headed(std::string_view article);

/// Whether the lines of a text end as sentences do; only then does a short line without an end stand out as a heading.
[[nodiscard]] bool ends_its_sentences(std::string_view article);

/// "Side bend": a few words without an end.
[[nodiscard]] bool is_heading(std::string_view line);

/// "WHEN YOU HAVE DONE": no letter is small.
[[nodiscard]] bool is_in_capitals(std::string_view line);

/// "Exercise 1: Pelvic tilt.", "5) Side lean.": the first sentence of a paragraph names what follows and is no order.
/// `is_alone`: nothing follows in its paragraph.
[[nodiscard]] bool is_numbered_name(std::string_view sentence, bool is_alone, const Lexicon::Entries& entries);

/// Key words for search engines, or what stands for a picture: it instructs nobody.
[[nodiscard]] bool is_no_text(std::string_view line);

/// What a line that only names what comes below it says of that: "Common mistakes", "**Easier**", "## What to do:".
[[nodiscard]] std::optional<Label> heading_label(std::string_view line, const Lexicon::Entries& entries);

/// "IN.", "2. OUT.": a breath on its own, and it is that of what follows.
[[nodiscard]] std::optional<vocabulary::Breath> bare_breath(std::string_view sentence, const Lexicon::Entries& entries);

} // namespace supple::reader
