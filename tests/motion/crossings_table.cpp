// SPDX-License-Identifier: Apache-2.0
// Prints where she is deepest within herself or the mat, over all postures and the ways between neighbours, at five
// weeks: `motion_crossings_table [MILLIMETRES]`, from which depth on (5 where none is given).
#include "crossings.h"

#include "body/moves.h"
#include "motion/ways.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace supple;
using vocabulary::Posture;

struct Found {
  motion::Crossing crossing;
  double week, depth;
  std::string where;
};

void keep(const std::string& where, double week, motion::Crossing crossing, double depth, double least,
          std::vector<Found>& found) {
  if (depth >= least) found.push_back({crossing, week, depth, where});
}

void look(double week, double least, std::vector<Found>& found) {
  motion::Crossings crossings(week);
  const auto crossing = [](std::size_t k) { return static_cast<motion::Crossing>(k); };
  for (int a = 0; a < vocabulary::posture_count; ++a) {
    const auto from = static_cast<Posture>(a);
    const body::Pose held = body::pose(
        crossings.skeleton(),
        body::intent_of(crossings.skeleton().person, from, {}, vocabulary::Side::left, vocabulary::Sense::up).intent);
    const motion::Depths at_rest = crossings.in(held);
    for (std::size_t k = 0; k < at_rest.size(); ++k)
      keep(std::string(vocabulary::name(from)), week, crossing(k), at_rest[k], least, found);
    for (int b = 0; b < vocabulary::posture_count; ++b) {
      const auto to = static_cast<Posture>(b);
      if (a == b || !motion::way_between(from, to).empty()) continue;
      const auto deepest = crossings.on_the_way(from, to);
      for (std::size_t k = 0; k < deepest.size(); ++k) {
        char at[32];
        std::snprintf(at, sizeof at, " at %.1f s", deepest[k].at_s);
        keep(std::string(vocabulary::name(from)) + " to " + std::string(vocabulary::name(to)) + at, week, crossing(k),
             deepest[k].depth, least, found);
      }
    }
  }
}

} // namespace

int main(int count, char** words) {
  const double least = (count > 1 ? std::strtod(words[1], nullptr) : 5) / 1000;
  std::vector<Found> found;
  for (const double week : {12, 20, 30, 38, 40})
    look(week, least, found);
  std::ranges::sort(found, std::greater{}, &Found::depth);
  for (const Found& one : found)
    std::printf("%6.1f mm  %-16s week %2.0f  %s\n", one.depth * 1000, std::string(name(one.crossing)).c_str(), one.week,
                one.where.c_str());
}
