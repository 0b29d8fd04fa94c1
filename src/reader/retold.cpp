// SPDX-License-Identifier: Apache-2.0
#include "reader/retold.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Side;

// What was told longer ago is told anew.
std::ptrdiff_t recent_steps(const std::vector<Step>& steps) {
  constexpr std::ptrdiff_t remembered = 40;
  return std::min(std::ssize(steps), remembered);
}

vocabulary::Spot spot_in(const std::vector<vocabulary::MoveAmount>& amounts) {
  const auto told = std::ranges::find(amounts, Move::hands_place, &vocabulary::MoveAmount::move);
  return told == amounts.end() ? vocabulary::Spot::unsaid : told->spot;
}

// Hands that shall rest elsewhere are placed anew.
bool tells(const Step& step, const Part& part, Move move) {
  if (!holds(step.moves, move)) return false;
  const vocabulary::Spot before = spot_in(step.amounts), now = spot_in(part.amounts);
  return move != Move::hands_place || now == before || now == vocabulary::Spot::unsaid ||
         before == vocabulary::Spot::unsaid;
}

// "Breathe in and grow tall again": what it says again is where she was, and coming back there is new each time.
bool comes_back(const Part& part) {
  return std::ranges::all_of(part.moves, [](Move move) {
    return move == Move::return_ || move == Move::spine_neutral || move == Move::spine_long;
  });
}

// What comes back is there where the round began.
bool retells(const Step& again, const Step& told) {
  const auto is_told = [&](Move move) { return move == Move::return_ || holds(told.moves, move); };
  const bool shares = again.moves == told.moves || std::ranges::any_of(again.moves, [&](Move move) {
                        return move != Move::return_ && holds(told.moves, move);
                      });
  return again.breath != Breath::free && again.breath == told.breath &&
         (again.side == Side::none || again.side == told.side) && shares && std::ranges::all_of(again.moves, is_told);
}

} // namespace

bool is_said_again(const Part& part, const std::vector<Step>& steps) {
  if (comes_back(part))
    return std::ranges::all_of(part.moves, [&](Move move) { return holds(steps.back().moves, move); });
  const auto first = steps.end() - recent_steps(steps);
  return std::ranges::all_of(part.moves, [&](Move move) {
    return std::any_of(first, steps.end(), [&](const Step& step) {
      return tells(step, part, move) && (!part.breath_said || step.breath == part.breath);
    });
  });
}

bool is_of_second_side(const Part& part, const std::vector<Step>& steps) {
  constexpr std::ptrdiff_t longest = 8; // steps of one side
  const auto first = steps.end() - std::min(std::ssize(steps), longest);
  const auto is_of_either = [](Move move) { return move == Move::stay || move == Move::return_; };
  if (part.moves.empty()) return false;
  if (part.side == Side::none && !part.breath_said && !std::ranges::all_of(part.moves, is_of_either)) return false;
  return std::any_of(first, steps.end(), [&](const Step& step) {
    return step.breath == part.breath && step.hold == part.hold &&
           std::ranges::all_of(part.moves, [&](Move move) { return holds(step.moves, move); });
  });
}

bool is_told_twice(const Part& part, const std::vector<Step>& steps) {
  if (part.breath_said || steps.empty() || part.moves.empty()) return false;
  const Step& last = steps.back();
  if (part.moves == std::vector{Move::return_} && last.moves == part.moves) return true; // "come up gradually"
  const bool is_long = part.hold && *part.hold != Hold{};
  if (part.moves == std::vector{Move::stay} && holds(last.moves, Move::stay) && !is_long) return true; // "rest there"
  const auto is_same = [&](Move move) {
    return tells(last, part, move) && move != Move::stay && move != Move::return_ && move != Move::breathe;
  };
  return std::ranges::all_of(part.moves, is_same) &&
         (part.side == Side::none || part.side == last.side || (last.side == Side::none && last.moves == part.moves));
}

bool was_announced(const Part& part, const std::vector<Step>& steps) {
  if (!part.breath_said || part.only_breathes || steps.empty()) return false;
  const Step& last = steps.back();
  const bool is_same_side =
      last.side == Side::none || part.side == last.side ||
      (part.side == Side::none && part.moves.size() == last.moves.size()); // else something has no side
  const bool says_how_far = std::ranges::any_of(
      last.amounts, [](const vocabulary::MoveAmount& told) { return told.spot == vocabulary::Spot::unsaid; });
  return is_same_side && last.breath == Breath::free && !last.hold && !says_how_far &&
         std::ranges::all_of(last.moves, [&](Move move) {
           return holds(part.moves, move) && move != Move::return_ && !vocabulary::posture_of(move);
         });
}

