// SPDX-License-Identifier: Apache-2.0
#include "reader/exercise.h"

#include "reader/language.h"
#include "reader/marks.h"
#include "reader/stage_direction.h"
#include "reader/suggest.h"
#include "text/nearest.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;

// A file with more faults than these is no exercise; reading on would help nobody.
constexpr std::size_t most_errors = 50;

// One letter that is missing, added or another is a slip.
std::string_view nearest_of(std::span<const std::string_view> names, std::string_view word) {
  return text::nearest_name(names, word, 1);
}

struct Heading {
  std::string title;
  int count = 1;
  bool counted = false;
  bool each_side = false;
  bool alternate = false;
  std::string_view rest; ///< what was not understood
};

// "Rounds × 6", "Sides × 2 each side, alternate": the number is the one after the cross.
Heading heading_of(std::string_view text, const FormatNames& names) {
  constexpr std::string_view cross = "\xC3\x97";
  Heading heading;
  std::size_t mark = text.find(cross);
  std::size_t width = cross.size();
  if (mark == std::string_view::npos) {
    mark = text.find(" x ");
    width = 3;
  }
  heading.title = trimmed(text.substr(0, mark));
  if (mark == std::string_view::npos) return heading;
  heading.counted = true;
  heading.count = 0;
  std::string_view rest = trimmed(text.substr(mark + width));
  for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9' && heading.count <= 99; rest.remove_prefix(1))
    heading.count = heading.count * 10 + (rest.front() - '0');
  rest = trimmed(rest);
  heading.each_side = rest.starts_with(names.each_side);
  if (heading.each_side) rest = trimmed(rest.substr(names.each_side.size()));
  if (rest.starts_with(',')) rest = trimmed(rest.substr(1));
  heading.alternate = rest == names.alternate;
  if (!heading.alternate) heading.rest = rest;
  return heading;
}

SectionKind kind_of(const Heading& heading, const FormatNames& names) {
  const auto found = std::ranges::find(names.headings, heading.title);
  if (found == names.headings.end())
    return heading.each_side ? SectionKind::sides : heading.counted ? SectionKind::rounds : SectionKind::once;
  constexpr std::array<SectionKind, 6> kinds{SectionKind::comfort, SectionKind::start,  SectionKind::rounds,
                                             SectionKind::sides,   SectionKind::finish, SectionKind::care};
  return kinds.at(static_cast<std::size_t>(found - names.headings.begin()));
}

// A time in a sentence, "(20 seconds)".
struct Time {
  int seconds = 0; ///< 0: not understood
  Span span;       ///< with the blanks that part it from the words
};

std::optional<Time> time_in(std::string_view spoken, std::string_view seconds_name) {
  constexpr int longest_s = 600;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t open = spoken.find('(');
  while (open != std::string_view::npos && (open + 1 == spoken.size() || !is_digit(spoken[open + 1])))
    open = spoken.find('(', open + 1);
  if (open == std::string_view::npos) return std::nullopt;
  Time time;
  std::size_t at = open + 1;
  int seconds = 0;
  for (; at < spoken.size() && is_digit(spoken[at]) && seconds <= longest_s; ++at)
    seconds = seconds * 10 + (spoken[at] - '0');
  const std::string unit = joined({" ", seconds_name, ")"});
  if (spoken.substr(at).starts_with(unit) && seconds <= longest_s) {
    time.seconds = seconds;
    at += unit.size();
  } else {
    at = std::min(spoken.find(')', at), spoken.size() - 1) + 1;
  }
  while (open > 0 && spoken[open - 1] == ' ')
    --open;
  while (open == 0 && at < spoken.size() && spoken[at] == ' ')
    ++at;
  time.span = {open, at};
  return time;
}

// How far a line has been read: its sentences are gone through once, in their order.
struct Progress {
  std::size_t byte = 0, character = 0, bold = 0, direction = 0;
};

class ExerciseReader {
public:
  /// `lexicon`: null where the words of the file are a translation, which is not read.
  ExerciseReader(std::string_view file, const Lexicon* lexicon, const FormatNames& names)
      : lexicon_(lexicon), names_(names) {
    const std::vector<std::string_view> lines = lines_of(file);
    const FileKind kind = lexicon_ == nullptr ? FileKind::translation : FileKind::exercise;
    const std::size_t body = read_front_matter(lines, kind, exercise_, errors_);
    for (std::size_t i = body; i < lines.size() && !is_full(); ++i)
      read_line(lines[i], static_cast<int>(i) + 1);
    check_whole();
  }

  std::expected<Exercise, text::Diagnostics> take() {
    if (text::has_error(errors_)) return std::unexpected(std::move(errors_));
    return std::move(exercise_);
  }

