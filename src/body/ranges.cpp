// SPDX-License-Identifier: Apache-2.0
#include "body/ranges.h"

#include <algorithm>

namespace supple::body {

Bends bends_of(const Stance& stance) {
  const Bend &lumbar = stance.lumbar, &thoracic = stance.thoracic, &neck = stance.neck;
  return {lumbar.flex, lumbar.bend, lumbar.turn, thoracic.flex, thoracic.bend, thoracic.turn, neck.flex + stance.head,
          neck.bend,   neck.turn};
}

bool Ranges::hold(const Bends& bends) const {
  for (std::size_t i = 0; i < bends.size(); ++i)
    if (bends[i] < least[i] || bends[i] > most[i]) return false;
  return true;
}

void Ranges::widen(const Bends& bends) {
  for (std::size_t i = 0; i < bends.size(); ++i) {
    least[i] = std::min(least[i], bends[i]);
    most[i] = std::max(most[i], bends[i]);
  }
}

void bring_within(const Ranges& ranges, Stance& stance) {
  Bends less = bends_of(stance);
  for (std::size_t i = 0; i < less.size(); ++i)
    less[i] -= std::clamp(less[i], ranges.least[i], ranges.most[i]);
  stance.pelvis -= less[lumbar_flexion];
  std::size_t i = 0;
  for (Bend* region : {&stance.lumbar, &stance.thoracic, &stance.neck})
    for (double* way : {&region->flex, &region->bend, &region->turn})
      *way -= less[i++];
}

} // namespace supple::body
