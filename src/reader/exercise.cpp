// SPDX-License-Identifier: Apache-2.0
#include "reader/exercise.h"

#include "reader/front_matter.h"
#include "reader/marks.h"
#include "reader/stage_direction.h"

#include <algorithm>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

struct Heading {
  std::string title;
  int count = 1;
  bool alternate = false;
};

// "Rounds × 6", "Sides × 2 each side, alternate": the number is the one after the cross.
Heading heading_of(std::string_view text) {
  constexpr std::string_view cross = "\xC3\x97";
  Heading heading;
  std::size_t mark = text.find(cross);
  std::size_t width = cross.size();
  if (mark == std::string_view::npos) {
    mark = text.find(" x ");
    width = 3;
  }
  heading.title = trimmed(text.substr(0, mark));
  heading.alternate = text.contains("alternate");
  if (mark == std::string_view::npos) return heading;
  int count = 0;
  for (const char c : trimmed(text.substr(mark + width))) {
    if (c < '0' || c > '9' || count > 99) break;
    count = count * 10 + (c - '0');
  }
  heading.count = count;
  return heading;
}

SectionKind kind_of(const std::string& title, bool counted) {
  if (title == "Comfort") return SectionKind::comfort;
  if (title == "Start") return SectionKind::start;
  if (title == "Rounds") return SectionKind::rounds;
  if (title == "Sides") return SectionKind::sides;
  if (title == "Finish") return SectionKind::finish;
  if (title == "Care") return SectionKind::care;
  return counted ? SectionKind::rounds : SectionKind::once;
}

// The seconds of "(20 seconds)", which is taken out of the text; 0 where there are none.
int take_seconds(std::string& spoken) {
  const std::size_t open = spoken.find('(');
  if (open == std::string::npos) return 0;
  const std::size_t close = spoken.find(" seconds)", open);
  if (close == std::string::npos) return 0;
  int seconds = 0;
  for (std::size_t i = open + 1; i < close; ++i) {
    if (spoken[i] < '0' || spoken[i] > '9' || seconds > 600) return 0;
    seconds = seconds * 10 + (spoken[i] - '0');
  }
  const std::size_t end = close + std::string_view{" seconds)"}.size();
  std::size_t begin = open;
  while (begin > 0 && spoken[begin - 1] == ' ')
    --begin;
  spoken.erase(begin, end - begin);
  return seconds;
}

class ExerciseReader {
public:
  ExerciseReader(std::string_view file, const Lexicon& lexicon) : lexicon_(lexicon) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= file.size();) {
      const std::size_t end = std::min(file.find('\n', begin), file.size());
      lines.push_back(file.substr(begin, end - begin));
      begin = end + 1;
    }
    const std::size_t body = read_front_matter(lines, exercise_, errors_);
    for (std::size_t i = body; i < lines.size(); ++i)
      read_line(lines[i], static_cast<int>(i) + 1);
    check_whole();
  }

  std::expected<Exercise, text::Diagnostics> take() {
    if (text::has_error(errors_)) return std::unexpected(std::move(errors_));
    return std::move(exercise_);
  }

