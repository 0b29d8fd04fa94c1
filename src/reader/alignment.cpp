// SPDX-License-Identifier: Apache-2.0
#include "reader/alignment.h"

#include "reader/side_gap.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Side;

using Words = std::vector<std::string>;

bool stands_at(std::span<const Word> words, std::size_t at, std::string_view phrase) {
  const std::vector<Word> said = words_of(phrase);
  return at + said.size() <= words.size() &&
         std::ranges::equal(said, words.subspan(at, said.size()), {}, &Word::plain, &Word::plain);
}

bool any_stands_at(std::span<const Word> words, std::size_t at, const Words& phrases) {
  return std::ranges::any_of(phrases, [&](const std::string& phrase) { return stands_at(words, at, phrase); });
}

bool any_said(std::span<const Word> words, const Words& phrases) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (any_stands_at(words, at, phrases)) return true;
  return false;
}

// Breaths one after another: `i` and `o`, none of them twice in a row.
void add(std::string& breaths, char breath) {
  if (!breaths.ends_with(breath)) breaths += breath;
}

// Those that the words tell.
std::string told_in(std::string_view sentence, const Words& inhale, const Words& exhale) {
  const std::vector<Word> words = words_of(sentence);
  std::string breaths;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (any_stands_at(words, at, inhale)) add(breaths, 'i');
    if (any_stands_at(words, at, exhale)) add(breaths, 'o');
  }
  return breaths;
}

std::string breaths_of(const Sentence& sentence) {
  std::string breaths;
  for (const Step& step : sentence.steps)
    if (step.breath != Breath::free) add(breaths, step.breath == Breath::inhale ? 'i' : 'o');
  return breaths;
}

std::string breath_words(std::string_view breaths) {
  std::string words;
  for (const char breath : breaths)
    words += joined({words.empty() ? "" : ", then ", breath == 'i' ? "a breath in" : "a breath out"});
  return words.empty() ? "no breath" : words;
}

// The words without what stands for the side of the moment.
std::vector<Word> words_beside_gaps(std::string sentence) {
  while (const auto gap = side_gap(sentence))
    sentence.erase(gap->span.begin, gap->span.end - gap->span.begin);
  return words_of(sentence);
}

bool says(std::span<const Word> words, std::string_view word) {
  return std::ranges::find(words, word, &Word::plain) != words.end();
}

bool moves_head(Move move) {
  return move == Move::head_drop || move == Move::head_rest;
}

class Aligner {
public:
  explicit Aligner(const Language& language) : names_(language.names()), language_(language) {}

  text::Diagnostics check(Exercise& original, Exercise& words) {
    const std::size_t count = std::min(original.sections.size(), words.sections.size());
    for (std::size_t i = 0; i < count && !strays_; ++i)
      check_section(original.sections[i], words.sections[i]);
    if (!strays_) check_end(original, words);
    return std::move(errors_);
  }

private:
  void refuse(std::string_view name, text::Place place, std::string message, std::string remedy) {
    errors_.push_back({std::string{name}, text::Severity::error, place, std::move(message), std::move(remedy)});
  }

  [[nodiscard]] std::string heading_for(const Section& original) const {
    std::string heading = "\"## ";
    heading +=
        original.kind == SectionKind::once
            ? original.title
            : names_.headings[static_cast<std::size_t>(original.kind) - (original.kind > SectionKind::once ? 1U : 0U)];
    if (original.count > 1 || original.kind == SectionKind::rounds || original.kind == SectionKind::sides)
      heading += " × " + std::to_string(original.count);
    if (original.kind == SectionKind::sides) heading += joined({" ", names_.each_side});
    if (original.alternate) heading += joined({", ", names_.alternate});
    return heading + "\"";
  }

  void check_section(Section& original, Section& words) {
    const std::string of_line = joined({" in line ", std::to_string(original.place.line), " of the original"});
    if (original.kind != words.kind) {
      strays_ = true;
      return refuse("translation.section", words.place,
                    joined({"this is another section than \"", original.title, "\"", of_line}),
                    heading_for(original) + " here, with a title of yours where the original has one of its own");
    }
    if (original.count != words.count || original.alternate != words.alternate)
      refuse("translation.count", words.place, "how often, or on which side in turn, is not as" + of_line,
             heading_for(original));
    check_named(words_of(original.title), words_of(words.title), true, true, words.place);
    check_options(original, words);
    check_sentences(original, words, of_line);
  }

  void check_options(const Section& original, const Section& words) {
    if (std::ranges::equal(original.options, words.options, {}, &ComfortOption::part, &ComfortOption::part)) return;
    const FormatNames english;
    std::string wanted;
    for (const ComfortOption& option : original.options) {
      const auto part = std::ranges::find(english.parts, option.part) - english.parts.begin();
      wanted += joined({wanted.empty() ? "" : ", ", names_.parts[static_cast<std::size_t>(part)]});
    }
    refuse("translation.comfort", words.place, "these are not the comfort options of the original",
           wanted + ", in this order");
  }

