// SPDX-License-Identifier: Apache-2.0
// What the browser has open: a session that is being led with the body that moves in it, or a figure that stands still.
#pragma once

#include "body/skeleton.h"
#include "figure/figure.h"
#include "motion/live_motion.h"
#include "score/understand.h"

#include <optional>
#include <vector>

namespace supple::wasm {

/// A session that is being led.
struct Open {
  guide::Live live;
  motion::LiveMotion motion;
  body::Skeleton skeleton;
};

/// Where she comes from: her outline at the beginning of a phase. It stands still, so it is drawn once a phase.
struct Ghost {
  int phase = -1;
  figure::Drawing drawing;
};

/// A figure that stands still.
struct Still {
  body::Skeleton skeleton;
  body::Intent intent;
};

struct Core {
  reader::Lexicon lexicon;
  score::Rules rules;
  std::optional<Open> open;
  Still still;
  figure::Drawing drawing;
  std::vector<float> floats; ///< the last drawing, in the layout of core.h
  Ghost ghost;
};

} // namespace supple::wasm
