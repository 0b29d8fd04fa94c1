// SPDX-License-Identifier: Apache-2.0
#include "score/wording.h"

#include "reader/numbers.h"
#include "score/refusal.h"

#include <algorithm>
#include <span>
#include <utility>

namespace supple::score {

namespace {

using reader::Word;

struct Phrase {
  const Rule* rule = nullptr;
  std::vector<Word> words;
};

std::vector<Phrase> phrases_of(const Rules& rules) {
  std::vector<Phrase> phrases;
  for (const Rule& rule : rules)
    for (const std::string& phrase : rule.phrases)
      phrases.push_back({&rule, reader::words_of(phrase)});
  return phrases;
}

// A line that begins with a small letter goes on with the sentence of the line before.
bool goes_on(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t*_");
  return first != std::string_view::npos && line[first] >= 'a' && line[first] <= 'z';
}

std::size_t end_of_passage(std::string_view source, std::size_t begin) {
  std::size_t end = source.find('\n', begin);
  while (end != std::string_view::npos && goes_on(source.substr(end + 1, source.find('\n', end + 1) - end - 1)))
    end = source.find('\n', end + 1);
  return std::min(end, source.size());
}

// The places of a text, asked for in their order, so that no byte of it is counted twice.
class Places {
public:
  explicit Places(std::string_view source) : source_(source) {}

  text::Place of(std::size_t begin, std::size_t end) {
    const std::string_view passed = source_.substr(at_, begin - at_);
    const std::size_t line_end = passed.rfind('\n');
    if (line_end == std::string_view::npos) {
      column_ += text::characters(passed);
    } else {
      line_ += static_cast<int>(std::ranges::count(passed, '\n'));
      column_ = 1 + text::characters(passed.substr(line_end + 1));
    }
    at_ = begin;
    return {line_, column_, text::characters(source_.substr(begin, end - begin))};
  }

private:
  std::string_view source_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

// `n` in a phrase is any number.
bool is_said(const Phrase& phrase, std::span<const Word> words, std::size_t at) {
  const auto& said = phrase.words;
  const auto fits = [](std::string_view wanted, std::string_view word) {
    return wanted == word || (wanted == "n" && reader::is_number(word));
  };
  return at + said.size() <= words.size() &&
         std::ranges::equal(said, words.subspan(at, said.size()), fits, &Word::plain, &Word::plain);
}

// A language of its own says "no" right before what is not to be done.
bool is_not_to_be_done(const Rule& rule, std::span<const Word> words, std::size_t first, std::size_t last) {
  if (rule.refusing.empty()) return is_refused(words, first, last);
  return first > 0 && std::ranges::find(rule.refusing, words[first - 1].plain) != rule.refusing.end();
}

} // namespace

std::vector<Worded> phrases_said(std::string_view source, const Rules& rules) {
  const std::vector<Phrase> phrases = phrases_of(rules);
  std::vector<Worded> found;
  Places places{source};
  const auto look_in = [&](std::string_view sentence, std::size_t begin) {
    const std::vector<Word> words = reader::words_of(sentence);
    for (std::size_t at = 0; at < words.size(); ++at)
      for (const Phrase& phrase : phrases) {
        const std::size_t last = at + phrase.words.size();
        if (is_said(phrase, words, at) && !is_not_to_be_done(*phrase.rule, words, at, last))
          found.push_back({phrase.rule, places.of(begin + words[at].begin, begin + words[last - 1].end)});
      }
  };
  for (std::size_t begin = 0, end = 0; begin < source.size(); begin = end + 1) {
    end = end_of_passage(source, begin);
    std::string passage{source.substr(begin, end - begin)};
    std::ranges::replace(passage, '\n', ' ');
    for (const reader::Span span : reader::sentences_of(passage))
      look_in(std::string_view{passage}.substr(span.begin, span.end - span.begin), begin + span.begin);
  }
  return found;
}

} // namespace supple::score
