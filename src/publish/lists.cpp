// SPDX-License-Identifier: Apache-2.0
// The pages that lead to the exercises.
#include "publish/pages.h"

#include <algorithm>
#include <fmt/core.h>
#include <iterator>
#include <numeric>
#include <utility>

namespace supple::publish {

namespace {

constexpr std::size_t entries_a_page = 60, tags_at_home = 24;

std::size_t pages_for(std::size_t entries) {
  return std::max<std::size_t>(1, (entries + entries_a_page - 1) / entries_a_page);
}

template <typename Entry>
std::span<const Entry> on_page(std::span<const Entry> all, std::size_t number) {
  const std::size_t from = (number - 1) * entries_a_page;
  return all.subspan(from, std::min(entries_a_page, all.size() - from));
}

} // namespace

/// How many of what: "3 exercises and 1 workout".
std::string Pages::count_of(std::span<const std::size_t> entries) const {
  const auto count = static_cast<std::size_t>(
      std::ranges::count_if(entries, [&](std::size_t i) { return is_workout(library_.exercises[i]); }));
  const auto told = [&](std::size_t n, std::string_view one, std::string_view many) {
    return say(n == 1 ? one : many, {{"n", std::to_string(n)}});
  };
  std::string exercises = told(entries.size() - count, "exercise_count", "exercises_count");
  std::string workouts = told(count, "workout_count", "workouts_count");
  if (count == 0) return exercises;
  return count == entries.size() ? workouts : say("both", {{"exercises", exercises}, {"workouts", workouts}});
}

/// What leads to the other pages of a list; nothing where there is one only.
kainjow::mustache::data Pages::ways_on(const std::string& list, std::size_t number, std::size_t of) const {
  if (of == 1) return {false};
  const std::string home = way_up(page_of_list(list, number));
  return Object{{"page_of", say("page_of", {{"number", std::to_string(number)}, {"of", std::to_string(of)}})},
                {"before", if_any(number == 1 ? "" : home + page_of_list(list, number - 1))},
                {"after", if_any(number == of ? "" : home + page_of_list(list, number + 1))}};
}

std::string Pages::title_of(const std::string& title, std::size_t number) const {
  return number == 1 ? title : say("page_title", {{"title", title}, {"number", std::to_string(number)}});
}

Object Pages::row(std::size_t index) const {
  const Exercise& exercise = library_.exercises[index];
  return {{"page", page_of(exercise)}, {"title", exercise.score.title}, {"line", lines_[index]}};
}

void Pages::add_list(std::vector<Page>& pages, const ListPages& list, std::span<const std::size_t> exercises) {
  const std::size_t of = pages_for(exercises.size());
  for (std::size_t number = 1; number <= of; ++number) {
    const std::string page = page_of_list(list.page, number), title = title_of(list.title, number);
    Object data = frame(page, title, fmt::format("{}: {}", title, count_of(exercises)));
    data["heading"] = title;
    data["count"] = count_of(exercises);
    data["first"] = false;
    data["tags"] = false;
    data["workouts"] = false;
    if (number == 1)
      for (const auto& [key, value] : list.more)
        data[key] = kainjow::mustache::data(value);
    List shown;
    for (const std::size_t i : on_page(exercises, number))
      shown.emplace_back(row(i));
    data["exercises"] = shown;
    data["more_pages"] = ways_on(list.page, number, of);
    pages.push_back({page, templates_.render(list.html, data), 0});
  }
}

void Pages::add_tags(std::vector<Page>& pages) {
  std::vector<std::string> slugs;
  slugs.reserve(tags_.size());
  for (const auto& [slug, tag] : tags_)
    slugs.push_back(slug);
  const std::size_t of = pages_for(slugs.size());
  for (std::size_t number = 1; number <= of; ++number) {
    const std::string page = page_of_list("tags/", number), title = title_of(say("tags"), number);
    Object data = frame(page, title, say("tags_about", {{"site", library_.about.title}}));
    List shown;
    for (const std::string& slug : on_page(std::span<const std::string>(slugs), number)) {
      const Tag& tag = tags_.find(slug)->second;
      shown.emplace_back(Object{{"slug", slug}, {"name", tag.name}, {"count", count_of(tag.exercises)}});
    }
    data["heading"] = title;
    data["tags"] = shown;
    data["more_pages"] = ways_on("tags/", number, of);
    pages.push_back({page, templates_.render("tags.html", data), 0});
  }
  for (const auto& [slug, tag] : tags_)
    add_list(pages, {fmt::format("tags/{}/", slug), tag.name, "tag.html", {}}, tag.exercises);
}

void Pages::add_home(std::vector<Page>& pages, std::span<const std::size_t> all) {
  // The tags that most exercises carry, and among equals those that come first by name.
  std::vector<const std::pair<const std::string, Tag>*> most;
  most.reserve(tags_.size());
  for (const auto& entry : tags_)
    most.push_back(&entry);
  std::ranges::sort(most, {}, [](const auto* entry) {
    return std::pair<std::ptrdiff_t, const std::string&>(-std::ssize(entry->second.exercises), entry->first);
  });
  most.resize(std::min(most.size(), tags_at_home));
  List tags;
  for (const auto* entry : most)
    tags.emplace_back(Object{{"slug", entry->first}, {"name", entry->second.name}});
  Object first{{"tagline", library_.about.tagline},
               {"lead", if_any(library_.about.author_about)},
               {"title", library_.exercises.front().score.title},
               {"line", lines_.front()},
               {"player", player(way_up(facts_.folder), 0)},
               {"picture", false}};
  if (facts_.pictures) first["picture"] = picture(0);
  Object more{{"first", first}, {"description", library_.about.tagline}, {"tags", false}};
  List workouts;
  std::vector<std::size_t> exercises;
  for (const std::size_t i : all) {
    if (is_workout(library_.exercises[i]))
      workouts.emplace_back(row(i));
    else
      exercises.push_back(i);
  }
  if (!workouts.empty()) more["workouts"] = Object{{"workout", workouts}};
  if (!tags.empty()) more["tags"] = Object{{"tag", tags}};
  if (facts_.pictures) more["picture"] = picture(0);
  add_list(pages, {"", library_.about.title, "home.html", more}, exercises);
}

std::vector<Page> Pages::others() {
  std::vector<std::size_t> all(library_.exercises.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<Page> pages;
  add_home(pages, all);
  add_tags(pages);
  const About& about = library_.about;
  if (!about.author.name.empty())
    add_list(pages,
             {"author/",
              about.author.name,
              "author.html",
              {{"about", if_any(about.author_about)}, {"author_link", if_any(about.author.link)}}},
             all);
  pages.push_back(
      {"search/", templates_.render("search.html", frame("search/", say("search"), say("search_about"))), 0});
  return pages;
}

std::string Pages::missing() {
  Object data = frame("", say("missing"), say("missing"));
  data["address"] = false;
  data["elsewhere"] = false;
  data["up"] = facts_.root;
  data["home"] = facts_.root;
  return templates_.render("missing.html", data);
}

} // namespace supple::publish
