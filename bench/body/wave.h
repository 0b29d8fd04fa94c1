// SPDX-License-Identifier: Apache-2.0
// What is timed: a wave on hands and knees.
#pragma once

#include "body/contacts.h"
#include "body/moves.h"
#include "body/segments.h"

#include <vector>

namespace supple::bench {

inline constexpr int frames = 240;

// Rounding and travelling from one posture to another, as in a session: what is wanted is not what the contacts let be.
struct Wave {
  body::Skeleton skeleton = body::skeleton_of({});
  body::Segments segments = body::segments_of(skeleton);
  std::vector<body::Intent> intents;
  std::vector<body::Joints> joints;
  std::vector<body::Bones> wanted, held;

  Wave() {
    using vocabulary::Posture;
    body::Channels round = body::at_rest(Posture::all_fours), back = body::at_rest(Posture::between);
    round[body::Channel::round] = round[body::Channel::head] = 1;
    round[body::Channel::side_up] = 0.7;
    const body::Intent a = body::intent_of({}, Posture::all_fours, round);
    const body::Intent b = body::intent_of({}, Posture::between, back);
    for (int i = 0; i < frames; ++i) {
      const double t = i / static_cast<double>(frames - 1);
      body::Intent intent;
      for (std::size_t k = 0; k < body::Intent::count; ++k)
        intent.value[k] = a.value[k] + (b.value[k] - a.value[k]) * t;
      intents.push_back(intent);
      joints.push_back(joints_of(skeleton, intent));
      lay_bones(skeleton, intent, wanted.emplace_back());
      hold_contacts(skeleton, intent, held.emplace_back());
    }
  }
};

} // namespace supple::bench
