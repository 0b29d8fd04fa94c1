// SPDX-License-Identifier: Apache-2.0
#include "reader/paragraph.h"

#include "reader/numbers.h"

#include <algorithm>

namespace supple::reader {

namespace {

bool is_ascii_word(std::string_view line, std::string_view word) {
  if (line.size() < word.size()) return false;
  return std::ranges::equal(line.substr(0, word.size()), word, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

// A line of key words for search engines instructs nobody.
bool is_tag_line(std::string_view line) {
  return is_ascii_word(line, "tags:") || (line.starts_with("#") && !line.starts_with("# ") && !line.starts_with("##"));
}

// "[Image: a woman on a mat]".
bool is_bracketed(std::string_view line) {
  const std::string_view text = trimmed(line);
  return text.starts_with('[') && text.ends_with(']') && text.find('[', 1) == std::string_view::npos;
}

// The lines that say something, without the blanks around them.
std::vector<std::string_view> spoken_lines(std::string_view article) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < article.size();) {
    const std::size_t end = std::min(article.find('\n', begin), article.size());
    const std::string_view line = trimmed(article.substr(begin, end - begin));
    if (!line.empty() && !line.starts_with(title_mark)) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

bool ends_as_a_sentence(std::string_view line) {
  return std::string_view{".!?:;,)\""}.contains(line.back());
}

// "… works a treat 🪑": in a caption it ends the line as a full stop does. Emoji have four bytes, the first from 0xF0
// on.
bool ends_in_picture(std::string_view line) {
  constexpr std::size_t bytes = 4;
  return line.size() >= bytes && static_cast<unsigned char>(line[line.size() - bytes]) >= 0xF0U;
}

bool begins_small(std::string_view line) {
  return line.front() >= 'a' && line.front() <= 'z';
}

// A recording written down: long lines that begin small, none of which goes on with the one before.
bool is_transcript(std::string_view article) {
  constexpr std::size_t long_line = 60;
  const std::vector<std::string_view> lines = spoken_lines(article);
  std::size_t bytes = 0;
  for (const std::string_view line : lines)
    bytes += line.size();
  return 2 * std::ranges::count_if(lines, begins_small) > std::ssize(lines) && bytes > lines.size() * long_line;
}

bool goes_on_with(std::string_view before, std::string_view line) {
  constexpr std::size_t widest = 100, longest = 4000;
  const std::string_view text = trimmed(line);
  if (before.empty() || before.starts_with(title_mark) || text.empty() || before.size() > longest) return false;
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::string_view last = trimmed(before.substr(start));
  if (last.empty() || last.size() > widest || std::string_view{".!?:;])"}.contains(last.back()) ||
      ends_in_picture(last))
    return false;
  return begins_small(text);
}

} // namespace

text::Place Paragraph::place(Span span) const {
  const auto next = std::ranges::upper_bound(pieces, span.begin, {}, &Piece::begin);
  const auto p = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, next - pieces.begin()) - 1);
  const std::size_t end = p + 1 < pieces.size() ? std::min(span.end, pieces[p + 1].begin - 1) : span.end;
  const std::string_view all = text;
  if (counted_bytes_ < pieces[p].begin || counted_bytes_ > span.begin) {
    counted_bytes_ = pieces[p].begin;
    counted_ = 0;
  }
  counted_ += text::characters(all.substr(counted_bytes_, span.begin - counted_bytes_));
  counted_bytes_ = span.begin;
  return {pieces[p].line, counted_ + 1,
          text::characters(all.substr(span.begin, std::max(end, span.begin) - span.begin))};
}

std::string words_in(const Paragraph& paragraph, Span span) {
  std::string words{trimmed(std::string_view{paragraph.text}.substr(span.begin, span.end - span.begin))};
  std::ranges::replace(words, '\n', ' ');
  return words;
}

std::vector<Paragraph> paragraphs_of(std::string_view article) {
  const bool joins_lines = !is_transcript(article);
  std::vector<Paragraph> paragraphs;
  int number = 1;
  for (std::size_t begin = 0; begin <= article.size(); ++number) {
    const std::size_t end = std::min(article.find('\n', begin), article.size());
    const std::string_view line = article.substr(begin, end - begin);
    begin = end + 1;
    if (!paragraphs.empty() && joins_lines && goes_on_with(paragraphs.back().text, line))
      paragraphs.back().text += '\n';
    else
      paragraphs.emplace_back();
    Paragraph& last = paragraphs.back();
    last.pieces.push_back({last.text.size(), number});
    last.text += line;
  }
  return paragraphs;
}

bool is_headed(std::string_view article) {
  constexpr std::size_t longest = 60;
  const std::size_t end = article.find('\n');
  if (end > longest || !article.substr(end).starts_with("\n\n")) return false;
  return article.substr(0, end).find_first_of(".!?:") == std::string_view::npos;
}

bool ends_its_sentences(std::string_view article) {
  const std::vector<std::string_view> lines = spoken_lines(article);
  return 10 * std::ranges::count_if(lines, ends_as_a_sentence) >= 6 * std::ssize(lines);
}

bool is_heading(std::string_view line) {
  constexpr std::size_t longest = 5;
  const std::string_view text = trimmed(line);
  if (text.empty() || ends_as_a_sentence(text)) return false;
  if (text.starts_with("- ") || text.starts_with("* ") || text.starts_with("\xE2\x80\xA2") ||
      (text.front() >= '0' && text.front() <= '9'))
    return false;
  return words_of(text).size() <= longest;
}

bool is_in_capitals(std::string_view line) {
  return std::ranges::none_of(line, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_numbered_name(std::string_view sentence, bool is_alone, const Lexicon::Entries& entries) {
  constexpr std::size_t longest = 3;
  const std::size_t mark = sentence.find_first_of(":.)");
  if (mark == std::string_view::npos) return false;
  const std::vector<Word> number = words_of(sentence.substr(0, mark));
  const std::vector<Word> name = words_of(sentence.substr(mark + 1));
  if (number.empty() || !is_number(number.back().plain) || name.empty() || name.size() > longest ||
      !find_all(entries.breaths, name).empty())
    return false;
  const auto is_act = [&](const Word& word) {
    return std::ranges::any_of(find_all(entries.terms, {word}), [&](const Match& match) {
      return entries.concepts[static_cast<std::size_t>(match.meaning)].kind == Kind::act;
    });
  };
  if (is_act(name.front())) return false; // "Part 2: round your spine" tells what to do
  if (number.size() == 2) return !find_all(entries.numbered, {number.front()}).empty();
  return number.size() == 1 && !is_alone && name.size() == 2 && is_act(name.back());
}

bool is_no_text(std::string_view line) {
  return is_tag_line(line) || is_bracketed(line);
}

std::optional<Label> heading_label(std::string_view line, const Lexicon::Entries& entries) {
  constexpr std::size_t longest = 40;
  if (line.size() > longest) return std::nullopt;
  const std::size_t last = line.find_last_not_of(" *_#:\t");
  if (last == std::string_view::npos) return std::nullopt;
  const std::string_view text = line.substr(0, last + 1);
  if (text.find_first_of(".!?,;:") != std::string_view::npos) return std::nullopt;
  const std::vector<Word> words = words_of(text);
  for (const Match& match : find_all(entries.labels, words))
    if (match.words.size() + 1 >= words.size() && match.first() <= 1) return static_cast<Label>(match.meaning);
  return std::nullopt;
}

std::optional<vocabulary::Breath> bare_breath(std::string_view sentence, const Lexicon::Entries& entries) {
  constexpr std::size_t longest = 12;
  if (sentence.size() > longest || !sentence.ends_with('.')) return std::nullopt;
  if (!find_all(entries.breaths, words_of(sentence)).empty()) return std::nullopt; // "Breathe in." is done
  const auto label = heading_label(sentence.substr(0, sentence.size() - 1), entries);
  if (label == Label::inhale) return vocabulary::Breath::inhale;
  if (label == Label::exhale) return vocabulary::Breath::exhale;
  return std::nullopt;
}

} // namespace supple::reader
