// SPDX-License-Identifier: Apache-2.0
#include "workout/programme.h"

#include "reader/words.h"
#include "text/nearest.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace supple::workout {

namespace {

using reader::trimmed;

constexpr int most_weeks = 52;
constexpr std::size_t most_errors = 50;

class ProgrammeReader {
public:
  ProgrammeReader(std::string_view file, reader::FileKind kind, const reader::FormatNames& names)
      : names_(names), example_("\"- " + std::string{names.days.front()} +
                                ": [Five minutes](../workouts/five-minutes-for-the-low-back.md)\"") {
    const std::vector<std::string_view> lines = reader::lines_of(file);
    const std::size_t body = reader::read_front_matter(lines, kind, programme_, errors_);
    for (std::size_t i = body; i < lines.size() && errors_.size() < most_errors; ++i)
      read_line(lines[i], static_cast<int>(i) + 1);
    if (programme_.appointments.empty() && errors_.empty())
      refuse("programme.empty", {1, 1, 0}, "there is no workout in this programme",
             heading(" 1") + ", and below it " + example_);
    std::ranges::sort(programme_.appointments, {},
                      [](const Appointment& a) { return std::tuple(a.week, a.day, a.workout.place.line); });
  }

  std::expected<Programme, text::Diagnostics> take() {
    if (text::has_error(errors_)) return std::unexpected(std::move(errors_));
    return std::move(programme_);
  }

private:
  void refuse(std::string_view name, text::Place place, std::string message, std::string remedy) {
    errors_.push_back({std::string{name}, text::Severity::error, place, std::move(message), std::move(remedy)});
  }

  [[nodiscard]] std::string heading(std::string_view number) const {
    std::string heading = "\"## ";
    heading += names_.week;
    heading += number;
    return heading += '"';
  }

  void read_line(std::string_view line, int number) {
    if (trimmed(line).empty() || line.starts_with("<!--")) return;
    const text::Place place{number, 1, text::characters(line)};
    if (line.starts_with('#')) return read_heading(line, place);
    if (line.starts_with("- ")) return read_day(line, place);
    if (first_ > 0) return refuse("day.form", place, "in a week stand days and their workouts", example_);
    if (!programme_.about.empty()) programme_.about += ' ';
    programme_.about += trimmed(line);
  }

  // "## Week 3", "## Weeks 1-4".
  void read_heading(std::string_view line, text::Place place) {
    for (const std::string_view name : {names_.weeks, names_.week}) {
      std::string_view rest = line;
      const std::string beginning = "## " + std::string{name} + ' ';
      if (rest.starts_with(beginning)) {
        rest = trimmed(rest.substr(beginning.size()));
        const std::size_t dash = std::min(rest.find('-'), rest.size());
        first_ = reader::whole_number(trimmed(rest.substr(0, dash)));
        last_ = dash == rest.size() ? first_ : reader::whole_number(trimmed(rest.substr(dash + 1)));
        if (first_ >= 1 && first_ <= last_ && last_ <= most_weeks) return;
      }
    }
    first_ = last_ = 1;
    refuse("programme.heading", place, "this heading is no week",
           heading(" 3") + " or \"## " + std::string{names_.weeks} + " 1-4\", up to 52");
  }

  // "- Monday: [Title](file.md)".
  void read_day(std::string_view line, text::Place place) {
    constexpr std::size_t mark = 2;
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view name = trimmed(line.substr(mark, colon - mark));
    const auto day = std::ranges::find(names_.days, name);
    if (day == names_.days.end()) {
      const std::string_view near = text::nearest_name(names_.days, name, 2);
      return refuse("day.name", place, "\"" + std::string{name} + "\" is no day of the week",
                    near.empty() ? example_ : "did you mean \"" + std::string{near} + "\"?");
    }
    std::size_t at = std::min(colon + 1, line.size());
    while (at < line.size() && line[at] == ' ')
      ++at;
    const auto linked = link_of(line.substr(at), place.line, 1 + text::characters(line.substr(0, at)));
    if (!linked || !trimmed(linked->rest).empty())
      return refuse("day.form", place, "this is no day with a link to a workout", example_);
    if (first_ == 0)
      return refuse("programme.heading", place, "this day stands before the first week", heading(" 1") + " above it");
    for (int week = first_; week <= last_; ++week)
      programme_.appointments.push_back({week, static_cast<int>(day - names_.days.begin()), linked->link});
  }

  reader::FormatNames names_;
  std::string example_;
  Programme programme_;
  int first_ = 0, last_ = 0; ///< the weeks of the present heading; 0: none yet
  text::Diagnostics errors_;
};

std::string padded(int number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

std::string date_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return padded(static_cast<int>(date.year()), 4) + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::string name_of(std::string_view text) {
  std::uint32_t hash = 0x811c9dc5U; // FNV-1a
  for (const char byte : text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
  return std::to_string(hash);
}

} // namespace

std::expected<Programme, text::Diagnostics> read_programme(std::string_view file) {
  return ProgrammeReader{file, reader::FileKind::exercise, {}}.take();
}

std::expected<Programme, text::Diagnostics> read_programme_words(std::string_view file,
                                                                 const reader::FormatNames& names) {
  return ProgrammeReader{file, reader::FileKind::translation, names}.take();
}

std::string ics_of(const Programme& programme, const Calendar& calendar) {
  using std::chrono::days;
  const std::chrono::weekday first{calendar.start};
  const std::chrono::sys_days monday = calendar.start + (std::chrono::Monday - first);
  const int minute = static_cast<int>(calendar.time.count());
  const std::string time = "T" + padded(minute / 60, 2) + padded(minute % 60, 2) + "00";
  const std::string name = name_of(programme.title), stamp = date_of(calendar.start);
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Supple//Programme//EN\r\nCALSCALE:GREGORIAN\r\n";
  for (std::size_t i = 0; i < programme.appointments.size(); ++i) {
    const Appointment& appointment = programme.appointments[i];
    const std::string number = std::to_string(i);
    const std::string minutes = std::to_string(calendar.minutes[i]);
    const std::string day = date_of(monday + days{7 * (appointment.week - 1) + appointment.day});
    for (const std::string_view part : {std::string_view{"BEGIN:VEVENT\r\nUID:"},
                                        std::string_view{name},
                                        std::string_view{"-"},
                                        std::string_view{day},
                                        std::string_view{"-"},
                                        std::string_view{number},
                                        std::string_view{"@supple\r\nDTSTAMP:"},
                                        std::string_view{stamp},
                                        std::string_view{"T000000Z\r\nDTSTART:"},
                                        std::string_view{day},
                                        std::string_view{time},
                                        std::string_view{"\r\nDURATION:PT"},
                                        std::string_view{minutes},
                                        std::string_view{"M\r\nSUMMARY:"},
                                        calendar.movement,
                                        std::string_view{"\\, "},
                                        std::string_view{minutes},
                                        std::string_view{" "},
                                        calendar.unit,
                                        std::string_view{"\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"}})
      out += part;
  }
  return out + "END:VCALENDAR\r\n";
}

} // namespace supple::workout
