// SPDX-License-Identifier: Apache-2.0
// supple cues: what to record for an exercise, under which names, and when it is said.
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/session_options.h"
#include "guide/plan.h"

#include <algorithm>
#include <fmt/core.h>
#include <memory>
#include <string>

namespace supple::cli {

namespace {

struct CuesOptions {
  std::string file;
  guide::Settings settings;
};

/// `0:15`, or nothing where a session with these settings does not say it.
std::string first_time(const guide::Session& session, const std::string& text) {
  const auto cue = std::ranges::find(session.cues, text, &guide::Cue::text);
  if (cue == session.cues.end()) return "";
  const int seconds = static_cast<int>(cue->start_s);
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

int run(const CuesOptions& options) {
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) return exit_findings;
  const score::Score& score = *loaded->understood.score;
  const guide::Session session = guide::plan(score, options.settings, loaded->sayings());
  for (const std::string& text : guide::cue_texts(score, loaded->sayings()))
    fmt::print("{}.wav  {:>5}  {:4.1f} s  {}\n", guide::clip_name(text), first_time(session, text),
               guide::spoken_s(text, {}), text);
  return 0;
}

} // namespace

void add_cues(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<CuesOptions>();
  CLI::App* command = add_command(app, "cues", "List what to record for an exercise, and under which names");
  command->footer(
      "Each line: the name of the recording (16-bit WAV), when the session first says it (none: only where a\n"
      "setting asks for it), how long it takes at 110 words a minute, and the words.\n"
      "Example:\n"
      "  supple cues library/exercises/release-your-low-back.md");
  command->add_option("FILE", options->file, "an exercise, a workout or an article; - reads standard input")
      ->required();
  add_session_options(*command, options->settings);
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
