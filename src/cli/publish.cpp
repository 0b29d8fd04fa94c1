// SPDX-License-Identifier: Apache-2.0
// supple publish: a library as a site of static files.
#include "publish/publish.h"

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/voices.h"
#include "publish/library.h"
#include "studio/site.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fmt/core.h>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>

namespace supple::cli {

namespace {

namespace fs = std::filesystem;

struct PublishOptions {
  std::string library, page, address, voice = "festival", cache;
  publish::Options publish;
  bool no_pictures = false;
};

void say(const std::string& line) {
  fmt::print(stderr, "supple: {}\n", line);
}

/// https://reproducible-builds.org/specs/source-date-epoch/
std::optional<std::int64_t> source_date() {
  const char* const value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr) return std::nullopt;
  const std::string_view text(value);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(seconds) : std::nullopt;
}

/// With a `/` at its end. None where it can be the address of no site.
std::optional<std::string> root_of(const std::string& address) {
  if (address.empty()) return "";
  if (!publish::is_web_address(address) || address.find_first_of("?#") != address.npos) return std::nullopt;
  return address.ends_with('/') ? address : address + "/";
}

publish::Watch watch() {
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const auto progress = [terminal](std::string_view what, std::size_t done, std::size_t of) {
    if (terminal) fmt::print(stderr, "\r{} of {} {}\033[K{}", done, of, what, done == of ? "\n" : "");
  };
  return {say, progress, [] { return is_interrupted(); }};
}

int run(PublishOptions options) {
  const auto root = root_of(options.address);
  if (!root) {
    say(fmt::format("{} is no address of a site; instead: one such as https://example.org/supple/", options.address));
    return exit_usage;
  }
  const auto page = studio::find_site(options.page);
  if (!page) {
    say(page.error());
    return exit_findings;
  }
  const auto library = publish::read_library(options.library, source_date());
  if (!library) {
    for (const std::string& line : library.error())
      fmt::print(stderr, "{}\n", line);
    return exit_findings;
  }
  if (root->empty()) say("without --address the site has no feed, no sitemap, no QR codes and no pictures to share");
  options.publish.root = *root;
  options.publish.page = *page;
  options.publish.cache = cache_folder(options.cache);
  options.publish.pictures = !options.no_pictures;
  stop_when_interrupted();
  const publish::Published done =
      publish::publish(*library, options.publish, voice_named(options.voice, nullptr), watch());
  fmt::print("{}: {} exercises, {} files\n", options.publish.out.string(), done.exercises, done.files);
  return 0;
}

} // namespace

void add_publish(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<PublishOptions>();
  CLI::App* command = add_command(app, "publish", "Write a library as a site of static files");
  command->footer("Examples:\n"
                  "  supple publish library -o site --address https://example.org/\n"
                  "  supple publish library -o site --cards --films films --recordings my-voice\n"
                  "  supple publish library -o site --voice none     without clips; the rest is the same\n"
                  "  supple serve --root site                        to look at it");
  command->add_option("LIBRARY", options->library, "a folder with exercises/*.md and site.toml")->required();
  command->add_option("-o,--out", options->publish.out, "the folder of the site: new, empty, or made by this command")
      ->required();
  command->add_option("--address", options->address, "where the site will stand, for links from elsewhere");
  command->add_flag("--cards", options->publish.cards, "print a card of every exercise, to keep");
  command->add_option("--films", options->publish.films, "a folder of films to keep, each named by its exercise")
      ->check(CLI::ExistingDirectory);
  command->add_option("--voice", options->voice, "festival, none, or a command that reads a text and writes WAV")
      ->capture_default_str();
  command
      ->add_option("--recordings", options->publish.recordings,
                   "a folder of your own recordings, which come before the voice")
      ->check(CLI::ExistingDirectory);
  command->add_flag("--no-pictures", options->no_pictures, "leave out the pictures of the figure");
  command->add_option("--root", options->page,
                      "the folder of the built page (else $SUPPLE_SITE, web/dist, or share/supple beside the program)");
  command->add_option("--cache", options->cache,
                      "where pictures, cards and clips are kept (else $XDG_CACHE_HOME/supple)");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
