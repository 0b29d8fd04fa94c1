// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/scene.h"
#include "film/png.h"

#include <cstdio>
#include <memory>

namespace supple::cli {

namespace {

struct StillOptions {
  SceneOptions scene;
  double at_s = 0;
  std::string out;
};

int run(const StillOptions& options) {
  auto session = session_of(options.scene);
  if (!session) return exit_findings;
  if (options.at_s > session->duration_s) {
    std::fprintf(stderr, "%s: is over by then; instead: a time from 0 to %.0f seconds\n", options.scene.file.c_str(),
                 session->duration_s);
    return exit_findings;
  }
  Scene scene(std::move(*session), options.scene);
  return write_file(options.out, film::png(scene.paint(options.at_s))) ? 0 : exit_findings;
}

} // namespace

void add_still(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<StillOptions>();
  CLI::App* command = add_command(app, "still", "Paints one moment of a session.");
  command->footer("Example:\n  supple still library/exercises/release-your-low-back.md --at 40 -o still.png");
  add_scene_options(*command, options->scene);
  command->add_option("--at", options->at_s, "seconds from the beginning of the session")
      ->check(CLI::NonNegativeNumber);
  command->add_option("-o,--out", options->out, "the PNG file to write")->required();
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
