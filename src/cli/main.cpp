// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdio>
#include <exception>
#include <utility>

namespace supple::cli {

CLI::App* add_command(CLI::App& app, std::string name, std::string description) {
  return app.add_subcommand(std::move(name), std::move(description));
}

} // namespace supple::cli

namespace {

int run(int argc, char** argv) {
  using namespace supple::cli;
  CLI::App app{"Supple: what you say is what moves. Leads a person through gentle movement by voice and breath.",
               "supple"};
  app.set_version_flag("--version", SUPPLE_VERSION);
  app.require_subcommand(1);
  Exit exit;
  for (const auto add :
       {add_read, add_check, add_draft, add_plan, add_guide, add_posture, add_motion, add_loads, add_still, add_loop,
        add_film, add_card, add_cues, add_compose, add_programme, add_export, add_publish, add_serve, add_lexicon})
    add(app, exit);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : exit_usage;
  }
  return exit.code;
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "supple: %s\n", error.what());
    return supple::cli::exit_findings;
  }
}
