// SPDX-License-Identifier: Apache-2.0
#include "publish/pages.h"

#include "card/qr_code.h"
#include "exchange/snapshot.h"
#include "exchange/telling.h"
#include "film/words.h"
#include "publish/pictures.h"
#include "publish/structured.h"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace supple::publish {

namespace {

using Data = kainjow::mustache::data;

constexpr std::size_t related_exercises = 4, longest_description = 155;

List list_of(const std::vector<std::string>& texts) {
  List list;
  for (const std::string& text : texts)
    list.emplace_back(text);
  return list;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : ", ") + text;
  return out;
}

/// Whether its text can be read without any other: a translation needs its original.
bool is_alone(const Exercise& exercise) {
  return !is_workout(exercise) && exercise.score.language == "en";
}

std::string size_of(std::uint64_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} kB", (bytes + 999) / 1000)
                           : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

/// With the quiet zone around it; the runs of dark modules of a row are one rectangle each.
std::string qr_picture(const std::string& address, const std::string& what) {
  constexpr int quiet = 4;
  const card::QrCode code = card::qr_code_of(address);
  std::string path;
  for (int row = 0; row < code.width; ++row)
    for (int from = 0, to = 0; from < code.width; from = to + 1) {
      for (to = from; to < code.width && code.is_dark(row, to);)
        ++to;
      if (to > from) path += fmt::format("M{} {}h{}v1H{}z", from + quiet, row + quiet, to - from, from + quiet);
    }
  const int side = code.width + 2 * quiet;
  return fmt::format("<svg class=\"qr\" viewBox=\"0 0 {0} {0}\" role=\"img\" aria-label=\"{2}\"><path "
                     "fill=\"#fff\" d=\"M0 0h{0}v{0}H0z\"/><path d=\"{1}\"/></svg>",
                     side, path, kainjow::mustache::html_escape(what));
}

std::string embed_line(const std::string& address, const std::string& title) {
  return fmt::format("<iframe src=\"{}embed/\" title=\"{}\" width=\"100%\" height=\"640\" style=\"border:0\" "
                     "loading=\"lazy\" allow=\"autoplay; fullscreen\"></iframe>",
                     address, kainjow::mustache::html_escape(title));
}

} // namespace

std::set<std::string, std::less<>> pages_in_other_languages(const Library& library) {
  std::set<std::string, std::less<>> pages{"", "tags/", "search/"};
  if (!library.about.author.name.empty()) pages.insert("author/");
  for (const Exercise& exercise : library.exercises)
    pages.insert(page_of(exercise));
  return pages;
}

Pages::Pages(const Library& library, const Facts& facts)
    : library_(library), facts_(facts), words_(words(library.about.language)) {
  for (const auto& [key, text] : words_)
    say_.emplace(key, text);
  say_.emplace("care", film::words(library.about.language).care);
  say_.emplace("comfort", film::words(library.about.language).comfort);
  for (std::size_t i = 0; i < library.exercises.size(); ++i) {
    const score::Score& score = library.exercises[i].score;
    descriptions_.push_back(description_of(score));
    by_name_.emplace(library.exercises[i].name, i);
    lines_.push_back((is_workout(library.exercises[i]) ? say("workout_line") + " · " : "") +
                     minutes_of(library.exercises[i].duration_s) +
                     (score.tags.empty() ? "" : " · " + joined(score.tags)));
    for (const std::string& tag : score.tags) {
      Tag& kept = tags_[slugs_.of(tag)];
      if (kept.name.empty()) kept.name = tag;
      if (kept.exercises.empty() || kept.exercises.back() != i) kept.exercises.push_back(i);
    }
  }
}

std::string Pages::minutes_of(double seconds) const {
  const long minutes = std::max(1L, std::lround(seconds / 60));
  return minutes == 1 ? say("minute") : say("minutes", {{"n", std::to_string(minutes)}});
}

std::vector<exchange::ToldSection> Pages::told(const score::Score& score) const {
  return exchange::told(score, side_words(words_));
}

/// Whole words of the movement itself, so many that a list of results shows them.
std::string Pages::description_of(const score::Score& score) const {
  std::string text;
  const auto sections = told(score);
  for (std::size_t i = sections.size() > 1 ? 1 : 0; i < sections.size(); ++i) // the first is how to come there
    for (const std::string& step : sections[i].steps)
      text += (text.empty() ? "" : " ") + step;
  if (text.size() <= longest_description) return text;
  const std::size_t space = text.rfind(' ', longest_description);
  return space == text.npos ? score.title : text.substr(0, space) + " …";
}

/// The same page in other languages, or where it has none there, their first page.
void Pages::add_languages(Object& data, const std::string& page) const {
  List alternates, elsewhere;
  for (const Elsewhere& there : facts_.elsewhere) {
    const bool same = there.pages.contains(page);
    const std::string target = there.folder + (same ? page : "");
    elsewhere.emplace_back(
        Object{{"code", there.language}, {"name", filled(words(there.language), "language")}, {"page", target}});
    if (same) alternates.emplace_back(Object{{"code", there.language}, {"page", target}});
  }
  if (!alternates.empty())
    alternates.emplace_back(Object{{"code", library_.about.language}, {"page", facts_.folder + page}});
  data["elsewhere"] = elsewhere;
  data["alternates"] = alternates;
}

