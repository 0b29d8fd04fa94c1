// SPDX-License-Identifier: Apache-2.0
// In which order the exercises ask for the fewest changes of position.
#pragma once

#include "score/score.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace supple::workout {

/// Postures that one comes to from one another without getting up, turning over or lying down.
enum class Position : std::uint8_t { knees, seated, lying, chair, standing };

[[nodiscard]] Position position_of(vocabulary::Posture posture);

/// Whether she has to come up from the floor, or down to it.
[[nodiscard]] bool is_on_the_floor(Position position);

/// Where an exercise begins, and where it ends before its own finish.
struct Ends {
  Position begin = Position::knees, end = Position::knees;
};

[[nodiscard]] Ends ends_of(const score::Score& score);

/// An exercise that is led in a workout.
struct Led {
  std::string name, title;
  Ends ends;
};

/// How often the position changes between one exercise and the next.
[[nodiscard]] int changes_of(std::span<const Ends> exercises);

/// The number of exercises from which on `fewest_changes` leaves the order as it is.
inline constexpr std::size_t most_ordered = 13;

/// An order with the fewest changes; among those, with the fewest between the floor and above it; among those, the one
/// that is nearest to the order given. Indices.
[[nodiscard]] std::vector<std::size_t> fewest_changes(std::span<const Ends> exercises);

/// For a teacher: a note where another order of the exercises that are led has fewer changes.
[[nodiscard]] text::Diagnostics order_notes(std::span<const Led> led);

} // namespace supple::workout
