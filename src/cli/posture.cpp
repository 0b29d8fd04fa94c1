// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "body/skeleton.h"
#include "cli/posture_svg.h"
#include "cli/scene.h"
#include "figure/painter.h"
#include "figure/view.h"
#include "film/png.h"
#include "text/nearest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace supple::cli {

namespace {

struct PostureOptions {
  std::string posture;
  std::vector<std::string> moves;
  std::string side = "none";
  body::Person person;
  std::string wrists = "palms";
  std::string svg, png;
  double turned = 0;
  std::string looking = "side";
  bool json = false;
};

int refuse(const std::string& sentence) {
  std::fprintf(stderr, "supple posture: %s\n", sentence.c_str());
  return exit_usage;
}

template <class Value>
std::vector<std::string_view> names_of(int count) {
  std::vector<std::string_view> names;
  names.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i)
    names.push_back(vocabulary::name(static_cast<Value>(i)));
  return names;
}

// The name that is most like it; else one that it is a part of, as "child" is.
std::string_view meant_by(const std::string& name, const std::vector<std::string_view>& names) {
  constexpr std::size_t least = 4;
  const std::string_view near = text::nearest_name(names, name, name.size() / 2);
  if (!near.empty() || name.size() < least) return near;
  const auto whole = std::ranges::find_if(names, [&](std::string_view known) { return known.contains(name); });
  return whole == names.end() ? std::string_view{} : *whole;
}

// That there is no such name, and the one that may be meant; where there is none, what may be said instead.
std::string unknown(const std::string& kind, const std::string& name, const std::vector<std::string_view>& names,
                    const std::string& instead) {
  const std::string_view near = meant_by(name, names);
  return "there is no " + kind + " \"" + name + "\"; " +
         (near.empty() ? "instead: " + instead : "did you mean \"" + std::string{near} + "\"?");
}

nlohmann::ordered_json to_json(const body::Pose& pose, const body::Intent& intent) {
  nlohmann::ordered_json points = nlohmann::ordered_json::object();
  for (int i = 0; i < body::point_count; ++i) {
    const auto point = static_cast<body::Point>(i);
    points[std::string{body::name(point)}] = {pose[point].x, pose[point].y, pose[point].z};
  }
  nlohmann::ordered_json planted = nlohmann::ordered_json::array();
  for (const body::Point point : body::planted(intent))
    planted.push_back(body::name(point));
  return {{"points", std::move(points)},
          {"planted", std::move(planted)},
          {"residual_m", pose.residual_m},
          {"short_of_m", pose.short_of_m}};
}

void print(const body::Pose& pose) {
  for (int i = 0; i < body::point_count; ++i) {
    const auto point = static_cast<body::Point>(i);
    std::printf("%-16s %7.3f %7.3f %7.3f\n", std::string{body::name(point)}.c_str(), pose[point].x, pose[point].y,
                pose[point].z);
  }
}

constexpr std::array<std::string_view, 3> wrist_names{"palms", "fists", "forearms"};
constexpr std::array<std::string_view, 3> looking_names{"side", "front", "above"};

Prop prop_of(vocabulary::Posture posture, vocabulary::Spot hands) {
  if (hands == vocabulary::Spot::wall) return Prop::wall;
  if (posture == vocabulary::Posture::chair) return Prop::chair;
  return posture == vocabulary::Posture::ball ? Prop::ball : Prop::none;
}

int draw(const body::Person& person, const body::Pose& pose, Prop prop, const PostureOptions& options) {
  const auto looking = std::ranges::find(looking_names, options.looking);
  if (looking == looking_names.end())
    return refuse(unknown("place to look from", options.looking, {looking_names.begin(), looking_names.end()},
                          "side, front or above"));
  std::ofstream out(options.svg, std::ios::binary);
  out << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='"
      << (options.looking == "above" ? "-360 -270 720 540" : "-360 -520 720 540") << "'>\n"
      << posture_svg(person, pose, static_cast<Looking>(looking - looking_names.begin()), prop, 300) << "</svg>\n";
  out.flush();
  if (out) return 0;
  std::fprintf(stderr, "%s: cannot be written; instead: a file in a folder of yours with room on its disk\n",
               options.svg.c_str());
  return exit_findings;
}

int paint(const body::Pose& pose, const body::Skeleton& skeleton, vocabulary::Posture posture, vocabulary::Spot hands,
          const PostureOptions& options) {
  constexpr int width = 640, height = 480;
  figure::View view = figure::view_of(skeleton, pose, posture, hands);
  view.standpoint.ahead += options.turned;
  const figure::Eye eye = figure::eye_of(view.standpoint, view.framing, width, height);
  figure::Painter painter(skeleton);
  return write_file(options.png, film::png(painter.paint(pose, view.things, eye, figure::day_look, width, height)))
             ? 0
             : exit_findings;
}

