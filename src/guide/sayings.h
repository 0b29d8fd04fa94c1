// SPDX-License-Identifier: Apache-2.0
// What the guide says of its own accord, read from lexicon/guide.toml; in another language from guide.es.toml and its
// like.
#pragma once

#include "text/place.h"
#include "vocabulary/vocabulary.h"

#include <array>
#include <expected>
#include <string>
#include <string_view>

namespace supple::guide {

struct Sayings {
  struct Titles {
    std::string ready, teaching, left, right, alternating, finish;
  } title;

  struct Breaths {
    std::string inhale, exhale;
    [[nodiscard]] const std::string& of(vocabulary::Breath breath) const;
  } breath, with_me;

  struct Sides {
    std::string left, right;
    [[nodiscard]] const std::string& of(vocabulary::Side side) const;
  } side, side_word;

  /// From one exercise of a workout to the next.
  struct Between {
    std::string next; ///< before the title of what comes
    std::string up, down;
  } between;

  std::string head; ///< a short form in which it stands speaks of her head

  struct Offers {
    std::string knees, wrists, taken;
    /// What is said before the option for this part of her body; empty for a part that nothing is offered for.
    [[nodiscard]] std::string_view of(std::string_view part) const;
  } offer;

  std::string welcome, pelvis, head_up, belly, own_breath, centre, rest, stopped;
  std::array<std::string, vocabulary::posture_count> come_to;
};

/// Reads the file; what is wrong in it is listed, each with its line and what would be right.
[[nodiscard]] std::expected<Sayings, text::Diagnostics> read_sayings(std::string_view toml);

/// The sayings that the program carries (lexicon/guide.toml).
[[nodiscard]] Sayings standard_sayings();

/// Whether a text has a gap for the side of the moment (reader/side_gap.h).
[[nodiscard]] bool names_side(std::string_view text);

/// `text` with its gaps for the side filled in.
[[nodiscard]] std::string with_side_word(std::string_view text, vocabulary::Side side, const Sayings& sayings);

/// `text` beginning with the side, as a cue for one side does: "Left side, round and press up."
[[nodiscard]] std::string beginning_with_side(std::string_view text, vocabulary::Side side, const Sayings& sayings);

/// How the comfort for a part is offered by voice: "Knees? Fold your mat double." Empty for a part that is never
/// offered.
[[nodiscard]] std::string offer_of(std::string_view part, std::string_view option, const Sayings& sayings);

/// A short form as a sentence: a capital letter and a full stop.
[[nodiscard]] std::string as_sentence(std::string_view words);

} // namespace supple::guide
