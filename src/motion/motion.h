// SPDX-License-Identifier: Apache-2.0
// The room `motion`: a session and a person as a pose at any time. Between the targets of the phases the intent travels
// so that position, speed and acceleration are continuous; and it stays so when she pauses, changes the pace, skips or
// stops.
#pragma once

#include "body/pose.h"
#include "guide/live.h"

#include <vector>

namespace supple::motion {

/// The person that the settings tell of.
[[nodiscard]] body::Person person_of(const guide::Settings& settings);

/// The intent with its first and second derivatives by time, per second and per second squared.
struct Flow {
  body::Intent intent, speed, acceleration;
};

/// The planned motion of a session: a target for each phase, reached at its end.
struct Motion {
  std::vector<double> times_s;        ///< the ends of the travels; times_s[0] = 0
  std::vector<body::Intent> targets;  ///< the same number: the intent at those times, at rest
  std::vector<std::string> refused;   ///< what the figure cannot show of this session, in words, none twice
};

[[nodiscard]] Motion motion_of(const guide::Session& session, const body::Person& person);

/// The planned intent at a place in the session.
[[nodiscard]] Flow flow_at(const Motion& motion, double position_s);

/// Follows a live session. An event bends time; the difference in position, speed and acceleration that it makes is
/// carried over and let go smoothly (a quintic to zero), so that the body never jumps.
struct LiveMotion {
  Motion motion;
  int seams = 0;                      ///< of the Live that was last followed
  double seam_at_s = 0, mend_s = 0;   ///< when the last seam was, and how long its mending takes
  Flow seam;                          ///< the difference at the seam
  guide::Live last;                   ///< the live session as last followed
};

[[nodiscard]] LiveMotion follow(const guide::Live& live);

/// To be called right after every `guide::handle`, with the Live after it.
void mend(LiveMotion& motion, const guide::Live& after);

/// The intent at `clock_s`, at or after the last event.
[[nodiscard]] Flow flow_at(const LiveMotion& motion, const guide::Live& live, double clock_s);

} // namespace supple::motion
