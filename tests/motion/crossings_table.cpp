// SPDX-License-Identifier: Apache-2.0
// Prints where she is deepest within herself or the mat, at six weeks, with her knees as wide as they like and close:
// in all postures, on the ways between neighbours, in what every move makes of a posture, at the wall too, and on the
// ways into every move, out of it and from one side of it to the other.
//
//   motion_crossings_table [MILLIMETRES [all]]
//
// from which depth on (5 where none is given); the worst week of each, unless all are asked for.
#include "crossings.h"

#include "body/moves.h"
#include "motion/ways.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace supple;
using motion::Crossing;
using vocabulary::Posture;
using vocabulary::Side;

struct Found {
  Crossing crossing;
  std::string kind, where;
  double week, depth;
};

class Looker {
public:
  Looker(double week, bool close, std::vector<Found>& found)
      : week_(week), close_(close), crossings_({.week = week, .knees_close = close}), found_(found) {}

  void look() {
    for (int a = 0; a < vocabulary::posture_count; ++a) {
      const auto posture = static_cast<Posture>(a);
      held("held", posture, {}, Side::none);
      moves(posture, {});
      ways_of_moves(posture);
      if (in_reach_of_a_wall(posture)) {
        constexpr vocabulary::MoveAmount to_wall{vocabulary::Move::hands_place, vocabulary::default_amount,
                                                 vocabulary::Spot::wall};
        held("held", posture, {to_wall}, Side::none);
        moves(posture, {to_wall});
      }
      for (int b = 0; b < vocabulary::posture_count; ++b)
        way(posture, static_cast<Posture>(b));
    }
  }

private:
  static bool in_reach_of_a_wall(Posture posture) {
    return posture == Posture::standing || posture == Posture::forward_fold;
  }

  void keep(const std::string& kind, const std::string& where, std::size_t k, double depth) {
    found_.push_back({static_cast<Crossing>(k), kind + (close_ ? ", knees close" : ""), where, week_, depth});
  }

  void held(const std::string& kind, Posture posture, std::vector<vocabulary::MoveAmount> moves, Side side) {
    const body::Skeleton& skeleton = crossings_.skeleton();
    const body::Intent intent = body::intent_of(skeleton.person, posture, moves, side, vocabulary::Sense::up).intent;
    const motion::Depths depths = crossings_.in(body::pose(skeleton, intent));
    std::string where(vocabulary::name(posture));
    for (const vocabulary::MoveAmount& move : moves)
      where += ", " + std::string(vocabulary::name(move.move));
    if (side == Side::right) where += " right";
    for (std::size_t k = 0; k < depths.size(); ++k)
      keep(kind, where, k, depths[k]);
  }

  // Each alone, on both sides, as far as the text does not say how far.
  void moves(Posture posture, const std::vector<vocabulary::MoveAmount>& before) {
    for (int m = 0; m < vocabulary::move_count; ++m) {
      const auto move = static_cast<vocabulary::Move>(m);
      if (body::outcome_of(move, posture) != body::Outcome::moves) continue;
      std::vector<vocabulary::MoveAmount> all = before;
      all.push_back({move, vocabulary::default_amount});
      for (const Side side : {Side::left, Side::right})
        held("moved", posture, all, side);
    }
  }

  void way(Posture from, Posture to) {
    if (from == to || !motion::way_between(from, to).empty()) return;
    const auto deepest = crossings_.on_the_way(from, to);
    const std::string where = std::string(vocabulary::name(from)) + " to " + std::string(vocabulary::name(to));
    for (std::size_t k = 0; k < deepest.size(); ++k)
      keep("way", where, k, deepest[k].depth);
  }

  // By how much she is deeper than before and after.
  void ways_of_moves(Posture posture) {
    constexpr double step_s = 0.1;
    for (const motion::WayOfAMove& way : motion::ways_of_moves(posture)) {
      const motion::Depths deeper = crossings_.deeper_on_the_way(way.from, way.to, step_s);
      for (std::size_t k = 0; k < deeper.size(); ++k)
        keep("deeper on the way", way.words, k, deeper[k]);
    }
  }

  double week_;
  bool close_;
  motion::Crossings crossings_;
  std::vector<Found>& found_;
};

// Of the same place only the worst week.
void keep_the_worst(std::vector<Found>& sorted) {
  std::map<std::pair<std::string, Crossing>, bool> seen;
  std::erase_if(sorted,
                [&](const Found& one) { return !seen.try_emplace({one.kind + one.where, one.crossing}, true).second; });
}

} // namespace

int main(int count, char** words) {
  const double least = (count > 1 ? std::strtod(words[1], nullptr) : 5) / 1000;
  const bool all = count > 2 && std::string_view(words[2]) == "all";
  std::vector<Found> found;
  for (const bool close : {false, true})
    for (const double week : {12, 20, 30, 38, 40, 42})
      Looker(week, close, found).look();
  std::ranges::stable_sort(found, std::greater{}, &Found::depth);
  if (!all) keep_the_worst(found);
  for (const Found& one : found)
    if (one.depth >= least)
      std::printf("%6.1f mm  %-16s %-18s week %2.0f  %s\n", one.depth * 1000, std::string(name(one.crossing)).c_str(),
                  one.kind.c_str(), one.week, one.where.c_str());
}
