// SPDX-License-Identifier: Apache-2.0
// A small exercise as a programme, for the tests of the room.
#pragma once

#include "film/programme.h"
#include "guide/plan.h"
#include "score/understand.h"

#include <optional>
#include <string_view>

namespace supple::film {

inline constexpr std::string_view small_exercise =
    "---\ntitle: Rock; breathe = #1 <slowly>\ntags: [low back, all fours]\n"
    "weeks: 6-40\npostnatal: 8+\n---\n"
    "## Comfort\n- knees: Fold your mat double under your knees.\n"
    "## Start\nCome onto your hands and knees.\n"
    "## Rounds × 3\nInhale: let your hips **travel back**.\n"
    "Exhale: **round** your spine and **come forward**.\n"
    "## Sides × 1 each side\nExhale: **press your {side} side up** to the sky.\n"
    "Inhale: **travel back**.\n"
    "## Finish\nExhale: come to the centre. Inhale: sit back on your heels.\n"
    "## Care\nIf anything hurts, stop.\n";

inline score::Score small_score() {
  return *score::understand(small_exercise, *reader::english(), *score::standard_rules()).score;
}

inline Programme small_programme(std::optional<double> length_s = {}) {
  const score::Score score = small_score();
  return programme_of(score, guide::plan(score, {}), length_s);
}

} // namespace supple::film
