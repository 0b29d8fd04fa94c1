// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include "reader/sentence.h"

#include <algorithm>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;

constexpr std::string_view title_mark = "TITLE:";

bool is_ascii_word(std::string_view line, std::string_view word) {
  if (line.size() < word.size()) return false;
  return std::ranges::equal(line.substr(0, word.size()), word, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

// A line of key words for search engines instructs nobody.
bool is_tag_line(std::string_view line) {
  return is_ascii_word(line, "tags:") || is_ascii_word(line, "#");
}

// A short first line without an end, and a free line after it, is a heading: "A little rounding" rounds nothing yet.
bool is_headed(std::string_view article) {
  constexpr std::size_t longest = 60;
  const std::size_t end = article.find('\n');
  if (end > longest || !article.substr(end).starts_with("\n\n")) return false;
  return article.substr(0, end).find_first_of(".!?:") == std::string_view::npos;
}

text::Place place_in(std::string_view line, int number, Span span) {
  return {number, text::characters(line.substr(0, span.begin)) + 1,
          text::characters(line.substr(span.begin, span.end - span.begin))};
}

Step step_of(const Part& part, text::Place place, std::string_view sentence) {
  return {part.breath, part.side,   part.sense, part.moves,           part.amounts,
          part.hold,   part.counts, place,      std::string{sentence}};
}

void add_new_moves(Step& step, const Part& part) {
  for (const Move move : part.moves)
    if (std::ranges::find(step.moves, move) == step.moves.end()) step.moves.push_back(move);
  step.amounts.insert(step.amounts.end(), part.amounts.begin(), part.amounts.end());
  if (step.sense == vocabulary::Sense::unsaid) step.sense = part.sense;
  if (!step.hold) step.hold = part.hold;
  if (step.counts == 0) step.counts = part.counts;
}

template <class Value>
void add_new(std::vector<Value>& list, const std::vector<Value>& more) {
  for (const Value& value : more)
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

std::vector<Move> moves_of(const SentenceReading& sentence) {
  std::vector<Move> moves;
  for (const Part& part : sentence.parts)
    add_new(moves, part.moves);
  return moves;
}

// Two sentences of one paragraph on the same breath are one step.
bool goes_on(const Step& step, const Part& part, bool same_paragraph) {
  return same_paragraph && !part.breath_said && part.breath != Breath::free && step.breath == part.breath &&
         step.side == part.side;
}

class ArticleReader {
public:
  ArticleReader(std::string_view article, const Lexicon& lexicon) : lexicon_(lexicon), is_headed_(is_headed(article)) {
    int number = 1;
    for (std::size_t begin = 0; begin <= article.size(); ++number) {
      const std::size_t end = std::min(article.find('\n', begin), article.size());
      read_line(article.substr(begin, end - begin), number);
      begin = end + 1;
    }
    finish();
  }

  Reading take() { return std::move(reading_); }

private:
  void read_line(std::string_view line, int number) {
    breath_ = Breath::free;
    in_paragraph_ = false;
    if (line.starts_with(title_mark)) {
      reading_.title = trimmed(line.substr(title_mark.size()));
      return;
    }
    if (is_tag_line(line)) return;
    if (reading_.title.empty() && number == 1) {
      reading_.title = trimmed(line.substr(0, line.find_first_of(".!?")));
      if (is_headed_) return;
    }
    for (const Span span : sentences_of(line))
      read_one(line, number, span);
  }

  void read_one(std::string_view line, int number, Span span) {
    const std::string_view sentence = line.substr(span.begin, span.end - span.begin);
    const text::Place place = place_in(line, number, span);
    const SentenceReading said = read_sentence(sentence, breath_, posture_, lexicon_);
    add_new(reading_.cautions, said.cautions);
    if (said.rounds && !reading_.rounds) reading_.rounds = said.rounds;
    const Passage passage{place, std::string{sentence},
                          said.parts.empty() ? vocabulary::Side::none : said.parts.front().side, moves_of(said)};
    switch (said.mood) {
    case Mood::telling:
      break;
    case Mood::avoid:
      reading_.avoid.push_back({place, std::string{sentence}, {}, {}});
      break;
    case Mood::option:
      reading_.options.push_back(passage);
      break;
    case Mood::throughout:
      reading_.throughout.push_back(passage);
      break;
    case Mood::unread:
      reading_.unread.push_back({place, std::string{sentence}, {}, {}});
      break;
    case Mood::instruction:
      add_steps(said, place, sentence, line, span);
      break;
    }
  }

  void add_steps(const SentenceReading& said, text::Place place, std::string_view sentence, std::string_view line,
                 Span span) {
    if (!reading_.start && said.posture) {
      const Span words{span.begin + said.posture_words.begin, span.begin + said.posture_words.end};
      begin_in(*said.posture, place_in(line, place.line, words));
    }
    for (Part part : said.parts) {
      breath_ = part.breath;
      drop_start(part);
      if (part.moves.empty()) continue;
      if (in_paragraph_ && goes_on(reading_.steps.back(), part, true)) {
        Step& step = reading_.steps.back();
        add_new_moves(step, part);
        step.text = line.substr(step_begin_, span.end - step_begin_);
        step.place.length = text::characters(step.text);
      } else {
        reading_.steps.push_back(step_of(part, place, sentence));
        step_begin_ = span.begin;
      }
      in_paragraph_ = true;
      for (const Move move : part.moves)
        if (const auto posture = vocabulary::posture_of(move)) posture_ = posture;
    }
  }

  void begin_in(Posture posture, text::Place place) {
    reading_.start = posture;
    reading_.start_place = place;
    posture_ = posture;
    start_pending_ = true;
  }

  // The first posture is where it starts, and no step.
  void drop_start(Part& part) {
    if (!start_pending_ || !reading_.start) return;
    const auto found = std::ranges::find(part.moves, vocabulary::go(*reading_.start));
    if (found == part.moves.end()) return;
    part.moves.erase(found);
    start_pending_ = false;
  }

  void finish() {
    for (const Step& step : reading_.steps)
      for (const Move move : step.moves)
        if (const auto posture = vocabulary::posture_of(move)) reading_.finish = posture;
  }

  const Lexicon& lexicon_;
  const bool is_headed_;
  Reading reading_;
  Breath breath_ = Breath::free;
  std::optional<Posture> posture_;
  bool start_pending_ = false;
  bool in_paragraph_ = false;  ///< whether the last step stands in this paragraph
  std::size_t step_begin_ = 0; ///< where in its line the last step begins
};

text::Place place_at(std::string_view passage, text::Place place, const std::vector<int>& columns, Span span) {
  const auto first = static_cast<std::size_t>(text::characters(passage.substr(0, span.begin)));
  const auto count = static_cast<std::size_t>(text::characters(passage.substr(span.begin, span.end - span.begin)));
  if (columns.empty() || count == 0 || first + count > columns.size())
    return {place.line, place.column + static_cast<int>(first), static_cast<int>(count)};
  return {place.line, columns[first], columns[first + count - 1] - columns[first] + 1};
}

// A phrase of the lexicon as a person would say it: the first of each choice, "your" in the gaps.
std::string spelled(const Phrase& phrase) {
  std::string words = phrase.written;
  std::erase(words, '=');
  for (std::size_t bar = words.find('|'); bar != std::string::npos; bar = words.find('|'))
    words.erase(bar, std::min(words.find(' ', bar), words.size()) - bar);
  for (std::size_t gap = words.find(".."); gap != std::string::npos; gap = words.find(".."))
    words.replace(gap, 2, "your");
  return words;
}

} // namespace

Reading read_article(std::string_view article, const Lexicon& lexicon) {
  return ArticleReader{article, lexicon}.take();
}

PassageReading read_passage(std::string_view passage, text::Place place, const std::vector<int>& columns, Breath breath,
                            const Lexicon& lexicon) {
  PassageReading reading;
  for (const Span span : sentences_of(passage)) {
    const std::string_view sentence = passage.substr(span.begin, span.end - span.begin);
    const text::Place at = place_at(passage, place, columns, span);
    const SentenceReading said = read_sentence(sentence, breath, std::nullopt, lexicon);
    add_new(reading.cautions, said.cautions);
    const Passage whole{at, std::string{sentence},
                        said.parts.empty() ? vocabulary::Side::none : said.parts.front().side, moves_of(said)};
    switch (said.mood) {
    case Mood::telling:
      break;
    case Mood::avoid:
      reading.avoid.push_back(whole);
      break;
    case Mood::option:
      reading.options.push_back(whole);
      break;
    case Mood::throughout:
      reading.throughout.push_back(whole);
      break;
    case Mood::unread:
      reading.unread.push_back(whole);
      break;
    case Mood::instruction:
      for (const Part& part : said.parts) {
        breath = part.breath;
        if (!reading.steps.empty() && goes_on(reading.steps.back(), part, true))
          add_new_moves(reading.steps.back(), part);
        else
          reading.steps.push_back(step_of(part, at, sentence));
      }
      break;
    }
  }
  return reading;
}

std::string nearest_understood(std::string_view words, const Lexicon& lexicon) {
  const std::vector<Word> given = words_of(words);
  const Phrase* best = nullptr;
  double best_share = 0;
  for (const Phrase& phrase : lexicon.entries().moves.list) {
    const auto found = std::ranges::count_if(phrase.slots, [&](const Slot& slot) {
      return std::ranges::any_of(
          given, [&](const Word& word) { return std::ranges::find(slot.stems, word.stem) != slot.stems.end(); });
    });
    const double share = static_cast<double>(found) / static_cast<double>(phrase.slots.size());
    if (share > best_share) {
      best = &phrase;
      best_share = share;
    }
  }
  return best == nullptr ? std::string{} : spelled(*best);
}

std::string wording_of(Move move, const Lexicon& lexicon) {
  const auto& list = lexicon.entries().moves.list;
  const auto found = std::ranges::find(list, static_cast<int>(move), &Phrase::meaning);
  return found == list.end() ? std::string{} : spelled(*found);
}

} // namespace supple::reader
