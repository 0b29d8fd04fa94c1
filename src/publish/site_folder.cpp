// SPDX-License-Identifier: Apache-2.0
#include "publish/site_folder.h"

#include "studio/site.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/core.h>
#include <fstream>
#include <ranges>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace supple::publish {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view list_head =
    "Made by supple publish. What is listed here it replaces and takes away; all else stays.";

[[noreturn]] void fail(const fs::path& path, std::string_view what) {
  throw std::runtime_error(fmt::format("{}: {}", path.string(), what));
}

[[noreturn]] void fail_unwritten(const fs::path& path, int error) {
  fail(path,
       fmt::format("cannot be written ({}); instead: a folder of yours with room on its disk", std::strerror(error)));
}

/// The names of all that is no folder in `folder` and below, without following a symbolic link.
std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_symlink() || !entry.is_directory()) names.push_back(entry.path().lexically_relative(folder).string());
  std::ranges::sort(names);
  return names;
}

std::set<std::string> read_list(const fs::path& folder) {
  std::ifstream in(folder / list_name);
  std::string line;
  if (!std::getline(in, line) || line != list_head)
    fail(folder, "holds what supple publish did not make; instead: a new name, or an empty folder");
  std::set<std::string> names{std::string{list_name}};
  while (std::getline(in, line))
    names.insert(line);
  return names;
}

bool same_file(const fs::path& a, const fs::path& b) {
  struct stat one{}, other{};
  return ::lstat(a.c_str(), &one) == 0 && ::lstat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

/// Takes away the folders in which nothing is left, the innermost first.
void remove_empty_folders(const fs::path& folder) {
  std::vector<fs::path> folders{folder};
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_symlink() && entry.is_directory()) folders.push_back(entry.path());
  for (const fs::path& each : folders | std::views::reverse)
    ::rmdir(each.c_str());
}

/// Exchanges two folders in one step; in two on file systems that cannot.
bool exchange(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  const fs::path aside = b.string() + ".before";
  return ::rename(b.c_str(), aside.c_str()) == 0 && ::rename(a.c_str(), b.c_str()) == 0 &&
         ::rename(aside.c_str(), a.c_str()) == 0;
}

} // namespace

SiteFolder::SiteFolder(const fs::path& out) : out_(fs::weakly_canonical(out)) {
  std::error_code error;
  const bool there = fs::exists(out_, error);
  if (there && !fs::is_directory(out_, error)) fail(out_, "is no folder; instead: a new name, or an empty folder");
  if (there && !fs::is_empty(out_, error)) made_before_ = read_list(out_);
  const fs::path parent = out_.parent_path();
  fs::create_directories(parent, error);
  std::string pattern = (parent / fmt::format(".{}.publishing-XXXXXX", out_.filename().string())).string();
  if (error || ::mkdtemp(pattern.data()) == nullptr) fail_unwritten(out_, error ? error.value() : errno);
  beside_ = pattern;
  ::chmod(beside_.c_str(), 0755);
}

SiteFolder::~SiteFolder() {
  std::error_code ignored;
  if (!beside_.empty()) fs::remove_all(beside_, ignored);
}

fs::path SiteFolder::place_of(const std::string& name) const {
  const fs::path place = fs::path(name).lexically_normal();
  if (name.empty() || place.is_absolute() || *place.begin() == ".." || place.string() != name)
    fail(name, "is no name within a site");
  return beside_ / place;
}

void SiteFolder::put(const std::string& name, std::string_view bytes) {
  const fs::path file = place_of(name);
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const studio::Descriptor out{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)};
  if (!out.open()) fail_unwritten(out_ / name, errno);
  while (!bytes.empty()) {
    const ssize_t n = ::write(out.number(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail_unwritten(out_ / name, n < 0 ? errno : ENOSPC);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

fs::path SiteFolder::folder(const std::string& name) {
  const fs::path place = place_of(name);
  fs::create_directories(place);
  return place;
}

std::set<std::string> SiteFolder::write_list() {
  const std::vector<std::string> names = files_below(beside_);
  std::string list = fmt::format("{}\n", list_head);
  for (const std::string& name : names)
    list += name + "\n";
  put(std::string{list_name}, list);
  std::set<std::string> made(names.begin(), names.end());
  made.insert(std::string{list_name});
  return made;
}

/// What is hers in the old site stands in the new one too, before either is touched.
void SiteFolder::carry_over(const std::set<std::string>& made_now) {
  for (const std::string& name : files_below(out_)) {
    if (made_before_.contains(name)) continue;
    if (made_now.contains(name))
      fail(out_ / name, "is not from supple publish, and the site has a file of that name; instead: move it away");
    const fs::path place = beside_ / name;
    std::error_code error;
    fs::create_directories(place.parent_path(), error);
    if (error || ::linkat(AT_FDCWD, (out_ / name).c_str(), AT_FDCWD, place.c_str(), 0) != 0)
      fail(out_ / name, "cannot be kept beside the new site; instead: move it away");
  }
}

/// `beside_` holds the site of before now; whatever is neither ours nor in the new one as well stays where it is.
void SiteFolder::take_away_the_old(const std::set<std::string>& made_now) {
  for (const std::string& name : files_below(beside_))
    if (made_before_.contains(name) || (!made_now.contains(name) && same_file(beside_ / name, out_ / name)))
      ::unlink((beside_ / name).c_str());
  remove_empty_folders(beside_);
  const fs::path left = beside_;
  beside_.clear();
  if (fs::exists(left)) fail(left, "holds what came into the old site meanwhile; instead: take it from there");
}

std::size_t SiteFolder::finish() {
  const std::set<std::string> made_now = write_list();
  if (!fs::exists(out_)) {
    if (::rename(beside_.c_str(), out_.c_str()) != 0) fail_unwritten(out_, errno);
    beside_.clear();
    return made_now.size();
  }
  carry_over(made_now);
  if (!exchange(beside_, out_)) fail_unwritten(out_, errno);
  take_away_the_old(made_now);
  return made_now.size();
}

} // namespace supple::publish
