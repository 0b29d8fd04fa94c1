// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace supple::cli {

namespace {

// Told by a signal; asked between two steps.
std::atomic<bool>& interrupted() {
  static std::atomic<bool> flag = false;
  return flag;
}

} // namespace

void stop_when_interrupted() {
  interrupted(); // made before a signal asks for it
  struct sigaction action{};
  action.sa_handler = [](int) { interrupted() = true; };
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    sigaction(signal, &action, nullptr);
  // A limit on the size of files is an error to be told, not an end; for programs that we start too.
  std::signal(SIGXFSZ, SIG_IGN);
}

bool is_interrupted() {
  return interrupted();
}

} // namespace supple::cli