Object Pages::frame(const std::string& page, const std::string& title, const std::string& description) const {
  const About& about = library_.about;
  const std::string up = way_up(facts_.folder + page);
  Data licence(false);
  if (!about.licence.name.empty()) licence = Object{{"name", about.licence.name}, {"link", if_any(about.licence.link)}};
  Object data{{"language", about.language},
              {"say", say_},
              {"folder", facts_.folder},
              {"site", about.title},
              {"title", title},
              {"is_inner", title != about.title},
              {"description", description},
              {"up", up},
              {"home", way_up(page)},
              {"root", facts_.root},
              {"address", facts_.root.empty() ? Data(false) : Data(facts_.root + facts_.folder + page)},
              {"author", if_any(about.author.name)},
              {"licence", licence},
              {"education", film::words(about.language).education},
              {"structured_data", ""},
              {"picture", false}};
  add_languages(data, page);
  return data;
}

Object Pages::picture(std::size_t index) const {
  const Exercise& exercise = library_.exercises[index];
  return {{"name", exercise.name},
          {"width", std::to_string(picture_width)},
          {"height", std::to_string(picture_height)},
          {"alt", say("figure", {{"title", exercise.score.title}})}};
}

std::string Pages::player(const std::string& up, std::size_t index) const {
  // Where the site has several, the player is in the language of the page; else in hers.
  const std::string language = facts_.elsewhere.empty() ? "" : "&language=" + library_.about.language;
  return fmt::format("{0}player/?exercise={1}{2}#/check-in/{1}", up, library_.exercises[index].name, language);
}

List Pages::tags_of(std::size_t index) {
  List tags;
  for (const std::string& tag : library_.exercises[index].score.tags)
    tags.emplace_back(Object{{"name", tag}, {"slug", slugs_.of(tag)}});
  return tags;
}

/// Those that come next under its tags, round in a circle; the first tag says most.
List Pages::related(std::size_t index) {
  std::vector<std::size_t> found;
  for (const std::string& tag : library_.exercises[index].score.tags) {
    const std::vector<std::size_t>& all = tags_.find(slugs_.of(tag))->second.exercises;
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(all, index) - all.begin());
    for (std::size_t step = 1; step < all.size() && step <= related_exercises && found.size() < related_exercises;
         ++step) {
      const std::size_t other = all[(at + step) % all.size()];
      if (std::ranges::find(found, other) == found.end()) found.push_back(other);
    }
  }
  List list;
  for (const std::size_t other : found)
    list.emplace_back(
        Object{{"page", page_of(library_.exercises[other])}, {"title", library_.exercises[other].score.title}});
  return list;
}

Page Pages::exercise(std::size_t index) {
  const Exercise& exercise = library_.exercises[index];
  const score::Score& score = exercise.score;
  const std::string page = page_of(exercise);
  const std::string up = way_up(facts_.folder + page),
                    address = facts_.root.empty() ? "" : facts_.root + facts_.folder + page;
  Object data = frame(page, score.title, descriptions_[index]);
  List comfort, sections, downloads, parts;
  for (const reader::ComfortOption& option : score.comfort)
    comfort.emplace_back(option.spoken);
  for (const exchange::ToldSection& section : told(score))
    sections.emplace_back(Object{{"heading", section.heading}, {"steps", list_of(section.steps)}});
  if (index < facts_.downloads.size())
    for (const Download& each : facts_.downloads[index])
      downloads.emplace_back(Object{{"file", each.file}, {"what", each.what}, {"size", size_of(each.bytes)}});
  for (const std::string& part : exercise.parts) {
    const Exercise& other = library_.exercises[by_name_.at(part)];
    parts.emplace_back(Object{{"page", page_of(other)}, {"title", other.score.title}});
  }
  const List others = related(index);
  const std::string shared =
      address.empty() || !facts_.pictures ? "" : fmt::format("{}pictures/{}.png", facts_.root, exercise.name);
  data["structured_data"] = structured_data({exercise, descriptions_[index], address, shared}, library_.about);
  if (facts_.pictures) data["picture"] = picture(index);
  data["for_whom"] = film::for_whom(score);
  data["minutes"] = minutes_of(exercise.duration_s);
  data["player"] = player(up, index);
  data["has_care"] = !score.care.empty();
  data["care"] = list_of(score.care);
  data["has_comfort"] = !score.comfort.empty();
  data["comfort"] = comfort;
  data["sections"] = sections;
  data["has_downloads"] = !downloads.empty();
  data["downloads"] = downloads;
  data["qr_code"] = address.empty() ? "" : qr_picture(address, say("qr"));
  data["embed"] = embed_line(address, score.title);
  data["snapshot"] = if_any(is_alone(exercise) ? exchange::snapshot_of(exercise.source) : "");
  data["has_tags"] = !score.tags.empty();
  data["tags"] = tags_of(index);
  data["has_parts"] = !parts.empty();
  data["parts"] = parts;
  data["has_related"] = !others.empty();
  data["related"] = others;
  return {page, templates_.render("exercise.html", data), exercise.changed_s};
}

Page Pages::embedded(std::size_t index) {
  const Exercise& exercise = library_.exercises[index];
  const std::string page = page_of(exercise) + "embed/";
  Object data = frame(page, exercise.score.title, descriptions_[index]);
  data["page"] = page_of(exercise);
  if (facts_.pictures) data["picture"] = picture(index);
  data["for_whom"] = film::for_whom(exercise.score);
  data["minutes"] = minutes_of(exercise.duration_s);
  data["player"] = player(way_up(facts_.folder + page), index);
  data["care"] = list_of(exercise.score.care);
  return {page, templates_.render("embed.html", data), exercise.changed_s};
}

} // namespace supple::publish
