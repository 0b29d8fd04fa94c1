// SPDX-License-Identifier: Apache-2.0
#include "cli/load.h"

#include "cli/input.h"

#include <cstdio>
#include <utility>

namespace supple::cli {

namespace {

void print_all(const text::Diagnostics& findings, const std::string& path, std::string_view source) {
  for (const text::Diagnostic& finding : findings)
    std::fputs(text::render(finding, path, source).c_str(), stderr);
}

} // namespace

std::optional<Loaded> load(const std::string& path, std::optional<int> week) {
  auto source = read_text(path);
  if (!source) {
    std::fprintf(stderr, "%s\n", source.error().c_str());
    return std::nullopt;
  }
  const auto lexicon = reader::english();
  if (!lexicon) {
    print_all(lexicon.error(), "lexicon/en.toml", {});
    return std::nullopt;
  }
  const auto rules = score::standard_rules();
  if (!rules) {
    print_all(rules.error(), "rules/text.toml", {});
    return std::nullopt;
  }
  Loaded loaded{std::move(*source), {}};
  loaded.understood = score::understand(loaded.source, *lexicon, *rules, week);
  return loaded;
}

std::optional<Loaded> load_playable(const std::string& path, std::optional<int> week) {
  auto loaded = load(path, week);
  if (!loaded) return std::nullopt;
  print_all(loaded->understood.findings, path, loaded->source);
  if (loaded->understood.playable()) return loaded;
  if (!text::has_error(loaded->understood.findings))
    std::fprintf(stderr,
                 "%s:1:1: error: nothing in it moves; instead: write what the body does, for example \"Exhale: round "
                 "your spine.\"\n",
                 path.c_str());
  return std::nullopt;
}

} // namespace supple::cli
