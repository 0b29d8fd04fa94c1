// SPDX-License-Identifier: Apache-2.0
#include "exchange/formats.h"

#include "exchange/telling.h"
#include "text/markup.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace supple::exchange {

namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json moves_of(const score::Beat& beat) {
  Json moves = Json::array();
  for (const vocabulary::MoveAmount& each : beat.moves) {
    moves.push_back({{"move", vocabulary::name(each.move)}, {"amount", each.amount}});
    if (each.spot != vocabulary::Spot::unsaid) moves.back()["spot"] = vocabulary::name(each.spot);
    if (each.across) moves.back()["across"] = true;
  }
  return moves;
}

Json step_of(const score::Beat& beat) {
  Json step{{"breath", vocabulary::name(beat.breath)},
            {"side", vocabulary::name(beat.side)},
            {"text", beat.sentence},
            {"short", beat.short_form},
            {"moves", moves_of(beat)}};
  if (beat.hold.breaths > 0) step["hold_breaths"] = beat.hold.breaths;
  if (beat.hold.seconds > 0) step["hold_s"] = beat.hold.seconds;
  if (beat.seconds > 0) step["seconds"] = beat.seconds;
  return step;
}

Json section_of(const score::Section& section) {
  Json steps = Json::array();
  for (const score::Beat& beat : section.beats)
    steps.push_back(step_of(beat));
  return {{"kind", name(section.kind)},
          {"title", section.title},
          {"count", section.count},
          {"alternate", section.alternate},
          {"steps", steps}};
}

/// FHIR takes no blank but space, tab and line end, and no other control character (the type string).
std::string plain(std::string text) {
  constexpr std::string_view blanks[] = {"\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                         "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u2028",
                                         "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"};
  std::erase_if(text, [](unsigned char c) { return (c < ' ' && c != '\n' && c != '\t') || c == 127; });
  for (const std::string_view blank : blanks)
    for (std::size_t at = text.find(blank); at != text.npos; at = text.find(blank, at))
      text.replace(at, blank.size(), " ");
  return text;
}

/// An id of FHIR: at most 64 letters, digits, hyphens and dots.
std::string id_of(std::string_view name) {
  std::string id;
  for (const char c : name.substr(0, 64))
    id += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ? c : '-';
  return id.empty() ? "exercise" : id;
}

} // namespace

std::string json_of(const score::Score& score, std::string_view source) {
  Json comfort = Json::array(), sections = Json::array();
  for (const reader::ComfortOption& option : score.comfort)
    comfort.push_back({{"part", option.part}, {"text", option.spoken}});
  for (const score::Section& section : score.sections)
    sections.push_back(section_of(section));
  return written({{"title", score.title},
                  {"tags", score.tags},
                  {"first_week", score.first_week},
                  {"last_week", score.last_week},
                  {"postnatal_week", score.postnatal_week ? Json(*score.postnatal_week) : Json(nullptr)},
                  {"start", vocabulary::name(score.start)},
                  {"rest", vocabulary::name(score.rest)},
                  {"comfort", comfort},
                  {"sections", sections},
                  {"care", score.care},
                  {"filled", score.filled},
                  {"source", source}});
}

std::string activity_definition(const score::Score& score, std::string_view name, double duration_s) {
  const std::string text = plain(plain_text(score));
  Json topics = Json::array();
  for (const std::string& tag : score.tags)
    topics.push_back({{"text", plain(tag)}});
  Json json{
      {"resourceType", "ActivityDefinition"},
      {"id", id_of(name)},
      {"text",
       {{"status", "generated"},
        {"div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><pre>" + text::without_tags(text) + "</pre></div>"}}},
      {"title", plain(score.title)},
      {"status", "active"},
      {"description", text},
      {"usage", "This is education, not medical advice."},
      {"participant", Json::array({{{"type", "patient"}}})},
      {"timingTiming", {{"repeat", {{"duration", std::lround(duration_s)}, {"durationUnit", "s"}}}}}};
  if (!topics.empty()) json["topic"] = topics;
  return written(json);
}

} // namespace supple::exchange
