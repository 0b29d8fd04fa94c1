// SPDX-License-Identifier: Apache-2.0
// The room `motion`: a session and a person as a pose at any time. Between the targets of the phases the intent travels
// so that position, speed and acceleration are continuous; and it stays so when she pauses, changes the pace, skips or
// stops.
#pragma once

#include "body/pose.h"
#include "guide/session.h"

#include <vector>

namespace supple::motion {

/// The person that the settings tell of.
[[nodiscard]] body::Person person_of(const guide::Settings& settings);

/// The intent with its first and second derivatives by time, per second and per second squared.
struct Flow {
  body::Intent intent, speed, acceleration;
};

/// The planned motion of a session: a target for each phase, reached at its end, from rest to rest.
struct Motion {
  std::vector<double> times_s;       ///< the ends of the travels; times_s[0] = 0
  std::vector<body::Intent> targets; ///< the same number: the intent at those times, at rest
  std::vector<std::string> refused;  ///< what the figure cannot show of this session, in words, none twice
};

[[nodiscard]] Motion motion_of(const guide::Session& session, const body::Person& person);

/// The planned intent at a place in the session.
[[nodiscard]] Flow flow_at(const Motion& motion, double position_s);

} // namespace supple::motion
