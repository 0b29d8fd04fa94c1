// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "body/skeleton.h"
#include "text/nearest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace supple::cli {

namespace {

struct PostureOptions {
  std::string posture;
  std::vector<std::string> moves;
  std::string side = "none";
  double week = 24;
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
  return {{"points", std::move(points)}, {"planted", std::move(planted)}, {"residual_m", pose.residual_m}};
}

void print(const body::Pose& pose) {
  for (int i = 0; i < body::point_count; ++i) {
    const auto point = static_cast<body::Point>(i);
    std::printf("%-16s %7.3f %7.3f %7.3f\n", std::string{body::name(point)}.c_str(), pose[point].x, pose[point].y,
                pose[point].z);
  }
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
    const auto move = vocabulary::move_named(name);
    if (!move)
      return refuse(unknown("move", name, names_of<vocabulary::Move>(vocabulary::move_count),
                            "a name of docs/vocabulary.md, such as spine.round"));
    moves.push_back({*move, vocabulary::default_amount});
  }
  body::Person person;
  person.week = options.week;
  const auto checked = body::checked(person);
  if (!checked) return refuse(checked.error());
  const body::Wanted wanted = body::intent_of(*checked, *posture, moves, *side, vocabulary::Sense::up);
  if (!wanted.refused.empty()) return refuse("this body cannot do that yet: " + wanted.refused.front());
  const body::Pose pose = body::pose(body::skeleton_of(*checked), wanted.intent);
  if (options.json)
    std::printf("%s\n", to_json(pose, wanted.intent).dump(1).c_str());
  else
    print(pose);
  return 0;
}

} // namespace

void add_posture(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<PostureOptions>();
  CLI::App* command = app.add_subcommand("posture", "Says where every point of the body is in a posture, metres.");
  command->footer("Examples:\n  supple posture all-fours --moves spine.round,head.drop\n  supple posture all-fours "
                  "--moves spine.side,head.turn --side left --json");
  command->add_option("NAME", options->posture, "all-fours, between, childs-pose, heel-sit, …")->required();
  command->add_option("--moves", options->moves, "moves on it, parted by commas")->delimiter(',');
  command->add_option("--side", options->side, "left or right");
  command->add_option("--week", options->week, "week of pregnancy, 4 to 42");
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
