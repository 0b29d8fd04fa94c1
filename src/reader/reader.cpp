// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include "reader/entries.h"
#include "reader/memory.h"
#include "reader/paragraph.h"
#include "reader/places.h"
#include "reader/retold.h"
#include "reader/sentence.h"
#include "reader/sides.h"
#include "reader/step_parts.h"
#include "reader/undo.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;

void put_in_place(std::vector<Why>& clauses, const auto& place_of) {
  for (Why& why : clauses) {
    why.place = place_of(why.words);
    for (Why::Read& read : why.moves)
      read.place = place_of(read.words);
  }
}

class ArticleReader {
public:
  ArticleReader(std::string_view article, const Lexicon& lexicon, bool story, Memory* memory)
      : lexicon_(lexicon), memory_(memory), is_headed_(is_headed(article)), has_headings_(ends_its_sentences(article)) {
    before_.story = story;
    for (const Paragraph& paragraph : paragraphs_of(article))
      read_paragraph(paragraph);
    finish();
  }

  Reading take() { return std::move(reading_); }

  std::vector<Explained> explanation() { return std::move(explained_); }

  [[nodiscard]] std::size_t moved() const { return reading_.steps.size(); }

  /// How many clauses tell what was.
  [[nodiscard]] std::ptrdiff_t told_of_the_past() const {
    std::ptrdiff_t count = 0;
    for (const Explained& explained : explained_)
      count += std::ranges::count(explained.clauses, past_reason, &Why::reason);
    return count;
  }

private:
  void read_paragraph(const Paragraph& paragraph) {
    const std::string_view text = paragraph.text;
    if (!is_after_breath(text)) before_.breath = Breath::free;
    before_.optional = before_.optional && !reading_.steps.empty(); // "Q: And if I can't kneel?", and the answer below
    in_paragraph_ = in_paragraph_ && before_.breath != Breath::free;
    step_is_above_ = true;
    names_breath_ = false;
    const std::size_t steps_above = reading_.steps.size();
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
    if (is_heading(text) && is_in_capitals(text)) before_.label.reset();
    if (has_headings_ && is_heading(text)) return;
    const std::optional<Label> heading = before_.label;
    std::vector<Span> sentences = sentences_of(text);
    if (is_numbered_name(text.substr(0, sentences.empty() ? 0 : sentences.front().end), sentences.size() == 1,
                         lexicon_.entries()))
      sentences.erase(sentences.begin());
    for (const Span span : sentences)
      read_corrected(paragraph, span);
    before_.label = heading;
    const bool only_breathes =
        reading_.steps.size() == steps_above + 1 && reading_.steps.back().moves == std::vector{Move::breathe};
    breath_line_ = only_breathes || (breath_line_ && !names_breath_);
  }

  // A breath that has a line of its own, as in a script for an app, is that of the lines below it.
  [[nodiscard]] bool is_after_breath(std::string_view text) {
    breath_line_ = breath_line_ && !trimmed(text).empty() && !reading_.steps.empty();
    return breath_line_;
  }

  // "Lift your left leg, no wait, the other one": what follows is told in place of what stands before.
  void read_corrected(const Paragraph& paragraph, Span span) {
    const std::vector<Word> words =
        words_of(std::string_view{paragraph.text}.substr(span.begin, span.end - span.begin));
    std::size_t begin = span.begin;
    for (const Match& match : find_all(lexicon_.entries().corrections, words)) {
      const Word& first = words[static_cast<std::size_t>(match.first())];
      if (match.first() > 0 && !first.after_mark) continue;
      if (match.first() > 0) read_one(paragraph, {begin, span.begin + first.begin});
      begin = span.begin + words[static_cast<std::size_t>(match.last())].end;
      corrects_ = true;
      all_of_it_ = match.words.size() > 1; // "sorry" takes back no more than a side
    }
    read_one(paragraph, {begin, span.end});
    corrects_ = false;
  }

