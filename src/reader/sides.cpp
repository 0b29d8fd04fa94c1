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

// Left and right written out: the second is dropped, with what was done between the two and is said again.
void join_pairs(std::vector<Step>& steps, std::vector<int>& mirrored) {
  constexpr int furthest = 8;
  for (int i = 0; i < static_cast<int>(steps.size()); ++i) {
    int j = i + 1;
    const int limit = std::min(static_cast<int>(steps.size()), i + furthest);
    while (j < limit && !are_mirrored(at(steps, i), at(steps, j)))
      ++j;
    if (j >= limit) continue;
    int end = j + 1;
    for (int k = i + 1; k < j && end < static_cast<int>(steps.size()) && say_the_same(at(steps, end), at(steps, k));
         ++k)
      ++end;
    if (i + 1 < j && end == j + 1 && end < static_cast<int>(steps.size()) && at(steps, end).side == at(steps, j).side) {
      // More of the second side follows: all that is named for it is the same again.
      while (end < static_cast<int>(steps.size()) &&
             (at(steps, end).side == at(steps, j).side || say_the_same(at(steps, end), at(steps, j - 1))))
        ++end;
    }
    for (int k = i; k < j; ++k)
      at(steps, k).side = Side::each;
    steps.erase(steps.begin() + j, steps.begin() + end);
    for (int& mark : mirrored)
      if (mark > j) mark = std::max(j, mark - (end - j));
  }
}

} // namespace

void join_sides(std::vector<Step>& steps, std::vector<int> mirrored, std::optional<int> sided_from) {
  join_pairs(steps, mirrored);
  int from = 0;
  for (const int to : mirrored) {
    int first = from;
    while (first < to && at(steps, first).side == Side::none && sided_from != first)
      ++first;
    if (first == to) {
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
