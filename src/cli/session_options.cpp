// SPDX-License-Identifier: Apache-2.0
#include "cli/session_options.h"

#include "guide/numbers.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include <map>
#include <string>

namespace supple::cli {

namespace {

constexpr int earliest_week = 4;

} // namespace

void add_session_options(CLI::App& command, guide::Settings& settings) {
  static const std::map<std::string, guide::Wrists> wrists{
      {"palms", guide::Wrists::palms}, {"fists", guide::Wrists::fists}, {"forearms", guide::Wrists::forearms}};
  command.add_option("--week", settings.week, "week of pregnancy, 4 to 42")
      ->check(CLI::Range(4, 42))
      ->capture_default_str();
  command.add_option("--pace", settings.pace_bpm, "breaths a minute, 4 to 12")
      ->check(CLI::Range(guide::slowest_bpm, guide::fastest_bpm))
      ->capture_default_str();
  command.add_option("--wrists", settings.wrists, "palms, fists or forearms on the mat")
      ->transform(CLI::CheckedTransformer(wrists))
      ->option_text("palms|fists|forearms");
  command.add_flag("--knees", settings.knees_padded, "the mat is folded double under the knees");
  command.add_flag("--pelvis", settings.pelvis, "her pelvis or pubic bone is sore: no side alone, knees close");
  command.add_flag("--head-up", settings.head_up, "her head stays above her hips");
  command.add_option("--after-birth", settings.weeks_after_birth, "weeks after birth, instead of a week of pregnancy")
      ->check(CLI::Range(0, 520))
      ->each([&settings](const std::string&) {
        settings.week = earliest_week;
      }); // as the page does: a body without a belly
}

} // namespace supple::cli
