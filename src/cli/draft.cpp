// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/input.h"

#include "reader/draft.h"
#include "reader/exercise.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace supple::cli {

namespace {

// The text of one exercise is shorter and does less.
constexpr std::size_t longest_article = std::size_t{256} << 10U;
constexpr std::size_t most_steps = 200;

struct DraftOptions {
  std::string article;
  std::string out;
  bool force = false;
};

int refuse(const std::string& path, std::string_view why) {
  std::fprintf(stderr, "%s%.*s\n", path.c_str(), static_cast<int>(why.size()), why.data());
  return exit_findings;
}

// Puts a finished file in its place: over the one that stands there, or only where none does. 0, or errno.
int put_in_place(const std::string& unfinished, const std::string& out, bool over) {
  const int failed = over ? ::rename(unfinished.c_str(), out.c_str()) : ::link(unfinished.c_str(), out.c_str());
  const int why = failed == 0 ? 0 : errno;
  if (failed != 0 || !over) ::unlink(unfinished.c_str());
  return why;
}

// The file is there whole or not at all.
int write_out(const std::string& markdown, const DraftOptions& options) {
  constexpr std::string_view is_there = ": is there already; instead: another name, or --force";
  std::error_code ignored;
  const auto status = std::filesystem::symlink_status(options.out, ignored);
  if (std::filesystem::exists(status) && !options.force) return refuse(options.out, is_there);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return refuse(options.out, ": is no file that could be written over; instead: the name of a new one");
  const std::string unfinished = options.out + "." + std::to_string(getpid());
  std::ofstream file(unfinished, std::ios::binary);
  file << markdown;
  file.close();
  int why = file ? 0 : errno;
  if (file)
    why = put_in_place(unfinished, options.out, options.force);
  else
    ::unlink(unfinished.c_str());
  if (why == EEXIST) return refuse(options.out, is_there);
  if (!file || why != 0)
    return refuse(options.out, ": cannot be written; instead: a file in a folder of yours with room on its disk");
  return 0;
}

int run(const DraftOptions& options) {
  const auto lexicon = reader::english();
  if (!lexicon) {
    for (const text::Diagnostic& finding : lexicon.error())
      std::fputs(text::render(finding, "lexicon/en.toml", {}).c_str(), stderr);
    return exit_findings;
  }
  const auto source = read_text(options.article);
  if (!source) return refuse(source.error(), "");
  if (reader::is_exercise_file(*source))
    return refuse(options.article,
                  ": is an exercise file already; instead: supple check says what is left to do in it");
  constexpr std::string_view too_long = ": is longer than an article; instead: give the text of one exercise";
  if (source->size() > longest_article) return refuse(options.article, too_long);
  const reader::Reading reading = reader::read_article(*source, *lexicon);
  if (reading.steps.size() > most_steps) return refuse(options.article, too_long);
  const auto draft = reader::draft_of(reading, reader::explain_article(*source, *lexicon), *lexicon);
  if (!draft)
    return refuse(options.article, ":1:1: error: nothing in it moves; instead: write what the body does, for example "
                                   "\"Exhale: round your spine.\"");
  if (draft->left > 0)
    std::fprintf(stderr, "%s: %d left to put in other words; instead: see the comments \"not read\" in the draft\n",
                 options.article.c_str(), draft->left);
  if (!options.out.empty()) return write_out(draft->markdown, options);
  std::fputs(draft->markdown.c_str(), stdout);
  return 0;
}

} // namespace

void add_draft(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<DraftOptions>();
  CLI::App* command = add_command(app, "draft", "Writes an exercise file from an article, for a teacher to finish.");
  command->footer("Examples:\n  supple draft article.txt -o exercise.md\n  supple check exercise.md");
  command->add_option("ARTICLE", options->article, "the text; - reads standard input")->required();
  command->add_option("-o,--out", options->out, "the file to write; without it, standard output");
  command->add_flag("--force", options->force, "write over a file that is there");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
