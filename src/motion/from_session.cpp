// SPDX-License-Identifier: Apache-2.0
// What the motion takes from a session: who is led, and what is done.
#include "motion/motion.h"

namespace supple::motion {

std::vector<vocabulary::MoveAmount> all_moves(const guide::Phase& phase) {
  std::vector<vocabulary::MoveAmount> moves = phase.standing;
  moves.insert(moves.end(), phase.moves.begin(), phase.moves.end());
  return moves;
}

body::Person person_of(const guide::Settings& settings) {
  body::Person person;
  person.week = settings.week;
  person.wrists = static_cast<body::Wrists>(settings.wrists);
  person.knees_padded = settings.knees_padded;
  person.knees_close = settings.pelvis;
  person.knees_wide = settings.belly;
  person.head_up = settings.head_up;
  return person;
}

} // namespace supple::motion