  Unfinished take_unfinished() { return {std::move(exercise_), std::move(errors_), std::move(explained_)}; }

private:
  [[nodiscard]] bool is_full() const { return errors_.size() >= most_errors; }

  void refuse(std::string_view name, text::Place place, std::string_view message, std::string_view remedy,
              std::string instead = {}) {
    if (is_full()) return;
    errors_.push_back({std::string{name}, text::Severity::error, place, std::string{message}, std::string{remedy},
                       std::move(instead)});
  }

  void read_line(std::string_view line, int number) {
    if (trimmed(line).empty()) return;
    if (line.starts_with("<!--")) return note_open(line, number);
    if (line.starts_with("#")) return read_heading(line, number);
    if (exercise_.sections.empty())
      return refuse("section.none", {number, 1, text::characters(line)}, "these words stand before the first section",
                    "a heading such as \"## Start\" above them");
    Section& section = exercise_.sections.back();
    if (section.kind == SectionKind::comfort) return read_option(line, number, section);
    read_sentences(line, number, section);
  }

  // "<!-- not read, line 12: … -->": an instruction of the article that the exercise does not have yet.
  void note_open(std::string_view line, int number) {
    constexpr std::string_view begin = "<!-- not read", end = "-->";
    if (!line.starts_with(begin)) return;
    const std::size_t colon = std::min(line.find(": "), line.size());
    std::string_view words = line.substr(std::min(colon + 2, line.size()));
    words = trimmed(words.substr(0, std::min(words.rfind(end), words.size())));
    exercise_.open.push_back({{number, 1, text::characters(line)}, std::string{words}, {}, {}});
  }

  void read_heading(std::string_view line, int number) {
    const text::Place place{number, 1, text::characters(line)};
    const std::string_view text = line.starts_with("## ") ? trimmed(line.substr(3)) : std::string_view{};
    if (text.empty())
      return refuse("heading.form", place, "a section begins with two signs, a blank and a title", "\"## Rounds × 6\"");
    const Heading heading = heading_of(text, names_);
    if (heading.count < 1 || heading.count > 100)
      refuse("heading.count", place, "how often is not told",
             "a number from 1 to 100 after the cross, \"## Rounds × 6\"");
    if (!heading.rest.empty())
      refuse("heading.form", place, joined({"\"", heading.rest, "\" is not understood in a heading"}),
             joined({"\"", names_.each_side, "\" or \"", names_.each_side, ", ", names_.alternate,
                     "\" after the number"}));
    const std::string_view near = nearest_of(names_.headings, heading.title);
    if (!near.empty() && near != heading.title)
      refuse("heading.near", place, joined({"\"", heading.title, "\" is almost the name of a section"}),
             joined({"did you mean \"## ", near, "\"?"}),
             joined({"## ", near, text.substr(std::min(heading.title.size(), text.size()))}));
    exercise_.sections.push_back(
        {kind_of(heading, names_), heading.title, place, heading.count, heading.alternate, {}, {}});
  }

  void read_option(std::string_view line, int number, Section& section) {
    const text::Place place{number, 1, text::characters(line)};
    const std::size_t colon = line.find(':');
    if (!line.starts_with("- ") || colon == std::string_view::npos)
      return refuse("comfort.form", place, "this is no comfort option", "\"- knees: Fold your mat double.\"");
    const std::string_view part = trimmed(line.substr(2, colon - 2));
    if (std::ranges::find(names_.parts, part) == names_.parts.end()) {
      const std::string_view near = nearest_of(names_.parts, part);
      return refuse("comfort.part", place, joined({"\"", part, "\" is no part that has a comfort option"}),
                    near.empty() ? all_parts() : joined({"did you mean \"", near, "\"?"}));
    }
    section.options.push_back({std::string{part}, std::string{trimmed(line.substr(colon + 1))}, place});
  }

  [[nodiscard]] std::string all_parts() const {
    const auto& of = names_.parts;
    return joined({of[0], ", ", of[1], ", ", of[2], ", ", of[3], " or ", of[4]});
  }

  void read_sentences(std::string_view line, int number, Section& section) {
    const PlainLine plain = without_marks(line);
    for (const Marked& mark : plain.unclosed)
      refuse("mark.open", {number, mark.column, text::characters(mark.text)}, "this mark is not closed",
             mark.text == "[" ? "a ] after the stage direction" : "** after the bold words");
    Breath breath = Breath::free;
    Progress progress;
    const std::vector<Span> spans = sentences_of(plain.text);
    if (spans.empty()) return read_directions_alone(plain, number, section);
    for (std::size_t i = 0; i < spans.size() && !is_full(); ++i) {
      const std::size_t next = i + 1 < spans.size() ? spans[i + 1].begin : plain.text.size();
      Sentence sentence =
          sentence_of(plain, spans[i], next, number, breath, section.kind != SectionKind::care, progress);
      if (plain.text[spans[i].begin] == '(' && sentence.seconds > 0 && i > 0) // after the full stop of the one before
        section.sentences.back().seconds = std::exchange(sentence.seconds, 0);
      if (sentence.spoken.empty()) {
        if (i == 0)
          refuse("time.form", sentence.place, "nothing is done in this time", "a sentence before it, on the same line");
        continue;
      }
      if (!sentence.steps.empty()) breath = sentence.steps.back().breath;
      section.sentences.push_back(std::move(sentence));
    }
  }

