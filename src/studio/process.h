// SPDX-License-Identifier: Apache-2.0
// Another program that is told something and answers.
#pragma once

#include "studio/site.h"

#include <chrono>
#include <expected>
#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace supple::studio {

/// How long an answer is waited for: until that time, or until somebody asks to stop.
struct Patience {
  std::chrono::steady_clock::time_point until;
  std::stop_token stop;
};

/// What becomes of what a program says on its standard error.
enum class Errors { unheard, heard /*among its output*/ };

/// A running program whose standard input and output lead here; it is ended with this object. What the terminal sends
/// to us (Ctrl-C) does not reach it.
class Process {
public:
  /// Finds `command[0]` as the shell does, without a shell. Or one line that says why it cannot be run.
  [[nodiscard]] static std::expected<Process, std::string>
  start(const std::vector<std::string>& command, const std::filesystem::path& folder, Errors errors = Errors::unheard);
  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Sends all of the bytes; false if the program does not take them in time.
  [[nodiscard]] bool write(std::string_view bytes, const Patience& patience);

  /// No more is sent: the program finds the end of its input.
  void close_input();

  /// The next line without its end, or none: the program has ended, or does not answer in time.
  [[nodiscard]] std::optional<std::string> line(const Patience& patience);

  /// Everything until the program closes its output, at most `most` bytes; none if it takes too long or says too much.
  [[nodiscard]] std::optional<std::string> rest(std::size_t most, const Patience& patience);

  /// Whether it has closed its output.
  [[nodiscard]] bool ended() const { return ended_; }

  /// Waits until it has ended: its exit code, or none where a signal ended it. Nothing else is asked of it afterwards.
  [[nodiscard]] std::optional<int> wait();

private:
  Process(pid_t id, Descriptor both_ways) : id_(id), both_ways_(std::move(both_ways)) {}

  /// More of what the program says, appended to `said_`; false at its end or past the time.
  bool listen(const Patience& patience);

  pid_t id_ = -1;
  Descriptor both_ways_;
  std::string said_;
  bool ended_ = false; ///< it has closed its output
};

/// Starts a program that neither hears nor says anything here and goes on when we end. Nothing happens if there is
/// none.
void start_apart(const std::vector<std::string>& command);

} // namespace supple::studio