private:
  void refuse(std::string name, text::Place place, std::string message, std::string remedy) {
    errors_.push_back({std::move(name), text::Severity::error, place, std::move(message), std::move(remedy)});
  }

  void read_line(std::string_view line, int number) {
    if (trimmed(line).empty() || line.starts_with("<!--")) return;
    if (line.starts_with("#")) return read_heading(line, number);
    if (exercise_.sections.empty())
      return refuse("section.none", {number, 1, text::characters(line)}, "these words stand before the first section",
                    "a heading such as \"## Start\" above them");
    Section& section = exercise_.sections.back();
    if (section.kind == SectionKind::comfort) return read_option(line, number, section);
    read_sentences(line, number, section);
  }

  void read_heading(std::string_view line, int number) {
    const text::Place place{number, 1, text::characters(line)};
    if (!line.starts_with("## "))
      return refuse("heading.form", place, "a section begins with two signs and a blank", "\"## Rounds × 6\"");
    const std::string_view text = trimmed(line.substr(3));
    const Heading heading = heading_of(text);
    if (heading.count < 1 || heading.count > 100)
      return refuse("heading.count", place, "how often is not told",
                    "a number from 1 to 100 after the cross, \"## Rounds × 6\"");
    const bool counted = heading.title.size() < text.size() && heading.count > 1;
    exercise_.sections.push_back(
        {kind_of(heading.title, counted), heading.title, place, heading.count, heading.alternate, {}, {}});
  }

  void read_option(std::string_view line, int number, Section& section) {
    const std::size_t colon = line.find(':');
    if (!line.starts_with("- ") || colon == std::string_view::npos)
      return refuse("comfort.form", {number, 1, text::characters(line)}, "this is no comfort option",
                    "\"- knees: Fold your mat double.\"");
    section.options.push_back({std::string{trimmed(line.substr(2, colon - 2))},
                               std::string{trimmed(line.substr(colon + 1))},
                               {number, 1, text::characters(line)}});
  }

  void read_sentences(std::string_view line, int number, Section& section) {
    const PlainLine plain = without_marks(line);
    for (const Marked& mark : plain.unclosed)
      refuse("mark.open", {number, mark.column, text::characters(mark.text)}, "this mark is not closed",
             mark.text == "[" ? "a ] after the stage direction" : "** after the bold words");
    Breath breath = Breath::free;
    const std::vector<Span> spans = sentences_of(plain.text);
    for (const Span span : spans) {
      Sentence sentence = sentence_of(plain, span, number, breath, section.kind != SectionKind::care);
      if (!sentence.steps.empty()) breath = sentence.steps.back().breath;
      section.sentences.push_back(std::move(sentence));
    }
    direct(plain, spans, number, section);
  }

  Sentence sentence_of(const PlainLine& plain, Span span, int number, Breath breath, bool strict) {
    std::string spoken = plain.text.substr(span.begin, span.end - span.begin);
    const auto first = static_cast<std::size_t>(text::characters(std::string_view{plain.text}.substr(0, span.begin)));
    const std::vector<int> columns(plain.columns.begin() + static_cast<std::ptrdiff_t>(first),
                                   plain.columns.begin() + static_cast<std::ptrdiff_t>(first) +
                                       text::characters(spoken));
    Sentence sentence;
    sentence.place = {number, columns.front(), columns.back() - columns.front() + 1};
    sentence.seconds = take_seconds(spoken);
    sentence.breath = breath;
    PassageReading read = read_passage(spoken, sentence.place, columns, breath, lexicon_);
    if (strict)
      for (const Passage& passage : read.unread)
        refuse_unread(passage);
    sentence.steps = std::move(read.steps);
    if (!sentence.steps.empty()) sentence.breath = sentence.steps.front().breath;
    sentence.short_form = short_form_of(plain, span, sentence);
    sentence.spoken = std::move(spoken);
    return sentence;
  }

  void refuse_unread(const Passage& passage) {
    const std::string near = nearest_understood(passage.text, lexicon_);
    refuse("sentence.unread", passage.place, "these words were not understood as a movement",
           near.empty() ? "words of the lexicon, or a stage direction such as [spine.round]"
                        : "did you mean \"" + near + "\"?");
  }

  // The bold words of the sentence; they must say nothing that the sentence does not say.
  std::string short_form_of(const PlainLine& plain, Span span, const Sentence& sentence) {
    std::string words;
    for (const Span bold : plain.bold)
      if (bold.begin >= span.begin && bold.end <= span.end)
        words += (words.empty() ? "" : " ") + plain.text.substr(bold.begin, bold.end - bold.begin);
    if (words.empty()) return words;
    for (const Step& step : read_passage(words, sentence.place, {}, sentence.breath, lexicon_).steps)
      for (const vocabulary::Move move : step.moves)
        if (std::ranges::none_of(sentence.steps, [&](const Step& whole) {
              return std::ranges::find(whole.moves, move) != whole.moves.end();
            }))
          refuse("short.other", sentence.place,
                 "the bold words say \"" + std::string{vocabulary::meaning(move)} + "\", which the sentence does not",
                 "bold words that are a part of what the sentence says");
    return words;
  }

  // A stage direction belongs to the sentence before it, or to the first one.
  void direct(const PlainLine& plain, const std::vector<Span>& spans, int number, Section& section) {
    for (const Marked& mark : plain.directions) {
      const auto direction = stage_direction(mark.text);
      if (!direction) {
        refuse("direction.unknown", {number, mark.column, text::characters(mark.text)}, direction.error(),
               "a name of docs/vocabulary.md, [pelvis.back half]");
        continue;
      }
      if (spans.empty()) {
        section.sentences.push_back({{number, mark.column, text::characters(mark.text)}, {}, {}, Breath::free, {}, 0});
      }
      const auto before = std::ranges::count_if(spans, [&](Span span) { return span.begin < mark.after; });
      const std::size_t from_end =
          spans.empty() ? 0 : spans.size() - static_cast<std::size_t>(std::max<std::ptrdiff_t>(before, 1));
      add(section.sentences[section.sentences.size() - 1 - from_end], *direction);
    }
  }

  static void add(Sentence& sentence, const std::vector<vocabulary::MoveAmount>& direction) {
    if (sentence.steps.empty())
      sentence.steps.push_back({sentence.breath, {}, {}, {}, {}, {}, sentence.place, sentence.spoken});
    Step& step = sentence.steps.back();
    for (const vocabulary::MoveAmount& move : direction) {
      if (std::ranges::find(step.moves, move.move) == step.moves.end()) step.moves.push_back(move.move);
      if (move.amount != vocabulary::default_amount) step.amounts.push_back(move);
    }
  }

  void check_whole() {
    const bool moves = std::ranges::any_of(exercise_.sections, [](const Section& section) {
      return section.kind != SectionKind::comfort && section.kind != SectionKind::care && !section.sentences.empty();
    });
    if (!moves)
      refuse("exercise.empty", {1, 1, 0}, "there is no section in which anything is done",
             "\"## Rounds × 6\" with a sentence below it");
  }

  const Lexicon& lexicon_;
  Exercise exercise_;
  text::Diagnostics errors_;
};

} // namespace

bool is_exercise_file(std::string_view text) {
  return text.starts_with("---\n") || text == "---";
}

std::expected<Exercise, text::Diagnostics> read_exercise(std::string_view file, const Lexicon& lexicon) {
  return ExerciseReader{file, lexicon}.take();
}

Reading reading_of(const Exercise& exercise) {
  Reading reading;
  reading.title = exercise.title;
  for (const Section& section : exercise.sections) {
    if (section.kind == SectionKind::rounds && !reading.rounds) reading.rounds = Range{section.count, section.count};
    for (const ComfortOption& option : section.options)
      reading.options.push_back({option.place, option.spoken, {}, {}});
    for (const Sentence& sentence : section.sentences) {
      for (Step step : sentence.steps) {
        for (const vocabulary::Move move : step.moves)
          if (const auto posture = vocabulary::posture_of(move))
            (reading.start ? reading.finish : reading.start) = posture;
        if (section.kind != SectionKind::care) reading.steps.push_back(std::move(step));
      }
    }
  }
  if (reading.start && !reading.steps.empty()) std::erase(reading.steps.front().moves, vocabulary::go(*reading.start));
  std::erase_if(reading.steps, [](const Step& step) { return step.moves.empty(); });
  return reading;
}

} // namespace supple::reader
