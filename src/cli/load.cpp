// SPDX-License-Identifier: Apache-2.0
#include "cli/load.h"

#include "cli/input.h"
#include "guide/plan.h"
#include "motion/motion.h"
#include "motion/refused.h"
#include "studio/library.h"
#include "text/sorted.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <tuple>
#include <utility>

namespace supple::cli {

namespace {

void print_all(const text::Diagnostics& findings, const std::string& path, std::string_view source) {
  for (const text::Diagnostic& finding : findings)
    std::fputs(text::render(finding, path, source).c_str(), stderr);
}

/// A workout that is read from standard input lies where the library is.
std::filesystem::path folder_of(const std::string& path) {
  if (path == "-") return std::filesystem::path("library") / "workouts";
  return std::filesystem::path(path).parent_path();
}

/// `original`: of a translation; else the text itself.
workout::Understood understand(const Loaded& loaded, const std::string& original, const std::string& path,
                               const reader::Lexicon& lexicon, const score::Rules& rules,
                               const guide::Settings* settings) {
  const studio::Tongue* const tongue = loaded.tongue;
  if (!settings && !workout::is_workout_file(original))
    return {tongue ? score::understand_translation(loaded.source, original, tongue->language, lexicon, rules)
                   : score::understand(loaded.source, lexicon, rules),
            false,
            {},
            {},
            0};
  std::vector<workout::File> library;
  if (const auto workout = workout::read_workout(original); workout)
    library = studio::exercises_for(*workout, folder_of(path), tongue);
  const guide::Settings hers = settings ? *settings : guide::Settings{};
  auto understood =
      tongue ? workout::understand_translation({loaded.source, original, *tongue}, library, lexicon, rules, hers)
             : workout::understand(original, library, lexicon, rules, hers);
  std::ranges::move(workout::order_notes(understood.led), std::back_inserter(understood.findings));
  return understood;
}

/// In a workout the words stand in other files: they are told there.
void add_refused(Loaded& loaded, const guide::Settings* settings) {
  workout::Understood& understood = loaded.understood;
  if (!understood.score || understood.workout) return;
  const guide::Settings hers = settings ? *settings : guide::Settings{};
  const guide::Session session = guide::plan(*understood.score, hers, loaded.sayings());
  std::ranges::move(motion::refused_in(session, motion::person_of(hers)), std::back_inserter(understood.findings));
  text::sort(understood.findings, {}, [](const text::Diagnostic& finding) {
    return std::tuple(finding.place.line, finding.place.column, std::string_view{finding.name});
  });
}

} // namespace

std::optional<Loaded> load(const std::string& path, const guide::Settings* settings) {
  auto source = read_text(path);
  if (!source) {
    std::fprintf(stderr, "%s\n", source.error().c_str());
    return std::nullopt;
  }
  const auto lexicon = reader::english();
  if (!lexicon) {
    print_all(lexicon.error(), "lexicon/en.toml", {});
    return std::nullopt;
  }
  const auto rules = score::standard_rules();
  if (!rules) {
    print_all(rules.error(), "rules/text.toml", {});
    return std::nullopt;
  }
  Loaded loaded{std::move(*source), {}};
  const auto translation = studio::translation_at(path);
  if (!translation) {
    std::fprintf(stderr, "%s\n", translation.error().c_str());
    return std::nullopt;
  }
  if (!*translation) {
    loaded.understood = understand(loaded, loaded.source, path, *lexicon, *rules, settings);
    add_refused(loaded, settings);
    return loaded;
  }
  const auto original = read_text((*translation)->original.string());
  if (!original) {
    std::fprintf(stderr, "%s: it translates another file: %s\n", path.c_str(), original.error().c_str());
    return std::nullopt;
  }
  loaded.tongue = (*translation)->tongue;
  loaded.understood = understand(loaded, *original, path, *lexicon, *rules, settings);
  add_refused(loaded, settings);
  return loaded;
}

void print_left_out(const Loaded& loaded, const std::string& path) {
  for (const workout::LeftOut& out : loaded.understood.left_out)
    std::fprintf(stderr, "%s: left out: %s: %s\n", path.c_str(), out.title.c_str(),
                 std::string{workout::words_of(out.why)}.c_str());
}

std::optional<Loaded> load_playable(const std::string& path, const guide::Settings& settings) {
  auto loaded = load(path, &settings);
  if (!loaded) return std::nullopt;
  print_all(loaded->understood.findings, path, loaded->source);
  print_left_out(*loaded, path);
  if (loaded->understood.playable()) return loaded;
  if (!text::has_error(loaded->understood.findings))
    std::fprintf(stderr,
                 "%s:1:1: error: nothing in it moves; instead: write what the body does, for example \"Exhale: round "
                 "your spine.\"\n",
                 path.c_str());
  return std::nullopt;
}

} // namespace supple::cli
