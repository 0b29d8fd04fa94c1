// SPDX-License-Identifier: Apache-2.0
#include "publish/structured.h"

#include "exchange/telling.h"
#include "publish/addresses.h"
#include "publish/words.h"

#include <cmath>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace supple::publish {

namespace {

using Json = nlohmann::ordered_json;
using exchange::ToldSection;

std::string as_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// JSON whose strings hold no sign of HTML (HTML Living Standard 4.12.1.3).
std::string without_signs(const std::string& json) {
  std::string out;
  for (const char c : json) {
    if (c == '<' || c == '>' || c == '&')
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out;
}

Json steps_of(const score::Score& score, const std::string& language) {
  Json steps = Json::array();
  for (const ToldSection& section : exchange::told(score, side_words(words(language)))) {
    Json inner = Json::array();
    for (const std::string& step : section.steps)
      inner.push_back({{"@type", "HowToStep"}, {"text", step}});
    steps.push_back({{"@type", "HowToSection"}, {"name", section.heading}, {"itemListElement", inner}});
  }
  return steps;
}

} // namespace

std::string structured_data(const Said& said, const About& about) {
  const score::Score& score = said.exercise.score;
  Json json{{"@context", "https://schema.org"},
            {"@type", {"HowTo", "ExercisePlan"}},
            {"name", score.title},
            {"description", said.description},
            {"inLanguage", about.language},
            {"totalTime", fmt::format("PT{}S", std::lround(said.exercise.duration_s))},
            {"activityDuration", fmt::format("PT{}S", std::lround(said.exercise.duration_s))},
            {"exerciseType", "mobility"},
            {"keywords", score.tags},
            {"isAccessibleForFree", true},
            {"step", steps_of(score, about.language)}};
  if (!said.address.empty()) json["url"] = said.address;
  if (!said.picture.empty()) json["image"] = said.picture;
  if (!about.author.name.empty()) json["author"] = {{"@type", "Person"}, {"name", about.author.name}};
  if (!about.licence.link.empty()) json["license"] = about.licence.link;
  return "<script type=\"application/ld+json\">" + without_signs(as_text(json)) + "</script>";
}

std::string search_index(std::span<const Exercise> exercises, std::span<const std::string> lines,
                         const std::string& language) {
  Json index = Json::array();
  for (std::size_t i = 0; i < exercises.size(); ++i) {
    const score::Score& score = exercises[i].score;
    std::string text;
    for (const ToldSection& section : exchange::told(score, side_words(words(language))))
      for (const std::string& step : section.steps)
        text += (text.empty() ? "" : " ") + step;
    index.push_back({{"page", page_of(exercises[i])},
                     {"title", score.title},
                     {"tags", score.tags},
                     {"line", lines[i]},
                     {"text", text}});
  }
  return as_text(index);
}

} // namespace supple::publish
