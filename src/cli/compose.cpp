// SPDX-License-Identifier: Apache-2.0
// supple compose: a fresh workout from a library.
#include "cli/commands.h"
#include "cli/scene.h"
#include "cli/session_options.h"
#include "studio/library.h"
#include "workout/fresh.h"

#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <string>

namespace supple::cli {

namespace {

namespace fs = std::filesystem;

struct ComposeOptions {
  workout::Wish wish;
  guide::Settings settings;
  std::string library = "library/exercises", out;
};

/// Where the exercises lie from the folder of the workout; a workout that is printed is thought of beside them.
std::string folder_from(const ComposeOptions& options) {
  if (options.out.empty()) return "../" + fs::absolute(options.library).lexically_normal().filename().string();
  const fs::path from = fs::absolute(options.out).parent_path();
  return fs::absolute(options.library).lexically_normal().lexically_relative(from.lexically_normal()).generic_string();
}

int run(ComposeOptions options) {
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  const std::vector<workout::File> library = studio::exercises_in(options.library);
  if (!lexicon || !rules || library.empty()) {
    fmt::print(stderr, "{}: there is no exercise; instead: --library and the folder of the exercises\n",
               options.library);
    return exit_findings;
  }
  options.wish.folder = folder_from(options);
  const auto fresh = workout::fresh(options.wish, library, *lexicon, *rules, options.settings);
  if (!fresh) {
    fmt::print(stderr, "supple: {}; instead: {}\n", fresh.error().message, fresh.error().remedy);
    return exit_findings;
  }
  for (const workout::LeftOut& out : fresh->left_out)
    fmt::print(stderr, "left out: {}: {}\n", out.title, workout::words_of(out.why));
  const std::string file = workout::file_of(fresh->workout);
  if (!options.out.empty()) return write_file(options.out, file) ? 0 : exit_findings;
  std::fputs(file.c_str(), stdout);
  return 0;
}

} // namespace

void add_compose(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<ComposeOptions>();
  CLI::App* command = add_command(app, "compose", "Compose a fresh workout from the exercises of a library");
  command->footer("The same options and the same library give the same workout.\n"
                  "Examples:\n"
                  "  supple compose --minutes 12 --week 30 --focus \"low back\" --seed 7\n"
                  "  supple compose --minutes 20 --seed 3 -o library/workouts/mine.md\n"
                  "  supple compose --minutes 10 --wrists forearms | supple plan - --wrists forearms");
  command->add_option("--minutes", options->wish.minutes, "how long it lasts, 1 to 120")
      ->check(CLI::Range(1, 120))
      ->capture_default_str();
  command->add_option("--focus", options->wish.focus, "a tag of the exercises, or a word of their titles");
  command->add_option("--seed", options->wish.seed, "another number gives another workout")->capture_default_str();
  command->add_option("--library", options->library, "the folder of the exercises")
      ->check(CLI::ExistingDirectory)
      ->capture_default_str();
  command->add_option("-o,--out", options->out, "the file to write (else standard output)");
  add_session_options(*command, options->settings);
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
