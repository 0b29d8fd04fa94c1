// SPDX-License-Identifier: Apache-2.0
// supple serve: the page with its voice, on this machine.
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/voices.h"
#include "diary/shelf.h"
#include "guide/session.h"
#include "studio/desk.h"
#include "studio/library.h"
#include "studio/process.h"
#include "studio/server.h"

#include <cstdio>
#include <fmt/core.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <unistd.h>
#include <vector>

namespace supple::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_exercise = "release-your-low-back";
constexpr std::string_view no_exercise =
    "there is no exercise that could be said; instead: start it where library/exercises is";

struct ServeOptions {
  std::uint16_t port = 8420;
  std::string root, voice, recordings, cache, diary, library, render_clips;
  bool open = false, list_clips = false;
};

void tell(std::string_view line) {
  std::fputs(fmt::format("supple: {}\n", line).c_str(), stderr);
}

/// Empty where it is not set.
/// For her data, not our cache (XDG Base Directory Specification).
fs::path data_folder() {
  if (const fs::path data = environment("XDG_DATA_HOME"); data.is_absolute()) return data / "supple";
  return fs::path(environment("HOME")) / ".local" / "share" / "supple";
}

fs::path diary_file(const ServeOptions& options) {
  return options.diary.empty() ? data_folder() / "diary.sqlite" : fs::path(options.diary);
}

/// What the teacher writes, and her recordings.
studio::Desk desk_of(const ServeOptions& options) {
  return studio::Desk{options.library.empty() ? data_folder() / "library" : fs::absolute(options.library)};
}

/// The library that the page shows, else the one in the current folder.
fs::path library_of(const fs::path& root) {
  std::error_code none;
  return fs::is_directory(root / "library", none) ? root / "library" : fs::path("library/exercises");
}

studio::CueTexts texts_of(const fs::path& root) {
  return studio::cue_texts_in(library_of(root), first_exercise);
}

/// Null for none.
std::unique_ptr<studio::Voice> voice_of(const ServeOptions& options, const studio::CueTexts& texts) {
  auto voice = voice_named(options.voice, nullptr);
  if (voice) voice = studio::voice_for(texts, std::move(voice));
  if (!options.recordings.empty()) voice = studio::recordings(options.recordings, std::move(voice));
  return voice;
}

std::unique_ptr<studio::Clips> clips_of(const ServeOptions& options, const studio::CueTexts& texts) {
  auto voice = voice_of(options, texts);
  if (!voice) return nullptr;
  return std::make_unique<studio::Clips>(std::move(voice), cache_folder(options.cache), texts.all, tell);
}

int list_clips(const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    fmt::print("{}.wav\t{}\n", guide::clip_name(text), text);
  return 0;
}

int render_clips(const ServeOptions& options, const studio::CueTexts& texts) {
  const auto clips = clips_of(options, texts);
  if (!clips) {
    tell("no voice was asked for; instead: leave out --voice none, or name --recordings");
    return exit_usage;
  }
  const bool terminal = isatty(STDERR_FILENO) == 1;
  clips->finish([&](std::size_t done, std::size_t of) {
    if (terminal) fmt::print(stderr, "\r{} of {} clips{}", done, of, done == of ? "\n" : "");
  });
  if (const std::string trouble = studio::write_clips(*clips, options.render_clips, *clips->index());
      !trouble.empty()) {
    tell(trouble);
    return exit_findings;
  }
  std::size_t missing = 0;
  for (const std::string& text : texts.all)
    if (clips->state(guide::clip_name(text)) != studio::ClipState::ready) ++missing;
  fmt::print("{}: {} clips{}\n", options.render_clips, texts.all.size() - missing,
             missing == 0 ? "" : fmt::format(", {} missing", missing));
  return missing == 0 ? 0 : exit_findings;
}

/// The browser is not ours: it goes on when we end.
void open_browser(const std::string& address) {
  if (environment("DISPLAY").empty() && environment("WAYLAND_DISPLAY").empty()) return;
  studio::start_apart({"xdg-open", address});
}

/// Whether clips were built into the page: the list of a page without a voice is empty.
bool carries_clips(const studio::Site& site) {
  const auto file = site.open("clips/index.json");
  if (!file) return false;
  std::string text(file->size, '\0');
  text.resize(file->read(text, 0));
  const auto index = nlohmann::json::parse(text, nullptr, false);
  return index.is_object() && index.contains("clips") && !index["clips"].empty();
}

