// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/load.h"

#include "body/loads.h"
#include "guide/plan.h"
#include "motion/motion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace supple::cli {

namespace {

struct LoadsOptions {
  std::string file, plot;
  guide::Settings settings;
  double stature_m = body::Person{}.stature_m;
  double mass_before_kg = 0; // 0: that of the table's build
};

// What is told of one instant: parts of her weight in percent, and moments in Nm, the larger side of a pair.
struct Row {
  double time_s = 0;
  std::string section, breath;
  double hands = 0, knees = 0, feet = 0, other = 0; // carried by the mat
  double calves = 0, heels = 0, thighs = 0;         // by flesh, from one part of her to another
  double low_back = 0, wrist = 0, hip = 0, knee = 0;
  double unbalanced = 0; // newtons and newton metres that nothing under her can give
};

constexpr double out_of_balance = 20; // from here on it is told

class Scale {
public:
  Scale(const body::Person& person, const guide::Session& session)
      : skeleton_(body::skeleton_of(person)), segments_(body::segments_of(skeleton_)),
        motion_(motion::motion_of(session, person)) {}

  [[nodiscard]] Row weigh(double time_s) const {
    constexpr double step_s = 0.01; // the micrometres that a solve may leave are nothing to it
    const auto intent = [&](double at_s) { return motion::flow_at(motion_, at_s).intent; };
    const auto bones = [&](double at_s) { return body::pose(skeleton_, intent(at_s)).links; };
    const body::Bones now = bones(time_s);
    const body::Movement movement =
        body::movement_of(skeleton_, bones(time_s - step_s), now, bones(time_s + step_s), step_s);
    const body::Loads loads = body::loads_of(skeleton_, segments_, intent(time_s), now, movement);
    Row row;
    row.time_s = time_s;
    shares(loads, row);
    const auto moment = [&](body::Link of_left) {
      return std::max(length(loads.efforts.moment[index(of_left)]),
                      length(loads.efforts.moment[index(body::on(of_left, body::right))]));
    };
    row.low_back = length(loads.efforts.moment[index(body::Link::L5)]);
    row.wrist = moment(body::Link::hand_left);
    row.hip = moment(body::Link::thigh_left);
    row.knee = moment(body::Link::shank_left);
    row.unbalanced = loads.unbalanced_N;
    return row;
  }

private:
  static void shares(const body::Loads& loads, Row& row) {
    double all = 0;
    for (const geometry::Vec3 force : loads.support)
      all += force.z;
    for (std::size_t c = 0; c < body::contact_count; ++c) {
      const auto contact = static_cast<body::Contact>(c);
      const double part = all > 0 ? 100 * loads.support[c].z / all : 0;
      double& place = contact < body::Contact::knee_left        ? row.hands
                      : contact < body::Contact::ankle_left     ? row.knees
                      : contact < body::Contact::outer_hip_left ? row.feet
                                                                : row.other;
      place += part;
    }
    const auto pressed = [&](std::size_t which) {
      const double both = length(loads.presses[2 * which]) + length(loads.presses[2 * which + 1]);
      return all > 0 ? 100 * both / all : 0;
    };
    row.calves = pressed(body::thigh_on_calf);
    row.heels = pressed(body::seat_on_heel);
    row.thighs = pressed(body::trunk_on_thigh);
  }

