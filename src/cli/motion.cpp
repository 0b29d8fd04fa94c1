// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/load.h"

#include "body/skeleton.h"
#include "figure/skin.h"
#include "guide/plan.h"
#include "motion/formats.h"
#include "motion/motion.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace supple::cli {

namespace {

constexpr double longest_session_s = 4 * 3600;

struct MotionOptions {
  std::string file;
  std::string out;
  double fps = 30;
  guide::Settings settings;
};

std::string header() {
  std::string line = "time_s";
  for (int i = 0; i < body::point_count; ++i) {
    for (const char* axis : {".x", ".y", ".z"}) {
      line += ',';
      line += body::name(static_cast<body::Point>(i));
      line += axis;
    }
  }
  return line + ",section,breath,side\n";
}

// A title is free text: a field of CSV (RFC 4180).
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string field = "\"";
  for (const char c : text)
    field += c == '"' ? std::string{"\"\""} : std::string{c};
  return field + '"';
}

std::string row(double time_s, const body::Pose& pose, const guide::Session& session, const guide::Phase& phase) {
  char number[32];
  std::snprintf(number, sizeof number, "%.4f", time_s);
  std::string line = number;
  for (const geometry::Vec3 point : pose.points)
    for (const double value : {point.x, point.y, point.z}) {
      std::snprintf(number, sizeof number, ",%.7f", value);
      line += number;
    }
  line += ',' + csv_field(session.sections[static_cast<std::size_t>(phase.section)].title);
  line += ',' + std::string{vocabulary::name(phase.breath)} + ',' + std::string{vocabulary::name(phase.side)};
  return line + '\n';
}

bool write(std::ostream& out, const guide::Session& session, const MotionOptions& options) {
  const body::Person person = motion::person_of(options.settings);
  const motion::Motion motion = motion::motion_of(session, person);
  const body::Skeleton skeleton = body::skeleton_of(person);
  out << header();
  const auto frames = static_cast<long>(std::floor(session.duration_s * options.fps));
  std::size_t phase = 0;
  for (long frame = 0; frame <= frames && out; ++frame) {
    const double time_s = static_cast<double>(frame) / options.fps;
    while (phase + 1 < session.phases.size() && time_s >= session.phases[phase].end_s)
      ++phase;
    out << row(time_s, body::pose(skeleton, motion::flow_at(motion, time_s).intent), session, session.phases[phase]);
  }
  out.flush();
  return static_cast<bool>(out);
}

// The intent of every frame.
std::vector<body::Intent> asked_in(const guide::Session& session, const body::Person& person, double fps) {
  const motion::Motion motion = motion::motion_of(session, person);
  std::vector<body::Intent> intents;
  const auto frames = static_cast<long>(std::floor(session.duration_s * fps));
  intents.reserve(static_cast<std::size_t>(frames) + 1);
  for (long frame = 0; frame <= frames; ++frame)
    intents.push_back(motion::flow_at(motion, static_cast<double>(frame) / fps).intent);
  return intents;
}

std::string written_as(std::string_view ending, const body::Skeleton& skeleton,
                       const std::vector<body::Intent>& intents, double fps) {
  motion::Recording recording{1 / fps, {}};
  recording.frames.reserve(intents.size());
  for (const body::Intent& intent : intents)
    recording.frames.push_back(motion::frame_of(skeleton, intent));
  if (ending == ".bvh") return motion::bvh(skeleton, recording);
  std::vector<body::Pose> poses;
  poses.reserve(intents.size());
  for (const body::Intent& intent : intents)
    poses.push_back(body::pose(skeleton, intent));
  const motion::Skin skin = figure::skin_of(figure::likeness_of(skeleton), poses);
  return motion::gltf(skeleton, recording, &skin);
}

bool write_as(std::string_view ending, std::ostream& out, const guide::Session& session, const MotionOptions& options) {
  if (ending == ".csv") return write(out, session, options);
  const body::Skeleton skeleton = body::skeleton_of(motion::person_of(options.settings));
  out << written_as(ending, skeleton, asked_in(session, skeleton.person, options.fps), options.fps);
  out.flush();
  return static_cast<bool>(out);
}

int run(const MotionOptions& options) {
  const std::string ending = std::filesystem::path(options.out).extension().string();
  if (ending != ".csv" && ending != ".bvh" && ending != ".gltf") {
    std::fprintf(stderr, "supple: %s is no name of a motion; instead: a name that ends in .csv, .bvh or .gltf\n",
                 options.out.c_str());
    return exit_usage;
  }
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) return exit_findings;
  const guide::Session session = guide::plan(*loaded->understood.score, options.settings, loaded->sayings());
  if (session.duration_s > longest_session_s) {
    std::fprintf(stderr, "%s: would last longer than four hours; instead: the text of one exercise\n",
                 options.file.c_str());
    return exit_findings;
  }
  std::ofstream out(options.out, std::ios::binary);
  if (out && write_as(ending, out, session, options)) return 0;
  std::fprintf(stderr, "%s: cannot be written; instead: a file in a folder of yours with room on its disk\n",
               options.out.c_str());
  return exit_findings;
}

} // namespace

void add_motion(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<MotionOptions>();
  CLI::App* command = add_command(app, "motion", "Writes where every point of the body is at each time of a session.");
  command->footer(
      "Examples:\n  supple motion library/exercises/release-your-low-back.md -o motion.csv --fps 30\n  supple motion "
      "library/exercises/release-your-low-back.md -o motion.bvh");
  command->add_option("FILE", options->file, "an exercise, a workout or an article")->required();
  command->add_option("-o,--out", options->out, "the file to write: .csv, .bvh or .gltf")->required();
  command->add_option("--fps", options->fps, "frames a second")->check(CLI::Range(1.0, 240.0));
  command->add_option("--week", options->settings.week, "week of pregnancy")->check(CLI::Range(4, 42));
  command->add_option("--pace", options->settings.pace_bpm, "breaths a minute")->check(CLI::Range(4.0, 12.0));
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
