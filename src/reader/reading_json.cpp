// SPDX-License-Identifier: Apache-2.0
#include "reader/reading_json.h"

#include <nlohmann/json.hpp>

namespace supple::reader {

namespace {

using Json = nlohmann::ordered_json;

Json names(const auto& values) {
  Json list = Json::array();
  for (const auto value : values)
    list.push_back(vocabulary::name(value));
  return list;
}

Json name_or_null(const auto& value) {
  return value ? Json(vocabulary::name(*value)) : Json(nullptr);
}

// Members one by one: lists of them would make the browser's core larger.
Json at(text::Place place) {
  Json out;
  out["line"] = place.line;
  out["column"] = place.column;
  out["length"] = place.length;
  return out;
}

Json hold_json(const Hold& hold) {
  return {{"seconds", hold.seconds}, {"breaths", hold.breaths}};
}

Json step_json(const Step& step) {
  Json out{
      {"breath", vocabulary::name(step.breath)}, {"side", vocabulary::name(step.side)}, {"moves", names(step.moves)}};
  if (step.sense != vocabulary::Sense::unsaid) out["sense"] = vocabulary::name(step.sense);
  Json amounts = Json::object(), spots = Json::object();
  for (const vocabulary::MoveAmount& told : step.amounts)
    if (told.spot == vocabulary::Spot::unsaid)
      amounts[std::string{vocabulary::name(told.move)}] = told.amount;
    else
      spots[std::string{vocabulary::name(told.move)}] = vocabulary::name(told.spot);
  if (!amounts.empty()) out["amounts"] = std::move(amounts);
  if (!spots.empty()) out["spots"] = std::move(spots);
  if (step.hold) out["hold"] = hold_json(*step.hold);
  out["line"] = step.place.line;
  out["column"] = step.place.column;
  out["text"] = step.text;
  return out;
}

Json passages(const std::vector<Passage>& list, bool with_moves) {
  Json out = Json::array();
  for (const Passage& passage : list) {
    Json one{{"line", passage.place.line}, {"text", passage.text}};
    if (with_moves) {
      one["side"] = vocabulary::name(passage.side);
      one["moves"] = names(passage.moves);
    }
    out.push_back(std::move(one));
  }
  return out;
}

} // namespace

Json to_json(const Reading& reading) {
  Json steps = Json::array();
  for (const Step& step : reading.steps)
    steps.push_back(step_json(step));
  return {{"title", reading.title},
          {"start", name_or_null(reading.start)},
          {"steps", std::move(steps)},
          {"rounds", reading.rounds ? Json{{"min", reading.rounds->min}, {"max", reading.rounds->max}} : Json(nullptr)},
          {"hold", hold_json(reading.hold)},
          {"finish", name_or_null(reading.finish)},
          {"cautions", names(reading.cautions)},
          {"avoid", passages(reading.avoid, false)},
          {"options", passages(reading.options, true)},
          {"throughout", passages(reading.throughout, true)},
          {"unread", passages(reading.unread, false)}};
}

Json to_json(const std::vector<Explained>& sentences) {
  Json out = Json::array();
  for (const Explained& explained : sentences) {
    const std::string_view sentence = explained.sentence;
    const auto words = [&](Span span) { return std::string{sentence.substr(span.begin, span.end - span.begin)}; };
    Json whole = at(explained.place);
    whole["text"] = explained.sentence;
    Json& clauses = whole["clauses"] = Json::array();
    for (const Why& why : explained.clauses) {
      Json clause = at(why.place);
      clause["text"] = words(why.words);
      clause["mood"] = name(why.mood);
      clause["reason"] = why.reason;
      Json& moves = clause["moves"] = Json::array();
      for (const Why::Read& read : why.moves) {
        Json move = at(read.place);
        move["move"] = vocabulary::name(read.move);
        move["words"] = words(read.words);
        move["frame"] = read.frame;
        moves.push_back(std::move(move));
      }
      clauses.push_back(std::move(clause));
    }
    out.push_back(std::move(whole));
  }
  return out;
}

} // namespace supple::reader
