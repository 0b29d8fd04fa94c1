// SPDX-License-Identifier: Apache-2.0
// How long exercises last, and how their rounds are stretched or cut to a length.
#pragma once

#include "guide/sayings.h"
#include "guide/session.h"
#include "score/score.h"

#include <cstddef>
#include <vector>

namespace supple::workout {

/// More rounds than this can neither be written nor made.
inline constexpr int most_rounds = 100;

/// What is done more or fewer times as one: a block; or, where left and right stand in blocks of their own, all of
/// them, so that both sides stay equal.
struct Rounds {
  std::size_t exercise = 0;        ///< index
  std::vector<std::size_t> blocks; ///< sections of its score
  std::vector<int> beyond;         ///< by how much each is done oftener than the one that is done least
  int written = 1;                 ///< how often that one is done by the exercise as it was written
  int fewest = 1, most = 1, count = 1;
  double round_s = 0; ///< how long it takes once more
};

/// What can be stretched or cut in the scores; those that can be done neither longer nor shorter are not among them.
[[nodiscard]] std::vector<Rounds> rounds_of(const std::vector<score::Score>& exercises);

/// The longest block of an exercise as often as told, its others in proportion.
void repeat(std::vector<Rounds>& rounds, std::size_t exercise, int times);

/// The counts that a teacher asked for are from now on what was written: the proportions of whatever is shared out.
void keep_as_written(std::vector<Rounds>& rounds);

/// Writes the counts into the scores.
void set_counts(const std::vector<Rounds>& rounds, std::vector<score::Score>& exercises);

/// How long the blocks of a score last at her steady pace, without the way in and the way out, seconds.
[[nodiscard]] double blocks_s(score::Score exercise, const guide::Settings& settings, const guide::Sayings& sayings);

/// Measures how long each takes once more.
void measure(std::vector<Rounds>& rounds, const std::vector<score::Score>& exercises, const guide::Settings& settings,
             const guide::Sayings& sayings);

/// Shares out as many seconds as there are beyond the fewest rounds of all, each in proportion to what was written, to
/// the nearest round.
void share_out(std::vector<Rounds>& rounds, double seconds);

} // namespace supple::workout