  body::Skeleton skeleton_;
  body::Segments segments_;
  motion::Motion motion_;
};

std::vector<Row> rows_of(const guide::Session& session, const Scale& scale) {
  std::vector<Row> rows;
  for (const guide::Phase& phase : session.phases)
    for (const double at : {0.5, 1.0}) {
      const double inside_s = 0.02; // so that all of the three instants lie in the phase
      const double time_s = std::min(phase.start_s + at * (phase.end_s - phase.start_s), phase.end_s - inside_s);
      rows.push_back(scale.weigh(time_s));
      rows.back().section = session.sections[static_cast<std::size_t>(phase.section)].title;
      rows.back().breath = vocabulary::name(phase.breath);
    }
  return rows;
}

void print(const std::vector<Row>& rows) {
  std::fputs("   time  hands knees  feet other   calves heels thighs   L5/S1  wrist    hip   knee  phase\n"
             "      s      %     %     %     %        %     %      %      Nm     Nm     Nm     Nm\n",
             stdout);
  for (const Row& r : rows)
    std::printf("%7.1f  %5.0f %5.0f %5.0f %5.0f   %6.0f %5.0f %6.0f   %5.1f  %5.1f  %5.1f  %5.1f  %s, %s%s\n", r.time_s,
                r.hands, r.knees, r.feet, r.other, r.calves, r.heels, r.thighs, r.low_back, r.wrist, r.hip, r.knee,
                r.section.c_str(), r.breath.c_str(), r.unbalanced > out_of_balance ? ", out of balance" : "");
  std::puts("The mat carries what is on hands, knees, feet and the rest. Within her, the thighs lie on the calves, the "
            "seat on\n"
            "the heels, the trunk on the thighs. Out of balance: what is under her cannot carry her as she is there.\n"
            "Moments of a model of bones and masses, the larger side of a pair. They say nothing of anyone's health.");
}

struct Curve {
  const char* name;
  const char* colour;
  double Row::* value;
};

constexpr std::array curves{Curve{"hands %", "#b08f7a", &Row::hands},     Curve{"knees %", "#5f7f92", &Row::knees},
                            Curve{"L5/S1 Nm", "#d08a2e", &Row::low_back}, Curve{"hip Nm", "#3e5b6b", &Row::hip},
                            Curve{"wrist Nm", "#8a5f7a", &Row::wrist},    Curve{"knee Nm", "#7d8f4e", &Row::knee}};

bool plot(const std::vector<Row>& rows, const std::string& path) {
  constexpr double wide = 900, high = 300;
  std::ofstream out(path, std::ios::binary);
  double most = 1;
  for (const Row& row : rows)
    for (const Curve& curve : curves)
      most = std::max(most, row.*curve.value);
  out << fmt::format("<svg xmlns='http://www.w3.org/2000/svg' viewBox='-50 -20 {} {}' font-family='sans-serif' "
                     "font-size='12'>\n",
                     wide + 150, high + 60);
  const double last_s = rows.empty() ? 1 : rows.back().time_s;
  for (int i = 0; i <= 4; ++i)
    out << fmt::format("<line x1='0' x2='{0}' y1='{1}' y2='{1}' stroke='#ddd'/><text x='-40' y='{1}'>{2:.0f}</text>\n",
                       wide, high - high * i / 4, most * i / 4);
  int line = 0;
  for (const Curve& curve : curves) {
    out << fmt::format("<polyline fill='none' stroke='{}' stroke-width='2' points='", curve.colour);
    for (const Row& row : rows)
      out << fmt::format("{:.1f},{:.1f} ", wide * row.time_s / last_s, high - high * (row.*curve.value) / most);
    out << fmt::format("'/><text x='{}' y='{}' fill='{}'>{}</text>\n", wide + 8, 16 * ++line, curve.colour, curve.name);
  }
  out << fmt::format("<text x='0' y='{}'>seconds, 0 to {:.0f}</text></svg>\n", high + 25, last_s);
  out.flush();
  return static_cast<bool>(out);
}

int run(const LoadsOptions& options) {
  body::Person person = motion::person_of(options.settings);
  person.stature_m = options.stature_m;
  person.mass_before_kg = options.mass_before_kg;
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) return exit_findings;
  const guide::Session session = guide::plan(*loaded->understood.score, options.settings, loaded->sayings());
  const std::vector<Row> rows = rows_of(session, Scale{person, session});
  print(rows);
  if (options.plot.empty() || plot(rows, options.plot)) return 0;
  std::fprintf(stderr, "%s: cannot be written; instead: a file in a folder of yours with room on its disk\n",
               options.plot.c_str());
  return exit_findings;
}

} // namespace

void add_loads(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<LoadsOptions>();
  CLI::App* command =
      add_command(app, "loads", "Says what hands, knees and feet carry through a session, and the moments at joints.");
  command->footer("Example:\n  supple loads library/exercises/release-your-low-back.md --plot loads.svg");
  command->add_option("FILE", options->file, "an exercise, a workout or an article")->required();
  command->add_option("--plot", options->plot, "an SVG file to draw the curves in");
  command->add_option("--week", options->settings.week, "week of pregnancy")->check(CLI::Range(4, 42));
  command->add_option("--pace", options->settings.pace_bpm, "breaths a minute")->check(CLI::Range(4.0, 12.0));
  command->add_option("--stature", options->stature_m, "metres, 1.40 to 2.00")->check(CLI::Range(1.4, 2.0));
  command->add_option("--mass", options->mass_before_kg, "kilograms before the pregnancy, 35 to 160")
      ->check(CLI::Range(35.0, 160.0));
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
