// SPDX-License-Identifier: Apache-2.0
// supple film: a session as a film, with its voice, captions and chapters.
#include "film/film.h"

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/scene.h"
#include "cli/session_options.h"
#include "cli/voices.h"
#include "film/png.h"
#include "guide/plan.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/core.h>
#include <map>
#include <memory>
#include <optional>
#include <unistd.h>

namespace supple::cli {

namespace {

struct FilmOptions {
  std::string file, size = "1080p", theme = "day";
  guide::Settings settings;
  VoiceOptions voice;
  film::Options film;
  std::optional<double> length_s, frame_s;
  bool quiet_tones = false, progress = false;
};

struct Size {
  int width, height;
};

const std::map<std::string, Size>& sizes() {
  static const std::map<std::string, Size> table{{"1080p", {1920, 1080}},
                                                 {"720p", {1280, 720}},
                                                 {"360p", {640, 360}},
                                                 {"square", {1080, 1080}},
                                                 {"portrait", {1080, 1920}}};
  return table;
}

std::string film_time_left(double seconds) {
  if (seconds < 50) return fmt::format("about {} seconds left", static_cast<int>(std::ceil(seconds / 10)) * 10);
  const int minutes = static_cast<int>(std::lround(seconds / 60));
  return minutes <= 1 ? "about a minute left" : fmt::format("about {} minutes left", minutes);
}

/// On a terminal a line that is written anew; for a program that asks for it, a line a percent on stdout.
class ProgressLine {
public:
  explicit ProgressLine(bool for_a_program) : for_a_program_(for_a_program) {}

  void show(std::size_t done, std::size_t of) {
    const int percent = static_cast<int>(100 * done / of);
    if (percent == percent_) return;
    percent_ = percent;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began_;
    const double left_s = spent.count() * static_cast<double>(of - done) / static_cast<double>(done);
    if (for_a_program_) {
      fmt::print("{} {:.0f}\n", percent, left_s);
      std::fflush(stdout);
    }
    if (!terminal_) return;
    fmt::print(stderr, "\r{:3} % of the film, {:<24}", percent,
               done == of ? "the file is closed" : film_time_left(left_s));
    if (done == of) std::fputc('\n', stderr);
    std::fflush(stderr);
  }

private:
  bool for_a_program_, terminal_ = isatty(STDERR_FILENO) == 1;
  int percent_ = -1;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

int say_and_refuse(const std::string& line) {
  fmt::print(stderr, "supple: {}\n", line);
  return exit_findings;
}

int write_frame(const film::Programme& programme, const FilmOptions& options) {
  const figure::Picture picture =
      film::frame_at(programme, options.settings, options.film, std::min(*options.frame_s, programme.duration_s));
  return write_file(options.film.out.string(), film::png(picture)) ? 0 : exit_findings;
}

int run(FilmOptions options) {
  const std::string ending = options.film.out.extension().string();
  if (options.frame_s ? ending != ".png" : ending != ".mp4" && ending != ".webm") {
    say_and_refuse(fmt::format("{} is no name of a film; instead: a name that ends in {}", options.film.out.string(),
                               options.frame_s ? ".png" : ".mp4 or .webm"));
    return exit_usage;
  }
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) return exit_findings;
  const score::Score& score = *loaded->understood.score;
  const auto spoken = spoken_by(options.voice, *loaded);
  if (!spoken) return say_and_refuse(spoken.error());
  options.settings.clips = spoken->lengths();
  options.film.voice = spoken->name;
  options.film.night = options.theme == "night";
  options.film.width = sizes().at(options.size).width;
  options.film.height = sizes().at(options.size).height;
  options.film.sounds.tones = !options.quiet_tones;
  const film::Programme programme =
      film::programme_of(score, guide::plan(score, options.settings, loaded->sayings()), options.length_s);
  if (options.frame_s) return write_frame(programme, options);
  stop_when_interrupted();
  ProgressLine progress(options.progress);
  const std::string trouble =
      film::make(programme, options.settings, spoken->clips, options.film, [&](std::size_t done, std::size_t of) {
        if (is_interrupted()) return false;
        progress.show(done, of);
        return true;
      });
  return trouble.empty() ? 0 : say_and_refuse(trouble);
}

} // namespace

void add_film(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<FilmOptions>();
  CLI::App* command = add_command(app, "film", "Make a film of a session, with its voice, captions and chapters");
  command->footer(
      "Beside the film come its captions (.vtt, .srt), a poster (.jpg), what is said (.txt) and when (.json).\n"
      "Examples:\n"
      "  supple film library/exercises/release-your-low-back.md -o low-back.mp4\n"
      "  supple film library/exercises/release-your-low-back.md -o low-back.webm --size portrait --theme night\n"
      "  supple film library/exercises/release-your-low-back.md -o mine.mp4 --voice my-recordings --week 30\n"
      "  supple film library/exercises/release-your-low-back.md -o look.mp4 --length 20 --size 360p");
  command->add_option("FILE", options->file, "an exercise, a workout or an article; - reads standard input")
      ->required();
  command->add_option("-o,--out", options->film.out, "the film to write, .mp4 or .webm")->required();
  command->add_option("--size", options->size, "1080p, 720p, 360p, square or portrait")
      ->check(CLI::IsMember(sizes()))
      ->option_text("1080p|720p|360p|square|portrait [1080p]");
  command->add_option("--fps", options->film.fps, "frames a second")->check(CLI::Range(10, 60))->capture_default_str();
  command->add_option("--theme", options->theme, "day or night")
      ->check(CLI::IsMember({"day", "night"}))
      ->capture_default_str();
  command->add_option("--length", options->length_s, "only the first so many seconds")->check(CLI::Range(1.0, 86400.0));
  command->add_flag("--ground", options->film.sounds.ground, "a soft ground like far wind beneath voice and tones");
  command->add_flag("--no-tones", options->quiet_tones, "without the tones of the breath");
  command->add_option("--frame", options->frame_s, "write only the frame of this second, as a .png")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--progress", options->progress, "tell percent and seconds left on standard output");
  add_session_options(*command, options->settings);
  add_voice_options(*command, options->voice, "");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
