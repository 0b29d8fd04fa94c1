// SPDX-License-Identifier: Apache-2.0
// The language that a translated exercise is written in: the names of its sections, the words by which it is held to
// the sentences of the original, and the phrases that break a rule of the wording (lexicon/es.toml).
#pragma once

#include "reader/exercise.h"
#include "text/table.h"

#include <array>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace supple::reader {

/// What the marks of the files of a library are called.
struct FormatNames {
  std::array<std::string_view, 6> headings{"Comfort", "Start", "Rounds", "Sides", "Finish", "Care"};
  std::array<std::string_view, 5> parts{"knees", "wrists", "pelvis", "head", "belly"}; ///< that comfort is for
  std::string_view each_side = "each side", alternate = "alternate", seconds = "seconds";
  std::string_view minute = "minute", minutes = "minutes"; ///< in the list of a workout
  std::string_view week = "Week", weeks = "Weeks";         ///< headings of a programme
  std::array<std::string_view, 7> days{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
};

/// Valid by construction: read_language has found everything in it that is asked for.
class Language {
public:
  /// "es": NAME.es.md is written in it.
  [[nodiscard]] std::string_view code() const { return code_; }

  /// They live as long as the language.
  [[nodiscard]] FormatNames names() const;

  /// How a session calls the sections of rounds and of sides.
  [[nodiscard]] std::string_view rounds_title() const { return text("title", "rounds"); }

  [[nodiscard]] std::string_view sides_title() const { return text("title", "sides"); }

  /// How a calendar calls an appointment of a programme, before its minutes.
  [[nodiscard]] std::string_view movement() const { return text("programme", "movement"); }

  /// Words in small letters: `inhale` and `exhale` tell to breathe, `left` and `right` are every form of the two sides,
  /// after `refusing` ("no") a phrase of a rule is one of caution.
  [[nodiscard]] std::vector<std::string> words(std::string_view what) const { return list("words", what); }

  /// Phrases that break this rule by themselves; none for most.
  [[nodiscard]] std::vector<std::string> phrases(std::string_view rule) const { return list("rule", rule); }

private:
  friend std::expected<Language, text::Diagnostics> read_language(std::string_view code, std::string_view toml);

  Language(std::string_view code, text::Table file) : code_(code), file_(std::move(file)) {}

  [[nodiscard]] std::string_view text(std::string_view table, std::string_view key) const;
  [[nodiscard]] std::vector<std::string> list(std::string_view table, std::string_view key) const;
  void check(text::Diagnostics& findings) const;

  std::string code_;
  text::Table file_;
};

/// Reads the file of a language; what is wrong in it is listed, each with its line and what would be right.
[[nodiscard]] std::expected<Language, text::Diagnostics> read_language(std::string_view code, std::string_view toml);

/// An exercise file with nothing read from its words, whose marks are called so.
[[nodiscard]] std::expected<Exercise, text::Diagnostics> read_words_of(std::string_view file, const FormatNames& names);

} // namespace supple::reader
