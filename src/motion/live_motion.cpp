// SPDX-License-Identifier: Apache-2.0
#include "motion/live_motion.h"

#include "geometry/trigonometry.h"

#include <algorithm>

namespace supple::motion {

namespace {

constexpr double usual_mend_s = 0.8;
constexpr double stop_mend_s = 0.1;               // she hears silence within 100 ms, and sees stillness
constexpr double fastest = geometry::radians(60); // a second: the rest is left for the planned motion under it

// A session that is led goes on by itself between two advances; else it stands still.
Flow planned(const Motion& motion, const guide::Live& live, double clock_s) {
  if (live.state == guide::State::leading)
    return flow_at(motion, live.position_s + std::max(0.0, clock_s - live.clock_s));
  Flow still = flow_at(motion, live.position_s);
  still.speed = {};
  still.acceleration = {};
  return still;
}

// The quintic with this value, speed and acceleration at 0, and nothing of them at `lasts_s`.
struct Fade {
  double value = 0, speed = 0, acceleration = 0;
};

Fade fade_at(double value, double speed, double acceleration, double lasts_s, double t_s) {
  const double u = t_s / lasts_s;
  const double p = value;
  const double v = speed * lasts_s;
  const double a = acceleration * lasts_s * lasts_s;
  const double c3 = -10 * p - 6 * v - 1.5 * a;
  const double c4 = 15 * p + 8 * v + 1.5 * a;
  const double c5 = -6 * p - 3 * v - 0.5 * a;
  return {p + u * (v + u * (a / 2 + u * (c3 + u * (c4 + u * c5)))),
          (v + u * (a + u * (3 * c3 + u * (4 * c4 + u * 5 * c5)))) / lasts_s,
          (a + u * (6 * c3 + u * (12 * c4 + u * 20 * c5))) / (lasts_s * lasts_s)};
}

// What is far, as after a skip, takes longer: this quintic is at its fastest 15/8 of its mean.
double mend_of(const guide::Live& after, const Flow& difference) {
  if (after.state == guide::State::stopped) return stop_mend_s;
  double farthest = 0;
  for (std::size_t i = body::Intent::joints_at; i < body::Intent::contacts_at; i += 3) {
    const double* const v = &difference.intent.value[i];
    farthest = std::max(farthest, length(geometry::Vec3{v[0], v[1], v[2]}));
  }
  return std::max(usual_mend_s, farthest * (15.0 / 8) / fastest);
}

} // namespace

LiveMotion follow(const guide::Live& live) {
  LiveMotion moving;
  moving.motion = motion_of(live.session, person_of(live.settings));
  moving.last = live;
  return moving;
}

void mend(LiveMotion& moving, const guide::Live& after) {
  const double clock_s = after.clock_s;
  const Flow before = flow_at(moving, moving.last, clock_s);
  if (after.settings.pace_bpm != moving.last.settings.pace_bpm ||
      after.session.duration_s != moving.last.session.duration_s) {
    const body::Person person = person_of(after.settings);
    const bool is_the_same = person == person_of(moving.last.settings);
    moving.motion = motion_of(after.session, person, is_the_same ? moving.motion : Motion{});
  }
  const Flow wanted = planned(moving.motion, after, clock_s);
  for (std::size_t c = 0; c < body::Intent::count; ++c) {
    moving.seam.intent.value[c] = before.intent.value[c] - wanted.intent.value[c];
    moving.seam.speed.value[c] = before.speed.value[c] - wanted.speed.value[c];
    moving.seam.acceleration.value[c] = before.acceleration.value[c] - wanted.acceleration.value[c];
  }
  moving.seam_at_s = clock_s;
  moving.mend_s = mend_of(after, moving.seam);
  moving.last = after;
}

Flow flow_at(const LiveMotion& moving, const guide::Live& live, double clock_s) {
  Flow flow = planned(moving.motion, live, clock_s);
  const double since_s = clock_s - moving.seam_at_s;
  if (moving.mend_s <= 0 || since_s >= moving.mend_s) return flow;
  for (std::size_t c = 0; c < body::Intent::count; ++c) {
    const Fade fade = fade_at(moving.seam.intent.value[c], moving.seam.speed.value[c],
                              moving.seam.acceleration.value[c], moving.mend_s, std::max(0.0, since_s));
    flow.intent.value[c] += fade.value;
    flow.speed.value[c] += fade.speed;
    flow.acceleration.value[c] += fade.acceleration;
  }
  return flow;
}

} // namespace supple::motion
