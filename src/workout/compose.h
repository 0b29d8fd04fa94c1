// SPDX-License-Identifier: Apache-2.0
// A workout as one session for her: what is not for her is left out, with the reason; the rest is stretched or cut to
// the length that was asked for, and joined. Given the same workout, library and settings it is always the same.
#pragma once

#include "guide/tongue.h"
#include "workout/fit.h"
#include "workout/order.h"
#include "workout/workout.h"

#include <span>
#include <string>
#include <vector>

namespace supple::workout {

/// An exercise file of a library.
struct File {
  std::string name; ///< without its ending
  std::string text;
  std::string translation = {}; ///< into the language of a workout's translation; empty where there is none
};

struct LeftOut {
  std::string name, title;
  Why why = Why::rule;
};

/// What a text was understood as, whatever it is: an exercise, an article or a workout.
struct Understood : score::Understood {
  bool workout = false;          ///< `score`, `findings` and `playable` are then those of the whole
  std::vector<Led> led;          ///< in their order
  std::vector<LeftOut> left_out; ///< in the order of the file
  double asked_s = 0;            ///< of the whole; 0: as long as its exercises are
};

/// One session of some exercises for her.
struct Composed {
  score::Score score; ///< no sections: nothing is left
  std::vector<Led> led;
  std::vector<LeftOut> left_out;
  double duration_s = 0;
};

/// Composes the items of a workout, each with what its exercise was understood as for her, in the order given.
/// `settings.clips` and pace are those of the session, `sayings` in the language of the exercises.
[[nodiscard]] Composed compose(const Workout& workout, std::span<const score::Understood> exercises,
                               const guide::Settings& settings, const guide::Sayings& sayings);

/// How far a workout may be from the length that was asked for, seconds.
inline constexpr double length_tolerance_s = 30;

/// Understands any text for her. `library` has the exercises that a workout links to; others are refused where they are
/// linked. In a workout the order stands as it is written.
[[nodiscard]] Understood understand(std::string_view source, std::span<const File> library,
                                    const reader::Lexicon& lexicon, const score::Rules& rules,
                                    const guide::Settings& settings);

/// A translation, as a file.
struct Translation {
  std::string_view source, original;
  const guide::Tongue& tongue; ///< that it is in
};

/// Understands the translation of any text for her: what is led is that of the original, in these words and in those of
/// `File::translation`. That it and the exercises say what their originals say is checked.
[[nodiscard]] Understood understand_translation(const Translation& translation, std::span<const File> library,
                                                const reader::Lexicon& lexicon, const score::Rules& rules,
                                                const guide::Settings& settings);

/// The same where that is known: what the browser needs.
[[nodiscard]] Understood understand_aligned(const Translation& translation, std::span<const File> library,
                                            const reader::Lexicon& lexicon, const score::Rules& rules,
                                            const guide::Settings& settings);

/// Every text that a workout can say, with any settings, none twice; in another language than English, with `tongue`,
/// of the exercises that are translated.
[[nodiscard]] std::vector<std::string> cue_texts(const Workout& workout, std::span<const File> library,
                                                 const reader::Lexicon& lexicon, const score::Rules& rules,
                                                 const guide::Tongue* tongue = nullptr);

} // namespace supple::workout
