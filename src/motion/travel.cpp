// SPDX-License-Identifier: Apache-2.0
// Where she is on the way from one target to the next.
#include "geometry/trigonometry.h"
#include "motion/motion.h"

#include <algorithm>

namespace supple::motion {

namespace {

// How far a travel has come, with its first and second derivatives by time.
struct Course {
  double place = 0, speed = 0, acceleration = 0;
};

// Flash and Hogan 1985: the movement of least jerk between two places at rest, in a part of the time.
Course course(double u, double from, double to, double lasts_s) {
  const double part_s = lasts_s * (to - from);
  u = std::clamp((u - from) / (to - from), 0.0, 1.0);
  return {u * u * u * (10 + u * (-15 + 6 * u)), 30 * u * u * (1 - u) * (1 - u) / part_s,
          60 * u * (1 - u) * (1 - 2 * u) / (part_s * part_s)};
}

struct Shape {
  double value = 0, speed = 0, acceleration = 0;
};

// A hump of 1 in the middle.
Shape hump(const Course& c) {
  const double slope = 4 * (1 - 2 * c.place);
  return {4 * c.place * (1 - c.place), slope * c.speed, slope * c.acceleration - 8 * c.speed * c.speed};
}

// The hump times 1 - 2p: above 0 in its first half, and as much below in its second.
Shape wave(const Course& c) {
  const double p = c.place, slope = 4 + p * (24 * p - 24);
  return {4 * p * (1 - p) * (1 - 2 * p), slope * c.speed, slope * c.acceleration + (48 * p - 24) * c.speed * c.speed};
}

// Once round: half of it ahead (1 - cos), and aside (sin).
std::array<Shape, 2> round(const Course& c) {
  constexpr double turn = 2 * geometry::pi;
  const auto [s, k] = geometry::sin_cos(turn * c.place);
  const double w = turn * c.speed, dw = turn * c.acceleration;
  return {Shape{(1 - k) / 2, s * w / 2, (k * w * w + s * dw) / 2}, Shape{s, k * w, -s * w * w + k * dw}};
}

void add_shape(Flow& flow, const body::Intent& way, const Shape& shape) {
  for (std::size_t i = 0; i < body::Intent::count; ++i) {
    flow.intent.value[i] += way.value[i] * shape.value;
    flow.speed.value[i] += way.value[i] * shape.speed;
    flow.acceleration.value[i] += way.value[i] * shape.acceleration;
  }
}

// The joint's place in the order of the spine, 0 for the tail to 1 for the head; the rest of her goes with the tail.
double order_of(std::size_t want) {
  if (want < body::Intent::joints_at || want >= body::Intent::contacts_at) return 0;
  const std::size_t link = 1 + (want - body::Intent::joints_at) / 3;
  return link > index(body::Link::head) ? 0 : static_cast<double>(link) / static_cast<double>(index(body::Link::head));
}

// Whose joint or contact it is, as in Travel::limbs; after them nobody's.
constexpr std::size_t nobodys = 4;

std::size_t limb_of(std::size_t want) {
  using body::Contact, body::Intent, body::Link;
  if (want < Intent::joints_at || want == Intent::breath_at) return nobodys;
  if (want < Intent::contacts_at) {
    const std::size_t link = 1 + (want - Intent::joints_at) / 3, first = index(Link::girdle_left);
    if (link < first) return nobodys;
    return (link < index(Link::thigh_left) ? 0 : 2) + (link - first) % 2;
  }
  const std::size_t contact = (want - Intent::contacts_at) / 4;
  if (contact >= index(Contact::outer_hip_left)) return nobodys;
  return (contact < index(Contact::knee_left) ? 0 : 2) + contact % 2;
}

} // namespace

Flow flow_at(const Travel& travel, double position_s) {
  const double lasts_s = travel.end_s - travel.start_s;
  const double u = (position_s - travel.start_s) / lasts_s;
  const double wait = travel.one_by_one;
  std::array<Course, nobodys + 1> courses;
  for (std::size_t limb = 0; limb < nobodys; ++limb)
    courses[limb] = course(u, travel.limbs[limb].from, travel.limbs[limb].to, lasts_s);
  const Course& whole = courses[nobodys] = course(u, 0, 1, lasts_s);
  Flow flow;
  for (std::size_t i = 0; i < body::Intent::count; ++i) {
    const double from = travel.from.value[i], way = travel.to.value[i] - from, step = travel.step.value[i],
                 early = travel.early.value[i];
    Course c = courses[limb_of(i)];
    const Shape up = hump(c), to_and_fro = wave(c);
    const bool spine = order_of(i) > 0;
    if (spine && way != 0) {
      const double order = travel.from_the_head ? 1 - order_of(i) : order_of(i);
      c = course(u, order * wait, 1 - (1 - order) * wait, lasts_s);
    }
    flow.intent.value[i] = from + way * c.place + step * up.value + early * to_and_fro.value;
    flow.speed.value[i] = way * c.speed + step * up.speed + early * to_and_fro.speed;
    flow.acceleration.value[i] = way * c.acceleration + step * up.acceleration + early * to_and_fro.acceleration;
  }
  const Shape bent = hump(whole);
  for (const int side : {body::left, body::right}) {
    const double much = travel.limbs[static_cast<std::size_t>(side)].elbow;
    const std::size_t at = body::Intent::want_at(on(body::Link::forearm_left, side)) + 2;
    flow.intent.value[at] -= much * bent.value;
    flow.speed.value[at] -= much * bent.speed;
    flow.acceleration.value[at] -= much * bent.acceleration;
  }
  if (travel.circle) {
    const auto shapes = round(whole);
    add_shape(flow, travel.circle->front(), shapes[0]);
    add_shape(flow, travel.circle->back(), shapes[1]);
  }
  return flow;
}

const body::Intent& start_of(const Motion& motion, int phase) {
  const auto p = static_cast<std::size_t>(phase);
  return motion.travels[p < motion.phase_starts.size() ? motion.phase_starts[p] : 0].from;
}

const Travel& travel_at(const Motion& motion, double position_s) {
  const auto next = std::upper_bound(motion.travels.begin(), motion.travels.end(), position_s,
                                     [](double at_s, const Travel& travel) { return at_s < travel.end_s; });
  return next == motion.travels.end() ? motion.travels.back() : *next;
}

Flow flow_at(const Motion& motion, double position_s) {
  const Travel& travel = travel_at(motion, position_s);
  if (position_s >= travel.end_s) return {travel.to, {}, {}};
  if (position_s <= travel.start_s) return {travel.from, {}, {}};
  return flow_at(travel, position_s);
}

} // namespace supple::motion
