// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include "reader/entries.h"
#include "reader/paragraph.h"
#include "reader/sentence.h"
#include "reader/sides.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;

Step step_of(const Part& part, text::Place place, std::string_view words) {
  return {part.breath, part.side,   part.sense, part.moves,        part.amounts,
          part.hold,   part.counts, place,      std::string{words}};
}

template <class Value>
void add_new(std::vector<Value>& list, const std::vector<Value>& more) {
  for (const Value& value : more)
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

void add_part(Step& step, const Part& part) {
  if (step.moves == std::vector{Move::breathe} && !part.moves.empty()) step.moves.clear();
  if (!part.only_breathes || step.moves.empty()) add_new(step.moves, part.moves);
  step.amounts.insert(step.amounts.end(), part.amounts.begin(), part.amounts.end());
  if (step.side == vocabulary::Side::none) step.side = part.side;
  if (step.sense == vocabulary::Sense::unsaid) step.sense = part.sense;
  if (!step.hold) step.hold = part.hold;
  if (step.counts == 0) step.counts = part.counts;
}

bool holds(const std::vector<Move>& moves, Move move) {
  return std::ranges::find(moves, move) != moves.end();
}

// Two sentences of one paragraph on the same breath are one step; so is the breathing in a hold.
bool goes_on(const Step& step, const Part& part) {
  const bool stays = holds(part.moves, Move::stay), stayed = holds(step.moves, Move::stay);
  if (stayed && part.moves == std::vector{Move::breathe} && !part.breath_said) return true;
  if (stays != stayed || step.breath != part.breath || part.breath == Breath::free) return false;
  return step.side == part.side || part.side == vocabulary::Side::none || step.side == vocabulary::Side::none;
}

// Moves as they are meant where she is: a foot comes forward from the knees or is only stepped; on a breath, "sit back
// on your heels" is the way there and no rest.
void fit_to_posture(Part& part, std::optional<Posture> posture) {
  const bool lies_or_sits = posture == Posture::supine || posture == Posture::side_lying ||
                            posture == Posture::seated || posture == Posture::prone || posture == Posture::chair;
  for (Move& move : part.moves)
    if (move == Move::pelvis_back && lies_or_sits) move = Move::return_;
  const bool kneels = posture == Posture::kneeling || posture == Posture::all_fours || posture == Posture::heel_sit;
  for (Move& move : part.moves)
    if (move == vocabulary::go(Posture::half_kneeling) && !kneels) move = Move::feet_walk;
  if (holds(part.moves, vocabulary::go(Posture::lunge))) std::erase(part.moves, vocabulary::go(Posture::half_kneeling));
  if (part.breath == Breath::free) return;
  for (Move& move : part.moves)
    if (move == vocabulary::go(Posture::heel_sit)) move = Move::pelvis_back;
}

// "IN.", "2. OUT.": the breath of what follows.
std::optional<Breath> bare_breath(std::string_view sentence, const Lexicon::Entries& entries) {
  constexpr std::size_t longest = 12;
  if (sentence.size() > longest || !sentence.ends_with('.')) return std::nullopt;
  if (!find_all(entries.breaths, words_of(sentence)).empty()) return std::nullopt; // "Breathe in." is done
  const auto label = heading_label(sentence.substr(0, sentence.size() - 1), entries);
  if (label == Label::inhale) return Breath::inhale;
  if (label == Label::exhale) return Breath::exhale;
  return std::nullopt;
}

class ArticleReader {
public:
  ArticleReader(std::string_view article, const Lexicon& lexicon)
      : lexicon_(lexicon), is_headed_(is_headed(article)), has_headings_(ends_its_sentences(article)) {
    for (const Paragraph& paragraph : paragraphs_of(article))
      read_paragraph(paragraph);
    finish();
  }

  Reading take() { return std::move(reading_); }

  std::vector<Explained> explanation() { return std::move(explained_); }

private:
  void read_paragraph(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text;
    before_.breath = Breath::free;
    before_.optional = false;
    in_paragraph_ = false;
    if (text.starts_with(title_mark)) {
      reading_.title = trimmed(text.substr(title_mark.size()));
      return;
    }
    if (trimmed(text).empty()) before_.label.reset();
    if (is_no_text(text)) return;
    if (reading_.title.empty() && paragraph.pieces.front().line == 1) {
      reading_.title = trimmed(text.substr(0, text.find_first_of(".!?\n")));
      if (is_headed_) return;
    }
    if (const auto label = heading_label(text, lexicon_.entries())) {
      before_.label = label == Label::inhale || label == Label::exhale ? std::nullopt : label;
      if (label != Label::inhale && label != Label::exhale) return;
    }
    if (has_headings_ && is_heading(text)) return;
    const std::optional<Label> heading = before_.label;
    for (const Span span : sentences_of(text))
      read_one(paragraph, span);
    before_.label = heading;
  }

  void read_one(const Paragraph& paragraph, Span span) {
    const std::string_view sentence = std::string_view{paragraph.text}.substr(span.begin, span.end - span.begin);
    if (const auto breath = bare_breath(sentence, lexicon_.entries())) {
      before_.breath = *breath;
      return;
    }
    SentenceReading said = read_sentence(sentence, before_, lexicon_);
    explained_.push_back({paragraph.place(span), std::string{sentence}, std::move(said.why)});
    before_.optional = said.offers_next;
    if (said.is_headed && said.label != Label::inhale && said.label != Label::exhale) before_.label = said.label;
    if (said.label == Label::tell) before_.label = Label::tell; // "ADVERTISEMENT: …" to the end of its paragraph
    before_.parts = std::move(said.parts_named);
    add_new(reading_.cautions, said.cautions);
    if (said.rounds && !reading_.rounds) reading_.rounds = said.rounds;
    for (const Aside& aside : said.asides)
      put_aside(aside, paragraph, span);
    add_steps(said, paragraph, span);
    if (said.mirrors && !reading_.steps.empty()) mirrored_.push_back(static_cast<int>(reading_.steps.size()));
  }

  void put_aside(const Aside& aside, const Paragraph& paragraph, Span sentence) {
    const Span words{sentence.begin + aside.words.begin, sentence.begin + aside.words.end};
    Passage passage{paragraph.place(words), words_in(paragraph, words), aside.side, aside.moves};
    switch (aside.mood) {
    case Mood::avoid:
      passage.moves.clear();
      reading_.avoid.push_back(std::move(passage));
      break;
    case Mood::option:
      reading_.options.push_back(std::move(passage));
      break;
    case Mood::throughout:
      reading_.throughout.push_back(std::move(passage));
      break;
    case Mood::unread:
      reading_.unread.push_back(std::move(passage));
      break;
    case Mood::telling:
    case Mood::instruction:
      break;
    }
  }

  // "Now the same to the left": nothing new is told. Coming back may be told again.
  [[nodiscard]] bool is_said_again(const Part& part) const {
    constexpr std::ptrdiff_t remembered = 40; // steps: what was told long ago is told anew
    if (part.moves == std::vector{Move::return_}) return holds(reading_.steps.back().moves, Move::return_);
    const auto first = reading_.steps.end() - std::min(std::ssize(reading_.steps), remembered);
    return std::ranges::all_of(part.moves, [&](Move move) {
      return std::any_of(first, reading_.steps.end(), [&](const Step& step) {
        return holds(step.moves, move) && (!part.breath_said || step.breath == part.breath);
      });
    });
  }

  void add_steps(SentenceReading& said, const Paragraph& paragraph, Span span) {
    if (!reading_.start && said.posture &&
        (!mentioned_ || said.parts.empty() || said.parts.front().breath == Breath::free)) {
      const Span words{span.begin + said.posture_words.begin, span.begin + said.posture_words.end};
      begin_in(*said.posture, paragraph.place(words));
    }
    // "Home base is hands and knees": named, and not told to be taken.
    if (!reading_.start && mentioned_ && !said.parts.empty() && said.posture != mentioned_) {
      reading_.start = mentioned_;
      before_.posture = mentioned_;
    }
    if (!mentioned_ && said.mentioned) mentioned_ = said.mentioned;
    for (Part& part : said.parts) {
      before_.breath = part.breath;
      drop_start(part);
      fit_to_posture(part, before_.posture);
      settle_return(part);
      drop_posture_taken(part);
      if (part.moves.empty() ||
          ((said.mirrors || (said.says_again && part.breath_said)) && !reading_.steps.empty() && is_said_again(part)))
        continue;
      if (tells_how_long(part)) {
        reading_.steps.back().hold = part.hold;
        continue;
      }
      const Span words{span.begin + part.words.begin, span.begin + std::max(part.words.begin, part.words.end)};
      const bool anew =
          in_paragraph_ && (part_begins_anew(part) || (said.begins_with_then && &part == &said.parts.front()));
      if (in_paragraph_ && goes_on(reading_.steps.back(), part) && !anew) {
        Step& step = reading_.steps.back();
        add_part(step, part);
        step.text = words_in(paragraph, {step_begin_, words.end});
        step.place = paragraph.place({step_begin_, words.end});
      } else {
        reading_.steps.push_back(step_of(part, paragraph.place(words), words_in(paragraph, words)));
        step_begin_ = words.begin;
      }
      if (holds(part.moves, Move::stay)) before_.breath = Breath::free;
      in_paragraph_ = true;
      for (const Move move : part.moves)
        if (const auto posture = vocabulary::posture_of(move)) before_.posture = posture;
    }
  }

  // "Sit tall" where she sits already takes no posture.
  void drop_posture_taken(Part& part) {
    if (!before_.posture || start_pending_) return;
    const bool sits =
        before_.posture == Posture::chair || before_.posture == Posture::ball || before_.posture == Posture::heel_sit;
    std::erase_if(part.moves, [&](Move move) {
      const auto posture = vocabulary::posture_of(move);
      return posture && (posture == before_.posture || (sits && posture == Posture::seated));
    });
  }

  // Back where it began is one thing, on to another posture is another.
  void settle_return(Part& part) {
    if (!holds(part.moves, Move::return_)) return;
    if (reading_.start && !start_pending_) std::erase(part.moves, vocabulary::go(*reading_.start));
    if (std::ranges::any_of(part.moves, [](Move move) { return vocabulary::posture_of(move).has_value(); }))
      std::erase(part.moves, Move::return_);
  }

  // "Stay." and, in the next line, "Four breaths": how long is said later.
  [[nodiscard]] bool tells_how_long(const Part& part) const {
    if (reading_.steps.empty() || !part.hold || !holds(part.moves, Move::stay)) return false;
    const Step& last = reading_.steps.back();
    return holds(last.moves, Move::stay) && last.hold == Hold{} && part.moves.size() == 1;
  }

  // "Breathe in. Breathe out. Breathe in": a breath that is named again after its own moves is another step.
  [[nodiscard]] bool part_begins_anew(const Part& part) const {
    return part.breath_said && part.only_breathes && !reading_.steps.back().moves.empty();
  }

  void begin_in(Posture posture, text::Place place) {
    reading_.start = posture;
    reading_.start_place = place;
    before_.posture = posture;
    start_pending_ = true;
  }

  // The first posture is where it starts, and no step.
  void drop_start(Part& part) {
    if (!start_pending_ || !reading_.start) return;
    const auto found = std::ranges::find(part.moves, vocabulary::go(*reading_.start));
    if (found == part.moves.end()) return;
    part.moves.erase(found);
    start_pending_ = false;
    const bool is_of_side = reading_.start == Posture::side_lying || reading_.start == Posture::half_kneeling ||
                            reading_.start == Posture::lunge;
    if (is_of_side || part.side == vocabulary::Side::left || part.side == vocabulary::Side::right)
      sided_from_ = static_cast<int>(reading_.steps.size());
  }

  void finish() {
    join_sides(reading_.steps, mirrored_, sided_from_);
    for (const Step& step : reading_.steps)
      for (const Move move : step.moves)
        if (const auto posture = vocabulary::posture_of(move)) reading_.finish = posture;
  }

  const Lexicon& lexicon_;
  const bool is_headed_;
  const bool has_headings_;
  Reading reading_;
  std::vector<Explained> explained_;
  Before before_;
  std::vector<int> mirrored_;        ///< how many steps there were at each "the same on the other side"
  std::optional<Posture> mentioned_; ///< the first posture named in an earlier sentence
  std::optional<int> sided_from_;    ///< the first step, where the start names a side
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

// The first wording of a concept.
std::string wording_of_concept(int meaning, const Lexicon::Entries& entries) {
  const auto found = std::ranges::find(entries.terms.list, meaning, &Phrase::meaning);
  std::string words = found == entries.terms.list.end() ? std::string{} : found->written;
  std::erase(words, '=');
  return words.substr(0, words.find('|'));
}

// A frame of the lexicon as a person would say it: the first of each choice, "your" before a part of the body.
std::string spelled(const Frame& frame, const Lexicon::Entries& entries) {
  std::string words;
  for (const std::vector<int>& slot : frame.slots) {
    const bool is_part = entries.concepts[static_cast<std::size_t>(slot.front())].kind == Kind::part;
    words += (words.empty() ? "" : " ") + std::string{is_part && !words.empty() ? "your " : ""} +
             wording_of_concept(slot.front(), entries);
  }
  return words;
}

} // namespace

Reading read_article(std::string_view article, const Lexicon& lexicon) {
  return ArticleReader{article, lexicon}.take();
}

std::vector<Explained> explain_article(std::string_view article, const Lexicon& lexicon) {
  return ArticleReader{article, lexicon}.explanation();
}

PassageReading read_passage(std::string_view passage, text::Place place, const std::vector<int>& columns, Breath breath,
                            const Lexicon& lexicon) {
  PassageReading reading;
  Before before;
  before.breath = breath;
  for (const Span span : sentences_of(passage)) {
    const std::string_view sentence = passage.substr(span.begin, span.end - span.begin);
    const SentenceReading said = read_sentence(sentence, before, lexicon);
    before.optional = said.offers_next;
    before.parts = said.parts_named;
    add_new(reading.cautions, said.cautions);
    for (const Aside& aside : said.asides) {
      const Span words{span.begin + aside.words.begin, span.begin + aside.words.end};
      Passage whole{place_at(passage, place, columns, words),
                    std::string{trimmed(passage.substr(words.begin, words.end - words.begin))}, aside.side,
                    aside.moves};
      std::vector<Passage>& list = aside.mood == Mood::avoid        ? reading.avoid
                                   : aside.mood == Mood::option     ? reading.options
                                   : aside.mood == Mood::throughout ? reading.throughout
                                                                    : reading.unread;
      list.push_back(std::move(whole));
    }
    for (const Part& part : said.parts) {
      before.breath = part.breath;
      if (!reading.steps.empty() && goes_on(reading.steps.back(), part))
        add_part(reading.steps.back(), part);
      else
        reading.steps.push_back(step_of(part, place_at(passage, place, columns, span), sentence));
    }
  }
  return reading;
}

std::string nearest_understood(std::string_view words, const Lexicon& lexicon) {
  const Lexicon::Entries& entries = lexicon.entries();
  const Found found = look_up(words, entries);
  const Frame* best = nullptr;
  double best_share = 0;
  for (const Frame& frame : entries.frames) {
    const auto count = std::ranges::count_if(frame.slots, [&](const std::vector<int>& slot) {
      return std::ranges::any_of(found.terms,
                                 [&](const Term& term) { return std::ranges::find(slot, term.meaning) != slot.end(); });
    });
    const double share = static_cast<double>(count) / static_cast<double>(frame.slots.size());
    if (share > best_share) {
      best = &frame;
      best_share = share;
    }
  }
  return best == nullptr ? std::string{} : spelled(*best, entries);
}

std::string wording_of(Move move, const Lexicon& lexicon) {
  const Lexicon::Entries& entries = lexicon.entries();
  const auto found = std::ranges::find(entries.frames, move, &Frame::move);
  return found == entries.frames.end() ? std::string{} : spelled(*found, entries);
}

} // namespace supple::reader
