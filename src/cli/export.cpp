// SPDX-License-Identifier: Apache-2.0
// supple export: an exercise for other people and programs.
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/scene.h"
#include "exchange/formats.h"
#include "exchange/snapshot.h"
#include "exchange/telling.h"
#include "guide/plan.h"

#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <string>

namespace supple::cli {

namespace {

struct ExportOptions {
  std::string file, out, as;
};

/// By the ending of the file to write; empty where it says nothing.
std::string form_of(std::string_view out) {
  if (out.ends_with(".txt")) return "text";
  if (out.ends_with(".fhir.json")) return "fhir";
  if (out.ends_with(".json")) return "json";
  if (out.ends_with(".md")) return "markdown";
  return "";
}

std::string stem_of(const std::string& file) {
  return exchange::is_snapshot(file) || file == "-" ? "exercise" : std::filesystem::path(file).stem().string();
}

std::string exported(const ExportOptions& options, const Loaded& loaded) {
  const score::Score& score = *loaded.understood.score;
  if (options.as == "text") return exchange::plain_text(score);
  if (options.as == "json") return exchange::json_of(score, loaded.source);
  if (options.as == "link") return exchange::snapshot_of(loaded.source) + "\n";
  if (options.as == "markdown") return loaded.source;
  return exchange::activity_definition(score, stem_of(options.file), guide::plan(score, {}).duration_s);
}

int run(ExportOptions options) {
  if (options.as.empty()) options.as = form_of(options.out);
  if (options.as.empty()) {
    fmt::print(stderr,
               "supple: what is to be written? instead: -o with a name that ends in .txt, .json, .fhir.json or .md, "
               "or --as text, json, fhir, markdown or link\n");
    return exit_usage;
  }
  const auto loaded = load_playable(options.file, {});
  if (!loaded) return exit_findings;
  const std::string bytes = exported(options, *loaded);
  if (options.as == "link" && bytes == "\n") {
    fmt::print(stderr, "{}: is too long for a link; instead: send the file itself\n", options.file);
    return exit_findings;
  }
  if (!options.out.empty()) return write_file(options.out, bytes) ? 0 : exit_findings;
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  return 0;
}

} // namespace

void add_export(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App* command = add_command(app, "export", "Write an exercise for other people and programs");
  command->footer(
      "Examples:\n"
      "  supple export library/exercises/rock-back.md -o rock-back.txt\n"
      "  supple export library/exercises/rock-back.md -o rock-back.fhir.json     an ActivityDefinition of FHIR R4\n"
      "  supple export library/exercises/rock-back.md --as link     what stands behind the address of a player\n"
      "  supple export 'https://example.org/player/#/text/…' -o mine.md     the text that a link carries");
  command
      ->add_option("FILE", options->file, "an exercise, an article or a link that carries one; - reads standard input")
      ->required();
  command->add_option("-o,--out", options->out, "the file to write; without it, standard output");
  command->add_option("--as", options->as, "text, json, fhir, markdown or link (else by the ending of the file)")
      ->check(CLI::IsMember({"text", "json", "fhir", "markdown", "link"}));
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
