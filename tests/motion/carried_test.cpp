// SPDX-License-Identifier: Apache-2.0
// Something carries her on every way between postures: she never floats, and her weight is over what she rests on.
#include "motion/motion.h"
#include "motion/ways.h"

#include "body/loads.h"
#include "figure/likeness.h"

#include "../sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace supple::motion {
namespace {

using vocabulary::Posture;
using vocabulary::Side;

struct Way {
  Posture from, to;
  Side first = Side::left, then = Side::left;
};

// To every neighbour, and from one side to the other.
std::vector<Way> every_way() {
  std::vector<Way> ways;
  for (int a = 0; a < vocabulary::posture_count; ++a)
    for (int b = 0; b < vocabulary::posture_count; ++b) {
      const auto from = static_cast<Posture>(a), to = static_cast<Posture>(b);
      if (way_between(from, to).empty()) ways.push_back({from, to, Side::left, a == b ? Side::right : Side::left});
    }
  return ways;
}

Motion going(const Way& way, const body::Person& person) {
  guide::Session session;
  guide::Phase start, end, rest;
  start.end_s = end.start_s = 1;
  end.end_s = rest.start_s = 7;
  rest.end_s = session.duration_s = 60;
  start.posture = way.from, start.side = way.first;
  end.posture = rest.posture = way.to, end.side = rest.side = way.then;
  session.phases = {start, end, rest};
  return motion_of(session, person);
}

class Looker {
public:
  explicit Looker(double week)
      : skeleton_(body::skeleton_of({.week = week})), segments_(body::segments_of(skeleton_)),
        likeness_(figure::likeness_of(skeleton_, figure::Detail::coarse)) {}

  [[nodiscard]] Motion go(const Way& way) const { return going(way, skeleton_.person); }

  // How high the lowest place of her skin is over the mat.
  [[nodiscard]] double floats_m(const body::Intent& intent) {
    pose_surface(likeness_, body::pose(skeleton_, intent), posed_);
    float lowest = 1;
    for (const figure::Place& place : posed_.places)
      lowest = std::min(lowest, place.z);
    return static_cast<double>(lowest);
  }

  // What nothing under her can give for her to move as she does, newtons and newton metres.
  [[nodiscard]] body::Loads loads(const Motion& motion, double at_s) const {
    constexpr double step_s = 0.01;
    const auto bones = [&](double t) { return body::pose(skeleton_, flow_at(motion, t).intent).links; };
    const body::Bones now = bones(at_s);
    return loads_of(skeleton_, segments_, flow_at(motion, at_s).intent, now,
                    movement_of(skeleton_, bones(at_s - step_s), now, bones(at_s + step_s), step_s));
  }

private:
  body::Skeleton skeleton_;
  body::Segments segments_;
  figure::Likeness likeness_;
  figure::Posed posed_;
};

// On the edge of her back, where no contact is, and down to her side, where no hand helps her, the model's contacts do
// not bear her; a plank is come to from the side where she does not lie on her belly (docs/body.md).
bool lies_on_an_edge(const Way& way) {
  const auto is = [&](Posture posture) { return way.from == posture || way.to == posture; };
  return is(Posture::side_lying) || is(Posture::prone);
}

TEST(Carried, SomethingIsOnTheMatAllTheWay) {
  constexpr double step_s = 0.1, most_m = 0.006;
  for (const double week : sanitized ? std::vector{38.0} : std::vector{12.0, 38.0}) {
    Looker looker(week);
    for (const Way& way : every_way()) {
      SCOPED_TRACE(std::string(vocabulary::name(way.from)) + " to " + std::string(vocabulary::name(way.to)));
      const Motion motion = looker.go(way);
      const double arrives_s = motion.travels[motion.phase_starts.back() - 1].end_s;
      for (double at_s = 1; at_s <= arrives_s; at_s += step_s)
        ASSERT_LT(looker.floats_m(flow_at(motion, at_s).intent), most_m) << at_s << ", week " << week;
    }
  }
}

// On one foot her balance is a matter of a few centimetres: 70 Nm are 10 or 11 of them, where she rises over crossed
// shins.
TEST(Carried, HerWeightIsOverWhatSheRestsOn) {
  constexpr double step_s = 0.1, most_N = 25, most_Nm = 70;
  for (const double week : sanitized ? std::vector{38.0} : std::vector{12.0, 38.0}) {
    Looker looker(week);
    for (const Way& way : every_way()) {
      if (lies_on_an_edge(way)) continue;
      SCOPED_TRACE(std::string(vocabulary::name(way.from)) + " to " + std::string(vocabulary::name(way.to)));
      const Motion motion = looker.go(way);
      const double arrives_s = motion.travels[motion.phase_starts.back() - 1].end_s;
      for (double at_s = 1; at_s <= arrives_s; at_s += step_s) {
        const body::Efforts missing = looker.loads(motion, at_s).efforts;
        ASSERT_LT(length(missing.force[0]), most_N) << at_s << ", week " << week;
        ASSERT_LT(length(missing.moment[0]), most_Nm) << at_s << ", week " << week;
      }
    }
  }
}

} // namespace
} // namespace supple::motion
