// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/lexicon_files.h"

#include "reader/lexicon_check.h"
#include "text/diagnostic_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace supple::cli {

namespace {

using Findings = std::vector<reader::LexiconFinding>;

struct LexiconOptions {
  std::vector<std::string> files;
  std::string texts;
  bool json = false;
};

// The text of every *.txt of the folder, in the order of their names; or the exit code, where one cannot be read.
std::expected<std::vector<std::string>, int> texts_of(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".txt") paths.push_back(at->path().string());
  if (error || paths.empty()) {
    std::fprintf(stderr, "%s: has no texts (%s); instead: name a folder with texts, each a file *.txt\n",
                 folder.c_str(), error ? error.message().c_str() : "no file *.txt");
    return std::unexpected(exit_findings);
  }
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const std::string& path : paths) {
    auto text = read_text(path);
    if (!text) {
      std::fprintf(stderr, "%s\n", text.error().c_str());
      return std::unexpected(exit_findings);
    }
    texts.push_back(*std::move(text));
  }
  return texts;
}

nlohmann::ordered_json to_json(const Findings& findings) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const reader::LexiconFinding& finding : findings) {
    nlohmann::ordered_json one{{"file", finding.file}};
    one.update(text::to_json({finding.found})[0]);
    all.push_back(std::move(one));
  }
  return all;
}

void print(const Findings& findings, std::FILE* to) {
  for (const reader::LexiconFinding& finding : findings)
    std::fprintf(to, "%s\n", text::headline(finding.found, finding.file).c_str());
}

int run_check(const LexiconOptions& options) {
  const auto lexicon = lexicon_with(options.files);
  if (!lexicon) return lexicon.error();
  std::expected<std::vector<std::string>, int> texts;
  if (!options.texts.empty()) texts = texts_of(options.texts);
  if (!texts) return texts.error();
  const Findings findings = reader::contradictions_of(*lexicon);
  const reader::Usage usage = reader::usage_of(*lexicon, *texts);
  nlohmann::ordered_json json{{"entries", usage.entries}, {"findings", to_json(findings)}};
  if (!options.json) print(findings, stderr);
  if (!texts->empty()) {
    json.update({{"texts", texts->size()}, {"by_one_text", usage.by_one_text}, {"unused", to_json(usage.unused)}});
    if (!options.json) print(usage.unused, stdout);
  }
  if (options.json) {
    std::printf("%s\n", json.dump(1).c_str());
  } else {
    std::printf("%d entries", usage.entries);
    if (!texts->empty())
      std::printf(", %zu of no use to these %zu texts, %d of use to just one of them", usage.unused.size(),
                  texts->size(), usage.by_one_text);
    std::printf("\n");
  }
  return findings.empty() ? 0 : exit_findings;
}

} // namespace

void add_lexicon(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<LexiconOptions>();
  CLI::App* command = add_command(app, "lexicon", "Looks after the words that texts are read with.");
  command->require_subcommand(1);
  command->footer("Example:\n  supple lexicon check my-words.toml");
  CLI::App* check = add_command(*command, "check",
                                "Finds what the lexicon has twice, what contradicts itself, and what no text needs.");
  check->footer("Examples:\n  supple lexicon check\n  supple lexicon check my-words.toml --texts my-articles --json");
  check->add_option("FILE", options->files, "lexicon files of your own, each laid over those before it");
  check->add_option("--texts", options->texts,
                    "a folder; tells which entries none of its *.txt uses, and how many just one of them uses");
  check->add_flag("--json", options->json, "print the findings as JSON");
  check->callback([options, &exit] { exit.code = run_check(*options); });
}

} // namespace supple::cli
