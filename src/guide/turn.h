// SPDX-License-Identifier: Apache-2.0
// One time through the beats of a section, laid out as slots: taught with whole sentences, or led with short forms.
#pragma once

#include "guide/bearing.h"
#include "guide/outline.h"

namespace supple::guide {

struct Turn {
  CueKind kind = CueKind::teach; ///< of its sentences, where they are spoken
  vocabulary::Side side = vocabulary::Side::none;
  int round = 0;         ///< 1, 2, … where it is repeated
  bool taught = true;    ///< whole sentences, unpaced; else short forms, each in the phase before
  bool together = false; ///< taught with "now with me" before each breath
  bool closed = false;   ///< another turn follows at once: it ends on the other breath than it begins with
};

/// Where the outline has come to.
struct Stage {
  const Sayings& sayings;
  Outline outline;
  Bearing bearing;
  std::vector<vocabulary::MoveAmount> moves; ///< of the last breath
  vocabulary::Sense sense = vocabulary::Sense::unsaid;
  vocabulary::Side named = vocabulary::Side::none; ///< the side that was named last
  text::Place place = {};                          ///< of the beat that is done; length 0: of none
};

/// Whether a beat is an instruction without a breath, a hold or a time of its own: it adds to the posture.
[[nodiscard]] bool is_plain(const score::Beat& beat);

void add_slot(Stage& stage, Slot slot);

/// A slot where the stage is now.
[[nodiscard]] Slot slot_at(const Stage& stage, const Turn& turn, Length length);

void lay_turn(Stage& stage, const score::Section& section, const Turn& turn);

} // namespace supple::guide