  void check_sentences(Section& original, Section& words, const std::string& of_line) {
    const std::vector<Sentence*> from = spoken_in(original), to = spoken_in(words);
    if (from.size() != to.size()) {
      std::string lines;
      for (const Sentence* sentence : from)
        lines += joined({lines.empty() ? "" : ", ", std::to_string(sentence->place.line)});
      return refuse("translation.sentences", words.place,
                    joined({std::to_string(to.size()), to.size() == 1 ? " sentence" : " sentences", " here, and ",
                            std::to_string(from.size()), of_line}),
                    from.empty() ? "none" : "a sentence for each of those in the lines " + lines);
    }
    const bool done = original.kind != SectionKind::care; // the others are only spoken
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (i > 0) check_line(*from[i - 1], *from[i], *to[i - 1], *to[i]);
      if (done) check_breath(*from[i], i > 0 ? from[i - 1] : nullptr, *to[i]);
      check_sides(*from[i], *to[i]);
      if (done) check_short_form(*from[i], *to[i]);
      if (from[i]->seconds != to[i]->seconds)
        refuse("translation.time", to[i]->place, "the original takes another time here",
               from[i]->seconds == 0 ? "none"
                                     : joined({"(", std::to_string(from[i]->seconds), " ", names_.seconds, ")"}));
    }
  }

  // Two sentences of a line are done together.
  void check_line(const Sentence& before, const Sentence& original, const Sentence& words_before,
                  const Sentence& words) {
    const bool together = before.place.line == original.place.line;
    if (together != (words_before.place.line == words.place.line))
      refuse("translation.line", words.place,
             together ? "in the original it stands on the line of the sentence before"
                      : "in the original it stands on a line of its own",
             joined({"lines as in line ", std::to_string(original.place.line), " of the original"}));
  }

  // On one line the breath of the sentence before goes on, and need not be told again.
  void check_breath(const Sentence& original, const Sentence* before, const Sentence& words) {
    const std::string wanted = breaths_of(original);
    const std::string told = told_in(words.spoken, inhale_, exhale_);
    const bool goes_on = before != nullptr && before->place.line == original.place.line && !wanted.empty() &&
                         breaths_of(*before).ends_with(wanted.front());
    if (told == wanted || (goes_on && told == wanted.substr(1))) return;
    refuse("translation.breath", words.place,
           joined({"it tells ", breath_words(told), " where the original has ", breath_words(wanted)}),
           wanted.empty() ? "none of the words that tell to breathe in or out"
                          : joined({"\"", wanted.front() == 'i' ? inhale_.front() : exhale_.front(), "\" as in line ",
                                    std::to_string(original.place.line)}));
  }

  void check_sides(const Sentence& original, const Sentence& words) {
    const std::string form = joined({"{", left_.front(), "/", right_.front(), "}"});
    const bool wanted = side_gap(original.spoken).has_value();
    bool given = false;
    for (auto gap = side_gap(words.spoken); gap; gap = side_gap(words.spoken, gap->span.end)) {
      given = true;
      if (!is_one_of(left_, gap->left) || !is_one_of(right_, gap->right))
        refuse("translation.side", words.place, "these are not the words for her left and then her right", form);
    }
    if (wanted != given)
      return refuse("translation.side", words.place,
                    wanted ? "the original names the side of the moment" : "the original has no {side} here",
                    wanted ? "\"" + form + "\", or other forms of the two" : "the side itself, or none");
    check_named(words_beside_gaps(original.spoken), words_beside_gaps(words.spoken), works(original, Side::left),
                works(original, Side::right), words.place);
  }

  void check_named(const std::vector<Word>& from, const std::vector<Word>& to, bool left, bool right,
                   text::Place place) {
    if (names_alike(says(from, "left"), left, any_said(to, left_), "left", place))
      names_alike(says(from, "right"), right, any_said(to, right_), "right", place);
  }

  // "Right" also says other things than a side: it must be translated only where a side is worked.
  bool names_alike(bool said, bool worked, bool translated, std::string_view side, text::Place place) {
    if (translated && !said)
      refuse("translation.side", place, joined({"it names her ", side, ", which the original does not"}),
             "another word where no side is meant");
    else if (!translated && said && worked)
      refuse("translation.side", place, joined({"the original names her ", side}), "the same side");
    else
      return true;
    return false;
  }

  static bool works(const Sentence& sentence, Side side) {
    return std::ranges::find(sentence.steps, side, &Step::side) != sentence.steps.end();
  }

  static bool is_one_of(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  }

  // For whom the head stays up only the bold words are said.
  void check_short_form(const Sentence& original, const Sentence& words) {
    bool head = false, more = false;
    for (const Step& step : original.steps)
      for (const Move move : step.moves)
        (moves_head(move) ? head : more) = true;
    if (head && more && words.short_form.empty())
      refuse("translation.short", words.place, "what is said to one whose head stays up is not marked here",
             "** around the words that do not speak of the head");
  }

  void check_end(const Exercise& original, const Exercise& words) {
    const std::size_t wanted = original.sections.size(), given = words.sections.size();
    if (given > wanted)
      refuse("translation.section", words.sections[wanted].place, "the original has ended here",
             "take the section out");
    else if (given < wanted)
      refuse("translation.section", words.sections.empty() ? text::Place{} : words.sections.back().place,
             joined({"after this section the original goes on with \"", original.sections[given].title, "\" in line ",
                     std::to_string(original.sections[given].place.line)}),
             heading_for(original.sections[given]) + " below it");
  }

  FormatNames names_;
  const Language& language_;
  Words inhale_ = language_.words("inhale"), exhale_ = language_.words("exhale");
  Words left_ = language_.words("left"), right_ = language_.words("right");
  bool strays_ = false; ///< the sections no longer stand for one another
  text::Diagnostics errors_;
};

} // namespace

text::Diagnostics misalignments(Exercise original, Exercise words, const Language& language) {
  return Aligner{language}.check(original, words);
}

} // namespace supple::reader
