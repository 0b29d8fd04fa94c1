// SPDX-License-Identifier: Apache-2.0
#include "reader/sides.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace supple::reader {

namespace {

using vocabulary::Move;
using vocabulary::Side;

Step& at(std::vector<Step>& steps, int i) {
  return steps[static_cast<std::size_t>(i)];
}

bool is_one_side(Side side) {
  return side == Side::left || side == Side::right;
}

// Moves that are done with one side of the body even where the text does not say which.
bool is_one_sided(const Step& step) {
  constexpr std::array<Move, 15> one_sided{Move::spine_side,
                                           Move::spine_turn,
                                           Move::pelvis_side,
                                           Move::pelvis_turn,
                                           Move::pelvis_circle,
                                           Move::head_turn,
                                           Move::arm_reach,
                                           Move::arm_thread,
                                           Move::leg_reach,
                                           Move::leg_lift,
                                           Move::leg_lower,
                                           Move::knee_bend,
                                           Move::leg_cross,
                                           vocabulary::go(vocabulary::Posture::half_kneeling),
                                           vocabulary::go(vocabulary::Posture::lunge)};
  return step.side != Side::none || std::ranges::any_of(step.moves, [&](Move move) {
           return std::ranges::find(one_sided, move) != one_sided.end();
         });
}

bool is_posture_to_end(const Step& step) {
  return step.side == Side::none && step.moves.size() == 1 && vocabulary::posture_of(step.moves.front()).has_value();
}

int shared_moves(const Step& a, const Step& b) {
  return static_cast<int>(
      std::ranges::count_if(a.moves, [&](Move move) { return std::ranges::find(b.moves, move) != b.moves.end(); }));
}

bool are_mirrored(const Step& left, const Step& right) {
  if (!is_one_side(left.side) || !is_one_side(right.side) || left.side == right.side || left.breath != right.breath)
    return false;
  if (right.moves == std::vector{Move::breathe}) return true; // "Exhale, send them right"
  return 2 * shared_moves(left, right) >= static_cast<int>(std::max<std::size_t>(1, right.moves.size()));
}

bool say_the_same(const Step& a, const Step& b) {
  return a.breath == b.breath && a.moves == b.moves;
}

// Where the second side of a pair ends: with what is said again of what lay between the two, or with all that is named
// for that side.
int end_of_second(std::vector<Step>& steps, int first, int second) {
  const int count = static_cast<int>(steps.size());
  int end = second + 1;
  for (int k = first + 1; k < second && end < count && say_the_same(at(steps, end), at(steps, k)); ++k)
    ++end;
  if (first + 1 == second || end != second + 1) return end;
  while (end < count &&
         (at(steps, end).side == at(steps, second).side || say_the_same(at(steps, end), at(steps, second - 1))))
    ++end;
  return end == second + 1 || at(steps, second + 1).side == at(steps, second).side ? end : second + 1;
}

// Left and right written out: the second is dropped, with what was done between the two and is said again.
void join_pairs(std::vector<Step>& steps, std::vector<Mirror>& mirrors) {
  constexpr int furthest = 8;
  const int count = static_cast<int>(steps.size());
  std::vector<bool> dropped(steps.size(), false);
  for (int i = 0; i < count; ++i) {
    if (dropped[static_cast<std::size_t>(i)]) continue;
    int j = i + 1;
    const int limit = std::min(count, i + furthest);
    while (j < limit && (dropped[static_cast<std::size_t>(j)] || !are_mirrored(at(steps, i), at(steps, j))))
      ++j;
    if (j >= limit) continue;
    for (int k = i; k < j; ++k)
      at(steps, k).side = Side::each;
    std::fill(dropped.begin() + j, dropped.begin() + end_of_second(steps, i, j), true);
  }
  std::vector<int> kept_before(steps.size() + 1, 0);
  for (std::size_t i = 0; i < steps.size(); ++i)
    kept_before[i + 1] = kept_before[i] + (dropped[i] ? 0 : 1);
  for (Mirror& mirror : mirrors)
    mirror = {kept_before[static_cast<std::size_t>(mirror.before)],
              kept_before[static_cast<std::size_t>(mirror.after)]};
  std::size_t i = 0;
  std::erase_if(steps, [&](const Step&) { return dropped[i++]; });
}

} // namespace

void join_sides(std::vector<Step>& steps, std::vector<Mirror> mirrors, std::optional<int> sided_from) {
  join_pairs(steps, mirrors);
  int from = 0;
  for (const auto& [before, to] : mirrors) {
    int first = from;
    while (first < before && at(steps, first).side == Side::none && sided_from != first)
      ++first;
    if (first == before) {
      first = from;
      while (first < to && !is_one_sided(at(steps, first)))
        ++first;
    }
    if (first == to) continue;
    const int line = at(steps, first).place.line;
    while (first > from && at(steps, first - 1).place.line == line &&
           at(steps, first - 1).breath != vocabulary::Breath::free)
      --first;
    constexpr int near = 2; // lines
    if (first > from && at(steps, first).breath == vocabulary::Breath::exhale &&
        at(steps, first - 1).breath == vocabulary::Breath::inhale && at(steps, first - 1).place.line + near >= line &&
        (first - 1 == from || at(steps, first - 2).breath != vocabulary::Breath::exhale))
      --first; // the breath before it is drawn for each side too
    for (int k = first; k < to; ++k)
      if (!is_posture_to_end(at(steps, k))) at(steps, k).side = Side::each;
    from = to;
  }
}

} // namespace supple::reader