  // Whether nothing more is told than on which side, or that it is not to be.
  bool take_back(const SentenceReading& said) {
    using vocabulary::Side;
    corrects_ = false;
    if (reading_.steps.empty()) return false;
    Step& last = reading_.steps.back();
    const bool is_told_anew = !said.parts.empty();
    if (!is_told_anew && (said.side == Side::left || said.side == Side::right)) {
      last.side = said.side;
    } else if (all_of_it_) {
      if (!is_told_anew)
        reading_.unread.push_back({last.place, std::move(last.text), last.side, {}}); // "the other way"
      reading_.steps.pop_back();
      in_paragraph_ = false; // nor does what is told anew go on with what stands before it
    } else {
      return false;
    }
    return !is_told_anew;
  }

  void read_one(const Paragraph& paragraph, Span span) {
    const std::string_view sentence = std::string_view{paragraph.text}.substr(span.begin, span.end - span.begin);
    if (const auto breath = bare_breath(sentence, lexicon_.entries())) {
      before_.breath = *breath;
      return;
    }
    before_.moved = !reading_.steps.empty();
    before_.came_there = in_paragraph_ && takes_posture(reading_.steps.back().moves);
    SentenceReading said =
        memory_ != nullptr ? memory_->read(sentence, before_, lexicon_) : read_sentence(sentence, before_, lexicon_);
    const text::Place place = paragraph.place(span);
    put_in_place(said.why, [&](Span words) { return place_in(sentence, place, words); });
    explained_.push_back({place, std::string{sentence}, std::move(said.why)});
    before_.optional = said.offers_next;
    before_.asked_how_often = said.asks_how_often;
    if (said.is_headed && said.label != Label::inhale && said.label != Label::exhale) before_.label = said.label;
    if (said.label == Label::tell) before_.label = Label::tell; // "ADVERTISEMENT: …" to the end of its paragraph
    before_.parts = std::move(said.parts_named);
    if (corrects_ && take_back(said)) return;
    if (mirrors_.empty() && sided_from_.value_or(0) == 0) breathe_there_and_back(said, sentence, reading_.steps);
    add_new(reading_.cautions, said.cautions);
    if (said.rounds && !reading_.rounds) reading_.rounds = said.rounds;
    for (const Aside& aside : said.asides)
      put_aside(aside, paragraph, span);
    const auto before = static_cast<int>(reading_.steps.size());
    add_steps(said, paragraph, span);
    if (said.says_again && said.parts.empty()) before_.breath = Breath::free; // "And again. Now roll them backwards"
    if (said.unread_breath) { // it holds for the next sentence all the same
      before_.breath = *said.unread_breath;
      if (said.parts.empty()) in_paragraph_ = false; // and the breath before it is over
    }
    const auto after = static_cast<int>(reading_.steps.size());
    if (said.mirrors && after > 0) {
      mirrors_.push_back({before, after});
      tells_second_side_ = true;
    }
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

  /// As it must be after the steps that stand there.
  void fit(Part& part, const SentenceReading& said) {
    drop_start(part);
    fit_to_posture(part, before_.posture);
    rock_back(part, said);
    fit_to_bent_knees(part);
    walk_back_on_hands(part, reading_.steps);
    lower_what_was_lifted(part, reading_.steps, before_.posture);
    settle_return(part);
    drop_posture_taken(part);
    drop_mere_reminder(part, said.cautions);
    release_engaged(part, reading_.steps);
    if (holds(part.moves, vocabulary::go(Posture::side_lying)) && part.side == vocabulary::Side::each)
      part.side = vocabulary::Side::none; // "roll onto one side"
  }

  /// What only tells again or more of the steps that stand there; what it tells more is put to the last of them.
  bool is_no_step_of_its_own(const Part& part, const SentenceReading& said) {
    std::vector<Step>& steps = reading_.steps;
    const bool is_first = &part == &said.parts.front();
    if (((said.mirrors && !part.before_mirror) || (said.says_again && part.breath_said)) && !steps.empty() &&
        is_said_again(part, steps))
      return true;
    tells_second_side_ = tells_second_side_ && is_of_second_side(part, steps);
    if (tells_second_side_) return true;
    if ((said.says_again && gives_breath(part, steps)) || (said.mirrors && part.only_breathes && !part.before_mirror))
      return true;
    if (is_told_twice(part, steps)) {
      if (steps.back().side == vocabulary::Side::none) steps.back().side = part.side;
      return true;
    }
    if (only_says_how(part, steps)) return true;
    if (said.at_same_time && is_first && !steps.empty() && (!part.breath_said || part.breath == steps.back().breath)) {
      add_part(steps.back(), part);
      return true;
    }
    if (!tells_how_long(part)) return false;
    steps.back().hold = part.hold;
    return true;
  }

  void add_steps(SentenceReading& said, const Paragraph& paragraph, Span span) {
    if (said.hold_of_all) reading_.hold = *said.hold_of_all;
    if (said.breathes_before && breathe_before(said.parts, reading_.steps)) return;
    if (!reading_.start && said.posture &&
        (!mentioned_ || said.parts.empty() || said.parts.front().breath == Breath::free)) {
      const Span words{span.begin + said.posture_words.begin, span.begin + said.posture_words.end};
      begin_in(*said.posture, paragraph.place(words));
    }
    // "Home base is hands and knees": named, and not told to be taken.
    if (!reading_.start && mentioned_ && !said.parts.empty() && said.posture != mentioned_) {
      reading_.start = mentioned_;
      before_.posture = mentioned_;
      if (starts_on_a_side()) sided_from_ = static_cast<int>(reading_.steps.size());
    }
    if (!mentioned_ && said.mentioned) mentioned_ = said.mentioned;
    for (Part& part : said.parts) {
      names_breath_ = names_breath_ || part.breath_said;
      before_.breath = part.breath;
      const Span words{span.begin + part.words.begin, span.begin + std::max(part.words.begin, part.words.end)};
      const bool only_returns = part.moves == std::vector{Move::return_};
      fit(part, said);
      if (only_returns && part.moves.empty() && (reading_.start || mentioned_)) // "find the middle position"
        reading_.unread.push_back({paragraph.place(words), words_in(paragraph, words), part.side, {}});
      if (part.moves.empty() || is_no_step_of_its_own(part, said)) continue;
      if (in_paragraph_ && &part == &said.parts.front() && was_announced(part, reading_.steps)) {
        if (part.side == vocabulary::Side::none) part.side = reading_.steps.back().side;
        reading_.steps.pop_back();
        in_paragraph_ = false;
      }
      const bool anew =
          in_paragraph_ && (part_begins_anew(part) || (said.begins_with_then && &part == &said.parts.front()));
      if (in_paragraph_ && goes_on(reading_.steps.back(), part) && !anew) {
        Step& step = reading_.steps.back();
        const bool only_breathed = step.moves == std::vector{Move::breathe};
        add_part(step, part);
        if (step_is_above_ && !only_breathed) continue;
        if (step_is_above_) step_begin_ = words.begin;
        step.text = words_in(paragraph, {step_begin_, words.end});
        step.place = paragraph.place({step_begin_, words.end});
        step_is_above_ = false;
      } else {
        reading_.steps.push_back(step_of(part, paragraph.place(words), words_in(paragraph, words)));
        step_begin_ = words.begin;
        step_is_above_ = false;
      }
      if (holds(part.moves, Move::stay)) before_.breath = Breath::free;
      in_paragraph_ = true;
      knees_bent_ = knees_bent_ || holds(part.moves, Move::knees_bend);
      for (const Move move : part.moves)
        if (const auto posture = vocabulary::posture_of(move)) before_.posture = posture;
    }
  }

  // "Keep breathing" is a caution, unless she holds still.
  void drop_mere_reminder(Part& part, const std::vector<vocabulary::Caution>& cautions) const {
    const bool warns = std::ranges::find(cautions, vocabulary::Caution::breath) != cautions.end();
    const bool holds_still = !reading_.steps.empty() && holds(reading_.steps.back().moves, Move::stay);
    if (warns && !holds_still && !part.breath_said && part.moves == std::vector{Move::breathe}) part.moves.clear();
  }

  // From a squat she stands up by straightening her legs.
  void fit_to_bent_knees(Part& part) const {
    if (reading_.start != Posture::standing || before_.posture != Posture::standing) return;
    straighten_what_was_bent(part, reading_.steps);
    if (!knees_bent_) return;
    if (std::erase(part.moves, vocabulary::go(Posture::standing)) > 0 && !holds(part.moves, Move::legs_straighten))
      part.moves.push_back(Move::legs_straighten);
  }

  // "Sit tall" where she sits already takes no posture.
  void drop_posture_taken(Part& part) {
    if (!before_.posture || start_pending_) return;
    const auto comes_to = [&](Posture posture) { return part.moves == std::vector{vocabulary::go(posture)}; };
    const bool sits_up =
        comes_to(Posture::seated) &&
        (before_.posture == Posture::chair || before_.posture == Posture::ball || before_.posture == Posture::heel_sit);
    if (part.breath_said && !reading_.steps.empty() && (sits_up || comes_to(*before_.posture))) {
      part.moves = {Move::return_}; // "breathe in and sit up"
      return;
    }
    const bool sits =
        before_.posture == Posture::chair || before_.posture == Posture::ball || before_.posture == Posture::heel_sit;
    const bool comes_forward = holds(part.moves, Move::pelvis_forward) && hips_are_back(reading_.steps);
    std::erase_if(part.moves, [&](Move move) {
      const auto posture = vocabulary::posture_of(move);
      return posture && ((posture == before_.posture && !comes_forward) || (sits && posture == Posture::seated));
    });
  }

  [[nodiscard]] bool is_sitting() const {
    return before_.posture == Posture::chair || before_.posture == Posture::ball ||
           before_.posture == Posture::heel_sit || before_.posture == Posture::seated;
  }

  // Back where it began is one thing, on to another posture is another.
  void settle_return(Part& part) {
    if (reading_.steps.empty() && !part.breath_said) std::erase(part.moves, Move::return_); // nothing was done yet
    if (!holds(part.moves, Move::return_)) return;
    if (is_sitting()) std::erase(part.moves, vocabulary::go(Posture::seated));   // "sit back up"
    const bool is_there = !before_.posture || before_.posture == reading_.start; // "return to all fours"
    if (reading_.start && !start_pending_ && is_there) std::erase(part.moves, vocabulary::go(*reading_.start));
    if (takes_posture(part.moves)) std::erase(part.moves, Move::return_);
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

  // "First things first, step forward": what seemed to move before she was told where to begin is not of the exercise,
  // unless there is much of it. It is listed.
  void begin_anew(text::Place place) {
    constexpr std::size_t few = 2;
    if (reading_.steps.empty() || reading_.steps.size() > few || reading_.steps.back().place.line >= place.line) return;
    for (Step& step : reading_.steps)
      reading_.unread.push_back({step.place, std::move(step.text), step.side, {}});
    reading_.steps.clear();
    mirrors_.clear();
    sided_from_.reset();
    in_paragraph_ = false;
  }

  void begin_in(Posture posture, text::Place place) {
    begin_anew(place);
    reading_.start = posture;
    reading_.start_place = place;
    before_.posture = posture;
    start_pending_ = true;
  }

  [[nodiscard]] bool starts_on_a_side() const {
    return reading_.start == Posture::side_lying || reading_.start == Posture::half_kneeling ||
           reading_.start == Posture::lunge;
  }

  // The first posture is where it starts, and no step.
  void drop_start(Part& part) {
    if (!start_pending_ || !reading_.start) return;
    const auto found = std::ranges::find(part.moves, vocabulary::go(*reading_.start));
    if (found == part.moves.end()) return;
    part.moves.erase(found);
    std::erase(part.moves, Move::return_);                       // "come up to kneel" goes back to nothing
    if (is_sitting()) std::erase(part.moves, Move::pelvis_back); // "sit well back in a chair"
    start_pending_ = false;
    if (starts_on_a_side() || part.side == vocabulary::Side::left || part.side == vocabulary::Side::right)
      sided_from_ = static_cast<int>(reading_.steps.size());
  }

  void finish() {
    join_sides(reading_.steps, mirrors_, sided_from_);
    drop_rounds_told_again(reading_.steps);
    // Air that was drawn in goes out again by itself: a breath out is a step only for what is done on it, or for how
    // long it is told to be, which the rules of safe practice look at, or where she sighs.
    std::erase_if(reading_.steps, [&](const Step& step) {
      return step.breath == Breath::exhale && step.counts == 0 && step.moves == std::vector{Move::breathe} &&
             !sighs(step, lexicon_.entries());
    });
    for (const Step& step : reading_.steps)
      for (const Move move : step.moves)
        if (const auto posture = vocabulary::posture_of(move)) reading_.finish = posture;
  }

  const Lexicon& lexicon_;
  Memory* memory_; ///< or none
  const bool is_headed_;
  const bool has_headings_;
  Reading reading_;
  std::vector<Explained> explained_;
  Before before_;
  std::vector<Mirror> mirrors_;
  std::optional<Posture> mentioned_; ///< the first posture named in an earlier sentence
  std::optional<int> sided_from_;    ///< the first step, where the start names a side
  bool corrects_ = false;            ///< what is read next is told in place of the last step
  bool all_of_it_ = false;           ///< … or else only of its side
  bool start_pending_ = false;
  bool in_paragraph_ = false;      ///< whether the last step may go on in this paragraph
  bool step_is_above_ = false;     ///< whether it stands in one above
  bool tells_second_side_ = false; ///< the other side was named, and nothing new was told since
  bool knees_bent_ = false;        ///< in a step so far
  bool breath_line_ = false;       ///< a breath had a line of its own, and holds
  bool names_breath_ = false;      ///< a breath is named in this paragraph
  std::size_t step_begin_ = 0;     ///< where in its line the last step begins
};

// An exercise that is told as something that was done has next to nothing to do in the present.
ArticleReader reader_of(std::string_view article, const Lexicon& lexicon, Memory* memory = nullptr) {
  constexpr std::size_t few = 8;
  ArticleReader told{article, lexicon, false, memory};
  constexpr std::ptrdiff_t some = 3;
  if (told.moved() > few || told.told_of_the_past() < some) return told;
  ArticleReader story{article, lexicon, true, memory};
  constexpr std::size_t more = 3;
  const bool is_story = 2 * story.moved() >= 3 * told.moved() && story.moved() >= told.moved() + more;
  return is_story ? std::move(story) : std::move(told);
}

} // namespace

Reading read_article(std::string_view article, const Lexicon& lexicon) {
  return reader_of(article, lexicon).take();
}

Reading read_article(std::string_view article, const Lexicon& lexicon, Memory& memory) {
  return reader_of(article, lexicon, &memory).take();
}

std::vector<Explained> explain_article(std::string_view article, const Lexicon& lexicon) {
  return reader_of(article, lexicon).explanation();
}

PassageReading read_passage(std::string_view passage, text::Place place, const std::vector<int>& columns,
                            const Beginning& beginning, const Lexicon& lexicon) {
  PassageReading reading;
  Before before;
  before.breath = beginning.breath;
  before.posture = beginning.posture;
  for (const Span span : sentences_of(passage)) {
    const std::string_view sentence = passage.substr(span.begin, span.end - span.begin);
    SentenceReading said = read_sentence(sentence, before, lexicon);
    put_in_place(said.why, [&](Span words) {
      return place_at(passage, place, columns, {span.begin + words.begin, span.begin + words.end});
    });
    reading.explained.push_back({place_at(passage, place, columns, span), std::string{sentence}, std::move(said.why)});
    before.optional = said.offers_next;
    before.parts = said.parts_named;
    add_new(reading.cautions, said.cautions);
    for (const Aside& aside : said.asides) {
      if (aside.tells) continue; // "feel your belly rise" is said, and no order
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

} // namespace supple::reader