int run(const PostureOptions& options) {
  const auto posture = vocabulary::posture_named(options.posture);
  if (!posture)
    return refuse(unknown("posture", options.posture, names_of<vocabulary::Posture>(vocabulary::posture_count),
                          "all-fours, between, childs-pose or heel-sit"));
  const auto side = vocabulary::side_named(options.side);
  if (!side || *side == vocabulary::Side::each)
    return refuse(unknown("side", options.side, {"left", "right"}, "left or right"));
  std::vector<vocabulary::MoveAmount> moves;
  for (const std::string& name : options.moves) {
    const std::size_t by = name.find('=');
    const auto move = vocabulary::move_named(std::string_view{name}.substr(0, by));
    if (!move)
      return refuse(unknown("move", name, names_of<vocabulary::Move>(vocabulary::move_count),
                            "a name of docs/vocabulary.md, such as spine.round"));
    const auto spot = by == std::string::npos ? std::nullopt : vocabulary::spot_named(name.substr(by + 1));
    if (spot && *move == vocabulary::Move::hands_place) {
      moves.push_back({*move, vocabulary::default_amount, *spot});
      continue;
    }
    double amount = vocabulary::default_amount;
    if (by != std::string::npos &&
        (!CLI::detail::lexical_cast(name.substr(by + 1), amount) || !(amount >= 0) || amount > 1))
      return refuse("how far \"" + name + "\" goes is not known; instead: a number from 0 to 1, as in spine.round=0.5");
    moves.push_back({*move, amount});
  }
  body::Person person = options.person;
  const auto wrists = std::ranges::find(wrist_names, options.wrists);
  if (wrists == wrist_names.end())
    return refuse(unknown("way to rest the hands", options.wrists, {wrist_names.begin(), wrist_names.end()},
                          "palms, fists or forearms"));
  person.wrists = static_cast<body::Wrists>(wrists - wrist_names.begin());
  const auto checked = body::checked(person);
  if (!checked) return refuse(checked.error());
  const body::Wanted wanted = body::intent_of(*checked, *posture, moves, *side, vocabulary::Sense::up);
  if (!wanted.refused.empty())
    return refuse("makes no sense in that posture: " + wanted.refused.front() + "; instead: another move or posture");
  const body::Skeleton skeleton = body::skeleton_of(*checked);
  const body::Pose pose = body::pose(skeleton, wanted.intent);
  const vocabulary::Spot hands = body::hands_on(*posture, moves);
  if (!options.png.empty()) return paint(pose, skeleton, *posture, hands, options);
  if (!options.svg.empty()) return draw(*checked, pose, prop_of(*posture, hands), options);
  if (options.json)
    std::printf("%s\n", to_json(pose, wanted.intent).dump(1).c_str());
  else
    print(pose);
  return 0;
}

} // namespace

void add_posture(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<PostureOptions>();
  CLI::App* command = add_command(app, "posture", "Says where every point of the body is in a posture, metres.");
  command->footer(
      "Examples:\n  supple posture all-fours --moves spine.round,head.drop\n  supple posture all-fours "
      "--moves spine.side,head.turn --side left --json\n  supple posture bridge --week 12 --svg bridge.svg");
  command->add_option("NAME", options->posture, "all-fours, between, childs-pose, heel-sit, …")->required();
  command
      ->add_option("--moves", options->moves,
                   "moves on it, parted by commas; spine.round=0.5 goes half as far, hands.place=belly puts them "
                   "there: wall, thighs, belly, hips, ribs, chest or chair")
      ->delimiter(',');
  command->add_option("--side", options->side, "left or right");
  command->add_option("--week", options->person.week, "week of pregnancy, 4 to 42");
  command->add_option("--after-birth", options->person.weeks_after_birth, "weeks after birth, instead of --week")
      ->check(CLI::Range(1.0, 104.0));
  command->add_option("--stature", options->person.stature_m, "metres, 1.40 to 2.00");
  command->add_option("--wrists", options->wrists, "palms, fists or forearms");
  command->add_flag("--knees", options->person.knees_padded, "the mat folded double under the knees");
  command->add_flag("--knees-close", options->person.knees_close, "the knees no wider than the hips");
  command->add_flag("--knees-wide", options->person.knees_wide, "the knees wide, with room for the belly");
  command->add_flag("--chair", options->person.hands_on_chair, "on hands and knees, the hands on a chair");
  command->add_flag("--head-up", options->person.head_up, "the head does not hang");
  command->add_option("--svg", options->svg, "an SVG file to draw her in");
  command->add_option("--from", options->looking, "side, front or above: where the drawing looks from");
  command->add_option("--png", options->png, "a PNG file to paint her in");
  command->add_option("--turned", options->turned, "degrees that the painter goes around her, to her front");
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
