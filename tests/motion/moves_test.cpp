// SPDX-License-Identifier: Apache-2.0
// Into every move, out of it and over to the other side: no joint is hurried, and she is there before she has lost the
// breath that leads her.
#include "crossings.h"

#include "body/contacts.h"
#include "geometry/trigonometry.h"
#include "motion/motion.h"

#include "../sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace supple::motion {
namespace {

// A breath in at the quickest pace.
constexpr double begins_s = 1, asked_s = 2;

Motion motion_on(const WayOfAMove& way, const body::Person& person) {
  const auto phase = [](double start_s, double end_s, const Crossings::Worked& worked) {
    guide::Phase made;
    made.start_s = start_s, made.end_s = end_s;
    made.posture = worked.posture, made.side = worked.side, made.moves = worked.moves;
    return made;
  };
  guide::Session session;
  session.duration_s = 60;
  session.phases = {phase(0, begins_s, way.from), phase(begins_s, begins_s + asked_s, way.to),
                    phase(begins_s + asked_s, session.duration_s, way.to)};
  return motion_of(session, person);
}

double arrival_s(const Motion& motion) {
  return motion.travels[motion.phase_starts.back() - 1].end_s;
}

// Of any joint, degrees a second.
double fastest(const Motion& motion, const body::Person& person) {
  constexpr double step_s = sanitized ? 0.1 : 0.02;
  const body::Skeleton skeleton = body::skeleton_of(person);
  body::Bones before, now;
  hold_contacts(skeleton, flow_at(motion, begins_s).intent, before);
  double largest = 0;
  for (double at_s = begins_s + step_s; at_s <= arrival_s(motion); at_s += step_s) {
    hold_contacts(skeleton, flow_at(motion, at_s).intent, now);
    for (std::size_t k = 1; k < body::link_count; ++k) {
      const std::size_t from = body::parents[k];
      largest = std::max(largest, length(geometry::vector_of(inverse(inverse(before.turned[from]) * before.turned[k]) *
                                                             (inverse(now.turned[from]) * now.turned[k]))));
    }
    before = now;
  }
  return geometry::degrees(largest / step_s);
}

TEST(Moves, AreGoneIntoAndOutOfWithoutHurry) {
  constexpr double most_deg_s = 90, latest_s = 16; // up from a fold, and walking to the wall
  for (const double week : sanitized ? std::vector{38.0} : std::vector{12.0, 38.0}) {
    const body::Person person{.week = week};
    for (int p = 0; p < vocabulary::posture_count; ++p)
      for (const WayOfAMove& way : ways_of_moves(static_cast<vocabulary::Posture>(p))) {
        SCOPED_TRACE(way.words + " in week " + std::to_string(week));
        const Motion motion = motion_on(way, person);
        EXPECT_LT(fastest(motion, person), most_deg_s);
        EXPECT_LT(arrival_s(motion) - begins_s, latest_s);
      }
  }
}

} // namespace
} // namespace supple::motion