/// The clips that go with the page; null where it is served without, or with those that were built into it.
std::unique_ptr<studio::Clips> clips_for(const ServeOptions& options, const studio::Site& site,
                                         const studio::Desk& desk) {
  const bool chosen = !options.voice.empty() || !options.recordings.empty() || !desk.recorded().empty();
  if (!chosen && carries_clips(site)) return nullptr;
  const auto texts = texts_of(site.root());
  if (texts.all.empty()) tell(fmt::format("no voice: {}", no_exercise));
  auto voice = voice_of(options, texts);
  if (!voice && desk.recorded().empty()) return nullptr;
  voice = studio::recordings(desk.recordings(), std::move(voice));
  return std::make_unique<studio::Clips>(std::move(voice), cache_folder(options.cache), texts.all, tell);
}

/// Films are said by who says the clips.
std::vector<std::string> film_options(const ServeOptions& options) {
  std::vector<std::string> arguments{"--cache", fs::absolute(cache_folder(options.cache)).string()};
  const std::string voice = options.recordings.empty() ? options.voice : fs::absolute(options.recordings).string();
  if (!voice.empty()) arguments.insert(arguments.end(), {"--voice", voice});
  return arguments;
}

int serve(const ServeOptions& options) {
  const auto root = studio::find_site(options.root);
  if (!root) {
    tell(root.error());
    return exit_findings;
  }
  const studio::Site site{*root};
  studio::Desk desk = desk_of(options);
  const auto clips = clips_for(options, site, desk);
  diary::Shelf shelf{diary_file(options)};
  studio::Workshop workshop{{"/proc/self/exe"}, library_of(site.root()), film_options(options)};
  auto server = studio::Server::listen(options.port, site, clips.get(), {}, &shelf, &workshop, &desk);
  if (!server) {
    tell(server.error());
    return exit_findings;
  }
  const std::string address = fmt::format("http://127.0.0.1:{}", server->port());
  fmt::print("Supple is at {}\n", address);
  std::fflush(stdout);
  if (options.open) open_browser(address);
  server->run();
  return 0;
}

int run(const ServeOptions& options) {
  if (!options.list_clips && options.render_clips.empty()) return serve(options);
  const auto root = studio::find_site(options.root);
  const auto texts = texts_of(root ? *root : fs::path());
  if (texts.all.empty()) {
    tell(no_exercise);
    return exit_findings;
  }
  return options.list_clips ? list_clips(texts.all) : render_clips(options, texts);
}

} // namespace

void add_serve(CLI::App& app, Exit& exit) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* command = add_command(app, "serve", "Serve the page and its voice on this machine");
  command->footer("Examples:\n"
                  "  supple serve --open\n"
                  "  supple serve --port 8500 --recordings my-voice\n"
                  "  supple serve --voice \"espeak-ng --stdout -s 120\"\n"
                  "  supple serve --library my-exercises            where the editor saves\n"
                  "  supple serve --render-clips web/dist/clips     then web/dist has its voice on any other host\n"
                  "  supple serve --list-clips                      what to record, and under which names");
  command->add_option("--port", options->port, "on 127.0.0.1; 0 takes one that is free")->capture_default_str();
  command->add_option("--root", options->root,
                      "the folder of the built page (else $SUPPLE_SITE, web/dist, or share/supple beside the program)");
  command->add_flag("--open,!--no-open", options->open, "open a browser where there is a display");
  command->add_option(
      "--voice", options->voice,
      "who says English: festival, none, or a command that reads a text and writes WAV (else festival)");
  command
      ->add_option("--recordings", options->recordings, "a folder of your own recordings, which come before the voice")
      ->check(CLI::ExistingDirectory);
  command->add_option("--cache", options->cache, "where clips are kept (else $XDG_CACHE_HOME/supple)");
  command->add_option("--diary", options->diary,
                      "the file that keeps the diary of this page (else $XDG_DATA_HOME/supple/diary.sqlite)");
  command->add_option(
      "--library", options->library,
      "the folder that the editor writes exercises and recordings to (else $XDG_DATA_HOME/supple/library)");
  auto* render = command->add_option("--render-clips", options->render_clips,
                                     "write all clips and their index.json into this folder, and end");
  command->add_flag("--list-clips", options->list_clips, "print the file name and the words of every clip, and end")
      ->excludes(render);
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
