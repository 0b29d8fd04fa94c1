// SPDX-License-Identifier: Apache-2.0
#include "workout/alignment.h"

#include <algorithm>
#include <utility>

namespace supple::workout {

namespace {

/// The file of its translation: "../exercises/rock-back.es.md".
std::string path_in(std::string_view code, std::string_view path) {
  constexpr std::string_view ending = ".md";
  std::string translated{path.substr(0, path.size() - ending.size())};
  translated += '.';
  translated += code;
  return translated += ending;
}

std::string of_line(const Link& original) {
  return " in line " + std::to_string(original.place.line) + " of the original";
}

std::string measure_of(const Item& item, const reader::FormatNames& names) {
  if (item.rounds > 0) return "\"× " + std::to_string(item.rounds) + "\"";
  if (item.minutes == 0) return "nothing after the link";
  return "\", " + std::to_string(item.minutes) + ' ' + std::string{item.minutes == 1 ? names.minute : names.minutes} +
         "\"";
}

} // namespace

text::Diagnostics misalignments(const Workout& original, const Workout& words, std::string_view code,
                                const reader::FormatNames& names) {
  text::Diagnostics found;
  const auto refuse = [&](std::string name, text::Place place, std::string message, std::string remedy) {
    found.push_back({std::move(name), text::Severity::error, place, std::move(message), std::move(remedy)});
  };
  const auto lines = [](const Workout& workout) { return std::ranges::count(workout.about, '\n'); };
  if (original.about.empty() != words.about.empty() || lines(original) != lines(words))
    refuse("translation.about", words.items.front().exercise.place,
           "above the list stand more or fewer lines than in the original", "a line for each of them");
  const std::size_t count = std::min(original.items.size(), words.items.size());
  for (std::size_t i = 0; i < count; ++i) {
    const Item &from = original.items[i], &to = words.items[i];
    const std::string path = path_in(code, from.exercise.path);
    if (to.exercise.path != path) {
      refuse("translation.item", to.exercise.place, "another exercise stands" + of_line(from.exercise),
             "[" + to.exercise.title + "](" + path + ")");
      return found; // those after it have most likely moved
    }
    if (from.rounds != to.rounds || from.minutes != to.minutes)
      refuse("translation.count", to.exercise.place, "how often or how long is not as" + of_line(from.exercise),
             measure_of(from, names));
  }
  if (words.items.size() > count)
    refuse("translation.item", words.items[count].exercise.place, "the original has no exercise here", "take it out");
  else if (original.items.size() > count)
    refuse("translation.item", words.items.back().exercise.place,
           "after it the exercise" + of_line(original.items[count].exercise) + " is missing",
           "[…](" + path_in(code, original.items[count].exercise.path) + ") below it");
  return found;
}

text::Diagnostics misaligned_days(const Programme& original, const Programme& words, std::string_view code,
                                  const reader::FormatNames& names) {
  const auto told = [&](const Appointment& from) {
    return std::string{names.days[static_cast<std::size_t>(from.day)]} + " in the week " + std::to_string(from.week) +
           ": " + path_in(code, from.workout.path);
  };
  const auto refused = [](text::Place place, std::string message, std::string remedy) {
    return text::Diagnostics{{"translation.day", text::Severity::error, place, std::move(message), std::move(remedy)}};
  };
  const auto &from = original.appointments, &to = words.appointments;
  for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i)
    if (from[i].week != to[i].week || from[i].day != to[i].day ||
        to[i].workout.path != path_in(code, from[i].workout.path))
      return refused(to[i].workout.place, "another workout, or another day, stands" + of_line(from[i].workout),
                     told(from[i]));
  if (to.size() > from.size())
    return refused(to[from.size()].workout.place, "the original has no workout on this day", "take it out");
  if (from.size() > to.size())
    return refused(to.back().workout.place, "after it the workout" + of_line(from[to.size()].workout) + " is missing",
                   told(from[to.size()]));
  return {};
}

} // namespace supple::workout
