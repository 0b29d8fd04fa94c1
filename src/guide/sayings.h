// SPDX-License-Identifier: Apache-2.0
// What the guide says of its own accord, read from lexicon/guide.toml.
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

  std::string welcome, centre, rest, stopped;
  std::array<std::string, vocabulary::posture_count> come_to;
};

/// Reads the file; what is wrong in it is listed, each with its line and what would be right.
[[nodiscard]] std::expected<Sayings, text::Diagnostics> read_sayings(std::string_view toml);

/// The sayings that the program carries (lexicon/guide.toml).
[[nodiscard]] Sayings standard_sayings();

/// `text` with `{side}` filled in.
[[nodiscard]] std::string with_side_word(std::string_view text, vocabulary::Side side, const Sayings& sayings);

/// `text` beginning with the side, as a cue for one side does: "Left side, round and press up."
[[nodiscard]] std::string beginning_with_side(std::string_view text, vocabulary::Side side, const Sayings& sayings);

/// A short form as a sentence: a capital letter and a full stop.
[[nodiscard]] std::string as_sentence(std::string_view words);

} // namespace supple::guide
