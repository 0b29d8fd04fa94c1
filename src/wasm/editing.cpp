// SPDX-License-Identifier: Apache-2.0
#include "wasm/editing.h"

#include "reader/reading_json.h"
#include "reader/suggest.h"
#include "text/diagnostic_json.h"
#include "wasm/json_members.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace supple::wasm {

namespace {

using Json = nlohmann::ordered_json;

constexpr int wordings_of_a_move = 4;

bool is_before(text::Place a, text::Place b) {
  return std::pair(a.line, a.column) < std::pair(b.line, b.column);
}

// The phase in which the sentence at this place is first done, or else the last one above it; 0 where there is none.
std::size_t phase_of(const guide::Session& session, text::Place place) {
  std::size_t nearest = 0;
  for (std::size_t i = 0; i < session.phases.size(); ++i) {
    const text::Place& here = session.phases[i].place;
    if (here.length == 0 || is_before(place, here)) continue;
    const text::Place& best = session.phases[nearest].place;
    if (best.length == 0 || is_before(best, here)) nearest = i;
  }
  return nearest;
}

text::Place place_at(const Json& request) {
  constexpr double farthest = 1e6;
  const auto number = [&](const char* key) {
    return static_cast<int>(std::clamp(number_at(request, key, 1), 1.0, farthest));
  };
  return {number("line"), number("column"), 0};
}

bool has_beats(const score::Score& score) {
  return std::ranges::any_of(score.sections, [](const score::Section& section) { return !section.beats.empty(); });
}

} // namespace

Json edit(Core& core, const std::string& text) {
  const std::string source = text::clean_utf8(text);
  const score::Written written = score::understand_written(source, core.lexicon, core.rules);
  const score::Understood& understood = written.understood;
  core.written = has_beats(*understood.score) ? guide::plan(*understood.score, {}) : guide::Session{};
  int breaths = 0;
  for (const guide::SessionSection& section : core.written.sections)
    breaths += section.breaths;
  Json out;
  out["title"] = understood.score->title;
  out["exercise"] = understood.exercise_file;
  out["reading"] = reader::to_json(understood.reading);
  out["sentences"] = reader::to_json(written.sentences);
  out["findings"] = text::to_json(understood.findings);
  out["filled"] = understood.score->filled;
  out["playable"] = understood.playable();
  out["breaths"] = breaths;
  out["duration_s"] = core.written.duration_s;
  return out;
}

Json show(Core& core, const Json& request) {
  Json out;
  out["shown"] = !core.written.phases.empty();
  if (core.written.phases.empty()) return out;
  // Slow enough for every joint, so that nothing has to be worked out to see it.
  constexpr double before_s = 1, lasts_s = 40;
  const std::size_t at = phase_of(core.written, place_at(request));
  guide::Session two;
  two.sections = core.written.sections;
  two.phases = {core.written.phases[at == 0 ? 0 : at - 1], core.written.phases[at]};
  two.phases[0].start_s = 0;
  two.phases[0].end_s = two.phases[1].start_s = before_s;
  two.phases[1].end_s = two.duration_s = before_s + lasts_s;
  const body::Person person;
  Still& still = core.still;
  still.skeleton = body::skeleton_of(person);
  still.posture = body::taken(person, two.phases[1].posture);
  still.hands = vocabulary::Spot::unsaid;
  Way way{motion::motion_of(two, person), {}, before_s, before_s + lasts_s};
  way.shots = figure::shots_of(two, way.motion, still.skeleton);
  out["line"] = two.phases[1].place.line;
  out["refused"] = way.motion.refused;
  still.way = std::move(way);
  return out;
}

Json said(const Core& core, const Json& request) {
  const int line = place_at(request).line;
  Json list = Json::array();
  std::string last;
  for (const guide::Cue& cue : core.written.cues) {
    const guide::Phase& phase = core.written.phases[static_cast<std::size_t>(cue.phase)];
    if (phase.place.line != line || cue.text == last) continue;
    Json one;
    one["text"] = last = cue.text;
    one["clip"] = guide::clip_name(cue.text);
    list.push_back(std::move(one));
  }
  Json out;
  out["said"] = std::move(list);
  return out;
}

Json wordings(const Core& core) {
  Json list = Json::array();
  for (reader::Wording& wording : reader::wordings(core.lexicon, wordings_of_a_move)) {
    Json one;
    one["move"] = vocabulary::name(wording.move);
    one["words"] = std::move(wording.words);
    list.push_back(std::move(one));
  }
  Json out;
  out["wordings"] = std::move(list);
  return out;
}

} // namespace supple::wasm