  // A line that only does and says nothing.
  void read_directions_alone(const PlainLine& plain, int number, Section& section) {
    if (plain.directions.empty()) return;
    const Marked& first = plain.directions.front();
    Sentence sentence;
    sentence.place = {number, first.column, text::characters(first.text)};
    Progress progress;
    direct(sentence, plain, plain.text.size(), number, progress);
    follow(sentence);
    section.sentences.push_back(std::move(sentence));
  }

  // Into the posture that the sentence takes her to.
  void follow(const Sentence& sentence) {
    for (const Step& step : sentence.steps)
      for (const vocabulary::Move move : step.moves)
        if (const auto posture = vocabulary::posture_of(move)) posture_ = posture;
  }

  // `next`: where the next sentence begins; the stage directions before it belong to this one.
  Sentence sentence_of(const PlainLine& plain, Span span, std::size_t next, int number, Breath breath, bool strict,
                       Progress& progress) {
    const std::string_view text = plain.text;
    std::string spoken{text.substr(span.begin, span.end - span.begin)};
    const auto first =
        progress.character +
        static_cast<std::size_t>(text::characters(text.substr(progress.byte, span.begin - progress.byte)));
    const auto last = first + static_cast<std::size_t>(text::characters(spoken));
    progress.byte = span.end;
    progress.character = last;
    std::vector<int> columns(plain.columns.begin() + static_cast<std::ptrdiff_t>(first),
                             plain.columns.begin() + static_cast<std::ptrdiff_t>(last));
    Sentence sentence;
    sentence.place = {number, columns.front(), columns.back() - columns.front() + 1};
    sentence.seconds = take_time(spoken, columns, number);
    sentence.breath = breath;
    sentence.posture = posture_;
    PassageReading read;
    if (lexicon_ != nullptr) read = read_passage(spoken, sentence.place, columns, {breath, posture_}, *lexicon_);
    sentence.steps = std::move(read.steps);
    if (strict) std::ranges::move(read.explained, std::back_inserter(explained_)); // the others only tell
    if (!sentence.steps.empty()) sentence.breath = sentence.steps.front().breath;
    sentence.spoken = std::move(spoken);
    const bool directed = direct(sentence, plain, next, number, progress);
    if (strict && !directed)
      for (const Passage& passage : read.unread)
        refuse_unread(passage);
    sentence.short_form = short_form_of(plain, span, sentence, progress);
    follow(sentence);
    return sentence;
  }

  // The seconds of "(20 seconds)", which is not spoken; 0 where there are none.
  int take_time(std::string& spoken, std::vector<int>& columns, int number) {
    const auto time = time_in(spoken, names_.seconds);
    if (!time) return 0;
    const std::string_view text = spoken;
    const int begin = text::characters(text.substr(0, time->span.begin));
    const int end = begin + text::characters(text.substr(time->span.begin, time->span.end - time->span.begin));
    if (time->seconds == 0) {
      const auto column = columns.begin() + begin;
      refuse("time.form", {number, *column, end - begin}, "this time is not understood",
             joined({"\"(20 ", names_.seconds, ")\", from 1 to 600"}));
      return 0;
    }
    columns.erase(columns.begin() + begin, columns.begin() + end);
    spoken.erase(time->span.begin, time->span.end - time->span.begin);
    return time->seconds;
  }

  void refuse_unread(const Passage& passage) {
    const std::string near = nearest_understood(passage.text, *lexicon_);
    const std::size_t end = std::min(passage.text.find_last_not_of(" .!?,;:"), passage.text.size() - 1) + 1;
    refuse("sentence.unread", passage.place, "these words were not understood as a movement",
           near.empty() ? "words of the lexicon, or a stage direction such as [spine.round]"
                        : joined({"did you mean \"", near, "\"? Or add a stage direction such as [spine.round]"}),
           near.empty() ? near : near + passage.text.substr(end)); // with the mark that ends it
  }

