// SPDX-License-Identifier: Apache-2.0
#include "wasm/moment_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>

namespace supple::wasm {

namespace {

using Json = nlohmann::ordered_json;

template <std::size_t count, class Value>
std::string_view named(const std::array<std::string_view, count>& names, Value value) {
  return names.at(static_cast<std::size_t>(value));
}

constexpr std::array<std::string_view, 6> action_names{"speak", "tone", "caption", "phase", "state", "silence"};
constexpr std::array<std::string_view, 5> state_names{"ready", "leading", "paused", "finished", "stopped"};
constexpr std::array<std::string_view, 4> tone_names{"inhale", "exhale", "side_switch", "end"};

} // namespace

Json action_json(const guide::Action& action) {
  Json out{{"kind", named(action_names, action.kind)}, {"at_s", action.at_s}};
  switch (action.kind) {
  case guide::ActionKind::speak:
    out["duration_s"] = action.duration_s;
    out["text"] = action.text;
    out["clip"] = guide::clip_name(action.text);
    break;
  case guide::ActionKind::tone:
    out["duration_s"] = action.duration_s;
    out["tone"] = named(tone_names, action.tone);
    break;
  case guide::ActionKind::caption:
    out["text"] = action.text;
    out["ahead"] = action.ahead;
    break;
  case guide::ActionKind::phase:
    out["phase"] = action.phase;
    break;
  case guide::ActionKind::state:
    out["state"] = named(state_names, action.state);
    break;
  case guide::ActionKind::silence:
    break;
  }
  return out;
}

Json moment_json(const guide::Live& live) {
  const guide::Moment now = guide::moment(live);
  const guide::Phase& phase = live.session.phases.at(static_cast<std::size_t>(now.phase));
  const guide::SessionSection& section = live.session.sections.at(static_cast<std::size_t>(now.section));
  return {{"state", named(state_names, now.state)},
          {"position_s", now.position_s},
          {"phase", now.phase},
          {"section", now.section},
          {"section_title", section.title},
          {"round", now.round},
          {"breath", vocabulary::name(phase.breath)},
          {"side", vocabulary::name(phase.side)},
          {"paced", phase.paced},
          {"phase_fraction", now.phase_fraction},
          {"phase_duration_s", phase.end_s - phase.start_s},
          {"breaths_done", now.breaths_done},
          {"breaths_in_all", now.breaths_in_all},
          {"left_s", now.left_s},
          {"pace_bpm", now.pace_bpm},
          {"slowest", now.slowest},
          {"fastest", now.fastest}};
}

} // namespace supple::wasm
