// SPDX-License-Identifier: Apache-2.0
#include "workout/workout.h"

#include "reader/words.h"
#include "text/nearest.h"
#include "workout/lengths.h"

#include <algorithm>
#include <utility>

namespace supple::workout {

namespace {

using reader::trimmed;

constexpr std::string_view example = "\"- [Rock back](../exercises/rock-back.md) × 6\"";
constexpr std::size_t most_items = 50; ///< a session of hours; the same number bounds the errors that are listed
constexpr int most_minutes = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What stands after the mark of a list ("- ", "12. "); empty where there is no mark.
std::string_view listed(std::string_view line) {
  const std::string_view rest = trimmed(line);
  if (rest.starts_with("- ") || rest.starts_with("* ")) return trimmed(rest.substr(2));
  std::size_t digits = 0;
  while (digits < rest.size() && is_digit(rest[digits]))
    ++digits;
  if (digits == 0 || !rest.substr(digits).starts_with(". ")) return {};
  return trimmed(rest.substr(digits + 2));
}

/// "× 6", "x 6", ", 3 minutes": into the item. False where it is none of them.
bool read_measure(std::string_view rest, const reader::FormatNames& names, Item& item) {
  if (rest.empty()) return true;
  for (const std::string_view cross : {std::string_view{"\xC3\x97"}, std::string_view{"x "}})
    if (rest.starts_with(cross)) {
      item.rounds = reader::whole_number(trimmed(rest.substr(cross.size())));
      return item.rounds >= 1 && item.rounds <= most_rounds;
    }
  if (!rest.starts_with(',')) return false;
  rest = trimmed(rest.substr(1));
  const std::size_t blank = std::min(rest.find(' '), rest.size());
  const std::string_view unit = trimmed(rest.substr(blank));
  item.minutes = reader::whole_number(rest.substr(0, blank));
  return item.minutes >= 1 && item.minutes <= most_minutes && (unit == names.minutes || unit == names.minute);
}

class WorkoutReader {
public:
  WorkoutReader(std::string_view file, reader::FileKind kind, const reader::FormatNames& names) : names_(names) {
    const std::vector<std::string_view> lines = reader::lines_of(file);
    const std::size_t body = reader::read_front_matter(lines, kind, workout_, errors_);
    for (std::size_t i = body; i < lines.size() && errors_.size() < most_items; ++i)
      read_line(lines[i], static_cast<int>(i) + 1);
    if (workout_.items.empty() && errors_.empty())
      refuse("workout.empty", {1, 1, 0}, "there is no exercise in this workout", example);
  }

  std::expected<Workout, text::Diagnostics> take() {
    if (text::has_error(errors_)) return std::unexpected(std::move(errors_));
    return std::move(workout_);
  }

private:
  void refuse(std::string_view name, text::Place place, std::string message, std::string_view remedy) {
    errors_.push_back({std::string{name}, text::Severity::error, place, std::move(message), std::string{remedy}});
  }

  void read_line(std::string_view line, int number) {
    const std::string_view words = trimmed(line);
    if (words.empty() || words.starts_with("<!--")) return;
    const text::Place place{number, 1, text::characters(line)};
    const std::string_view entry = listed(line);
    if (!entry.empty()) return read_item(line, entry, place);
    if (words.starts_with('#')) return refuse("workout.heading", place, "a workout has no sections", example);
    if (!workout_.items.empty())
      return refuse("item.form", place, "after the list nothing follows but exercises", example);
    if (!workout_.about.empty()) workout_.about += '\n';
    workout_.about += words;
  }

  void read_item(std::string_view line, std::string_view entry, text::Place place) {
    const auto before = static_cast<std::size_t>(entry.data() - line.data());
    auto linked = link_of(entry, place.line, 1 + text::characters(line.substr(0, before)));
    if (!linked) return refuse("item.form", place, "this is no link to an exercise", example);
    if (workout_.items.size() == most_items)
      return refuse("item.more", place, "no session has so many exercises", "at most fifty");
    Item item{std::move(linked->link), 0, 0};
    if (!read_measure(trimmed(linked->rest), names_, item))
      return refuse("item.count", place, "how often or how long is not understood",
                    "\"× 6\" (1 to 100) or \", 3 " + std::string{names_.minutes} + "\" (1 to 60) after the link");
    workout_.items.push_back(std::move(item));
  }

