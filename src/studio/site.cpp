// SPDX-License-Identifier: Apache-2.0
#include "studio/site.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;

// What is written over has a new time, what is moved into its place another number.
std::string tag_of(const struct stat& status) {
  return fmt::format("{:x}-{:x}-{:x}{:09}", status.st_ino, status.st_size, status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec);
}

bool is_a_page(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "index.html", ignored);
}

std::string not_there(const fs::path& folder) {
  return fmt::format("{}: no page there (index.html); instead: build it with ./run, or name its folder with --root",
                     folder.string());
}

} // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (open()) close(number_);
}

std::size_t File::read(std::span<char> room, std::uint64_t offset) const {
  std::size_t done = 0;
  while (done < room.size()) {
    const ssize_t n =
        pread(descriptor.number(), room.data() + done, room.size() - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  return done;
}

// Folder by folder, so that no link can be put in between while it is being looked at.
std::optional<File> Site::open(std::string_view name) const {
  Descriptor at{::open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  while (at.open()) {
    const std::size_t slash = name.find('/');
    const std::string segment{name.substr(0, slash)};
    const bool last = slash == name.npos;
    // O_NONBLOCK: a named pipe must not keep us waiting.
    const int kind = last ? O_NONBLOCK : O_DIRECTORY;
    at = Descriptor{openat(at.number(), segment.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind)};
    if (last) break;
    name.remove_prefix(slash + 1);
  }
  struct stat status{};
  if (!at.open() || fstat(at.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return File{std::move(at), static_cast<std::uint64_t>(status.st_size), tag_of(status)};
}

std::expected<fs::path, std::string> find_site(const std::string& asked_for) {
  const char* const environment = std::getenv("SUPPLE_SITE");
  for (const std::string& named : {asked_for, std::string(environment == nullptr ? "" : environment)}) {
    if (named.empty()) continue;
    if (is_a_page(named)) return named;
    return std::unexpected(not_there(named));
  }
  fs::path here = "web/dist";
  if (is_a_page(here)) return here;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  fs::path installed = program.parent_path().parent_path() / "share" / "supple";
  if (!program.empty() && is_a_page(installed)) return installed;
  return std::unexpected(not_there(here));
}

} // namespace supple::studio
