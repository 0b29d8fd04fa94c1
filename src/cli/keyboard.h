// SPDX-License-Identifier: Apache-2.0
// Single keys from standard input: at a terminal without waiting for the return key, from a pipe as they come. However
// the program is left, the terminal is as it was before.
#pragma once

#include <optional>
#include <termios.h>

namespace supple::cli {

class Keyboard {
public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  /// The next key, or none if there was none for `wait_ms`.
  [[nodiscard]] std::optional<char> key(int wait_ms);

  /// The signal that asks the program to end, 0 if there was none. Whoever sees it leaves, and sends it again once this
  /// keyboard is gone.
  [[nodiscard]] int ended_by() const;

  /// Whether the program was put into the background and has come back since this was last asked.
  [[nodiscard]] bool was_away();

private:
  void take();
  void give_back();
  void sleep_in_background();

  termios before_{};
  bool terminal_ = false, open_ = true, away_ = false;
};

} // namespace supple::cli
