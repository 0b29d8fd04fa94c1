// SPDX-License-Identifier: Apache-2.0
// The room `motion`: a session and a person as a pose at any time. Between the targets of the phases the intent travels
// so that position, speed and acceleration are continuous; and it stays so when she pauses, changes the pace, skips or
// stops.
#pragma once

#include "body/pose.h"
#include "guide/session.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace supple::motion {

/// The person that the settings tell of.
[[nodiscard]] body::Person person_of(const guide::Settings& settings);

/// The intent with its first and second derivatives by time, per second and per second squared.
struct Flow {
  body::Intent intent, speed, acceleration;
};

/// Which posture she is in, and whether at the wall.
struct Whereabouts {
  vocabulary::Posture posture = vocabulary::Posture::all_fours;
  bool at_wall = false;
  friend constexpr bool operator==(const Whereabouts&, const Whereabouts&) = default;
};

/// From the target before to this one, from rest to rest.
struct Travel {
  double start_s = 0, end_s = 0;
  Whereabouts leaves, reaches;
  double needed_s = 0;   ///< so that no joint is hurried: at least this, or more than enough
  bool is_exact = false; ///< it is at least this
  body::Intent from, to;
  body::Intent step;  ///< contacts that move from one place to another let go on the way: added in its middle
  body::Intent early; ///< limbs that are led round something (leading.h): added before its middle, taken off after it
  double farthest_slide_m = 0; ///< of what is held at both ends; it steps where that is farther
  bool goes_round = false;     ///< limbs are led round one another (sitting.h), where they are in the way
  std::optional<std::array<body::Intent, 2>> circle; ///< added ahead and aside, once round

  /// When each limb goes, as parts of the time: left arm, right arm, left leg, right leg. An elbow may bend more in the
  /// middle of the travel, radians.
  struct Part {
    double from = 0, to = 1, elbow = 0;
  };

  std::array<Part, 4> limbs;
  double one_by_one = 0; ///< 0: all joints at once; else the part of the time by which the last one of the spine waits
  bool from_the_head = false; ///< which end of the spine is the first
};

/// What is done in a phase: what stands, and the moves of its breath.
[[nodiscard]] std::vector<vocabulary::MoveAmount> all_moves(const guide::Phase& phase);

/// The planned motion of a session: a target for each phase, reached at its end; or later, where the phase is so short
/// that a joint would turn at 90 degrees a second or faster.
struct Motion {
  std::vector<Travel> travels;           ///< one after the other, without a gap
  std::vector<std::size_t> phase_starts; ///< the travel that each phase begins with
  std::vector<std::string> refused;      ///< what makes no sense where this session asks for it, in words, none twice
};

/// Where the body is when the phase begins.
[[nodiscard]] const body::Intent& start_of(const Motion& motion, int phase);

/// `before`: an earlier plan for the same person, of which much may be the same. It changes nothing of the answer; the
/// plan is made in less time.
[[nodiscard]] Motion motion_of(const guide::Session& session, const body::Person& person, const Motion& before = {});

/// How long it takes to let go what an event changes in her speed (live_motion.h).
inline constexpr double mending_s = 0.8;

/// Where she is, not as planned, when an event takes the session to `position_s`.
struct Departure {
  double position_s = 0;
  body::Intent intent;
  Travel travel; ///< that she is on
};

/// The plan with another way into it: from the departure by the postures between to the targets of the phases, until
/// she has caught up with `plan`. Where the session is at its end she stays where she is.
[[nodiscard]] Motion motion_from(const Departure& departure, const guide::Session& session, const body::Person& person,
                                 const Motion& plan);

/// The travel that she is on at a place in the session; the last one after its end.
[[nodiscard]] const Travel& travel_at(const Motion& motion, double position_s);

/// The intent on the way.
[[nodiscard]] Flow flow_at(const Travel& travel, double position_s);

/// The planned intent at a place in the session.
[[nodiscard]] Flow flow_at(const Motion& motion, double position_s);

} // namespace supple::motion
