// SPDX-License-Identifier: Apache-2.0
#include "reader/draft.h"

#include "reader/cue.h"
#include "reader/draft_blocks.h"
#include "reader/side_words.h"
#include "reader/words.h"
#include "text/sorted.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Caution;
using vocabulary::Move;

bool stands_before(text::Place a, text::Place b) {
  return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

std::string comment(std::string_view words) {
  return "<!-- " + std::string{words} + " -->\n";
}

// What a comment quotes must not end it.
std::string quoted(std::string_view what, text::Place place, std::string_view words) {
  return comment(std::string{what} + ", line " + std::to_string(place.line) + ": " + plain_words(words));
}

// The part of the body that a comfort option is for; empty where it is for none.
std::string_view part_in(std::string_view text) {
  struct Part {
    std::string_view name;
    std::array<std::string_view, 5> words;
  };

  constexpr std::array<Part, 5> parts{{{"knees", {"knee", "knees"}},
                                       {"wrists", {"wrist", "wrists"}},
                                       {"pelvis", {"pelvis", "pelvic", "pubic", "hips", "hip"}},
                                       {"head", {"head", "neck", "forehead"}},
                                       {"belly", {"belly", "bump", "tummy", "abdomen"}}}};
  for (const Word& word : words_of(text))
    for (const Part& part : parts)
      if (std::ranges::find(part.words, word.plain) != part.words.end()) return part.name;
  return {};
}

// Something said beside the steps, with where it stands.
struct Remark {
  text::Place place;
  std::string line;
};

bool comes_before(const Remark& a, const Remark& b) {
  return std::tie(a.place.line, a.place.column, a.line) < std::tie(b.place.line, b.place.column, b.line);
}

class Drafter {
public:
  Drafter(const Reading& reading, const std::vector<Explained>& sentences, const Lexicon& lexicon)
      : reading_(reading), sentences_(sentences), lexicon_(lexicon) {}

  Draft draft() {
    sort_options();
    find_care();
    for (const Passage& passage : reading_.unread)
      remarks_.push_back({passage.place, quoted("not read", passage.place, passage.text)});
    draft_.left = static_cast<int>(reading_.unread.size());
    text::sort(remarks_, comes_before);
    write_front();
    write_comfort();
    for (const Block& block : blocks_of(reading_))
      write_block(block);
    write_remarks(remarks_.size());
    write_end();
    return std::move(draft_);
  }

private:
  void write(std::string_view words) { draft_.markdown += words; }

  void write_front() {
    const std::string title = plain_words(reading_.title);
    write("---\ntitle: " + (title.empty() ? std::string{"An exercise"} : title) +
          "\ntags: []\nweeks: 4-42\npostnatal: 6+\n---\n");
    write(comment("weeks and postnatal are as wide as they may be: narrow them to those it is for"));
  }

  // What an option is for may stand in the question before it: "Sore wrists? Make fists."
  void sort_options() {
    for (const Passage& option : reading_.options) {
      const auto index = sentence_of(option.place);
      if (!index) continue;
      std::string_view part = comfort_part(*index);
      if (part.empty() && *index > 0 && sentences_[*index - 1].sentence.ends_with('?')) part = comfort_part(*index - 1);
      const std::string words = as_sentence(plain_words(moves_in(*index) ? option.text : sentences_[*index].sentence));
      if (!part.empty()) {
        comfort_.push_back({option.place, "- " + std::string{part} + ": " + words + "\n"});
        used_.push_back(*index);
      } else if (!option.moves.empty()) {
        remarks_.push_back({option.place, quoted("may be offered", option.place, option.text)});
      }
    }
  }

  [[nodiscard]] std::string_view comfort_part(std::size_t index) {
    return cautions_of(index).empty() ? std::string_view{} : part_in(sentences_[index].sentence);
  }

  // The sentence in which a passage of the reading stands.
  [[nodiscard]] std::optional<std::size_t> sentence_of(text::Place place) const {
    const auto after = std::ranges::upper_bound(sentences_, place, stands_before, &Explained::place);
    if (after == sentences_.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - sentences_.begin()) - 1;
  }

  [[nodiscard]] bool moves_in(std::size_t index) const {
    return std::ranges::any_of(sentences_[index].clauses,
                               [](const Why& why) { return why.mood == Mood::instruction && !why.moves.empty(); });
  }

  [[nodiscard]] std::vector<Caution> cautions_of(std::size_t index) const {
    return read_passage(sentences_[index].sentence, {}, {}, {}, lexicon_).cautions;
  }

  // What is forbidden, what holds all along, and what to look out for.
  void find_care() {
    for (const std::vector<Passage>* passages : {&reading_.avoid, &reading_.throughout})
      for (const Passage& passage : *passages)
        if (const auto index = sentence_of(passage.place); index && (passages != &reading_.avoid || forbids(*index)))
          add_care(*index, passage.text);
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      const std::vector<Caution> cautions = cautions_of(i);
      const bool warns = std::ranges::any_of(cautions, [](Caution caution) { return caution != Caution::prop; });
      if (warns && !moves_in(i) && !sentences_[i].sentence.ends_with('?')) add_care(i, {});
    }
    text::sort(care_, comes_before);
  }

  // "Nothing to fix here" forbids nothing.
  [[nodiscard]] bool forbids(std::size_t index) const {
    constexpr std::array<std::string_view, 10> words{"do not", "don't",   "don’t",   "never",   "avoid",
                                                     "not to", "needn't", "no need", "without", "stop"};
    const std::string sentence = begun_small(sentences_[index].sentence);
    return std::ranges::any_of(words, [&](std::string_view word) { return sentence.contains(word); });
  }

  void add_care(std::size_t index, std::string_view words) {
    constexpr std::size_t longest = 240; // is said once
    if (sentences_[index].sentence.size() > longest) return;
    const bool is_alone = !moves_in(index);
    if (is_alone && std::ranges::find(used_, index) != used_.end()) return;
    if (is_alone) used_.push_back(index);
    const Explained& explained = sentences_[index];
    care_.push_back({explained.place, as_sentence(plain_words(is_alone ? explained.sentence : words)) + "\n"});
  }

  void write_comfort() {
    if (comfort_.empty()) return;
    write("## Comfort\n");
    std::vector<Remark> written;
    for (const Remark& option : comfort_)
      if (std::ranges::find(written, option.line, &Remark::line) == written.end()) {
        write(option.line);
        written.push_back(option);
      }
  }

  void write_block(const Block& block) {
    if (block.first == block.last && block.kind != SectionKind::start) return;
    if (block.kind == SectionKind::start && block.first == block.last && !reading_.start) return;
    write("## " + block.heading + "\n");
    if (!block.open.empty()) write(comment(block.open));
    const bool is_start_told = block.kind == SectionKind::start && begin(block);
    for (std::size_t i = block.first + (is_start_told ? 1 : 0); i < block.last; ++i)
      write_step(reading_.steps[i], block.first_side);
  }

  // Answers whether the first step is told by the same sentence.
  bool begin(const Block& block) {
    if (!reading_.start) return false;
    const Step* first = block.first < block.last ? &reading_.steps[block.first] : nullptr;
    const text::Place place = reading_.start_place;
    if (first != nullptr && first->place.line == place.line && !stands_before(place, first->place)) {
      Step both = *first;
      both.moves.insert(both.moves.begin(), vocabulary::go(*reading_.start));
      const Cue cue = cue_of(both, {}, lexicon_);
      if (cue.is_whole && cue.is_read && !cue.line.contains("[go.")) {
        write_remarks_before(place);
        write(cue.line + "\n");
        follow(both);
        return true;
      }
    }
    const auto index = place.length > 0 ? sentence_of(place) : std::nullopt;
    write_remarks_before(index ? sentences_[*index].place : place);
    const Cue cue = cue_of_start(*reading_.start, index ? sentences_[*index].sentence : std::string{}, lexicon_);
    if (index && !cue.is_whole) write(quoted("the words of the article", place, sentences_[*index].sentence));
    write(cue.line + "\n");
    posture_ = reading_.start;
    return false;
  }

  void write_step(const Step& step, std::string_view first_side) {
    write_remarks_before(step.place);
    const Cue cue = cue_of(step, {first_side, posture_}, lexicon_);
    follow(step);
    if (!cue.is_read) {
      ++draft_.left;
      write(quoted("not read as it is meant", step.place, step.text));
    } else if (!cue.is_whole && !step.text.empty()) {
      write(quoted("the words of the article", step.place, step.text));
    }
    if (std::ranges::find(step.moves, Move::stay) != step.moves.end() && step.hold.value_or(Hold{}) == Hold{})
      write(comment("how long is not told: \"for three breaths\", or a time such as (20 seconds)"));
    write(cue.line + "\n");
  }

  void follow(const Step& step) {
    for (const Move move : step.moves)
      if (const auto posture = vocabulary::posture_of(move)) posture_ = posture;
  }

  void write_remarks_before(text::Place place) {
    std::size_t end = remarks_written_;
    while (end < remarks_.size() && stands_before(remarks_[end].place, place))
      ++end;
    write_remarks(end);
  }

  void write_remarks(std::size_t end) {
    for (; remarks_written_ < end; ++remarks_written_)
      write(remarks_[remarks_written_].line);
  }

  void write_end() {
    const bool ends =
        std::ranges::any_of(blocks_of(reading_), [](const Block& block) { return block.kind == SectionKind::finish; });
    if (!ends) write(comment("how it ends is not told: the guide comes back to rest; a section Finish may say how"));
    if (care_.empty()) return;
    write("## Care\n");
    for (const Remark& sentence : care_)
      write(sentence.line);
  }

  const Reading& reading_;
  const std::vector<Explained>& sentences_;
  const Lexicon& lexicon_;
  Draft draft_;
  std::vector<Remark> comfort_, care_, remarks_; ///< remarks: what stands as a comment among the steps
  std::vector<std::size_t> used_;                ///< sentences that stand in Comfort or in Care
  std::size_t remarks_written_ = 0;
  std::optional<vocabulary::Posture> posture_; ///< the one she is in at what is written next
};

} // namespace

std::optional<Draft> draft_of(const Reading& reading, const std::vector<Explained>& sentences, const Lexicon& lexicon) {
  if (reading.steps.empty()) return std::nullopt;
  return Drafter{reading, sentences, lexicon}.draft();
}

} // namespace supple::reader
