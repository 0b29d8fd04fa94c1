// SPDX-License-Identifier: Apache-2.0
#include "motion/refused.h"

#include "body/moves.h"
#include "motion/motion.h"

#include <set>
#include <tuple>

namespace supple::motion {

std::vector<vocabulary::MoveAmount> done_there(const guide::Phase& phase, vocabulary::Posture left) {
  std::vector<vocabulary::MoveAmount> moves = all_moves(phase);
  std::erase_if(moves, [&](const vocabulary::MoveAmount& each) {
    return !body::makes_sense(each, phase.posture) && body::makes_sense(each, left);
  });
  return moves;
}

text::Diagnostics refused_in(const guide::Session& session) {
  text::Diagnostics findings;
  std::set<std::tuple<vocabulary::Move, vocabulary::Spot, vocabulary::Posture>> told;
  for (std::size_t p = 0; p < session.phases.size(); ++p) {
    const guide::Phase& phase = session.phases[p];
    for (const vocabulary::MoveAmount& each : done_there(phase, session.phases[p == 0 ? 0 : p - 1].posture)) {
      if (body::makes_sense(each, phase.posture) || !told.emplace(each.move, each.spot, phase.posture).second) continue;
      findings.push_back({"posture.move", text::Severity::warning, phase.place,
                          "the body leaves this out, as it makes no sense in " +
                              std::string{vocabulary::name(phase.posture)} + ": " +
                              std::string{vocabulary::meaning(each)},
                          "another move, or another posture before it"});
    }
  }
  return findings;
}

} // namespace supple::motion
