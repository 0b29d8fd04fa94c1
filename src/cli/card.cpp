// SPDX-License-Identifier: Apache-2.0
// supple card: an exercise on one printed page, a long workout on more.
#include "card/card.h"

#include "card/page.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/scene.h"
#include "cli/session_options.h"
#include "guide/plan.h"

#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <map>
#include <memory>
#include <string>

namespace supple::cli {

namespace {

struct CardOptions {
  std::string file, out;
  guide::Settings settings;
  card::Print print;
};

int run(CardOptions options) {
  const std::string ending = std::filesystem::path(options.out).extension().string();
  if (ending != ".pdf" && ending != ".svg") {
    fmt::print(stderr, "supple: {} is no name of a card; instead: a name that ends in .pdf or .svg\n", options.out);
    return exit_usage;
  }
  options.print.form = ending == ".pdf" ? card::Form::pdf : card::Form::svg;
  if (!options.print.address.empty() && !card::opens_elsewhere(options.print.address)) {
    fmt::print(stderr,
               "supple: the card has no QR code: no other device can open {}; instead: --address with the page on the "
               "web\n",
               options.print.address);
    options.print.address.clear();
  }
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) return exit_findings;
  const score::Score& score = *loaded->understood.score;
  const guide::Session session = guide::plan(score, options.settings, loaded->sayings());
  const card::Card card = card::card_of(score, session);
  if (options.print.form == card::Form::svg && card::pages_on(card, options.print).size() > 1) {
    fmt::print(stderr,
               "{}: its {} steps are too many for one page; instead: --out with a name that ends in .pdf, which "
               "has further pages\n",
               options.file, card.steps.size());
    return exit_findings;
  }
  const std::string bytes = card::printed(card, session, options.settings, options.print);
  return write_file(options.out, bytes) ? 0 : exit_findings;
}

} // namespace

void add_card(CLI::App& app, Exit& exit) {
  static const std::map<std::string, card::Paper> papers{{"a4", card::Paper::a4}, {"letter", card::Paper::letter}};
  const auto options = std::make_shared<CardOptions>();
  CLI::App* command = add_command(app, "card", "Print an exercise on one page, a long workout on more");
  command->footer(
      "Examples:\n"
      "  supple card library/exercises/release-your-low-back.md -o card.pdf\n"
      "  supple card library/exercises/release-your-low-back.md -o card.svg --paper letter\n"
      "  supple card library/exercises/release-your-low-back.md -o card.pdf --address https://example.org/low-back");
  command->add_option("FILE", options->file, "an exercise, a workout or an article; - reads standard input")
      ->required();
  command->add_option("-o,--out", options->out, "the card to write, .pdf or .svg")->required();
  command->add_option("--paper", options->print.paper, "a4 or letter")
      ->transform(CLI::CheckedTransformer(papers))
      ->option_text("a4|letter [a4]");
  command->add_option("--address,--page", options->print.address,
                      "the page on the web where it moves, printed as a QR code");
  add_session_options(*command, options->settings);
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
