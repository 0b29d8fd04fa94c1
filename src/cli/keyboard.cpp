// SPDX-License-Identifier: Apache-2.0
#include "cli/keyboard.h"

#include <array>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace supple::cli {

namespace {

// A signal handler can reach nothing else; a program has only one keyboard.
volatile std::sig_atomic_t ending_signal = 0;
volatile std::sig_atomic_t background_asked = 0;

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};

void note_ending(int signal) {
  ending_signal = signal;
}

void note_background(int /*signal*/) {
  background_asked = 1;
}

void set_handler(int signal, void (*handler)(int)) {
  struct sigaction action{};
  action.sa_handler = handler;
  sigaction(signal, &action, nullptr);
}

} // namespace

Keyboard::Keyboard() {
  terminal_ = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before_) == 0;
  ending_signal = 0;
  for (const int signal : ending_signals)
    set_handler(signal, note_ending);
  set_handler(SIGTSTP, note_background);
  take();
}

Keyboard::~Keyboard() {
  give_back();
  for (const int signal : ending_signals)
    set_handler(signal, SIG_DFL);
  set_handler(SIGTSTP, SIG_DFL);
}

void Keyboard::take() {
  if (!terminal_) return;
  termios single = before_;
  single.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  single.c_cc[VMIN] = 0;
  single.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &single);
}

void Keyboard::give_back() {
  if (terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
}

void Keyboard::sleep_in_background() {
  background_asked = 0;
  away_ = true;
  give_back();
  kill(getpid(), SIGSTOP);
  take();
}

std::optional<char> Keyboard::key(int wait_ms) {
  if (background_asked != 0) sleep_in_background();
  pollfd input{STDIN_FILENO, POLLIN, 0};
  if (poll(&input, open_ ? 1 : 0, wait_ms) <= 0) return std::nullopt;
  char key = 0;
  if (read(STDIN_FILENO, &key, 1) == 1) return key;
  open_ = false;
  return std::nullopt;
}

int Keyboard::ended_by() const {
  return ending_signal;
}

bool Keyboard::was_away() {
  const bool away = away_;
  away_ = false;
  return away;
}

} // namespace supple::cli
