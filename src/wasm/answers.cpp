// SPDX-License-Identifier: Apache-2.0
#include "wasm/answers.h"

#include "guide/replay.h"
#include "guide/session_json.h"
#include "reader/reading_json.h"
#include "text/diagnostic_json.h"
#include "wasm/moment_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <string>
#include <utility>

namespace supple::wasm {

namespace {

using Json = nlohmann::ordered_json;

Json error(std::string sentence) {
  return {{"error", std::move(sentence)}};
}

// The member `key` of a request, or `otherwise` where it is missing or of another type.
std::string string_at(const Json& request, const char* key) {
  const auto found = request.find(key);
  return found != request.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

double number_at(const Json& request, const char* key, double otherwise) {
  const auto found = request.find(key);
  return found != request.end() && found->is_number() ? found->get<double>() : otherwise;
}

bool flag_at(const Json& request, const char* key) {
  const auto found = request.find(key);
  return found != request.end() && found->is_boolean() && found->get<bool>();
}

int week_at(const Json& request) {
  return std::clamp(static_cast<int>(number_at(request, "week", 24)), 4, 42);
}

guide::Settings settings_of(const Json& request) {
  guide::Settings settings;
  const Json told = request.value("settings", Json::object());
  if (told.is_object()) {
    settings.week = week_at(told);
    settings.pace_bpm = number_at(told, "pace_bpm", settings.pace_bpm);
    settings.knees_padded = flag_at(told, "knees_padded");
    const std::string wrists = string_at(told, "wrists");
    if (wrists == "fists") settings.wrists = guide::Wrists::fists;
    if (wrists == "forearms") settings.wrists = guide::Wrists::forearms;
  }
  const Json clips = request.value("clips", Json::object());
  if (!clips.is_object()) return settings;
  for (const auto& [name, seconds] : clips.items())
    if (seconds.is_number()) settings.clips.emplace(name, seconds.get<double>());
  return settings;
}

score::Understood understand(const Core& core, const Json& request, int week) {
  return score::understand(text::clean_utf8(string_at(request, "text")), core.lexicon, core.rules, week);
}

Json comfort_of(const score::Score& score) {
  Json list = Json::array();
  for (const reader::ComfortOption& option : score.comfort)
    list.push_back({{"part", option.part}, {"text", option.spoken}});
  return list;
}

Json read(const Core& core, const Json& request) {
  const int week = week_at(request);
  const score::Understood understood = understand(core, request, week);
  Json out{{"title", understood.reading.title},
           {"exercise", understood.exercise_file},
           {"reading", reader::to_json(understood.reading)},
           {"start_line", understood.reading.start ? Json(understood.reading.start_place.line) : Json(nullptr)},
           {"findings", text::to_json(understood.findings)},
           {"playable", understood.playable()}};
  if (!understood.score) return out;
  const score::Score& score = *understood.score;
  guide::Settings settings;
  settings.week = week;
  const guide::Session session = guide::plan(score, settings);
  out["title"] = score.title;
  out["tags"] = score.tags;
  out["first_week"] = score.first_week;
  out["last_week"] = score.last_week;
  out["postnatal_week"] = score.postnatal_week ? Json(*score.postnatal_week) : Json(nullptr);
  out["comfort"] = comfort_of(score);
  out["care"] = score.care;
  out["filled"] = score.filled;
  out["refused"] = motion::motion_of(session, motion::person_of(settings)).refused;
  out["duration_s"] = session.duration_s;
  return out;
}

Json texts_of(const score::Score& score) {
  Json list = Json::array();
  for (const std::string& text : guide::cue_texts(score))
    list.push_back({{"text", text}, {"clip", guide::clip_name(text)}});
  return list;
}

Json open(Core& core, const Json& request) {
  const guide::Settings settings = settings_of(request);
  score::Understood understood = understand(core, request, settings.week);
  if (!understood.playable()) return error("This text cannot be played for this week; read it to see why.");
  guide::Live live = guide::begin(*understood.score, settings);
  motion::LiveMotion moving = motion::follow(live);
  Json out{{"session", guide::to_json(live.session)},
           {"texts", texts_of(live.score)},
           {"refused", moving.motion.refused},
           {"moment", moment_json(live)}};
  core.ghost = {};
  core.open.emplace(std::move(live), std::move(moving), body::skeleton_of(motion::person_of(settings)));
  return out;
}

Json told(const guide::Live& live, const guide::Actions& actions) {
  Json list = Json::array();
  for (const guide::Action& action : actions)
    list.push_back(action_json(action));
  return {{"actions", std::move(list)}, {"moment", moment_json(live)}};
}

constexpr std::array<std::string_view, 7> event_names{"start", "pause", "resume", "slower", "faster", "skip", "stop"};

Json event(Core& core, const Json& request) {
  if (!core.open) return error("No session is open.");
  const auto found = std::ranges::find(event_names, string_at(request, "event"));
  if (found == event_names.end()) return error("There is no such event.");
  const auto which = static_cast<guide::Event>(found - event_names.begin());
  const guide::Actions actions = guide::handle(core.open->live, which, number_at(request, "clock_s", 0));
  motion::mend(core.open->motion, core.open->live);
  return told(core.open->live, actions);
}

Json advance(Core& core, const Json& request) {
  if (!core.open) return error("No session is open.");
  return told(core.open->live, guide::advance(core.open->live, number_at(request, "clock_s", 0)));
}

Json still(Core& core, const Json& request) {
  const auto posture = vocabulary::posture_named(string_at(request, "posture"));
  if (!posture) return error("There is no such posture.");
  std::vector<vocabulary::MoveAmount> moves;
  for (const Json& name : request.value("moves", Json::array())) {
    const auto move = name.is_string() ? vocabulary::move_named(name.get<std::string>()) : std::nullopt;
    if (!move) return error("There is no such move.");
    moves.push_back({*move, vocabulary::default_amount});
  }
  body::Person person;
  person.week = week_at(request);
  const auto side = vocabulary::side_named(string_at(request, "side")).value_or(vocabulary::Side::none);
  const body::Wanted wanted = body::intent_of(person, *posture, moves, side, vocabulary::Sense::up);
  core.still = {body::skeleton_of(person), wanted.intent};
  return {{"refused", wanted.refused}};
}

// A session led by a log instead of by her; the hash of all that it answers.
Json replay(const Core& core, const Json& request) {
  const guide::Settings settings = settings_of(request);
  const score::Understood understood = understand(core, request, settings.week);
  if (!understood.playable()) return error("This text cannot be played for this week.");
  const auto log = guide::read_event_log(string_at(request, "log"));
  if (!log) return {{"error", "The log cannot be read."}, {"findings", text::to_json(log.error())}};
  const std::uint64_t hash = guide::replay_hash(*understood.score, settings, *log);
  std::array<char, 17> digits{}; // fmt would bring all the locales of the library into the browser
  std::snprintf(digits.data(), digits.size(), "%016" PRIx64, hash);
  return {{"hash", digits.data()}};
}

} // namespace

Json answer(Core& core, const Json& request) {
  if (!request.is_object()) return error("A request is a JSON object.");
  const std::string what = string_at(request, "do");
  if (what == "read") return read(core, request);
  if (what == "open") return open(core, request);
  if (what == "event") return event(core, request);
  if (what == "advance") return advance(core, request);
  if (what == "still") return still(core, request);
  if (what == "replay") return replay(core, request);
  return error("The core does not know how to do that.");
}

} // namespace supple::wasm
