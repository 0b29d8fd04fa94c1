// SPDX-License-Identifier: Apache-2.0
#include "wasm/visit_json.h"

#include "wasm/json_members.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supple::wasm {

namespace {

using Json = nlohmann::ordered_json;

int whole(double number) {
  return std::fabs(number) < 1e9 ? static_cast<int>(number) : 0;
}

guide::Course course_of(const Json& json) {
  const bool after_birth = flag_at(json, "after_birth");
  const int week = whole(number_at(json, "week", 0));
  return {after_birth, after_birth ? std::clamp(week, 0, 520) : std::clamp(week, 4, 42)};
}

guide::Answers answers_of(const Json& json, const char* key) {
  guide::Answers answers;
  const auto found = json.find(key);
  if (found == json.end() || !found->is_object()) return answers;
  for (const auto& [id, answer] : found->items())
    if (answer.is_boolean()) answers.emplace(id, answer.get<bool>());
  return answers;
}

} // namespace

guide::Visit visit_of(const Json& json) {
  guide::Visit visit;
  if (!json.is_object()) return visit;
  visit.day = whole(number_at(json, "day", 0));
  visit.course = course_of(json);
  if (const auto last = json.find("screened"); last != json.end() && last->is_object())
    visit.screened = guide::Screened{whole(number_at(*last, "day", 0)), course_of(*last), answers_of(*last, "answers")};
  visit.stopped_since = flag_at(json, "stopped_since");
  visit.talked = flag_at(json, "talked");
  if (const auto stops = json.find("stops"); stops != json.end() && stops->is_array())
    for (const Json& day : *stops)
      if (day.is_number()) visit.stops.push_back(whole(day.get<double>()));
  if (const auto sign = json.find("stop_sign_day"); sign != json.end() && sign->is_number())
    visit.stop_sign_day = whole(sign->get<double>());
  visit.today = answers_of(json, "today");
  return visit;
}

Json screening_json(const guide::Visit& visit) {
  constexpr std::array<const char*, 3> yes_names{"talk_first", "not_now", "stop"};
  const guide::Screening screening = guide::standard_screening();
  Json questions = Json::array();
  for (const guide::Question& question : screening.questions)
    if (guide::is_asked(question, visit.course))
      questions.push_back({{"id", question.id}, {"yes", yes_names.at(static_cast<std::size_t>(question.yes))}});
  return {{"admission", guide::name(guide::admit(screening, visit))},
          {"due", guide::is_screening_due(screening, visit)},
          {"questions", std::move(questions)}};
}

} // namespace supple::wasm
