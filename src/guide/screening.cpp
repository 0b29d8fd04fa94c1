// SPDX-License-Identifier: Apache-2.0
#include "guide/screening.h"

#include "guide/embedded.h"
#include "text/table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <utility>

namespace supple::guide {

namespace {

text::Diagnostic wrong(text::Place place, std::string message, std::string remedy) {
  return {"screening.entry", text::Severity::error, place, std::move(message), std::move(remedy)};
}

std::optional<Yes> yes_named(std::string_view name) {
  if (name == "stop") return Yes::stop;
  if (name == "not-now") return Yes::not_now;
  if (name == "talk-first") return Yes::talk_first;
  return std::nullopt;
}

/// Reads tables, and gathers what is wrong in them.
class Reader {
public:
  explicit Reader(const text::Table& file) : file_(file) {}

  std::expected<Screening, text::Diagnostics> read() {
    Screening out;
    out.again_days = number("again", "days");
    out.after_birth_from_week = number("after_birth", "from_week");
    out.stops_count = number("stops", "count");
    out.stops_days = number("stops", "days");
    read_weeks(out);
    if (const text::Array* questions = file_.find_array("question")) {
      for (const text::Node& node : *questions)
        if (const text::Table* entry = node.as_table()) add(out, *entry, node.place);
    }
    for (const Yes yes : {Yes::talk_first, Yes::not_now, Yes::stop})
      if (std::ranges::find(out.questions, yes, &Question::yes) == out.questions.end())
        findings_.push_back(wrong({}, "no question has this outcome: each of stop, not-now and talk-first needs one",
                                  "write a [[question]] with it"));
    if (!findings_.empty()) return std::unexpected(std::move(findings_));
    return out;
  }

private:
  int number(std::string_view table_name, std::string_view key) {
    const text::Table* table = file_.find_table(table_name);
    const std::int64_t* value = table ? table->find_integer(key) : nullptr;
    if (value && *value > 0 && *value < 1000) return static_cast<int>(*value);
    const text::Place at = table ? file_.find(table_name)->place : text::Place{};
    findings_.push_back(wrong(at, "[" + std::string(table_name) + "] has no number " + std::string(key),
                              "write " + std::string(key) + " = a whole number above 0"));
    return 1;
  }

  void read_weeks(Screening& out) {
    const text::Table* again = file_.find_table("again");
    const text::Array* weeks = again ? again->find_array("weeks") : nullptr;
    if (weeks)
      for (const text::Node& week : *weeks)
        if (const std::int64_t* value = week.as_integer()) out.again_weeks.push_back(static_cast<int>(*value));
    if (out.again_weeks.empty()) findings_.push_back(wrong({}, "[again] has no weeks", "write weeks = [20, 28, 36]"));
  }

  std::string words(const text::Table& entry, text::Place place, std::string_view key) {
    const std::string* value = entry.find_string(key);
    if (value && !value->empty()) return *value;
    findings_.push_back(wrong(place, "this question has no " + std::string(key), std::string(key) + " = \"…\""));
    return {};
  }

  void add(Screening& out, const text::Table& entry, text::Place place) {
    Question question;
    question.id = words(entry, place, "id");
    question.source = words(entry, place, "source");
    const auto yes = yes_named(words(entry, place, "yes"));
    if (!yes)
      findings_.push_back(wrong(place, "this outcome is not known", "yes = \"stop\", \"not-now\" or \"talk-first\""));
    question.yes = yes.value_or(Yes::stop);
    const std::string when = words(entry, place, "when");
    question.pregnant = when != "after-birth";
    question.after_birth = when != "pregnant";
    if (when != "pregnant" && when != "after-birth" && when != "always")
      findings_.push_back(wrong(place, "this time is not known", "when = \"pregnant\", \"after-birth\" or \"always\""));
    if (const std::int64_t* week = entry.find_integer("from_week")) question.from_week = static_cast<int>(*week);
    if (const std::int64_t* week = entry.find_integer("until_week")) question.until_week = static_cast<int>(*week);
    if (std::ranges::find(out.questions, question.id, &Question::id) != out.questions.end())
      findings_.push_back(
          wrong(place, "\"" + question.id + "\" is asked twice", "give each question an id of its own"));
    out.questions.push_back(std::move(question));
  }

  const text::Table& file_;
  text::Diagnostics findings_;
};

/// What the answers to these questions come to: the gravest yes, or none, and whether one was left open.
struct Sum {
  std::optional<Yes> yes;
  bool open = false;
};

Sum sum_of(const Screening& screening, Course course, const Answers& answers, bool of_today) {
  Sum sum;
  for (const Question& question : screening.questions) {
    if ((question.yes == Yes::stop) != of_today || !is_asked(question, course)) continue;
    const auto answer = answers.find(question.id);
    if (answer == answers.end())
      sum.open = true;
    else if (answer->second)
      sum.yes = std::max(sum.yes.value_or(question.yes), question.yes);
  }
  return sum;
}

int stops_lately(const Screening& screening, const Visit& visit) {
  return static_cast<int>(std::ranges::count_if(
      visit.stops, [&](int day) { return day <= visit.day && visit.day - day < screening.stops_days; }));
}

} // namespace

std::expected<Screening, text::Diagnostics> read_screening(std::string_view toml) {
  const auto file = text::read_table(toml);
  if (!file)
    return std::unexpected(text::Diagnostics{
        wrong(file.error().place, "not a TOML file: " + file.error().message, "write lines such as key = \"text\"")});
  return Reader{*file}.read();
}

Screening standard_screening() {
  auto screening = read_screening(embedded_file("rules/screening.toml"));
  assert(screening && "rules/screening.toml is held to be good by tests/guide");
  return std::move(*screening);
}

bool is_asked(const Question& question, Course course) {
  return (course.after_birth ? question.after_birth : question.pregnant) &&
         course.week >= question.from_week.value_or(course.week) &&
         course.week <= question.until_week.value_or(course.week);
}

std::string_view name(Admission admission) {
  constexpr std::array<std::string_view, 7> names{"screening", "not_now",   "talk_first", "pause",
                                                  "today",     "not_today", "open"};
  return names.at(static_cast<std::size_t>(admission));
}

bool is_screening_due(const Screening& screening, const Visit& visit) {
  if (!visit.screened || visit.stopped_since) return true;
  const Screened& last = *visit.screened;
  // A clock that was set back makes an answer no younger.
  if (visit.day < last.day || visit.day - last.day >= screening.again_days) return true;
  if (visit.course.after_birth != last.course.after_birth || visit.course.week < last.course.week) return true;
  if (!visit.course.after_birth && std::ranges::any_of(screening.again_weeks, [&](int week) {
        return last.course.week < week && visit.course.week >= week;
      }))
    return true;
  return sum_of(screening, visit.course, last.answers, false).open;
}

Admission admit(const Screening& screening, const Visit& visit) {
  if (visit.stop_sign_day == visit.day) return Admission::not_today;
  const Sum today = sum_of(screening, visit.course, visit.today, true);
  if (today.yes) return Admission::not_today;
  if (visit.course.after_birth && visit.course.week < screening.after_birth_from_week) return Admission::not_now;
  if (is_screening_due(screening, visit)) return Admission::screening;
  const Sum standing = sum_of(screening, visit.course, visit.screened->answers, false);
  if (standing.yes == Yes::not_now) return Admission::not_now;
  if (standing.yes && !visit.talked) return Admission::talk_first;
  if (stops_lately(screening, visit) >= screening.stops_count && !visit.talked) return Admission::pause;
  return today.open ? Admission::today : Admission::open;
}

} // namespace supple::guide