  reader::FormatNames names_;
  Workout workout_;
  text::Diagnostics errors_;
};

} // namespace

std::optional<Linked> link_of(std::string_view text, int line, int column) {
  constexpr std::string_view ending = ".md";
  const std::size_t middle = text.find("](");
  const std::size_t end = text.find(')', std::min(middle, text.size()));
  if (!text.starts_with('[') || end == std::string_view::npos) return std::nullopt;
  Link link;
  link.title = trimmed(text.substr(1, middle - 1));
  link.path = text.substr(middle + 2, end - middle - 2);
  const std::string_view path = link.path;
  const std::size_t slash = path.rfind('/');
  std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const bool elsewhere = path.starts_with('/') || path.find(':') != std::string_view::npos;
  if (!name.ends_with(ending) || name.size() == ending.size() || link.title.empty() || elsewhere) return std::nullopt;
  name.remove_suffix(ending.size());
  link.name = name;
  link.place = {line, column, text::characters(text.substr(0, end + 1))};
  return Linked{std::move(link), text.substr(end + 1)};
}

bool is_workout_file(std::string_view text) {
  if (!text.starts_with("---\n")) return false;
  bool lists = false;
  for (const std::string_view line : reader::lines_of(text)) {
    if (trimmed(line).starts_with('#')) return false;
    lists = lists || line.starts_with("minutes:") || !listed(line).empty();
  }
  return lists;
}

std::expected<Workout, text::Diagnostics> read_workout(std::string_view file) {
  return WorkoutReader{file, reader::FileKind::workout, {}}.take();
}

std::expected<Workout, text::Diagnostics> read_workout_words(std::string_view file, const reader::FormatNames& names) {
  return WorkoutReader{file, reader::FileKind::translation, names}.take();
}

std::optional<Workout> in_words_of(Workout original, Workout words, std::string_view language) {
  if (original.items.size() != words.items.size()) return std::nullopt;
  original.title.swap(words.title);
  original.tags.swap(words.tags);
  original.about.swap(words.about);
  original.language = language;
  for (std::size_t i = 0; i < words.items.size(); ++i) {
    original.items[i].exercise.title.swap(words.items[i].exercise.title);
    original.items[i].exercise.place = words.items[i].exercise.place;
  }
  return original;
}

text::Diagnostics unknown_exercises(const Workout& workout, std::span<const std::string_view> names) {
  text::Diagnostics unknown;
  for (const Item& item : workout.items) {
    const std::string& name = item.exercise.name;
    if (std::ranges::find(names, name) != names.end()) continue;
    const std::string_view near = text::nearest_name(names, name, std::max<std::size_t>(2, name.size() / 3));
    unknown.push_back(
        {"item.unknown", text::Severity::error, item.exercise.place,
         "there is no exercise \"" + name + "\" in this library",
         near.empty() ? "the name of an exercise file" : "did you mean \"" + std::string{near} + ".md\"?"});
  }
  return unknown;
}

std::string file_of(const Workout& workout) {
  std::string out = "---\ntitle: " + workout.title + "\ntags: [";
  for (std::size_t i = 0; i < workout.tags.size(); ++i)
    out += (i == 0 ? "" : ", ") + workout.tags[i];
  out += "]\nweeks: " + std::to_string(workout.first_week) + '-' + std::to_string(workout.last_week) + '\n';
  if (workout.postnatal_week) out += "postnatal: " + std::to_string(*workout.postnatal_week) + "+\n";
  if (workout.minutes > 0) out += "minutes: " + std::to_string(workout.minutes) + '\n';
  out += "---\n";
  if (!workout.about.empty()) out += workout.about + "\n\n";
  for (const Item& item : workout.items) {
    out += "- [" + item.exercise.title + "](" + item.exercise.path + ')';
    if (item.rounds > 0) out += " × " + std::to_string(item.rounds);
    if (item.minutes > 0) out += ", " + std::to_string(item.minutes) + (item.minutes == 1 ? " minute" : " minutes");
    out += '\n';
  }
  return out;
}

} // namespace supple::workout
