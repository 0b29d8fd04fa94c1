// SPDX-License-Identifier: Apache-2.0
#include "guide/prompts.h"

#include "guide/numbers.h"

#include <utility>

namespace supple::guide {

namespace {

using score::Beat;
using vocabulary::Breath;
using vocabulary::Side;

std::string said(std::string_view text, Side side, Naming naming, const Sayings& sayings) {
  return naming.side == Side::none ? with_side_word(text, side, sayings)
                                   : beginning_with_side(text, naming.side, sayings);
}

} // namespace

Saying sentence_of(const Beat& beat, CueKind kind, Naming naming, Side side, const Sayings& sayings) {
  return {kind, said(beat.sentence, side, naming, sayings), naming.changes};
}

std::vector<Saying> prompts_of(const Beat& beat, const Turn& turn, Naming naming, Breath breath,
                               const Sayings& sayings) {
  const bool breathes = breath != Breath::free;
  if (turn.taught) {
    if (!turn.together || !breathes) return {};
    return {{CueKind::with_me, sayings.with_me.of(breath), false}};
  }
  const bool names = naming.side != Side::none;
  std::vector<Saying> prompts;
  const auto offer = [&](CueKind kind, std::string text) {
    prompts.push_back({names ? CueKind::side : kind, std::move(text), naming.changes});
  };
  if (turn.round <= short_form_rounds && !beat.short_form.empty())
    offer(CueKind::short_form, said(as_sentence(beat.short_form), turn.side, naming, sayings));
  if (turn.round <= spoken_rounds && breathes)
    offer(CueKind::breath, said(sayings.breath.of(breath), turn.side, naming, sayings));
  if (names && (turn.round <= spoken_rounds || naming.changes))
    offer(CueKind::side, said("", turn.side, naming, sayings));
  return prompts;
}

std::vector<Saying> prompts_of_added_breath(const Turn& turn, Breath breath, const Sayings& sayings) {
  if (turn.round > spoken_rounds) return {};
  return {{CueKind::breath, sayings.breath.of(breath), false}};
}

} // namespace supple::guide
