// SPDX-License-Identifier: Apache-2.0
#include "workout/order.h"

#include <limits>
#include <numeric>

namespace supple::workout {

namespace {

// A change counts for more than all the ways up and down that an order can save.
constexpr int change = 100;
constexpr int up_or_down = 1;

int cost(Position from, Position to) {
  if (from == to) return 0;
  return change + (is_on_the_floor(from) == is_on_the_floor(to) ? 0 : up_or_down);
}

/// The costs of the best ways through every set of exercises (a bit for each), by the one that begins: each answered
/// from the smaller sets (Held and Karp 1962).
class Ways {
public:
  explicit Ways(std::span<const Ends> exercises)
      : exercises_(exercises), costs_((std::size_t{1} << exercises.size()) * exercises.size()) {
    for (std::size_t set = 1; set < std::size_t{1} << exercises.size(); ++set)
      for (std::size_t first = 0; first < exercises.size(); ++first)
        if (has(set, first)) costs_[set * exercises.size() + first] = best_after(set, first).cost;
  }

  [[nodiscard]] std::vector<std::size_t> best() const {
    const std::size_t all = (std::size_t{1} << exercises_.size()) - 1;
    std::size_t first = 0;
    for (std::size_t i = 1; i < exercises_.size(); ++i)
      if (cost_of(all, i) < cost_of(all, first)) first = i;
    std::vector<std::size_t> order;
    for (std::size_t set = all; set != 0;) {
      order.push_back(first);
      const std::size_t next = best_after(set, first).exercise;
      set = without(set, first);
      first = next;
    }
    return order;
  }

private:
  struct Next {
    std::size_t exercise = 0;
    int cost = 0;
  };

  static bool has(std::size_t set, std::size_t i) { return (set >> i & 1U) != 0; }

  static std::size_t without(std::size_t set, std::size_t i) { return set & ~(std::size_t{1} << i); }

  [[nodiscard]] int cost_of(std::size_t set, std::size_t first) const {
    return costs_[set * exercises_.size() + first];
  }

  /// What comes after `first` in the best way through the set; the first among equals.
  [[nodiscard]] Next best_after(std::size_t set, std::size_t first) const {
    const std::size_t rest = without(set, first);
    Next best{0, rest == 0 ? 0 : std::numeric_limits<int>::max()};
    for (std::size_t i = 0; i < exercises_.size(); ++i) {
      if (!has(rest, i)) continue;
      const int total = cost(exercises_[first].end, exercises_[i].begin) + cost_of(rest, i);
      if (total < best.cost) best = {i, total};
    }
    return best;
  }

  std::span<const Ends> exercises_;
  std::vector<int> costs_;
};

} // namespace

Position position_of(vocabulary::Posture posture) {
  using vocabulary::Posture;
  switch (posture) {
  case Posture::seated:
    return Position::seated;
  case Posture::side_lying:
  case Posture::supine:
  case Posture::prone:
  case Posture::bridge:
    return Position::lying;
  case Posture::chair:
  case Posture::ball:
    return Position::chair;
  case Posture::standing:
  case Posture::forward_fold:
  case Posture::squat:
    return Position::standing;
  default:
    return Position::knees;
  }
}

bool is_on_the_floor(Position position) {
  return position != Position::chair && position != Position::standing;
}

Ends ends_of(const score::Score& score) {
  vocabulary::Posture end = score.start;
  for (const score::Section& section : score.sections) {
    if (section.kind == reader::SectionKind::finish) continue;
    for (const score::Beat& beat : section.beats)
      for (const vocabulary::MoveAmount& m : beat.moves)
        end = vocabulary::posture_of(m.move).value_or(end);
  }
  return {position_of(score.start), position_of(end)};
}

int changes_of(std::span<const Ends> exercises) {
  int changes = 0;
  for (std::size_t i = 1; i < exercises.size(); ++i)
    changes += exercises[i - 1].end == exercises[i].begin ? 0 : 1;
  return changes;
}

std::vector<std::size_t> fewest_changes(std::span<const Ends> exercises) {
  std::vector<std::size_t> order(exercises.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  return exercises.empty() || exercises.size() >= most_ordered ? order : Ways{exercises}.best();
}

text::Diagnostics order_notes(std::span<const Led> led) {
  std::vector<Ends> ends, best;
  for (const Led& each : led)
    ends.push_back(each.ends);
  std::string names;
  for (const std::size_t i : fewest_changes(ends)) {
    best.push_back(ends[i]);
    names += (names.empty() ? "" : ", ") + led[i].name;
  }
  const int changes = changes_of(ends), fewest = changes_of(best);
  if (changes == fewest) return {};
  return {{"workout.order",
           text::Severity::note,
           {},
           "the position changes " + std::to_string(changes) + " times, and could change " + std::to_string(fewest),
           "the order " + names}};
}

} // namespace supple::workout
