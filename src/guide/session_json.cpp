// SPDX-License-Identifier: Apache-2.0
#include "guide/session_json.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace supple::guide {

namespace {

using Json = nlohmann::ordered_json;
using vocabulary::MoveAmount;

// Phases touch, and go on touching: neighbouring times are rounded alike.
double rounded(double seconds) {
  return std::floor(seconds * 1000 + 0.5) / 1000;
}

template <class Item>
Json with_times(const Item& item) {
  return {{"start_s", rounded(item.start_s)}, {"end_s", rounded(item.end_s)}};
}

Json moves_json(std::span<const MoveAmount> moves) {
  Json list = Json::array();
  for (const MoveAmount& m : moves)
    list.push_back(vocabulary::name(m.move));
  return list;
}

Json amounts_json(std::span<const MoveAmount> moves) {
  Json object = Json::object();
  for (const MoveAmount& m : moves)
    object[std::string(vocabulary::name(m.move))] = m.amount;
  return object;
}

Json spots_json(std::span<const MoveAmount> standing, std::span<const MoveAmount> moves) {
  Json object = Json::object();
  for (const auto list : {standing, moves})
    for (const MoveAmount& m : list)
      if (m.spot != vocabulary::Spot::unsaid) object[std::string(vocabulary::name(m.move))] = vocabulary::name(m.spot);
  return object;
}

Json across_json(std::span<const MoveAmount> standing, std::span<const MoveAmount> moves) {
  Json list = Json::array();
  for (const auto each : {standing, moves})
    for (const MoveAmount& m : each)
      if (m.across) list.push_back(vocabulary::name(m.move));
  return list;
}

Json section_json(const SessionSection& section) {
  Json out = with_times(section);
  out.update({{"kind", name(section.kind)}, {"title", section.title}, {"breaths", section.breaths}});
  return out;
}

Json phase_json(const Session& session, const Phase& phase) {
  Json out = with_times(phase);
  out["section"] = session.sections[static_cast<std::size_t>(phase.section)].title;
  out["section_index"] = phase.section;
  out["round"] = phase.round;
  out["breath"] = vocabulary::name(phase.breath);
  out["side"] = vocabulary::name(phase.side);
  if (phase.sense != vocabulary::Sense::unsaid) out["sense"] = vocabulary::name(phase.sense);
  out["moves"] = moves_json(phase.moves);
  out["amounts"] = amounts_json(phase.moves);
  out["posture"] = vocabulary::name(phase.posture);
  out["standing"] = moves_json(phase.standing);
  if (Json spots = spots_json(phase.standing, phase.moves); !spots.empty()) out["spots"] = std::move(spots);
  if (Json across = across_json(phase.standing, phase.moves); !across.empty()) out["across"] = std::move(across);
  out["paced"] = phase.paced;
  return out;
}

Json cue_json(const Cue& cue) {
  Json out = with_times(cue);
  out.update({{"text", cue.text}, {"kind", name(cue.kind)}, {"phase", cue.phase}, {"clip", clip_name(cue.text)}});
  return out;
}

Json caption_json(const Caption& caption) {
  Json out = with_times(caption);
  out["text"] = caption.text;
  return out;
}

Json tone_json(const Tone& tone) {
  Json out = with_times(tone);
  out["kind"] = name(tone.kind);
  return out;
}

template <class Item, class Form>
Json list_of(const std::vector<Item>& items, Form form) {
  Json list = Json::array();
  for (const Item& item : items)
    list.push_back(form(item));
  return list;
}

} // namespace

Json to_json(const Session& session) {
  return {{"title", session.title},
          {"duration_s", rounded(session.duration_s)},
          {"sections", list_of(session.sections, section_json)},
          {"phases", list_of(session.phases, [&](const Phase& phase) { return phase_json(session, phase); })},
          {"cues", list_of(session.cues, cue_json)},
          {"captions", list_of(session.captions, caption_json)},
          {"tones", list_of(session.tones, tone_json)}};
}

} // namespace supple::guide
