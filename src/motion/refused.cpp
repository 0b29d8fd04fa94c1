// SPDX-License-Identifier: Apache-2.0
#include "motion/refused.h"

#include "body/moves.h"
#include "motion/motion.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace supple::motion {

std::vector<vocabulary::MoveAmount> done_there(const body::Person& person, const guide::Phase& phase,
                                               vocabulary::Posture left) {
  std::vector<vocabulary::MoveAmount> moves = all_moves(phase);
  std::erase_if(moves, [&](const vocabulary::MoveAmount& each) {
    return !body::makes_sense(each, body::taken(person, phase.posture)) &&
           body::makes_sense(each, body::taken(person, left));
  });
  return moves;
}

text::Diagnostics refused_in(const guide::Session& session, const body::Person& person) {
  text::Diagnostics findings;
  std::set<std::tuple<vocabulary::Move, vocabulary::Spot, vocabulary::Posture>> told;
  std::map<std::pair<vocabulary::Move, vocabulary::Spot>, text::Place> asked_at;
  std::vector<vocabulary::MoveAmount> before;
  for (std::size_t p = 0; p < session.phases.size(); ++p) {
    const guide::Phase& phase = session.phases[p];
    const vocabulary::Posture posture = body::taken(person, phase.posture);
    const std::vector<vocabulary::MoveAmount> asked = all_moves(phase);
    for (const vocabulary::MoveAmount& each : asked)
      if (std::ranges::find(before, each) == before.end()) asked_at[{each.move, each.spot}] = phase.place;
    for (const vocabulary::MoveAmount& each : done_there(person, phase, session.phases[p == 0 ? 0 : p - 1].posture)) {
      if (body::makes_sense(each, posture) || !told.emplace(each.move, each.spot, posture).second) continue;
      findings.push_back({"posture.move", text::Severity::warning, asked_at[{each.move, each.spot}],
                          "the body leaves this out, as it makes no sense in " +
                              std::string{vocabulary::name(posture)} + ": " + std::string{vocabulary::meaning(each)},
                          "another move, or another posture before it"});
    }
    before = asked;
  }
  return findings;
}

} // namespace supple::motion