  // The bold words of the sentence; they must say nothing that the sentence does not say.
  std::string short_form_of(const PlainLine& plain, Span span, const Sentence& sentence, Progress& progress) {
    std::string words;
    for (; progress.bold < plain.bold.size() && plain.bold[progress.bold].begin < span.end; ++progress.bold) {
      const Span bold = plain.bold[progress.bold];
      if (bold.end > span.end)
        refuse("short.split", sentence.place, "the bold words go on into the next sentence", "** at the end of each");
      else
        words += (words.empty() ? "" : " ") + plain.text.substr(bold.begin, bold.end - bold.begin);
    }
    if (words.empty() || lexicon_ == nullptr) return words;
    for (const Step& step :
         read_passage(words, sentence.place, {}, {sentence.breath, sentence.posture}, *lexicon_).steps)
      for (const vocabulary::Move move : step.moves)
        if (std::ranges::none_of(sentence.steps, [&](const Step& whole) {
              return std::ranges::find(whole.moves, move) != whole.moves.end();
            }))
          refuse("short.other", sentence.place,
                 joined({"the bold words say \"", vocabulary::meaning(move), "\", which the sentence does not"}),
                 "bold words that are a part of what the sentence says");
    return words;
  }

  // Adds the stage directions that stand up to a byte of the line and were not taken yet; answers whether there were
  // any.
  bool direct(Sentence& sentence, const PlainLine& plain, std::size_t end, int number, Progress& progress) {
    bool directed = false;
    for (; progress.direction < plain.directions.size(); ++progress.direction) {
      const Marked& mark = plain.directions[progress.direction];
      if (mark.after > end) break;
      directed = true;
      if (lexicon_ == nullptr)
        refuse("translation.direction", {number, mark.column, text::characters(mark.text)},
               "a translation has no stage directions: its moves are those of the original", "take it out");
      else if (const auto direction = stage_direction(mark.text))
        add(sentence, *direction);
      else
        refuse("direction.unknown", {number, mark.column, text::characters(mark.text)}, direction.error(),
               "a name of docs/vocabulary.md, [pelvis.back half]");
    }
    return directed;
  }

  static void add(Sentence& sentence, const std::vector<vocabulary::MoveAmount>& directed) {
    if (sentence.steps.empty())
      sentence.steps.push_back({sentence.breath, {}, {}, {}, {}, {}, 0, sentence.place, sentence.spoken});
    Step& step = sentence.steps.back();
    for (const vocabulary::MoveAmount& move : directed) {
      if (std::ranges::find(step.moves, move.move) == step.moves.end()) step.moves.push_back(move.move);
      if (move != vocabulary::MoveAmount{move.move, vocabulary::default_amount}) step.amounts.push_back(move);
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

  const Lexicon* lexicon_;
  FormatNames names_;
  Exercise exercise_;
  std::optional<vocabulary::Posture> posture_; // the one she is in, as far as it was read
  text::Diagnostics errors_;
  std::vector<Explained> explained_;
};

} // namespace

std::vector<Explained> explain_exercise(const Exercise& exercise, const Lexicon& lexicon) {
  std::vector<Explained> explained;
  for (const Section& section : exercise.sections)
    for (const Sentence& sentence : section.sentences)
      std::ranges::move(
          read_passage(sentence.spoken, sentence.place, {}, {sentence.breath, sentence.posture}, lexicon).explained,
          std::back_inserter(explained));
  return explained;
}

bool is_exercise_file(std::string_view text) {
  return text.starts_with("---\n") || text == "---";
}

std::expected<Exercise, text::Diagnostics> read_exercise(std::string_view file, const Lexicon& lexicon) {
  return ExerciseReader{file, &lexicon, {}}.take();
}

std::expected<Exercise, text::Diagnostics> read_words_of(std::string_view file, const FormatNames& names) {
  return ExerciseReader{file, nullptr, names}.take();
}

Unfinished read_unfinished(std::string_view file, const Lexicon& lexicon) {
  return ExerciseReader{file, &lexicon, {}}.take_unfinished();
}

Reading reading_of(const Exercise& exercise) {
  Reading reading;
  reading.title = exercise.title;
  for (const Section& section : exercise.sections) {
    if (section.kind == SectionKind::rounds && !reading.rounds) reading.rounds = Range{section.count, section.count};
    for (const ComfortOption& option : section.options)
      reading.options.push_back({option.place, option.spoken, {}, {}});
    if (section.kind == SectionKind::care) continue; // is only spoken
    for (const Sentence& sentence : section.sentences) {
      for (Step step : sentence.steps) {
        for (const vocabulary::Move move : step.moves)
          if (const auto posture = vocabulary::posture_of(move))
            (reading.start ? reading.finish : reading.start) = posture;
        reading.steps.push_back(std::move(step));
      }
    }
  }
  if (reading.start && !reading.steps.empty()) std::erase(reading.steps.front().moves, vocabulary::go(*reading.start));
  std::erase_if(reading.steps, [](const Step& step) { return step.moves.empty(); });
  return reading;
}

} // namespace supple::reader
