// SPDX-License-Identifier: Apache-2.0
// The room `workout`: several exercises in one session. This header is the file that a teacher writes
// (docs/workout-format.md): Markdown, a list of links to exercises, read strictly.
#pragma once

#include "reader/language.h"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace supple::workout {

/// A link to an exercise, `[Rock back](../exercises/rock-back.md)`.
struct Link {
  std::string title; ///< as it is written
  std::string path;  ///< from the folder of the file that it stands in
  std::string name;  ///< the file's name without its ending
  text::Place place;
};

/// One exercise of a workout, as often and as long as its own file says unless it is told here.
struct Item {
  Link exercise;
  int rounds = 0;  ///< 1 to 100: how often its longest block is done, the others in proportion; 0: not told
  int minutes = 0; ///< 1 to 60: how long its blocks are together; 0: not told
};

struct Workout : reader::FrontMatter {
  std::string about; ///< what stands above the list, line by line
  std::vector<Item> items;
};

/// Whether a text is a workout file: it begins with `---`, has no heading, and has a list or says how many minutes.
[[nodiscard]] bool is_workout_file(std::string_view text);

/// Reads a workout file; everything that is wrong in it is listed, each at its place. Whether there are such exercises
/// is not asked here.
[[nodiscard]] std::expected<Workout, text::Diagnostics> read_workout(std::string_view file);

/// The words of a translation, NAME.es.md: a list of links to the translations of the same exercises. Whether they are
/// those of the original is asked elsewhere (alignment.h).
[[nodiscard]] std::expected<Workout, text::Diagnostics> read_workout_words(std::string_view file,
                                                                           const reader::FormatNames& names);

/// The original in the words of its translation, and with their places; none where they list more or fewer exercises.
[[nodiscard]] std::optional<Workout> in_words_of(Workout original, Workout words, std::string_view language);

/// The items of exercises that are not among `names`, each with the name that may have been meant.
[[nodiscard]] text::Diagnostics unknown_exercises(const Workout& workout, std::span<const std::string_view> names);

/// The file that reads to this workout.
[[nodiscard]] std::string file_of(const Workout& workout);

/// What was read of a line of a list.
struct Linked {
  Link link;
  std::string_view rest; ///< of the line, after the link
};

/// The link with which `text` begins; none where there is none, or where it leads to no file of this library. `column`:
/// of its first character.
[[nodiscard]] std::optional<Linked> link_of(std::string_view text, int line, int column);

} // namespace supple::workout