bool only_says_how(const Part& part, const std::vector<Step>& steps) {
  if (!part.says_how || part.breath_said || part.moves.size() != 1) return false;
  const Move move = part.moves.front();
  if (move == Move::stay || move == Move::return_ || vocabulary::posture_of(move)) return false; // new each time
  const auto first = steps.end() - recent_steps(steps);
  return std::any_of(first, steps.end(), [&](const Step& step) { return tells(step, part, move); });
}

bool breathe_before(const std::vector<Part>& parts, std::vector<Step>& steps) {
  std::vector<Step*> moved;
  for (auto step = steps.rbegin(); step != steps.rend() && moved.size() < parts.size(); ++step) {
    if (holds(step->moves, Move::stay)) continue;
    if (step->breath != Breath::free) return false;
    moved.push_back(&*step);
  }
  if (moved.size() < parts.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i)
    moved[parts.size() - 1 - i]->breath = parts[i].breath;
  return true;
}

void breathe_there_and_back(SentenceReading& said, std::string_view sentence, std::vector<Step>& steps) {
  if (!said.there_and_back) return;
  const ThereAndBack& told = *said.there_and_back;
  const std::vector<Word> part = words_of(sentence.substr(told.part.begin, told.part.end - told.part.begin));
  const auto tells_of_it = [&](const Step& step) {
    const std::vector<Word> words = words_of(step.text);
    return !std::ranges::search(words, part, {}, &Word::stem, &Word::stem).empty();
  };
  bool breathed = false;
  for (auto i = static_cast<std::size_t>(std::ssize(steps) - recent_steps(steps)); i < steps.size(); ++i) {
    if (steps[i].breath != Breath::free || holds(steps[i].moves, Move::stay) || !tells_of_it(steps[i])) continue;
    if (steps[i].moves.size() > 1 && std::erase(steps[i].moves, Move::return_) > 0) {
      const Step back{Breath::free, steps[i].side, {}, {Move::return_}, {}, {}, 0, steps[i].place, steps[i].text};
      steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(i) + 1, back);
    } else if (i + 1 == steps.size() || steps[i + 1].moves != std::vector{Move::return_}) {
      continue;
    }
    steps[i].breath = told.there;
    steps[++i].breath = told.back;
    breathed = true;
  }
  if (!breathed) return;
  said.parts.clear();
  std::erase_if(said.asides, [](const Aside& aside) { return aside.mood == Mood::unread; });
}

bool gives_breath(const Part& part, std::vector<Step>& steps) {
  if (!part.breath_said || part.only_breathes || comes_back(part)) return false;
  const auto longest_ago = steps.rbegin() + recent_steps(steps);
  const auto step = std::find_if(steps.rbegin(), longest_ago, [&](const Step& one) {
    return std::ranges::all_of(part.moves, [&](Move move) { return holds(one.moves, move); });
  });
  if (step == longest_ago || step->breath != Breath::free) return false;
  step->breath = part.breath;
  return true;
}

void drop_rounds_told_again(std::vector<Step>& steps) {
  constexpr std::size_t shortest = 2, longest = 4; // steps of a round
  std::size_t kept = 0;                            // of the steps before i, that stand first now
  for (std::size_t i = 0; i < steps.size();) {
    std::size_t again = 0;
    for (std::size_t length = std::min(kept, longest); length >= shortest && again == 0; --length) {
      if (i + length > steps.size()) continue;
      std::size_t same = 0;
      while (same < length && retells(steps[i + same], steps[kept - length + same]))
        ++same;
      const bool breathes_both_ways =
          steps[i].breath != steps[i + 1].breath; // one thing told over and over is no round
      if (same == length && breathes_both_ways) again = length;
    }
    i += again;
    if (again > 0) continue;
    if (kept != i) steps[kept] = std::move(steps[i]);
    ++kept;
    ++i;
  }
  steps.resize(kept);
}

} // namespace supple::reader
