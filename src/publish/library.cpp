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
#include <map>
#include <set>
#include <span>
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

using studio::Tongue;

std::string translated_file(const std::string& name, const Tongue& tongue) {
  return fmt::format("{}.{}.md", name, tongue.language.code());
}

/// The exercises or the workouts of a folder.
struct Names {
  std::vector<std::string> originals;                             ///< those of order.txt first and in its order
  std::map<const Tongue*, std::set<std::string>> translated = {}; ///< by the names of the originals
};

/// Takes in one file of the folder, if it is an exercise, a workout, or the translation of one.
void take_in(const fs::path& file, std::set<std::string>& originals, Names& names, Faults& faults) {
  const auto translation = studio::translation_at(file);
  if (!translation)
    faults.push_back(fmt::format("{}:1:1: error: {}", file.string(), translation.error()));
  else if (*translation)
    names.translated[(*translation)->tongue].insert((*translation)->original.stem().string());
  else if (file.extension() == ".md")
    originals.insert(file.stem().string());
}

Names names_in(const fs::path& folder, Faults& faults) {
  Names found;
  std::set<std::string> there;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    take_in(at->path(), there, found, faults);
  for (const auto& [tongue, names] : found.translated)
    for (const std::string& name : names)
      if (!there.contains(name))
        faults.push_back(fmt::format("{}:1:1: error: there is no exercise \"{}\" that it could translate; instead: its "
                                     "original beside it",
                                     (folder / translated_file(name, *tongue)).string(), name));
  std::vector<std::string>& names = found.originals;
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
  return found;
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
    const std::size_t first = library_.exercises.size();
    const Names names = names_in(folder_ / kind, faults_);
    for (const std::string& name : names.originals) {
      const std::string shown = (folder_ / kind / (name + ".md")).string();
      const auto file = file_of(kind, name, shown);
      if (!file) continue;
      auto exercise = workouts ? workout(name, file->text, shown) : this->exercise(name, file->text, shown);
      if (!exercise) continue;
      exercise->changed_s = changed_s.value_or(file->changed_s);
      if (!workouts) files_[nullptr].push_back({name, file->text});
      library_.exercises.push_back(std::move(*exercise));
    }
    for (const auto& [tongue, translated] : names.translated)
      for (const Exercise& original : std::span(library_.exercises).subspan(first))
        if (translated.contains(original.name)) read_translation(kind, original, *tongue, changed_s);
  }

private:
  void read_translation(const std::string& kind, const Exercise& original, const Tongue& tongue,
                        std::optional<std::int64_t> changed_s) {
    const std::string name = translated_file(original.name, tongue), shown = (folder_ / kind / name).string();
    const auto file = read_file(folder_ / kind, name);
    if (!file) {
      faults_.push_back(file.error());
      return;
    }
    auto exercise = is_workout(original) ? translated_workout(original, file->text, tongue, shown)
                                         : translated(original, file->text, tongue, shown);
    if (!exercise) return;
    exercise->changed_s = changed_s.value_or(file->changed_s);
    if (!is_workout(original)) files_[&tongue].push_back({original.name, original.source, file->text});
    in(tongue).exercises.push_back(std::move(*exercise));
  }

  /// What is there in this language.
  Library& in(const Tongue& tongue) {
    const std::string code{tongue.language.code()};
    const auto found =
        std::ranges::find(library_.translations, code, [](const Library& each) { return each.about.language; });
    if (found != library_.translations.end()) return *found;
    Library& made = library_.translations.emplace_back(Library{library_.about, {}, {}});
    const std::string name = fmt::format("site.{}.toml", code);
    std::error_code error;
    if (fs::exists(folder_ / name, error)) {
      const auto file = read_file(folder_, name);
      if (file)
        made.about = read_about(file->text, (folder_ / name).string(), faults_, library_.about);
      else
        faults_.push_back(file.error());
    }
    made.about.language = code;
    return made;
  }

  std::optional<Exercise> translated(const Exercise& original, const std::string& source, const Tongue& tongue,
                                     const std::string& shown) {
    score::Understood understood =
        score::understand_translation(source, original.source, tongue.language, *lexicon_, *rules_);
    if (!is_playable(understood, shown)) return std::nullopt;
    const double duration_s = guide::plan(*understood.score, {}, tongue.sayings).duration_s;
    std::vector<std::string> cues = guide::cue_texts(*understood.score, tongue.sayings);
    return Exercise{original.name, source, std::move(*understood.score), duration_s, {}, std::move(cues), 0};
  }

  std::optional<Exercise> translated_workout(const Exercise& original, const std::string& source, const Tongue& tongue,
                                             const std::string& shown) {
    const std::vector<workout::File>& files = files_[&tongue];
    workout::Understood understood =
        workout::understand_translation({source, original.source, tongue}, files, *lexicon_, *rules_, {});
    if (!is_playable(understood, shown)) return std::nullopt;
    const double duration_s = guide::plan(*understood.score, {}, tongue.sayings).duration_s;
    return Exercise{original.name,
                    source,
                    std::move(*understood.score),
                    duration_s,
                    original.parts,
                    workout::cue_texts(*workout::read_workout(original.source), files, *lexicon_, *rules_, &tongue),
                    0};
  }

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
    workout::Understood understood = workout::understand(source, files_[nullptr], *lexicon_, *rules_, {});
    if (!is_playable(understood, shown)) return std::nullopt;
    std::vector<std::string> parts;
    for (const workout::Item& item : read->items)
      parts.push_back(item.exercise.name);
    const double duration_s = guide::plan(*understood.score, {}).duration_s;
    return Exercise{name,       source,           std::move(*understood.score),
                    duration_s, std::move(parts), workout::cue_texts(*read, files_[nullptr], *lexicon_, *rules_),
                    0};
  }

  fs::path folder_;
  Library& library_;
  Faults& faults_;
  std::set<std::string> names_;
  std::map<const Tongue*, std::vector<workout::File>> files_; ///< of the exercises in each language; null: English
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
