// SPDX-License-Identifier: Apache-2.0
// supple programme: workouts on the days of some weeks, as a calendar.
#include "workout/alignment.h"

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/load.h"
#include "cli/scene.h"
#include "guide/plan.h"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fmt/core.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supple::cli {

namespace {

namespace fs = std::filesystem;

struct ProgrammeOptions {
  std::string file, start, time = "18:00", out;
};

/// The numbers of a text in this form: `0` stands for a digit, all else for itself. None where it has another form.
std::optional<std::vector<int>> numbers_in(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return std::nullopt;
  std::vector<int> numbers;
  bool goes_on = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return std::nullopt;
    if (digit && goes_on)
      numbers.back() = numbers.back() * 10 + (text[i] - '0');
    else if (digit)
      numbers.push_back(text[i] - '0');
    goes_on = digit;
  }
  return numbers;
}

std::optional<std::chrono::sys_days> date_of(std::string_view text) {
  const auto numbers = numbers_in(text, "0000-00-00");
  if (!numbers) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{numbers->at(0)},
                                         std::chrono::month{static_cast<unsigned>(numbers->at(1))},
                                         std::chrono::day{static_cast<unsigned>(numbers->at(2))}};
  return date.ok() ? std::optional{std::chrono::sys_days{date}} : std::nullopt;
}

std::optional<std::chrono::minutes> time_of(std::string_view text) {
  const auto numbers = numbers_in(text, "00:00");
  if (!numbers || numbers->at(0) > 23 || numbers->at(1) > 59) return std::nullopt;
  return std::chrono::minutes{60 * numbers->at(0) + numbers->at(1)};
}

/// How long the workout lasts, whole minutes; none where it cannot be led, which has been said.
std::optional<int> minutes_of(const fs::path& file) {
  const auto loaded = load_playable(file.string(), {});
  if (!loaded) return std::nullopt;
  return static_cast<int>(
      std::ceil(guide::plan(*loaded->understood.score, {}, loaded->sayings()).duration_s / 60 - 0.5));
}

/// The programme in its words, where they say what the original says.
std::expected<workout::Programme, text::Diagnostics> translated(std::string_view source,
                                                                const studio::Translation& translation) {
  const reader::Language& language = translation.tongue->language;
  const auto file = read_text(translation.original.string());
  const auto original = file ? workout::read_programme(*file)
                             : std::unexpected(text::Diagnostics{{"", text::Severity::error, {}, file.error(), ""}});
  if (!original)
    return std::unexpected(text::Diagnostics{score::unread_original("programme", original.error().front())});
  auto words = workout::read_programme_words(source, language.names());
  if (!words) return words;
  if (auto found = workout::misaligned_days(*original, *words, language.code(), language.names()); !found.empty())
    return std::unexpected(std::move(found));
  return words;
}

int misused(std::string_view what, std::string_view instead) {
  fmt::print(stderr, "supple: {}; instead: {}\n", what, instead);
  return exit_usage;
}

int run(const ProgrammeOptions& options) {
  workout::Calendar calendar;
  const auto start = date_of(options.start);
  const auto time = time_of(options.time);
  if (!start) return misused("\"" + options.start + "\" is no date", "--start 2027-01-04");
  if (!time) return misused("\"" + options.time + "\" is no time of the day", "--time 18:00");
  calendar.start = *start;
  calendar.time = *time;
  const auto source = read_text(options.file);
  if (!source) {
    fmt::print(stderr, "{}\n", source.error());
    return exit_findings;
  }
  const auto translation = studio::translation_at(options.file);
  if (!translation) {
    fmt::print(stderr, "{}\n", translation.error());
    return exit_findings;
  }
  const auto programme = *translation ? translated(*source, **translation) : workout::read_programme(*source);
  if (!programme) {
    for (const text::Diagnostic& finding : programme.error())
      std::fputs(text::render(finding, options.file, *source).c_str(), stderr);
    return exit_findings;
  }
  if (*translation) {
    calendar.movement = (*translation)->tongue->language.movement();
    calendar.unit = (*translation)->tongue->language.names().minutes;
  }
  std::map<std::string, int> known;
  for (const workout::Appointment& appointment : programme->appointments) {
    const std::string& path = appointment.workout.path;
    if (!known.contains(path)) {
      const auto minutes = minutes_of((fs::path(options.file).parent_path() / path).lexically_normal());
      if (!minutes) return exit_findings;
      known[path] = *minutes;
    }
    calendar.minutes.push_back(known[path]);
  }
  const std::string ics = workout::ics_of(*programme, calendar);
  if (!options.out.empty()) return write_file(options.out, ics) ? 0 : exit_findings;
  std::fputs(ics.c_str(), stdout);
  return 0;
}

} // namespace

void add_programme(CLI::App& app, Exit& exit) {
  const auto options = std::make_shared<ProgrammeOptions>();
  CLI::App* command = add_command(app, "programme", "Make a calendar of a programme of workouts");
  command->footer("The events say that there is movement and for how long, and nothing else.\n"
                  "Example:\n"
                  "  supple programme library/programmes/four-gentle-weeks.md --start 2027-01-04 -o programme.ics");
  command->add_option("FILE", options->file, "a programme")->required();
  command->add_option("--start", options->start, "the date from which its first Monday is looked for")->required();
  command->add_option("--time", options->time, "of the day")->capture_default_str();
  command->add_option("-o,--out", options->out, "the .ics file to write (else standard output)");
  command->callback([options, &exit] { exit.code = run(*options); });
}

} // namespace supple::cli
