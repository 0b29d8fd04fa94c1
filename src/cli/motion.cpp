// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/load.h"

#include "body/skeleton.h"
#include "guide/plan.h"
#include "motion/motion.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
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

int run(const MotionOptions& options) {
  const auto loaded = load_playable(options.file, options.settings.week);
  if (!loaded) return exit_findings;
  const guide::Session session = guide::plan(*loaded->understood.score, options.settings);
  if (session.duration_s > longest_session_s) {
    std::fprintf(stderr, "%s: would last longer than four hours; instead: the text of one exercise\n",
                 options.file.c_str());
    return exit_findings;
  }
  std::ofstream out(options.out, std::ios::binary);
  if (out && write(out, session, options)) return 0;
  std::fprintf(stderr, "%s: cannot be written; instead: a file in a folder of yours with room on its disk\n",
               options.out.c_str());
  return exit_findings;
}

} // namespace

void add_motion(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<MotionOptions>();
  CLI::App* command =
      app.add_subcommand("motion", "Writes where every point of the body is at each time of a session.");
  command->footer("Example:\n  supple motion library/exercises/release-your-low-back.md -o motion.csv --fps 30");
  command->add_option("FILE", options->file, "an exercise file or an article")->required();
  command->add_option("-o,--out", options->out, "the CSV file to write")->required();
  command->add_option("--fps", options->fps, "frames a second")->check(CLI::Range(1.0, 240.0));
  command->add_option("--week", options->settings.week, "week of pregnancy")->check(CLI::Range(4, 42));
  command->add_option("--pace", options->settings.pace_bpm, "breaths a minute")->check(CLI::Range(4.0, 12.0));
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
