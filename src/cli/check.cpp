// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/load.h"

#include "text/diagnostic_json.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace supple::cli {

namespace {

struct CheckOptions {
  std::vector<std::string> files;
  int week = 0; ///< 0: every week that the text is for
  bool json = false;
};

int run(const CheckOptions& options) {
  int code = 0;
  nlohmann::ordered_json files = nlohmann::ordered_json::array();
  for (const std::string& path : options.files) {
    guide::Settings settings;
    settings.week = options.week;
    const auto loaded = load(path, options.week == 0 ? nullptr : &settings);
    if (!loaded) {
      code = exit_findings;
      continue;
    }
    const text::Diagnostics& findings = loaded->understood.findings;
    if (text::has_error(findings)) code = exit_findings;
    if (options.json) {
      files.push_back(
          {{"file", path}, {"playable", loaded->understood.playable()}, {"findings", text::to_json(findings)}});
      continue;
    }
    for (const text::Diagnostic& finding : findings)
      std::fputs(text::render(finding, path, loaded->source).c_str(), stderr);
    print_left_out(*loaded, path);
  }
  if (options.json) std::printf("%s\n", nlohmann::ordered_json{{"files", std::move(files)}}.dump(1).c_str());
  return code;
}

} // namespace

void add_check(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      add_command(app, "check", "Holds exercises, workouts and articles against the rules of safe practice.");
  command->footer("Examples:\n  supple check library/exercises/release-your-low-back.md\n  supple check article.txt "
                  "--week 30 --json");
  command->add_option("FILE", options->files, "the texts; - reads standard input")->required();
  command->add_option("--week", options->week, "week of pregnancy; without it every week that the text is for")
      ->check(CLI::Range(4, 42));
  command->add_flag("--json", options->json, "print the findings as JSON");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
