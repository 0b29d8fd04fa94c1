// SPDX-License-Identifier: Apache-2.0
#include "publish/player.h"

#include "guide/session.h"
#include "publish/kept.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace supple::publish {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view built_for_pages = "published/";

/// What the build has of its own library and voice, or for this program only.
bool is_left_out(const std::string& name) {
  constexpr std::string_view left_out[] = {"library/", "clips/", "published/", "host.json", "worker.js", "."};
  return std::ranges::any_of(left_out, [&](std::string_view start) { return name.starts_with(start); });
}

std::vector<std::string> files_of(const fs::path& page) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(page))
    if (entry.is_regular_file() && !entry.is_symlink())
      names.push_back(entry.path().lexically_relative(page).generic_string());
  std::ranges::sort(names);
  return names;
}

[[noreturn]] void refuse(const fs::path& page) {
  throw std::runtime_error(
      fmt::format("{}: is no page of this program; instead: build it once more with ./run", page.string()));
}

/// Puts `value` between the two texts that stand around what the build has written there.
void rewrite(std::string& worker, std::string_view before, std::string_view after, const std::string& value,
             const fs::path& page) {
  const std::size_t from = worker.find(before), to = worker.find(after, from);
  if (from == worker.npos || to == worker.npos) refuse(page);
  worker.replace(from + before.size(), to - from - before.size(), value);
}

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// As the page lists it (web/src/site.ts).
Json listed(const Exercise& exercise) {
  return {{"name", exercise.name},       {"language", exercise.score.language}, {"title", exercise.score.title},
          {"tags", exercise.score.tags}, {"duration_s", exercise.duration_s},   {"exercises", exercise.parts}};
}

std::string file_of(const Exercise& exercise, const std::string& ending) {
  return fmt::format("library/{}{}{}", is_workout(exercise) ? "workouts/" : "", exercise.name, ending);
}

struct Lists {
  Json exercises = Json::array(), workouts = Json::array();
};

/// What is not translated stays as it is.
Lists lists_of(const Library& library, const Library* translation) {
  std::map<std::string_view, const Exercise*> translated;
  if (translation != nullptr)
    for (const Exercise& exercise : translation->exercises)
      translated.emplace(exercise.name, &exercise);
  Lists lists;
  for (std::size_t i = 0; i < library.exercises.size(); ++i) {
    const Exercise& exercise = library.exercises[i];
    if (!is_workout(exercise) && i >= exercises_in_player) continue;
    const auto found = translated.find(exercise.name);
    (is_workout(exercise) ? lists.workouts : lists.exercises)
        .push_back(listed(found == translated.end() ? exercise : *found->second));
  }
  return lists;
}

/// The service worker of the build (web/worker), with the files that stand here instead.
std::string worker_of(const fs::path& page, const std::vector<std::string>& taken_in, const std::string& contents) {
  std::string worker = kept(page / "worker.js");
  const std::string version = guide::clip_name(worker + contents);
  rewrite(worker, "const version = \"", "\";", version, page);
  std::string list;
  for (const std::string& name : taken_in)
    list += (list.empty() ? "" : ", ") + Json(name).dump();
  rewrite(worker, "const files = [", "];", list, page);
  return worker;
}

/// Letters of other scripts are fetched if ever they are needed, as the build itself has it (web/worker/build.ts).
bool is_seldom(const std::string& name) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{"-cyrillic", "-greek", "-vietnamese"},
                             [&](std::string_view script) { return name.contains(script); });
}

} // namespace

void put_player(SiteFolder& site, const fs::path& page, const Library& library) {
  std::vector<std::string> taken_in;
  bool for_pages = false;
  for (const std::string& name : files_of(page)) {
    if (name.starts_with(built_for_pages)) {
      for_pages = true;
      site.put("assets/" + name.substr(built_for_pages.size()), kept(page / name));
    }
    if (is_left_out(name)) continue;
    site.put("player/" + name, kept(page / name));
    if (!is_seldom(name)) taken_in.push_back(name);
  }
  if (!for_pages) refuse(page);
  std::string contents;
  const auto put = [&](const std::string& name, const std::string& bytes, bool is_taken_in) {
    site.put("player/" + name, bytes);
    if (!is_taken_in) return;
    taken_in.push_back(name);
    contents += bytes;
  };
  const auto put_texts = [&](const Library& of, const std::string& ending) {
    for (std::size_t i = 0; i < of.exercises.size(); ++i)
      put(file_of(of.exercises[i], ending), of.exercises[i].source,
          is_workout(of.exercises[i]) || i < exercises_in_player);
  };
  put_texts(library, ".md");
  const auto put_lists = [&](const Library* translation, const std::string& ending) {
    const auto [exercises, workouts] = lists_of(library, translation);
    put("library/index" + ending, written(exercises), true);
    put("library/workouts/index" + ending, written(workouts), true);
  };
  put_lists(nullptr, ".json");
  Json host{{"diary", "page"}, {"site", "../"}};
  for (const Library& translation : library.translations) {
    const std::string& code = translation.about.language;
    put_texts(translation, fmt::format(".{}.md", code));
    put_lists(&translation, fmt::format(".{}.json", code));
    const std::string file = fmt::format("library/language.{}.json", code), tongue = kept(page / file);
    if (tongue.empty()) refuse(page);
    put(file, tongue, true);
    host["sites"][code] = fmt::format("../{}/", code);
  }
  put("host.json", host.dump(), true);
  site.put("player/worker.js", worker_of(page, taken_in, contents));
}

} // namespace supple::publish
