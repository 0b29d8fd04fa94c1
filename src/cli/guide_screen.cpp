// SPDX-License-Identifier: Apache-2.0
#include "cli/guide_screen.h"

#include "guide/numbers.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace supple::cli {

namespace {

using guide::ActionKind;
using guide::State;
using vocabulary::Breath;

constexpr int bar_cells = 24; ///< one for each vertebra

std::string breath_bar(const guide::Phase& phase, double fraction) {
  if (!phase.paced) return "Your own breath";
  const bool inhales = phase.breath == Breath::inhale;
  const int lit = static_cast<int>(std::floor((inhales ? fraction : 1 - fraction) * bar_cells + 0.5));
  std::string bar = inhales ? "Breathe in   " : "Breathe out  ";
  for (int i = 0; i < bar_cells; ++i)
    bar += i < lit ? "●" : "·";
  return bar;
}

std::string time_left(double seconds) {
  const int minutes = static_cast<int>(std::floor(seconds / 60 + 0.5));
  if (minutes == 0) return "less than a minute left";
  return minutes == 1 ? "about 1 minute left" : fmt::format("about {} minutes left", minutes);
}

std::string where(const guide::Live& live, const guide::Moment& now) {
  std::string out = live.session.sections[static_cast<std::size_t>(now.section)].title;
  if (now.round > 0) out += fmt::format(", round {}", now.round);
  return fmt::format("{} · breath {} of {} · {}", out, std::min(now.breaths_done + 1, now.breaths_in_all),
                     now.breaths_in_all, time_left(now.left_s));
}

std::string keys(const guide::Live& live, const guide::Moment& now) {
  switch (live.state) {
  case State::stopped:
  case State::finished:
    return "";
  default:
    return fmt::format("p {} · s stop · + - pace {:g} · n next part · q leave",
                       live.state == State::paused ? "go on" : "pause", now.pace_bpm);
  }
}

std::string_view word_of(State state) {
  switch (state) {
  case State::paused:
    return "(paused)";
  case State::leading:
    return "(going on)";
  case State::stopped:
    return "(stopped)";
  case State::finished:
    return "(finished)";
  default:
    return "";
  }
}

std::string session_clock(double seconds) {
  const int tenths = static_cast<int>(seconds * 10 + 0.5);
  return fmt::format("{:3}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
}

// Characters in a line of this terminal; a longer one would wrap and push the picture down.
int terminal_width() {
  winsize size{};
  constexpr int usual = 80;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

std::string cut(const std::string& line, int characters) {
  std::size_t end = 0;
  for (int count = 0; end < line.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(line[end]) & 0xC0U) != 0x80U;
    if (begins && ++count > characters) break;
  }
  return line.substr(0, end);
}

} // namespace

void GuideScreen::show(const guide::Live& live, const guide::Actions& actions) {
  for (const guide::Action& action : actions) {
    if (action.kind == ActionKind::caption) caption_ = action.text;
    if (!terminal_) print_line(action);
  }
  if (terminal_) draw(live);
  std::fflush(stdout);
}

void GuideScreen::print_line(const guide::Action& action) const {
  if (action.kind == ActionKind::speak) fmt::print("{}  {}\n", session_clock(action.at_s), action.text);
  if (action.kind == ActionKind::state) fmt::print("{}  {}\n", session_clock(action.at_s), word_of(action.state));
}

void GuideScreen::draw(const guide::Live& live) {
  const guide::Moment now = guide::moment(live);
  const std::size_t line_end = std::min(caption_.find('\n'), caption_.size());
  const std::string second = line_end < caption_.size() ? caption_.substr(line_end + 1) : "";
  const bool breathes = live.state == State::leading || live.state == State::paused;
  const guide::Phase& phase = live.session.phases[static_cast<std::size_t>(now.phase)];
  const std::vector<std::string> lines{
      "",
      "  " + caption_.substr(0, line_end),
      "  " + second,
      "",
      "  " + (breathes ? breath_bar(phase, now.phase_fraction) : std::string()),
      "  " + (breathes ? where(live, now) : std::string()),
      "  " + keys(live, now),
  };
  std::string screen = lines_ > 0 ? fmt::format("\x1b[{}A", lines_) : "";
  const int width = terminal_width();
  for (const std::string& line : lines)
    screen += "\r\x1b[2K" + cut(line, width) + "\n";
  lines_ = static_cast<int>(lines.size());
  if (screen == drawn_) return;
  fmt::print("{}", screen);
  drawn_ = std::move(screen);
}

} // namespace supple::cli
