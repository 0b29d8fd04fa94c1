// SPDX-License-Identifier: Apache-2.0
#include "studio/process.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <signal.h> // NOLINT(modernize-deprecated-headers): kill is POSIX
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace supple::studio {

namespace {

/// Whether the descriptor is ready for `events` in time.
bool wait_for(int descriptor, short events, const Patience& patience) {
  using std::chrono::milliseconds;
  constexpr milliseconds between_looks{50}; // whether to stop
  while (!patience.stop.stop_requested()) {
    const auto left = std::chrono::ceil<milliseconds>(patience.until - std::chrono::steady_clock::now());
    pollfd what{descriptor, events, 0};
    const int ready = poll(&what, 1, static_cast<int>(std::clamp(left, milliseconds{0}, between_looks).count()));
    if (ready > 0) return true;
    if ((ready == 0 && left <= milliseconds{0}) || (ready < 0 && errno != EINTR)) return false;
  }
  return false;
}

/// What a program starts with, in a process group of its own.
class Spawn {
public:
  Spawn() {
    posix_spawn_file_actions_init(&files_);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes_, 0);
  }

  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;

  ~Spawn() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }

  void connect(int theirs, int ours) { posix_spawn_file_actions_adddup2(&files_, ours, theirs); }

  void silence(int theirs) { posix_spawn_file_actions_addopen(&files_, theirs, "/dev/null", O_RDWR, 0); }

  void in_folder(const std::filesystem::path& folder) { posix_spawn_file_actions_addchdir_np(&files_, folder.c_str()); }

  /// The id of the process, or the error.
  [[nodiscard]] std::expected<pid_t, int> run(const std::vector<std::string>& command) const {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string& word : command)
      arguments.push_back(const_cast<char*>(word.c_str())); // posix_spawn does not write there
    arguments.push_back(nullptr);
    pid_t id = -1;
    const int error = posix_spawnp(&id, arguments.front(), &files_, &attributes_, arguments.data(), environ);
    if (error != 0) return std::unexpected(error);
    return id;
  }

private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

} // namespace

std::expected<Process, std::string> Process::start(const std::vector<std::string>& command,
                                                   const std::filesystem::path& folder, Errors errors) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return std::unexpected(std::string(std::strerror(errno)));
  Descriptor ours{ends[0]};
  const Descriptor theirs{ends[1]};
  Spawn spawn;
  spawn.connect(0, theirs.number());
  spawn.connect(1, theirs.number());
  if (errors == Errors::heard)
    spawn.connect(2, theirs.number());
  else
    spawn.silence(2);
  spawn.in_folder(folder);
  const auto id = spawn.run(command);
  if (!id) return std::unexpected(std::string(std::strerror(id.error())));
  return Process(*id, std::move(ours));
}

void start_apart(const std::vector<std::string>& command) {
  Spawn spawn;
  for (const int stream : {0, 1, 2})
    spawn.silence(stream);
  const auto started = spawn.run(command);
  static_cast<void>(started);
}

Process::Process(Process&& other) noexcept
    : id_(std::exchange(other.id_, -1)), both_ways_(std::move(other.both_ways_)), said_(std::move(other.said_)),
      ended_(other.ended_) {}

Process& Process::operator=(Process&& other) noexcept {
  std::swap(id_, other.id_);
  std::swap(both_ways_, other.both_ways_);
  std::swap(said_, other.said_);
  std::swap(ended_, other.ended_);
  return *this;
}

Process::~Process() {
  if (id_ < 0) return;
  kill(-id_, SIGKILL); // with all that it may have started
  while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::optional<int> Process::wait() {
  int status = 0;
  while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
  }
  id_ = -1;
  return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

bool Process::write(std::string_view bytes, const Patience& patience) {
  while (!bytes.empty()) {
    const ssize_t sent = send(both_ways_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      if (!wait_for(both_ways_.number(), POLLOUT, patience)) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

void Process::close_input() {
  shutdown(both_ways_.number(), SHUT_WR);
}

bool Process::listen(const Patience& patience) {
  if (ended_ || !wait_for(both_ways_.number(), POLLIN, patience)) return false;
  char block[65536];
  const ssize_t got = recv(both_ways_.number(), block, sizeof block, 0);
  if (got < 0 && errno == EINTR) return true;
  ended_ = got <= 0;
  if (!ended_) said_.append(block, static_cast<std::size_t>(got));
  return !ended_;
}

std::optional<std::string> Process::line(const Patience& patience) {
  constexpr std::size_t longest = 1 << 16;
  for (;;) {
    const std::size_t end = said_.find('\n');
    if (end != said_.npos) {
      std::string line = said_.substr(0, end);
      said_.erase(0, end + 1);
      return line;
    }
    if (said_.size() > longest || !listen(patience)) return std::nullopt;
  }
}

std::optional<std::string> Process::rest(std::size_t most, const Patience& patience) {
  while (said_.size() <= most && listen(patience)) {
  }
  if (!ended_ || said_.size() > most) return std::nullopt;
  return std::exchange(said_, {});
}

} // namespace supple::studio
