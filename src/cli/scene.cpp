// SPDX-License-Identifier: Apache-2.0
#include "cli/scene.h"

#include "cli/load.h"
#include "cli/session_options.h"
#include "guide/plan.h"

#include <CLI/Error.hpp>

#include <charconv>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace supple::cli {

namespace {

constexpr int least_pixels = 64, most_pixels = 4096;

// The whole number at the start of `text`, which moves on behind it; 0 where there is none or it is too large.
int take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return error == std::errc{} ? number : 0;
}

bool is_drawable(int pixels) {
  return pixels >= least_pixels && pixels <= most_pixels;
}

void read_size(const std::string& text, SceneOptions& options) {
  std::string_view rest = text;
  options.width = take_number(rest);
  const bool parted = rest.starts_with('x');
  if (parted) rest.remove_prefix(1);
  options.height = take_number(rest);
  if (!parted || !rest.empty() || !is_drawable(options.width) || !is_drawable(options.height))
    throw CLI::ValidationError(
        "--size", "\"" + text + "\" is no size; instead: width and height in pixels from 64 to 4096, as in 1280x720");
}

} // namespace

void add_scene_options(CLI::App& command, SceneOptions& options) {
  command.add_option("FILE", options.file, "an exercise, a workout or an article")->required();
  command.add_option_function<std::string>(
      "--size", [&options](const std::string& text) { read_size(text, options); },
      "of the picture in pixels, as in 1280x720");
  command.add_flag("--night", options.night, "light on dark");
  add_session_options(command, options.settings);
}

Scene::Scene(guide::Session session, const SceneOptions& options)
    : session_(std::move(session)), options_(options),
      skeleton_(body::skeleton_of(motion::person_of(options.settings))),
      motion_(motion::motion_of(session_, skeleton_.person)),
      painter_(skeleton_, figure::detail_for(options_.width, options_.height)),
      shots_(figure::shots_of(session_, motion_, skeleton_)) {}

const figure::Picture& Scene::paint(double at_s) {
  const body::Pose pose = body::pose(skeleton_, motion::flow_at(motion_, at_s).intent);
  const figure::View view = figure::view_at(shots_, at_s);
  const figure::Eye eye = figure::eye_of(view.standpoint, view.framing, options_.width, options_.height);
  return painter_.paint(pose, view.things, eye, options_.night ? figure::night_look : figure::day_look, options_.width,
                        options_.height);
}

std::optional<guide::Session> session_of(const SceneOptions& options) {
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) return std::nullopt;
  return guide::plan(*loaded->understood.score, options.settings, loaded->sayings());
}

bool write_file(const std::string& path, const std::string& bytes) {
  const auto failed = [&] {
    std::fprintf(stderr, "%s: cannot be written; instead: a file in a folder of yours with room on its disk\n",
                 path.c_str());
    return false;
  };
  std::error_code none;
  const bool replaced = std::filesystem::is_regular_file(path, none) || !std::filesystem::exists(path, none);
  // A file comes under its name whole or not at all; what is no file (/dev/stdout) is written to as it is.
  const std::string beside = replaced ? path + ".unfinished" : path;
  std::ofstream out(beside, std::ios::binary);
  if (!out) return failed();
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out && (!replaced || std::rename(beside.c_str(), path.c_str()) == 0)) return true;
  if (replaced) std::remove(beside.c_str());
  return failed();
}

} // namespace supple::cli
