// SPDX-License-Identifier: Apache-2.0
#include "studio/library.h"

#include "guide/plan.h"
#include "score/understand.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, std::string_view first) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".md" && at->is_regular_file(error)) files.push_back(at->path());
  std::ranges::sort(files, {}, [&](const fs::path& file) { return std::pair(file.stem() != first, file); });
  return files;
}

} // namespace

std::vector<std::string> cue_texts_in(const fs::path& folder, std::string_view first) {
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  std::vector<std::string> texts;
  if (!lexicon || !rules) return texts;
  std::set<std::string, std::less<>> known;
  for (const fs::path& file : files_in(folder, first)) {
    std::ifstream in(file, std::ios::binary);
    const std::string source = text::clean_utf8(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!reader::is_exercise_file(source)) continue;
    const score::Understood understood = score::understand(source, *lexicon, *rules);
    if (!understood.score) continue;
    for (std::string& text : guide::cue_texts(*understood.score))
      if (known.insert(text).second) texts.push_back(std::move(text));
  }
  return texts;
}

} // namespace supple::studio
