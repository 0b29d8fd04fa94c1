// SPDX-License-Identifier: Apache-2.0
// A programme: workouts on the days of some weeks (docs/workout-format.md), and a calendar of them.
#pragma once

#include "workout/workout.h"

#include <chrono>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace supple::workout {

/// A workout on one day.
struct Appointment {
  int week = 1; ///< of the programme, 1 to 52
  int day = 0;  ///< 0 Monday to 6 Sunday
  Link workout;
};

struct Programme : reader::FrontMatter {
  std::string about;
  std::vector<Appointment> appointments; ///< in the order of time
};

/// Reads a programme file; everything that is wrong in it is listed, each at its place. Whether there are such workouts
/// is not asked here.
[[nodiscard]] std::expected<Programme, text::Diagnostics> read_programme(std::string_view file);

/// The same of a translation, NAME.es.md: it links to the translations of the same workouts on the same days
/// (alignment.h).
[[nodiscard]] std::expected<Programme, text::Diagnostics> read_programme_words(std::string_view file,
                                                                               const reader::FormatNames& names);

struct Calendar {
  std::chrono::sys_days start;        ///< the first week is the one that begins on the first Monday from here on
  std::chrono::minutes time{18 * 60}; ///< of the day, wherever she is
  std::vector<int> minutes;           ///< how long each appointment lasts
  /// What an event is called: what it is, and the word after its minutes.
  std::string_view movement = "Gentle movement", unit = "minutes";
};

/// The programme as iCalendar (RFC 5545). An event says that there is movement and for how long, and nothing about her:
/// others may see her calendar. The same programme gives the same bytes.
[[nodiscard]] std::string ics_of(const Programme& programme, const Calendar& calendar);

} // namespace supple::workout
