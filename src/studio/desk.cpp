// SPDX-License-Identifier: Apache-2.0
#include "studio/desk.h"

#include "studio/wave.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>
#include <utility>

namespace supple::studio {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view exercise_ending = ".md", recording_ending = ".wav";
constexpr std::size_t longest_text = std::size_t{1} << 20U;

bool is_clip_name(std::string_view name) {
  const auto hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return name.size() == 16 && std::ranges::all_of(name, hexadecimal);
}

DeskTrouble trouble_of(int error) {
  switch (error) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    return DeskTrouble::full;
  case EEXIST:
    return DeskTrouble::changed;
  default:
    return DeskTrouble::failed;
  }
}

// 0, or errno.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

/// A folder that is written to by descriptor, so that nobody can put another one in its place meanwhile.
class Folder {
public:
  explicit Folder(const fs::path& path) : at_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

  /// Puts a file in its place: over the one that is there, or only where none is. 0, or errno.
  [[nodiscard]] int put(const std::string& file, std::string_view bytes, bool over) const {
    const std::string unfinished = fmt::format(".{}.{}", file, getpid());
    ::unlinkat(at_.number(), unfinished.c_str(), 0); // of one of our number that was killed
    int error = 0;
    {
      const Descriptor out{
          ::openat(at_.number(), unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)};
      error = out.open() ? write_all(out.number(), bytes) : errno;
    }
    if (error == 0) error = over ? moved(unfinished, file) : linked(unfinished, file);
    if (error != 0 || !over) ::unlinkat(at_.number(), unfinished.c_str(), 0);
    if (error == 0) ::fsync(at_.number());
    return error;
  }

  /// Only where no file of the new name is. 0, or errno.
  [[nodiscard]] int rename(const std::string& file, const std::string& to) const {
    if (const int error = linked(file, to); error != 0) return error;
    return remove(file);
  }

  [[nodiscard]] int remove(const std::string& file) const {
    if (::unlinkat(at_.number(), file.c_str(), 0) != 0) return errno;
    ::fsync(at_.number());
    return 0;
  }

private:
  [[nodiscard]] int moved(const std::string& from, const std::string& to) const {
    return ::renameat(at_.number(), from.c_str(), at_.number(), to.c_str()) == 0 ? 0 : errno;
  }

  [[nodiscard]] int linked(const std::string& from, const std::string& to) const {
    return ::linkat(at_.number(), from.c_str(), at_.number(), to.c_str(), 0) == 0 ? 0 : errno;
  }

  Descriptor at_;
};

// The names of the files with this ending for which `is` holds, without it.
std::vector<std::string> names_in(const fs::path& folder, std::string_view ending, bool (*is)(std::string_view)) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::string name = at->path().filename().string();
    if (!name.ends_with(ending) || at->symlink_status(error).type() != fs::file_type::regular) continue;
    name.resize(name.size() - ending.size());
    if (is(name)) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

std::string file_of(std::string_view name, std::string_view ending) {
  return fmt::format("{}{}", name, ending);
}

std::expected<void, DeskTrouble> done(int error) {
  if (error != 0) return std::unexpected(trouble_of(error));
  return {};
}

} // namespace

bool is_file_name(std::string_view name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.size() <= longest_file_name && name.front() != '-' && std::ranges::all_of(name, plain);
}

Desk::Desk(fs::path folder) : folder_(std::move(folder)) {}

std::vector<std::string> Desk::names() const {
  return names_in(folder_, exercise_ending, is_file_name);
}

std::optional<Sheet> Desk::open(std::string_view name) const {
  if (!is_file_name(name)) return std::nullopt;
  const auto file = Site(folder_).open(file_of(name, exercise_ending));
  if (!file || file->size > longest_text) return std::nullopt;
  std::string text(file->size, '\0');
  text.resize(file->read(text, 0));
  return Sheet{std::move(text), file->tag};
}

std::expected<std::string, DeskTrouble> Desk::write(std::string_view name, std::string_view text,
                                                    const std::optional<std::string>& expect) {
  if (!is_file_name(name)) return std::unexpected(DeskTrouble::name);
  if (text.size() > longest_text) return std::unexpected(DeskTrouble::full);
  std::error_code error;
  fs::create_directories(folder_, error);
  const auto there = open(name);
  if (expect && (!there || there->tag != *expect)) return std::unexpected(DeskTrouble::changed);
  const int failed = Folder(folder_).put(file_of(name, exercise_ending), text, expect.has_value());
  if (failed != 0) return std::unexpected(trouble_of(failed));
  const auto now = open(name);
  return now ? std::expected<std::string, DeskTrouble>(now->tag) : std::unexpected(DeskTrouble::failed);
}

std::expected<std::string, DeskTrouble> Desk::rename(std::string_view name, std::string_view to,
                                                     std::string_view expect) {
  if (!is_file_name(name) || !is_file_name(to)) return std::unexpected(DeskTrouble::name);
  const auto there = open(name);
  if (!there || there->tag != expect) return std::unexpected(DeskTrouble::changed);
  const int failed = Folder(folder_).rename(file_of(name, exercise_ending), file_of(to, exercise_ending));
  if (failed != 0) return std::unexpected(trouble_of(failed));
  const auto now = open(to);
  return now ? std::expected<std::string, DeskTrouble>(now->tag) : std::unexpected(DeskTrouble::failed);
}

std::expected<void, DeskTrouble> Desk::remove(std::string_view name, std::string_view expect) {
  if (!is_file_name(name)) return std::unexpected(DeskTrouble::name);
  const auto there = open(name);
  if (!there || there->tag != expect) return std::unexpected(DeskTrouble::changed);
  return done(Folder(folder_).remove(file_of(name, exercise_ending)));
}

std::vector<std::string> Desk::recorded() const {
  return names_in(recordings(), recording_ending, is_clip_name);
}

std::optional<File> Desk::open_recording(std::string_view clip) const {
  if (!is_clip_name(clip)) return std::nullopt;
  return Site(recordings()).open(file_of(clip, recording_ending));
}

std::expected<void, DeskTrouble> Desk::record(std::string_view clip, std::string_view wav) {
  if (!is_clip_name(clip)) return std::unexpected(DeskTrouble::name);
  const auto wave = wave_of(wav);
  if (!wave || trimmed(*wave).samples.empty()) return std::unexpected(DeskTrouble::failed);
  std::error_code error;
  fs::create_directories(recordings(), error);
  return done(Folder(recordings()).put(file_of(clip, recording_ending), wav, true));
}

std::expected<void, DeskTrouble> Desk::unrecord(std::string_view clip) {
  if (!is_clip_name(clip)) return std::unexpected(DeskTrouble::name);
  const int failed = Folder(recordings()).remove(file_of(clip, recording_ending));
  return done(failed == ENOENT ? 0 : failed);
}

} // namespace supple::studio
