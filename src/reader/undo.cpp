// SPDX-License-Identifier: Apache-2.0
#include "reader/undo.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Move;
using vocabulary::Posture;

// A move that takes something up, or apart, and the move that undoes it.
struct Lift {
  Move up, down;
};

constexpr std::array<Lift, 8> lifts{{{Move::pelvis_lift, Move::pelvis_lower},
                                     {vocabulary::go(Posture::bridge), Move::pelvis_lower},
                                     {Move::leg_lift, Move::leg_lower},
                                     {Move::leg_reach, Move::leg_lower},
                                     {Move::arm_reach, Move::arms_lower},
                                     {Move::arms_reach, Move::arms_lower},
                                     {Move::knees_widen, Move::knees_close},
                                     {Move::head_lift, Move::return_}}};

std::vector<Move> undone(const Step& step) {
  std::vector<Move> moves;
  for (const Lift& lift : lifts)
    if (holds(step.moves, lift.up)) add_new(moves, {lift.down});
  return moves;
}

const Step* last_moved(const std::vector<Step>& steps) {
  const auto step = std::ranges::find_if(steps.rbegin(), steps.rend(), [](const Step& one) {
    return !holds(one.moves, Move::stay) && one.moves != std::vector{Move::breathe};
  });
  return step == steps.rend() ? nullptr : &*step;
}

} // namespace

void lower_what_was_lifted(Part& part, const std::vector<Step>& steps, std::optional<Posture> posture) {
  const Step* last = last_moved(steps);
  if (last == nullptr) return;
  std::vector<Move> moves = undone(*last);
  if (moves.empty() && posture == Posture::prone) moves = {Move::return_}; // from her elbows
  if (moves.empty()) return;
  const auto lowered = std::ranges::find(part.moves, Move::pelvis_lower);
  if (part.lowers_it && lowered != part.moves.end()) {
    part.moves.erase(lowered);
    add_new(part.moves, moves);
  }
  if (moves == std::vector{Move::knees_close}) std::ranges::replace(part.moves, Move::leg_lower, Move::knees_close);
}

void release_engaged(Part& part, const std::vector<Step>& steps) {
  if (!part.releases_it) return;
  const auto engages = [](Move move) { return move == Move::core_engage || move == Move::floor_engage; };
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const bool is_bare = holds(part.moves, Move::return_); // "release": whatever it was that was done
    if (holds(step->moves, Move::stay)) continue;
    if (is_bare && !std::ranges::all_of(step->moves, engages)) return;
    if (std::ranges::none_of(step->moves, engages)) continue;
    std::erase(part.moves, Move::return_);
    std::erase_if(part.moves, [](Move move) { return move == Move::core_release || move == Move::floor_release; });
    for (const Move move : step->moves)
      if (engages(move)) part.moves.push_back(move == Move::core_engage ? Move::core_release : Move::floor_release);
    return;
  }
}

void walk_back_on_hands(Part& part, const std::vector<Step>& steps) {
  if (part.moves != std::vector{Move::feet_walk}) return;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (holds(step->moves, Move::stay)) continue;
    if (holds(step->moves, Move::hands_walk)) part.moves.front() = Move::return_;
    return;
  }
}

bool hips_are_back(const std::vector<Step>& steps) {
  constexpr std::ptrdiff_t remembered = 40; // steps
  const auto longest_ago = steps.rbegin() + std::min(std::ssize(steps), remembered);
  const auto last = std::find_if(steps.rbegin(), longest_ago, [](const Step& step) {
    return holds(step.moves, Move::pelvis_back) || holds(step.moves, Move::pelvis_forward);
  });
  return last != longest_ago && holds(last->moves, Move::pelvis_back);
}

void straighten_what_was_bent(Part& part, const std::vector<Step>& steps) {
  const auto last = std::ranges::find_if(steps.rbegin(), steps.rend(),
                                         [](const Step& step) { return !holds(step.moves, Move::stay); });
  if (last != steps.rend() && holds(last->moves, Move::knees_bend) && part.moves == std::vector{Move::return_})
    part.moves = {Move::legs_straighten};
}

} // namespace supple::reader
