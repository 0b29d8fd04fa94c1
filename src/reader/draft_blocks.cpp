// SPDX-License-Identifier: Apache-2.0
#include "reader/draft_blocks.h"

#include "reader/side_words.h"

#include <algorithm>

namespace supple::reader {

namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Side;

constexpr int rounds_when_open = 6;
constexpr int rounds_each_side_when_open = 2;

bool goes_somewhere(const Step& step) {
  return std::ranges::any_of(step.moves, [](Move move) { return vocabulary::posture_of(move).has_value(); });
}

bool comes_back(const Step& step) {
  return goes_somewhere(step) || std::ranges::find(step.moves, Move::return_) != step.moves.end();
}

bool is_worked(const Step& step) {
  return step.breath != Breath::free || step.side != Side::none;
}

bool stays(const Step& step) {
  return std::ranges::find(step.moves, Move::stay) != step.moves.end();
}

class Sorter {
public:
  explicit Sorter(const Reading& reading) : reading_(reading), steps_(reading.steps) {}

  std::vector<Block> sort() {
    const std::size_t first = end_of_start();
    const std::size_t finish = begin_of_finish(first);
    blocks_.push_back({SectionKind::start, "Start", {}, {}, 0, first});
    for (std::size_t at = first; at < finish;) {
      const std::size_t end = steps_[at].side == Side::none ? end_of_rounds(at, finish) : end_of_side(at, finish);
      blocks_.push_back(
          {steps_[at].side == Side::none ? SectionKind::rounds : SectionKind::sides, {}, {}, {}, at, end});
      at = end;
    }
    if (finish < steps_.size()) blocks_.push_back({SectionKind::finish, "Finish", {}, {}, finish, steps_.size()});
    name_blocks();
    return std::move(blocks_);
  }

private:
  // The way into position, up to the first breath or side.
  [[nodiscard]] std::size_t end_of_start() const {
    const auto is_paced = std::ranges::any_of(steps_, is_worked);
    const auto begins = [&](const Step& step) { return is_paced ? is_worked(step) : !goes_somewhere(step); };
    return static_cast<std::size_t>(std::ranges::find_if(steps_, begins) - steps_.begin());
  }

  // The last steps without a breath, from where one of them comes back or goes to another posture.
  [[nodiscard]] std::size_t begin_of_finish(std::size_t first) const {
    std::size_t tail = steps_.size();
    while (tail > first + 1 && !is_worked(steps_[tail - 1]))
      --tail;
    if (std::ranges::none_of(steps_, is_worked)) tail = steps_.empty() ? 0 : steps_.size() - 1;
    while (tail < steps_.size() && !comes_back(steps_[tail]))
      ++tail;
    const bool ends_elsewhere =
        tail == steps_.size() && tail > first + 1 && goes_somewhere(steps_.back()) && steps_.back().side == Side::none;
    return std::max(first, ends_elsewhere ? tail - 1 : tail);
  }

  [[nodiscard]] std::size_t end_of_rounds(std::size_t at, std::size_t finish) const {
    while (at < finish && steps_[at].side == Side::none)
      ++at;
    return at;
  }

  // What is done on a side, with the few steps between and the breath that comes back from it.
  [[nodiscard]] std::size_t end_of_side(std::size_t at, std::size_t finish) const {
    constexpr std::size_t most_between = 2;
    const Side side = steps_[at].side;
    std::size_t end = at + 1;
    for (std::size_t i = end; i < finish && i <= end + most_between; ++i) {
      if (steps_[i].side == side) end = i + 1;
      if (steps_[i].side != side && steps_[i].side != Side::none) break;
    }
    if (end == finish || steps_[end].side != Side::none) return end;
    const Breath last = steps_[end - 1].breath, next = steps_[end].breath;
    return last != Breath::free && next != Breath::free && last != next ? end + 1 : end;
  }

  void name_blocks() {
    const bool has_rounds = std::ranges::find(blocks_, SectionKind::rounds, &Block::kind) != blocks_.end();
    bool is_named = false;
    for (Block& block : blocks_) {
      if (block.kind == SectionKind::sides) name_sides(block, has_rounds);
      if (block.kind != SectionKind::rounds) continue;
      if (is_named || !is_round(block))
        block.heading = &block == &blocks_[1] ? "In position" : "Then";
      else
        name_rounds(block);
      is_named = is_named || is_round(block);
    }
  }

  // One breath before something else is no round, nor is a way that waits; without a breath nothing is that waits or
  // follows the sides. Where the article tells how often, its first block is.
  [[nodiscard]] bool is_round(const Block& block) const {
    const auto begin = steps_.begin() + static_cast<std::ptrdiff_t>(block.first);
    const auto end = steps_.begin() + static_cast<std::ptrdiff_t>(block.last);
    const bool breathes = std::any_of(begin, end, [](const Step& step) { return step.breath != Breath::free; });
    const bool follows_sides = blocks_[1].kind != block.kind;
    const bool goes = std::any_of(begin, end, goes_somewhere), waits = std::any_of(begin, end, stays);
    if (!reading_.rounds && waits && (goes || follows_sides)) return false;
    if (breathes) return end - begin > 1 || begin->moves != std::vector{Move::breathe};
    if (reading_.rounds) return true;
    return !waits && !follows_sides;
  }

  void name_rounds(Block& block) const {

    block.heading = "Rounds × " + std::to_string(count(rounds_when_open));
    if (!reading_.rounds) block.open = "how often is not told: six rounds are our number";
  }

  void name_sides(Block& block, bool has_rounds) const {
    const bool told = reading_.rounds && !has_rounds;
    const int often = told ? count(rounds_each_side_when_open) : rounds_each_side_when_open;
    const Side side = steps_[block.first].side;
    for (std::size_t i = block.first; i < block.last && block.first_side.empty(); ++i)
      block.first_side = first_side_in(steps_[i].text);
    if (side != Side::each) {
      block.heading = "To the " + std::string{vocabulary::name(side)};
      return;
    }
    block.heading = "Sides × " + std::to_string(often) + " each side";

    if (!told) block.open = "how often is not told: two rounds on a side are our number";
  }

  [[nodiscard]] int count(int open) const { return reading_.rounds ? std::clamp(reading_.rounds->min, 1, 100) : open; }

  const Reading& reading_;
  const std::vector<Step>& steps_;
  std::vector<Block> blocks_;
};

} // namespace

std::vector<Block> blocks_of(const Reading& reading) {
  return Sorter{reading}.sort();
}

} // namespace supple::reader
