// SPDX-License-Identifier: Apache-2.0
#include "film/making.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace supple::film {

namespace fs = std::filesystem;

std::string unwritten(const fs::path& name, std::string_view reason) {
  return fmt::format("{} cannot be written ({}); instead: a file in a folder of yours with room on its disk",
                     name.string(), reason);
}

std::expected<Making, std::string> Making::begin(const fs::path& out) {
  const fs::path parent = out.has_parent_path() ? out.parent_path() : fs::path(".");
  const auto refused = [&](int error) { return std::unexpected(unwritten(out, std::strerror(error))); };
  std::error_code none;
  if (fs::exists(out, none) && !fs::is_regular_file(out, none))
    return refused(fs::is_directory(out, none) ? EISDIR : EINVAL);
  if (!fs::is_directory(parent, none)) return refused(ENOENT);
  fs::path folder = parent / fmt::format(".{}.making", out.filename().string());
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return refused(errno);
  studio::Descriptor held{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
  if (!held.open()) return refused(errno);
  if (::flock(held.number(), LOCK_EX | LOCK_NB) != 0)
    return std::unexpected(
        fmt::format("{} is being made already; instead: wait for it, or choose another name", out.string()));
  for (const auto& left : fs::directory_iterator(folder, none))
    fs::remove_all(left.path(), none);
  return Making(out, std::move(folder), std::move(held));
}

Making::Making(Making&& other) noexcept
    : out_(std::move(other.out_)), folder_(std::exchange(other.folder_, {})), held_(std::move(other.held_)),
      endings_(std::move(other.endings_)) {}

Making::~Making() {
  std::error_code none;
  if (!folder_.empty()) fs::remove_all(folder_, none);
}

fs::path Making::file(std::string_view ending) {
  if (std::ranges::find(endings_, ending) == endings_.end()) endings_.emplace_back(ending);
  return folder_ / fmt::format("film{}", ending);
}

fs::path Making::passing(std::string_view name) const {
  return folder_ / name;
}

std::string Making::finish() {
  const auto name_of = [&](const std::string& ending) { return fs::path(out_).replace_extension(ending); };
  std::error_code none;
  for (const std::string& ending : endings_)
    if (fs::is_directory(name_of(ending), none)) return unwritten(name_of(ending), std::strerror(EISDIR));
  // The film last: where it stands, all that belongs to it does.
  std::ranges::sort(endings_, {}, [&](const std::string& ending) { return ending == out_.extension(); });
  for (const std::string& ending : endings_)
    if (::rename(file(ending).c_str(), name_of(ending).c_str()) != 0)
      return unwritten(name_of(ending), std::strerror(errno));
  return {};
}

std::string write_whole(const fs::path& file, std::string_view bytes, const fs::path& name) {
  const studio::Descriptor out{::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
  if (!out.open()) return unwritten(name, std::strerror(errno));
  while (!bytes.empty()) {
    const ssize_t n = ::write(out.number(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return unwritten(name, n < 0 ? std::strerror(errno) : "no room");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

} // namespace supple::film
