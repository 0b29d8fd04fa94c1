// SPDX-License-Identifier: Apache-2.0
#include "publish/library.h"

#include "guide/plan.h"
#include "publish/about.h"
#include "score/understand.h"
#include "studio/desk.h"
#include "studio/site.h"
#include "studio/tongue.h"
#include "workout/compose.h"

#include <algorithm>
#include <fmt/core.h>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace supple::publish {

namespace {

namespace fs = std::filesystem;

using Faults = std::vector<std::string>;

constexpr std::size_t largest_file = std::size_t{1} << 20U;

struct FileText {
  std::string text;
  std::int64_t changed_s = 0;
};

/// A file of the library, found without following a symbolic link: nothing from elsewhere is published.
std::expected<FileText, std::string> read_file(const fs::path& folder, const std::string& name) {
  const std::string shown = (folder / name).string();
  const auto file = studio::Site(folder).open(name);
  if (!file) return std::unexpected(fmt::format("{}: cannot be read; instead: an ordinary file in the library", shown));
  if (file->size > largest_file)
    return std::unexpected(fmt::format("{}: is larger than 1 MB; instead: one exercise a file", shown));
  struct stat status{};
  if (::fstat(file->descriptor.number(), &status) != 0) return std::unexpected(shown + ": cannot be read");
  std::string bytes(file->size, '\0');
  bytes.resize(file->read(bytes, 0));
  return FileText{text::clean_utf8(bytes), status.st_mtim.tv_sec};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Whether it is an exercise or a workout, and not the translation of one: the pages are in one language.
bool is_original(const fs::path& file, Faults& faults) {
  const auto translation = studio::translation_at(file);
  if (!translation) faults.push_back(fmt::format("{}:1:1: error: {}", file.string(), translation.error()));
  return file.extension() == ".md" && translation && !*translation;
}

/// The names of the exercises in `folder`, those of order.txt first and in its order.
std::vector<std::string> names_in(const fs::path& folder, Faults& faults) {
  std::set<std::string> there;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (is_original(at->path(), faults)) there.insert(at->path().stem().string());
  std::vector<std::string> names;
  if (fs::exists(folder / "order.txt", error)) {
    const auto order = read_file(folder, "order.txt");
    if (!order) faults.push_back(order.error());
    int number = 0;
    for (const std::string& name : order ? lines_of(order->text) : std::vector<std::string>{}) {
      ++number;
      if (name.empty()) continue;
      if (there.erase(name) == 1)
        names.push_back(name);
      else
        faults.push_back(
            fmt::format("{}:{}:1: error: there is no exercise \"{}\", or it stands here twice; instead: the "
                        "name of a file beside it, without .md",
                        (folder / "order.txt").string(), number, name));
    }
  }
  names.insert(names.end(), there.begin(), there.end());
  return names;
}

/// Reads exercises and workouts one after another into a library.
class Reading {
public:
  Reading(const fs::path& folder, Library& library, Faults& faults)
      : folder_(folder), library_(library), faults_(faults) {
    // The files that the program carries are held to be good by the tests.
    if (!lexicon_ || !rules_) faults_.emplace_back("the lexicon or the rules of the program cannot be read");
  }

  void read(const std::string& kind, std::optional<std::int64_t> changed_s) {
    if (!lexicon_ || !rules_) return;
    const bool workouts = kind == "workouts";
    for (const std::string& name : names_in(folder_ / kind, faults_)) {
      const std::string shown = (folder_ / kind / (name + ".md")).string();
      const auto file = file_of(kind, name, shown);
      if (!file) continue;
      auto exercise = workouts ? workout(name, file->text, shown) : this->exercise(name, file->text, shown);
      if (!exercise) continue;
      exercise->changed_s = changed_s.value_or(file->changed_s);
      if (!workouts) files_.push_back({name, file->text});
      library_.exercises.push_back(std::move(*exercise));
    }
  }

private:
  void refuse(const std::string& shown, std::string_view what) {
    faults_.push_back(fmt::format("{}:1:1: error: {}", shown, what));
  }

  std::optional<FileText> file_of(const std::string& kind, const std::string& name, const std::string& shown) {
    if (!studio::is_file_name(name)) {
      refuse(shown,
             fmt::format("the name of the file is no name of a page; instead: small letters, digits and hyphens, at "
                         "most {}, as in rock-back.md",
                         studio::longest_file_name));
      return std::nullopt;
    }
    if (!names_.insert(name).second) {
      refuse(shown, "an exercise has this name already; instead: another one");
      return std::nullopt;
    }
    auto file = read_file(folder_ / kind, name + ".md");
    if (!file) faults_.push_back(file.error());
    return file ? std::optional(std::move(*file)) : std::nullopt;
  }

  bool is_playable(const score::Understood& understood, const std::string& shown) {
    for (const text::Diagnostic& finding : understood.findings)
      if (finding.severity == text::Severity::error) faults_.push_back(text::headline(finding, shown));
    if (!understood.playable() && !text::has_error(understood.findings))
      refuse(shown, "nothing in it moves; instead: write what the body does");
    return understood.playable();
  }

  std::optional<Exercise> exercise(const std::string& name, const std::string& source, const std::string& shown) {
    if (!reader::is_exercise_file(source) || workout::is_workout_file(source)) {
      refuse(shown,
             "this is no exercise file; instead: begin it with --- and its title, or let supple draft make one of it");
      return std::nullopt;
    }
    score::Understood understood = score::understand(source, *lexicon_, *rules_);
    if (!is_playable(understood, shown)) return std::nullopt;
    const double duration_s = guide::plan(*understood.score, {}).duration_s;
    std::vector<std::string> cues = guide::cue_texts(*understood.score);
    return Exercise{name, source, std::move(*understood.score), duration_s, {}, std::move(cues), 0};
  }

  std::optional<Exercise> workout(const std::string& name, const std::string& source, const std::string& shown) {
    const auto read = workout::is_workout_file(source) ? workout::read_workout(source) : workout::Workout{};
    if (read && read->items.empty()) {
      refuse(shown, "this is no workout file; instead: begin it with --- and its title, and list links to exercises");
      return std::nullopt;
    }
    workout::Understood understood = workout::understand(source, files_, *lexicon_, *rules_, {});
    if (!is_playable(understood, shown)) return std::nullopt;
    std::vector<std::string> parts;
    for (const workout::Item& item : read->items)
      parts.push_back(item.exercise.name);
    const double duration_s = guide::plan(*understood.score, {}).duration_s;
    return Exercise{name,       source,           std::move(*understood.score),
                    duration_s, std::move(parts), workout::cue_texts(*read, files_, *lexicon_, *rules_),
                    0};
  }

  fs::path folder_;
  Library& library_;
  Faults& faults_;
  std::set<std::string> names_;
  std::vector<workout::File> files_; ///< of the exercises
  std::expected<reader::Lexicon, text::Diagnostics> lexicon_ = reader::english();
  std::expected<score::Rules, text::Diagnostics> rules_ = score::standard_rules();
};

} // namespace

bool is_web_address(std::string_view address) {
  const bool web = address.starts_with("https://") || address.starts_with("http://");
  const std::string_view rest = address.substr(std::min(address.find("://"), address.size()));
  return web && rest.size() > 3 && address.size() <= 500 && std::ranges::none_of(address, [](unsigned char c) {
           return c <= ' ' || c >= 127 || c == '"' || c == '\'' || c == '<' || c == '>' || c == '\\' || c == '`';
         });
}

std::expected<Library, std::vector<std::string>> read_library(const fs::path& folder,
                                                              std::optional<std::int64_t> changed_s) {
  Library library;
  Faults faults;
  std::error_code error;
  if (fs::exists(folder / "site.toml", error)) {
    const auto file = read_file(folder, "site.toml");
    if (file)
      library.about = read_about(file->text, (folder / "site.toml").string(), faults);
    else
      faults.push_back(file.error());
  }
  Reading reading(folder, library, faults);
  reading.read("exercises", changed_s);
  reading.read("workouts", changed_s);
  if (faults.empty() && library.exercises.empty())
    faults.push_back(fmt::format("{}: holds no exercise; instead: a folder with exercises/*.md", folder.string()));
  if (!faults.empty()) return std::unexpected(faults);
  return library;
}

} // namespace supple::publish
