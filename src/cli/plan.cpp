// SPDX-License-Identifier: Apache-2.0
// supple plan: the timeline of a session, to read or as JSON.
#include "guide/plan.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/session_options.h"
#include "cli/voices.h"
#include "guide/session_json.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace supple::cli {

namespace {

using vocabulary::Breath;

struct PlanOptions {
  std::string file;
  guide::Settings settings;
  VoiceOptions voice;
  bool json = false;
};

std::string clock_of(double seconds) {
  const int tenths = static_cast<int>(seconds * 10 + 0.5);
  return fmt::format("{:2}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
}

std::string_view breath_of(const guide::Phase& phase) {
  if (!phase.paced) return "her own breath";
  return phase.breath == Breath::inhale ? "breath in" : "breath out";
}

std::string moves_of(const guide::Phase& phase) {
  std::string out(vocabulary::name(phase.posture));
  const auto append = [&](const std::vector<vocabulary::MoveAmount>& moves, std::string_view before) {
    for (const auto& m : moves) {
      out += before;
      out += vocabulary::name(m.move);
      if (m.spot != vocabulary::Spot::unsaid) out += fmt::format(" ({})", vocabulary::name(m.spot));
    }
  };
  append(phase.standing, " + ");
  append(phase.moves, "  ");
  return out;
}

void print_phase(const guide::Session& session, std::size_t index) {
  const guide::Phase& phase = session.phases[index];
  const std::string side =
      phase.side == vocabulary::Side::none ? "" : fmt::format(", {}", vocabulary::name(phase.side));
  const std::string round = phase.round == 0 ? "" : fmt::format("{}", phase.round);
  fmt::print("{}  {:>3}  {:4.1f} s  {:<22} {}\n", clock_of(phase.start_s), round, phase.end_s - phase.start_s,
             fmt::format("{}{}", breath_of(phase), side), moves_of(phase));
  for (const guide::Cue& cue : session.cues)
    if (cue.phase == static_cast<int>(index)) fmt::print("{}       “{}”\n", clock_of(cue.start_s), cue.text);
}

void print_timeline(const guide::Session& session) {
  fmt::print("{} ({})\n", session.title, clock_of(session.duration_s));
  int section = -1;
  for (std::size_t i = 0; i < session.phases.size(); ++i) {
    if (session.phases[i].section != section) {
      section = session.phases[i].section;
      fmt::print("\n{}\n", session.sections[static_cast<std::size_t>(section)].title);
    }
    print_phase(session, i);
  }
}

void run(PlanOptions options, Exit& exit) {
  const auto loaded = load_playable(options.file, options.settings);
  if (!loaded) {
    exit.code = exit_findings;
    return;
  }
  const auto spoken = spoken_by(options.voice, *loaded);
  if (!spoken) {
    fmt::print(stderr, "supple: {}\n", spoken.error());
    exit.code = exit_findings;
    return;
  }
  options.settings.clips = spoken->lengths();
  const guide::Session session = guide::plan(*loaded->understood.score, options.settings, loaded->sayings());
  if (!options.json) return print_timeline(session);
  fmt::print("{}\n", guide::to_json(session).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace

void add_plan(CLI::App& app, Exit& exit) {
  auto options = std::make_shared<PlanOptions>();
  CLI::App* command = add_command(app, "plan", "Show when what is done, said and sounded in a session");
  command->footer(
      "Examples:\n"
      "  supple plan library/exercises/release-your-low-back.md\n"
      "  supple plan library/exercises/release-your-low-back.md --week 30 --pace 5 --json\n"
      "  supple plan library/exercises/release-your-low-back.md --voice festival     at the times of its film");
  command->add_option("FILE", options->file, "an exercise, a workout or an article; - reads standard input")
      ->required();
  add_session_options(*command, options->settings);
  add_voice_options(*command, options->voice, "none");
  command->add_flag("--json", options->json, "print JSON (docs/schemas/plan.schema.json)");
  command->callback([options, &exit] { run(*options, exit); });
}

} // namespace supple::cli
