// SPDX-License-Identifier: Apache-2.0
// How far living people bend each region of the spine.
#pragma once

#include "body/stance.h"

namespace supple::body {

/// From this week on nothing goes below neutral into a hollow back (NHS).
inline constexpr double no_hollow_from_week = 20;

/// Degrees beyond neutral of the low back, the thorax and the neck with the head, of each: flexion, bend and turn.
using Bends = std::array<double, 9>;
inline constexpr std::size_t lumbar_flexion = 0, neck_flexion = 6;

[[nodiscard]] Bends bends_of(const Stance& stance);

/// The low back after Pearcy 1985, the thorax after Jiang 2025 (flexion) and Fujimori 2014 and 2012 (bend, turn), the
/// neck after Niewiadomski 2019; of two sides the farther.
struct Ranges {
  Bends least{-16, -18, -5, -13.8, -15.6, -24.9, -60.9, -45.3, -74.5};
  Bends most{51, 18, 5, 22.2, 15.6, 24.9, 65.3, 45.3, 74.5};

  [[nodiscard]] bool hold(const Bends& bends) const;
  /// They go so far too.
  void widen(const Bends& bends);
};

/// Of the thigh against the pelvis' axis, which leans forward as she stands; living people go 16 beyond standing
/// (Moromizato 2016).
inline constexpr double most_hip_extension = 30;

/// Bends every region no farther than the ranges. What the low back does not bend the pelvis does not turn either: the
/// chest stays as it is.
void bring_within(const Ranges& ranges, Stance& stance);

} // namespace supple::body
