// SPDX-License-Identifier: Apache-2.0
#include "guide/captions.h"

#include "guide/numbers.h"
#include "text/place.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace supple::guide {

namespace {

using Words = std::span<const std::string>;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// A word that is longer than a line goes on in the next one.
void append_word(std::vector<std::string>& words, std::string_view word) {
  std::string piece;
  int length = 0;
  for (const char c : word) {
    if (begins_character(c) && length == caption_line_characters) {
      words.push_back(std::exchange(piece, {}));
      length = 0;
    }
    if (begins_character(c)) ++length;
    piece += c;
  }
  if (!piece.empty()) words.push_back(std::move(piece));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end]))
      ++end;
    append_word(words, text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

int length_of(Words words) {
  int length = static_cast<int>(words.size()) - 1;
  for (const std::string& word : words)
    length += text::characters(word);
  return length;
}

// How many of the words a line holds.
std::size_t fill_line(Words words) {
  std::size_t count = 0;
  int length = -1;
  while (count < words.size() && length + 1 + text::characters(words[count]) <= caption_line_characters)
    length += 1 + text::characters(words[count++]);
  return count;
}

bool ends_with_one_of(std::string_view word, std::string_view marks) {
  return !word.empty() && marks.find(word.back()) != std::string_view::npos;
}

// How many words the next caption takes: as many as fit, or up to the last sentence that ends in it, or else up to the
// last pause in its second half.
std::size_t fill_caption(Words words) {
  std::size_t most = 0;
  for (int line = 0; line < caption_lines; ++line)
    most += fill_line(words.subspan(most));
  if (most == words.size()) return most;
  for (std::size_t n = most; n > 0; --n)
    if (ends_with_one_of(words[n - 1], ".!?")) return n;
  for (std::size_t n = most; 2 * n > most; --n)
    if (ends_with_one_of(words[n - 1], ",;:")) return n;
  return most;
}

std::string joined(Words words) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : " ") + word;
  return out;
}

// Two lines as alike in length as can be.
std::string in_lines(Words words) {
  if (length_of(words) <= caption_line_characters) return joined(words);
  std::size_t best = fill_line(words);
  const auto longer = [&](std::size_t n) { return std::max(length_of(words.first(n)), length_of(words.subspan(n))); };
  for (std::size_t n = best; n > 0; --n)
    if (longer(n) < longer(best)) best = n;
  return joined(words.first(best)) + "\n" + joined(words.subspan(best));
}

double least_s(std::string_view caption, double characters_per_s) {
  return std::max(caption_shortest_s, text::characters(caption) / characters_per_s) + caption_rounding_s;
}

// The captions of one cue. `end_s`: the last one must be gone by then.
void lay(const Cue& cue, double end_s, std::vector<Caption>& captions) {
  const std::vector<std::string> texts = split_in_captions(cue.text);
  double all = 0, left_s = 0;
  for (const std::string& text : texts) {
    all += text::characters(text);
    left_s += least_s(text, caption_characters_per_s) + caption_gap_s;
  }
  double start_s = cue.start_s, before = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double characters = text::characters(texts[i]);
    const double least = least_s(texts[i], caption_characters_per_s);
    before += characters;
    left_s -= least + caption_gap_s;
    double stop_s = end_s;
    if (i + 1 < texts.size()) {
      const double spoken_s = cue.start_s + (cue.end_s - cue.start_s) * before / all;
      stop_s = std::min(std::max(spoken_s, start_s + least + caption_gap_s) - caption_gap_s, end_s - left_s);
    } else {
      const double aimed = least_s(texts[i], caption_aimed_characters_per_s);
      stop_s = std::min(std::max(cue.end_s, start_s + aimed), end_s);
    }
    captions.push_back(
        {start_s, std::min(stop_s, start_s + caption_longest_s - caption_rounding_s), texts[i], is_ahead(cue.kind)});
    start_s = stop_s + caption_gap_s;
  }
}

} // namespace

std::vector<std::string> split_in_captions(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  std::vector<std::string> captions;
  for (Words rest = words; !rest.empty();) {
    const std::size_t count = fill_caption(rest);
    captions.push_back(in_lines(rest.first(count)));
    rest = rest.subspan(count);
  }
  return captions;
}

double reading_s(std::string_view text) {
  double seconds = 0;
  for (const std::string& caption : split_in_captions(text))
    seconds += least_s(caption, caption_characters_per_s) + caption_gap_s;
  return seconds;
}

std::vector<Caption> captions_of(const std::vector<Cue>& cues, double end_s) {
  std::vector<Caption> captions;
  for (std::size_t i = 0; i < cues.size(); ++i)
    lay(cues[i], i + 1 < cues.size() ? cues[i + 1].start_s - caption_gap_s : end_s, captions);
  return captions;
}

} // namespace supple::guide
