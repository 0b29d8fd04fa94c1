// SPDX-License-Identifier: Apache-2.0
#include "motion/live_motion.h"

#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::motion {

namespace {

constexpr double stop_mend_s = 0.1; // she hears silence within 100 ms, and sees stillness
// What is nearer to the plan than this comes back to it by the mending alone.
constexpr double near_m = 0.03, near_turn = geometry::radians(4), near_hold = 0.02;

// A session that is led goes on by itself between two advances; else it stands still.
double place_of(const guide::Live& live, double clock_s) {
  const bool goes_on = live.state == guide::State::leading;
  return live.position_s + (goes_on ? std::max(0.0, clock_s - live.clock_s) : 0);
}

Flow planned(const Motion& motion, const guide::Live& live, double clock_s) {
  if (live.state == guide::State::leading) return flow_at(motion, place_of(live, clock_s));
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

geometry::Vec3 difference(const body::Intent& a, const body::Intent& b, std::size_t at) {
  return {a.value[at] - b.value[at], a.value[at + 1] - b.value[at + 1], a.value[at + 2] - b.value[at + 2]};
}

// Whether she can come from one to the other at once. What is held in both must be held at the same place: contacts of
// one limb that slid apart could not all be kept.
bool are_near(const body::Intent& a, const body::Intent& b) {
  constexpr double same_m = 1e-9;
  if (length(difference(a, b, 0)) > near_m) return false;
  for (std::size_t i = 3; i < body::Intent::contacts_at; i += 3)
    if (length(difference(a, b, i)) > near_turn) return false;
  for (std::size_t c = body::Intent::contacts_at; c < body::Intent::breath_at; c += 4) {
    if (std::fabs(a.value[c] - b.value[c]) > near_hold) return false;
    if (a.value[c] > 0 && b.value[c] > 0 && length(difference(a, b, c + 1)) > same_m) return false;
  }
  return true;
}

} // namespace

const Motion& shown(const LiveMotion& moving) {
  return moving.detour ? *moving.detour : moving.plan;
}

LiveMotion follow(const guide::Live& live) {
  LiveMotion moving;
  moving.plan = motion_of(live.session, person_of(live.settings));
  moving.last = live;
  return moving;
}

namespace {

// Where a contact was that is not held is not seen.
void let_go_unseen(const body::Intent& intent, Flow& seam) {
  for (std::size_t c = body::Intent::contacts_at; c < body::Intent::breath_at; c += 4)
    if (intent.value[c] <= 0)
      for (std::size_t i = c + 1; i < c + 4; ++i)
        seam.intent.value[i] = seam.speed.value[i] = seam.acceleration.value[i] = 0;
}

// What was not held at the seam, or comes to be held after it, is not held exactly while the mending still draws at it.
void hold_loosely(const Flow& seam, Flow& flow) {
  constexpr double almost = 1 - 1e-9; // what comes nearer by itself is not held exactly either
  for (std::size_t c = body::Intent::contacts_at; c < body::Intent::breath_at; c += 4) {
    const bool held_all_along = seam.intent.value[c] == 0 && seam.speed.value[c] == 0;
    if (flow.intent.value[c] < 1 || held_all_along) continue;
    flow.intent.value[c] = almost;
    flow.speed.value[c] = flow.acceleration.value[c] = 0;
  }
}

// What is let go at the seam, so that she goes on from there as from `before`.
void set_seam(LiveMotion& moving, const Flow& before, const guide::Live& after) {
  const Flow wanted = planned(shown(moving), after, after.clock_s);
  for (std::size_t c = 0; c < body::Intent::count; ++c) {
    moving.seam.intent.value[c] = before.intent.value[c] - wanted.intent.value[c];
    moving.seam.speed.value[c] = before.speed.value[c] - wanted.speed.value[c];
    moving.seam.acceleration.value[c] = before.acceleration.value[c] - wanted.acceleration.value[c];
  }
  let_go_unseen(before.intent, moving.seam);
}

// Whether a joint would be hurried that catches up with the plan by the mending alone: of the speed that it lacks at
// the seam, half comes on top of the plan's while it makes up for the way that it is behind.
bool hurries(const LiveMotion& moving, const guide::Live& after) {
  constexpr double fastest = geometry::radians(76); // that of the plan
  constexpr int samples = 16;
  for (int k = 1; k < samples; ++k) {
    const Flow flow = flow_at(moving, after, after.clock_s + moving.mend_s * k / samples);
    for (std::size_t i = body::Intent::joints_at; i < body::Intent::contacts_at; i += 3)
      if (length(geometry::Vec3{flow.speed.value[i], flow.speed.value[i + 1], flow.speed.value[i + 2]}) > fastest)
        return true;
  }
  return false;
}

} // namespace

void mend(LiveMotion& moving, const guide::Live& after) {
  const double clock_s = after.clock_s;
  const Flow before = flow_at(moving, moving.last, clock_s);
  Travel travel = travel_at(shown(moving), place_of(moving.last, clock_s));
  if (place_of(moving.last, clock_s) >= travel.end_s) travel.leaves = travel.reaches;
  const body::Person person = person_of(after.settings);
  if (after.settings.pace_bpm != moving.last.settings.pace_bpm ||
      after.session.duration_s != moving.last.session.duration_s) {
    const bool is_the_same = person == person_of(moving.last.settings);
    moving.plan = motion_of(after.session, person, is_the_same ? moving.plan : Motion{});
  }
  moving.seam_at_s = clock_s;
  moving.mend_s = after.state == guide::State::stopped ? stop_mend_s : mending_s;
  moving.last = after;
  moving.detour.reset();
  set_seam(moving, before, after);
  if (are_near(before.intent, planned(moving.plan, after, clock_s).intent) && !hurries(moving, after)) return;
  moving.detour = motion_from({after.position_s, before.intent, travel}, after.session, person, moving.plan);
  set_seam(moving, before, after);
}

Flow flow_at(const LiveMotion& moving, const guide::Live& live, double clock_s) {
  Flow flow = planned(shown(moving), live, clock_s);
  const double since_s = clock_s - moving.seam_at_s;
  if (moving.mend_s <= 0 || since_s >= moving.mend_s) return flow;
  for (std::size_t c = 0; c < body::Intent::count; ++c) {
    const Fade fade = fade_at(moving.seam.intent.value[c], moving.seam.speed.value[c],
                              moving.seam.acceleration.value[c], moving.mend_s, std::max(0.0, since_s));
    flow.intent.value[c] += fade.value;
    flow.speed.value[c] += fade.speed;
    flow.acceleration.value[c] += fade.acceleration;
  }
  hold_loosely(moving.seam, flow);
  return flow;
}

} // namespace supple::motion
