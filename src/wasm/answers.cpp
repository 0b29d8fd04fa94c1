// SPDX-License-Identifier: Apache-2.0
#include "wasm/answers.h"

#include "guide/replay.h"
#include "guide/sayings.h"
#include "guide/session_json.h"
#include "reader/reading_json.h"
#include "reader/suggest.h"
#include "text/diagnostic_json.h"
#include "wasm/editing.h"
#include "wasm/json_members.h"
#include "wasm/moment_json.h"
#include "wasm/visit_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace supple::wasm {

namespace {

using Json = nlohmann::ordered_json;

Json error(std::string sentence) {
  return {{"error", std::move(sentence)}};
}

int week_at(const Json& request) {
  return std::clamp(static_cast<int>(number_at(request, "week", 24)), 4, 42);
}

/// Without settings the week that stands beside them.
guide::Settings settings_of(const Json& request) {
  guide::Settings settings;
  settings.week = week_at(request);
  const Json told = request.value("settings", Json::object());
  if (told.is_object()) {
    if (told.contains("week")) settings.week = week_at(told);
    if (told.contains("weeks_after_birth"))
      settings.weeks_after_birth = static_cast<int>(std::clamp(number_at(told, "weeks_after_birth", 0), 0.0, 520.0));
    settings.pace_bpm = number_at(told, "pace_bpm", settings.pace_bpm);
    settings.opening_bpm = number_at(told, "opening_bpm", settings.opening_bpm);
    settings.knees_padded = flag_at(told, "knees_padded");
    settings.pelvis = flag_at(told, "pelvis");
    settings.head_up = flag_at(told, "head_up");
    settings.belly = flag_at(told, "belly");
    settings.offers = flag_at(told, "offers");
    settings.pacer = !flag_at(told, "own_breath");
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

bool is_translated(const Core& core, const Json& request) {
  return core.tongue && request.contains("translation");
}

workout::Understood understand(const Core& core, const Json& request, const guide::Settings& settings) {
  const std::string text = text::clean_utf8(string_at(request, "text"));
  if (!is_translated(core, request)) return workout::understand(text, core.shelf, core.lexicon, core.rules, settings);
  const std::string translation = text::clean_utf8(string_at(request, "translation"));
  return workout::understand_aligned({translation, text, *core.tongue}, core.shelf, core.lexicon, core.rules, settings);
}

// The exercises that workouts link to, each in the place of one of the same name.
Json bring(Core& core, const Json& request) {
  for (const Json& exercise : request.value("exercises", Json::array())) {
    if (!exercise.is_object()) return error("An exercise has a name and a text.");
    const std::string name = string_at(exercise, "name");
    std::erase_if(core.shelf, [&](const workout::File& file) { return file.name == name; });
    core.shelf.push_back(
        {name, text::clean_utf8(string_at(exercise, "text")), text::clean_utf8(string_at(exercise, "translation"))});
  }
  return {{"exercises", core.shelf.size()}};
}

Json exercises_of(const workout::Understood& understood) {
  Json list = Json::array();
  for (const workout::Led& led : understood.led)
    list.push_back({{"name", led.name}, {"title", led.title}});
  return list;
}

Json left_out_of(const workout::Understood& understood) {
  Json list = Json::array();
  for (const workout::LeftOut& out : understood.left_out)
    list.push_back({{"name", out.name}, {"title", out.title}, {"why", workout::name(out.why)}});
  return list;
}

const guide::Sayings& sayings_for(const Core& core, const Json& request) {
  return is_translated(core, request) ? core.tongue->sayings : core.sayings;
}

Json language(Core& core, const Json& request) {
  auto words = reader::read_language(string_at(request, "code"), string_at(request, "lexicon"));
  auto sayings = guide::read_sayings(string_at(request, "guide"));
  if (!words || !sayings) return error("The files of this language are not whole.");
  core.tongue.emplace(*std::move(words), *std::move(sayings));
  return Json::object();
}

Json comfort_of(const score::Score& score, const guide::Sayings& sayings) {
  Json list = Json::array();
  for (const reader::ComfortOption& option : score.comfort)
    list.push_back({{"part", option.part},
                    {"text", option.spoken},
                    {"offer", guide::offer_of(option.part, option.spoken, sayings)},
                    {"taken", sayings.offer.taken}});
  return list;
}

Json read(const Core& core, const Json& request) {
  const guide::Settings settings = settings_of(request);
  const workout::Understood understood = understand(core, request, settings);
  Json out{{"title", understood.reading.title},
           {"exercise", understood.exercise_file},
           {"reading", reader::to_json(understood.reading)},
           {"start_line", understood.reading.start ? Json(understood.reading.start_place.line) : Json(nullptr)},
           {"findings", text::to_json(understood.findings)},
           {"playable", understood.playable()}};
  if (understood.workout) {
    out["exercises"] = exercises_of(understood);
    out["left_out"] = left_out_of(understood);
  }
  if (!understood.score) return out;
  const score::Score& score = *understood.score;
  const guide::Sayings& sayings = sayings_for(core, request);
  const guide::Session session = guide::plan(score, settings, sayings);
  out["title"] = score.title;
  out["tags"] = score.tags;
  out["first_week"] = score.first_week;
  out["last_week"] = score.last_week;
  out["postnatal_week"] = score.postnatal_week ? Json(*score.postnatal_week) : Json(nullptr);
  out["comfort"] = comfort_of(score, sayings);
  out["care"] = score.care;
  out["filled"] = score.filled;
  out["refused"] = motion::motion_of(session, motion::person_of(settings)).refused;
  out["duration_s"] = session.duration_s;
  return out;
}

Json texts_of(const guide::Live& live) {
  Json list = Json::array();
  for (const std::string& text : guide::cue_texts(live.score, live.sayings))
    list.push_back({{"text", text}, {"clip", guide::clip_name(text)}});
  return list;
}

Json open(Core& core, const Json& request) {
  guide::Settings settings = settings_of(request);
  if (const auto visit = request.find("visit"); visit != request.end())
    settings.admission = guide::admit(guide::standard_screening(), visit_of(*visit));
  if (settings.admission != guide::Admission::open) return error("What she answered does not let a session begin.");
  const workout::Understood understood = understand(core, request, settings);
  if (!understood.playable()) return error("This text cannot be played for this week; read it to see why.");
  guide::Live live = guide::begin(*understood.score, settings, sayings_for(core, request));
  if (const double line = number_at(request, "line", 0); line > 0)
    guide::begin_at_line(live, static_cast<int>(std::min(line, 1e6)));
  motion::LiveMotion moving = motion::follow(live);
  Json out{{"session", guide::to_json(live.session)},
           {"texts", texts_of(live)},
           {"refused", moving.plan.refused},
           {"moment", moment_json(live)}};
  const body::Skeleton skeleton = body::skeleton_of(motion::person_of(settings));
  std::vector<figure::Shot> shots = figure::shots_of(live.session, moving.plan, skeleton);
  core.open.emplace(std::move(live), std::move(moving), skeleton, std::move(shots));
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
  Open& open = *core.open;
  const guide::Actions actions = guide::handle(open.live, which, number_at(request, "clock_s", 0));
  motion::mend(open.motion, open.live);
  open.shots = figure::shots_of(open.live.session, motion::shown(open.motion), open.skeleton);
  return told(open.live, actions);
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
  const vocabulary::Posture taken = body::taken(person, *posture);
  core.still = {body::skeleton_of(person), wanted.intent, taken, body::hands_on(taken, moves), {}};
  return {{"refused", wanted.refused}};
}

// A session led by a log instead of by her; the hash of all that it answers.
Json replay(const Core& core, const Json& request) {
  const guide::Settings settings = settings_of(request);
  const workout::Understood understood = understand(core, request, settings);
  if (!understood.playable()) return error("This text cannot be played for this week.");
  const auto log = guide::read_event_log(string_at(request, "log"));
  if (!log) return {{"error", "The log cannot be read."}, {"findings", text::to_json(log.error())}};
  const std::uint64_t hash = guide::replay_hash(*understood.score, settings, *log, sayings_for(core, request));
  std::string digits; // printf and fmt would bring more into the browser than all of this room
  for (int shift = 60; shift >= 0; shift -= 4)
    digits += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 15U];
  return {{"hash", digits}};
}

} // namespace

Json answer(Core& core, const Json& request) {
  if (!request.is_object()) return error("A request is a JSON object.");
  const std::string what = string_at(request, "do");
  if (what == "language") return language(core, request);
  if (what == "bring") return bring(core, request);
  if (what == "read") return read(core, request);
  if (what == "edit") return edit(core, string_at(request, "text"));
  if (what == "show") return show(core, request);
  if (what == "said") return said(core, request);
  if (what == "wordings") return wordings(core);
  if (what == "suggest") return {{"words", reader::nearest_understood(string_at(request, "words"), core.lexicon)}};
  if (what == "open") return open(core, request);
  if (what == "event") return event(core, request);
  if (what == "advance") return advance(core, request);
  if (what == "still") return still(core, request);
  if (what == "clip") return {{"clip", guide::clip_name(string_at(request, "text"))}};
  if (what == "screening") return screening_json(visit_of(request.value("visit", Json::object())));
  if (what == "replay") return replay(core, request);
  return error("The core does not know how to do that.");
}

} // namespace supple::wasm
