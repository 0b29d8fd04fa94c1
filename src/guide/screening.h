// SPDX-License-Identifier: Apache-2.0
// What she is asked before she practises (rules/screening.toml), and whether a session may begin: the door of the
// guide. It only answers; what she said is kept by whoever asks.
#pragma once

#include "text/place.h"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supple::guide {

/// Where she is: in a week of pregnancy, or so many weeks after birth.
struct Course {
  bool after_birth = false;
  int week = 24;
};

/// What a yes means, the gravest last.
enum class Yes { talk_first, not_now, stop };

struct Question {
  std::string id; ///< its words are the concern of whoever asks
  Yes yes = Yes::not_now;
  bool pregnant = true, after_birth = true; ///< whom it is asked
  std::optional<int> from_week, until_week; ///< both included
  std::string source;
};

struct Screening {
  std::vector<Question> questions;
  int again_days = 28;
  std::vector<int> again_weeks; ///< of pregnancy
  int after_birth_from_week = 6;
  int stops_count = 2, stops_days = 7;
};

/// Reads the file; what is wrong in it is listed, each with its line and what would be right.
[[nodiscard]] std::expected<Screening, text::Diagnostics> read_screening(std::string_view toml);

/// The screening that the program carries (rules/screening.toml).
[[nodiscard]] Screening standard_screening();

/// Yes or no to a question, by its id; what is missing was not answered.
using Answers = std::map<std::string, bool, std::less<>>;

[[nodiscard]] bool is_asked(const Question& question, Course course);

/// The full screening as she answered it.
struct Screened {
  int day = 0;
  Course course;
  Answers answers;
};

/// What is known of her when she wants to begin. A day is a count of days in her own time zone.
struct Visit {
  int day = 0;
  Course course;
  std::optional<Screened> screened;
  bool stopped_since = false;       ///< a session was stopped after the screening
  bool talked = false;              ///< she has talked to her provider since what the screening or the stops asked for
  std::vector<int> stops;           ///< the days on which a session was stopped
  std::optional<int> stop_sign_day; ///< when she last said yes to a sign of the day
  Answers today;
};

enum class Admission {
  screening,  ///< the full screening is to be done
  not_now,    ///< nothing is started before her provider agrees
  talk_first, ///< she may go on when she has talked to them
  pause,      ///< she has stopped too often: pause, and talk to someone
  today,      ///< the signs of today are not all answered
  not_today,  ///< a sign of today: whom to call; nothing is started for the rest of the day
  open,       ///< a session may begin
};

/// As it is spelt in JSON: `not_now`, `talk_first`, …
[[nodiscard]] std::string_view name(Admission admission);

/// Whether the full screening is to be done (again).
[[nodiscard]] bool is_screening_due(const Screening& screening, const Visit& visit);

/// The only way to `open` is a full screening that is still good, no stop sign, and every sign of today denied.
[[nodiscard]] Admission admit(const Screening& screening, const Visit& visit);

} // namespace supple::guide
