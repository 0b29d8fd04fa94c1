// SPDX-License-Identifier: Apache-2.0
#include "publish/player.h"

#include "guide/session.h"
#include "publish/kept.h"

#include <algorithm>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <stdexcept>
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
  return {{"name", exercise.name},
          {"title", exercise.score.title},
          {"tags", exercise.score.tags},
          {"duration_s", exercise.duration_s},
          {"exercises", exercise.parts}};
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
  Json exercises = Json::array(), workouts = Json::array();
  std::string contents;
  for (std::size_t i = 0; i < library.exercises.size(); ++i) {
    const Exercise& exercise = library.exercises[i];
    const std::string name = fmt::format("library/{}{}.md", is_workout(exercise) ? "workouts/" : "", exercise.name);
    site.put("player/" + name, exercise.source);
    if (!is_workout(exercise) && i >= exercises_in_player) continue;
    (is_workout(exercise) ? workouts : exercises).push_back(listed(exercise));
    taken_in.push_back(name);
    contents += exercise.source;
  }
  const std::string host = Json{{"diary", "page"}, {"site", "../"}}.dump();
  site.put("player/host.json", host);
  site.put("player/library/index.json", written(exercises));
  site.put("player/library/workouts/index.json", written(workouts));
  taken_in.insert(taken_in.end(), {"host.json", "library/index.json", "library/workouts/index.json"});
  site.put("player/worker.js", worker_of(page, taken_in, contents + written(exercises) + written(workouts) + host));
}

} // namespace supple::publish
