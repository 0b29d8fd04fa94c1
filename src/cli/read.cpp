// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/lexicon_files.h"

#include "reader/exercise.h"
#include "reader/reading_json.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace supple::cli {

namespace {

struct ReadOptions {
  std::string file;
  std::vector<std::string> lexicons;
  bool json = false;
  bool why = false;
};

int refuse(const text::Diagnostics& findings, const std::string& path, std::string_view source) {
  for (const text::Diagnostic& finding : findings)
    std::fputs(text::render(finding, path, source).c_str(), stderr);
  return exit_findings;
}

void print_passages(const char* heading, const std::vector<reader::Passage>& passages) {
  for (const reader::Passage& passage : passages)
    std::printf("%-11s %4d  %s\n", heading, passage.place.line, passage.text.c_str());
}

void print(const reader::Reading& reading) {
  std::printf("%s\n", reading.title.c_str());
  if (reading.start) std::printf("begins      %s\n", std::string{vocabulary::name(*reading.start)}.c_str());
  for (const reader::Step& step : reading.steps) {
    std::string moves;
    for (const vocabulary::Move move : step.moves)
      moves += (moves.empty() ? "" : ", ") + std::string{vocabulary::meaning(move)};
    const std::string side =
        step.side == vocabulary::Side::none ? "" : " (" + std::string{vocabulary::name(step.side)} + ")";
    std::printf("%-11s %4d  %s%s\n", std::string{vocabulary::name(step.breath)}.c_str(), step.place.line, moves.c_str(),
                side.c_str());
  }
  print_passages("avoid", reading.avoid);
  print_passages("option", reading.options);
  print_passages("throughout", reading.throughout);
  print_passages("not read", reading.unread);
}

const char* colour_of(reader::Mood mood) {
  switch (mood) {
  case reader::Mood::instruction:
  case reader::Mood::throughout:
    return "\033[32m";
  case reader::Mood::option:
    return "\033[36m";
  case reader::Mood::avoid:
    return "\033[31m";
  case reader::Mood::unread:
    return "\033[33m";
  case reader::Mood::telling:
    break;
  }
  return "\033[2m";
}

void print(const std::vector<reader::Explained>& sentences) {
  const bool coloured = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  for (const reader::Explained& explained : sentences) {
    std::printf("%d:%d  %s\n", explained.place.line, explained.place.column, explained.sentence.c_str());
    for (const reader::Why& why : explained.clauses) {
      const std::string_view sentence = explained.sentence;
      const auto words = [&](reader::Span span) {
        return std::string{sentence.substr(span.begin, span.end - span.begin)};
      };
      std::printf("    %s%-12s%s %s  (%s)\n", coloured ? colour_of(why.mood) : "",
                  std::string{reader::name(why.mood)}.c_str(), coloured ? "\033[0m" : "", words(why.words).c_str(),
                  std::string{why.reason}.c_str());
      for (const reader::Why::Read& read : why.moves)
        std::printf("        %-18s \"%s\"  %s\n", std::string{vocabulary::name(read.move)}.c_str(),
                    words(read.words).c_str(), read.frame.empty() ? "the name of a posture" : read.frame.c_str());
    }
  }
}

int run(const ReadOptions& options) {
  const auto lexicon = lexicon_with(options.lexicons);
  if (!lexicon) return lexicon.error();
  const auto source = read_text(options.file);
  if (!source) {
    std::fprintf(stderr, "%s\n", source.error().c_str());
    return exit_findings;
  }
  reader::Reading reading;
  std::vector<reader::Explained> sentences;
  if (reader::is_exercise_file(*source)) {
    const auto exercise = reader::read_exercise(*source, *lexicon);
    if (!exercise) return refuse(exercise.error(), options.file, *source);
    reading = reader::reading_of(*exercise);
    if (options.why) sentences = reader::explain_exercise(*exercise, *lexicon);
  } else {
    reading = reader::read_article(*source, *lexicon);
    if (options.why) sentences = reader::explain_article(*source, *lexicon);
  }
  if (options.why) {
    if (options.json)
      std::printf("%s\n", reader::to_json(sentences).dump(1).c_str());
    else
      print(sentences);
    return 0;
  }
  if (options.json)
    std::printf("%s\n", reader::to_json(reading).dump(1).c_str());
  else
    print(reading);
  return 0;
}

} // namespace

void add_read(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<ReadOptions>();
  CLI::App* command = add_command(app, "read", "Reads an article or an exercise file into steps.");
  command->footer(
      "Examples:\n  supple read library/exercises/release-your-low-back.md\n  supple read article.txt --json");
  command->add_option("FILE", options->file, "the text; - reads standard input")->required();
  command
      ->add_option("--lexicon", options->lexicons,
                   "a lexicon file of your own, laid over the one that the program carries; may be given several times")
      ->allow_extra_args(false);
  command->add_flag("--json", options->json, "print the reading as docs/vocabulary.md describes it");
  command->add_flag("--why", options->why,
                    "show, sentence by sentence, what was read from which words, and why the rest was not");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
