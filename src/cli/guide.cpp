// SPDX-License-Identifier: Apache-2.0
// supple guide: leads a session in the terminal, or through a log of events without waiting.
#include "cli/commands.h"
#include "cli/guide_screen.h"
#include "cli/input.h"
#include "cli/keyboard.h"
#include "cli/load.h"
#include "cli/session_options.h"
#include "guide/replay.h"

#include <fmt/core.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>

namespace supple::cli {

namespace {

using guide::Event;
using guide::State;

struct GuideOptions {
  std::string file, events;
  guide::Settings settings;
  double speed = 1;
  bool hash = false;
};

constexpr int tick_ms = 40;

/// The seconds since the session began, at the speed asked for; they stand still while the program is in the
/// background.
class Clock {
public:
  explicit Clock(double speed) : speed_(speed), since_(Steady::now()) {}

  [[nodiscard]] double now() const {
    return before_ + speed_ * std::chrono::duration<double>(Steady::now() - since_).count();
  }

  void set(double seconds) {
    before_ = seconds;
    since_ = Steady::now();
  }

private:
  using Steady = std::chrono::steady_clock;
  double speed_, before_ = 0;
  Steady::time_point since_;
};

std::optional<Event> event_of(char key, State state) {
  switch (key) {
  case 'p':
  case ' ':
    return state == State::paused ? Event::resume : Event::pause;
  case 's':
    return Event::stop;
  case '+':
    return Event::faster;
  case '-':
    return Event::slower;
  case 'n':
    return Event::skip;
  default:
    return std::nullopt;
  }
}

bool is_over(const guide::Live& live) {
  return live.state == State::finished || (live.state == State::stopped && live.rest_offer_at_s < 0);
}

// Leads until the end, a stop, or `q`. The signal that ended it early, 0 if none did.
int lead(guide::Live& live, double speed) {
  Keyboard keyboard;
  GuideScreen screen(isatty(STDOUT_FILENO) == 1);
  Clock clock(speed);
  screen.show(live, guide::handle(live, Event::start, 0));
  double seen_s = 0;
  while (!is_over(live) && keyboard.ended_by() == 0) {
    const std::optional<char> key = keyboard.key(tick_ms);
    if (keyboard.was_away()) clock.set(seen_s);
    seen_s = clock.now();
    if (key == 'q') return 0;
    if (const auto event = key ? event_of(*key, live.state) : std::nullopt)
      screen.show(live, guide::handle(live, *event, seen_s));
    screen.show(live, guide::advance(live, seen_s));
  }
  return keyboard.ended_by();
}

std::optional<guide::EventLog> log_of(const std::string& path) {
  if (path.empty()) return guide::EventLog{{0, Event::start}};
  const auto text = read_text(path);
  if (!text) {
    fmt::print(stderr, "{}\n", text.error());
    return std::nullopt;
  }
  auto log = guide::read_event_log(*text);
  if (log) return *log;
  for (const text::Diagnostic& finding : log.error())
    fmt::print(stderr, "{}", text::render(finding, path, *text));
  return std::nullopt;
}

void replay(const Loaded& loaded, const GuideOptions& options, Exit& exit) {
  const score::Score& score = *loaded.understood.score;
  const auto log = log_of(options.events);
  if (!log) {
    exit.code = exit_findings;
  } else if (options.hash) {
    fmt::print("{:016x}\n", guide::replay_hash(score, options.settings, *log, loaded.sayings()));
  } else {
    guide::Live live = guide::begin(score, options.settings, loaded.sayings());
    GuideScreen screen(false);
    guide::replay(live, *log,
                  [&](const guide::Live& now, const guide::Actions& actions) { screen.show(now, actions); });
  }
}

void run(const GuideOptions& options, Exit& exit) {
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) {
    exit.code = exit_findings;
    return;
  }
  if (options.hash || !options.events.empty()) return replay(*loaded, options, exit);
  guide::Live live = guide::begin(*loaded->understood.score, options.settings, loaded->sayings());
  if (const int signal = lead(live, options.speed)) std::raise(signal);
}

} // namespace

void add_guide(CLI::App& app, Exit& exit) {
  auto options = std::make_shared<GuideOptions>();
  CLI::App* command = add_command(app, "guide", "Lead a session in the terminal");
  command->footer("Keys: p pauses and goes on, s stops, + faster, - slower, n next part, q leaves.\n"
                  "Examples:\n"
                  "  supple guide library/exercises/release-your-low-back.md\n"
                  "  supple guide library/exercises/release-your-low-back.md --speed 30 --week 30\n"
                  "  supple guide library/exercises/release-your-low-back.md --events log.txt --hash");
  command->add_option("FILE", options->file, "an exercise, a workout or an article")->required();
  add_session_options(*command, options->settings);
  command->add_option("--speed", options->speed, "how much faster than the clock, 0.1 to 1000")
      ->check(CLI::Range(0.1, 1000.0))
      ->capture_default_str();
  command->add_option("--events", options->events,
                      "do what this log says instead of keys, without waiting; its lines: \"12.5 pause\"");
  command->add_flag("--hash", options->hash, "print only the hash of everything that was told");
  command->callback([options, &exit] { run(*options, exit); });
}

} // namespace supple::cli
