// SPDX-License-Identifier: Apache-2.0
#include "cli/lexicon_files.h"

#include "cli/commands.h"
#include "cli/input.h"

#include <cstdio>

namespace supple::cli {

std::expected<reader::Lexicon, int> lexicon_with(const std::vector<std::string>& own) {
  std::vector<std::string> texts;
  texts.reserve(own.size()); // the layers look into it
  std::vector<reader::Layer> layers{reader::english_layer()};
  for (const std::string& path : own) {
    auto text = read_text(path);
    if (!text) {
      std::fprintf(stderr, "%s\n", text.error().c_str());
      return std::unexpected(exit_findings);
    }
    layers.push_back({path, texts.emplace_back(*std::move(text))});
  }
  auto lexicon = reader::read_lexicon(layers);
  if (lexicon) return *std::move(lexicon);
  const reader::Layer& refused = layers[lexicon.error().layer];
  for (const text::Diagnostic& finding : lexicon.error().findings)
    std::fputs(text::render(finding, refused.name, refused.toml).c_str(), stderr);
  return std::unexpected(exit_findings);
}

} // namespace supple::cli
