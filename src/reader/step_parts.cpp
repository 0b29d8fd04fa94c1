// SPDX-License-Identifier: Apache-2.0
#include "reader/step_parts.h"

#include <string>

namespace supple::reader {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Posture;

Step step_of(const Part& part, text::Place place, std::string_view words) {
  return {part.breath, part.side,   part.sense, part.moves,        part.amounts,
          part.hold,   part.counts, place,      std::string{words}};
}

void add_part(Step& step, const Part& part) {
  if (step.moves == std::vector{Move::breathe} && !part.moves.empty()) step.moves.clear();
  if (!part.only_breathes || step.moves.empty()) add_new(step.moves, part.moves);
  step.amounts.insert(step.amounts.end(), part.amounts.begin(), part.amounts.end());
  if (step.side == vocabulary::Side::none) step.side = part.side;
  if (step.sense == vocabulary::Sense::unsaid) step.sense = part.sense;
  if (!step.hold) step.hold = part.hold;
  if (step.counts == 0) step.counts = part.counts;
}

bool holds(const std::vector<Move>& moves, Move move) {
  return std::ranges::find(moves, move) != moves.end();
}

bool goes_on(const Step& step, const Part& part) {
  const bool stays = holds(part.moves, Move::stay), stayed = holds(step.moves, Move::stay);
  if (stayed && part.moves == std::vector{Move::breathe} && !part.breath_said) return true;
  if (stays != stayed || step.breath != part.breath || part.breath == Breath::free) return false;
  return step.side == part.side || part.side == vocabulary::Side::none || step.side == vocabulary::Side::none;
}

void fit_to_posture(Part& part, std::optional<Posture> posture) {
  const bool lies_or_sits = posture == Posture::supine || posture == Posture::side_lying ||
                            posture == Posture::seated || posture == Posture::prone || posture == Posture::chair;
  for (Move& move : part.moves)
    if (move == Move::pelvis_back && lies_or_sits) move = Move::return_;
  const bool sits = posture == Posture::chair || posture == Posture::ball || posture == Posture::seated;
  if (sits && std::erase(part.moves, vocabulary::go(Posture::forward_fold)) > 0) // she hinges where she sits
    add_new(part.moves, {Move::pelvis_tip});
  if (sits || posture == Posture::standing) std::erase(part.moves, Move::pelvis_lift); // "hips up on a cushion"
  if (holds(part.moves, vocabulary::go(Posture::lunge))) std::erase(part.moves, vocabulary::go(Posture::half_kneeling));
}

void rock_back(Part& part, const SentenceReading& said) {
  if (part.breath == Breath::free || std::ranges::any_of(said.parts, &Part::breath_said)) return;
  for (Move& move : part.moves)
    if (move == vocabulary::go(Posture::heel_sit)) move = Move::pelvis_back;
}

bool takes_posture(const std::vector<Move>& moves) {
  return std::ranges::any_of(moves, [](Move move) { return vocabulary::posture_of(move).has_value(); });
}

bool sighs(const Step& step, const Lexicon::Entries& entries) {
  return !find_all(entries.sighs, words_of(step.text)).empty();
}

} // namespace supple::reader
