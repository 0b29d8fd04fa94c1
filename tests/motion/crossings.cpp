// SPDX-License-Identifier: Apache-2.0
#include "crossings.h"

#include "body/moves.h"
#include "motion/motion.h"

#include "../body/every_move.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace supple::motion {

namespace {

using body::Link;
using figure::Place;
using vocabulary::Posture;

// A rigid motion of the surface, as in figure/likeness.h.
class Moved {
public:
  explicit Moved(const figure::Motor& motor) : m_(motor.of), q_{m_[1], m_[2], m_[3]}, d_{m_[5], m_[6], m_[7]} {}

  [[nodiscard]] Place way(Place v) const {
    const Place t = cross(q_, v) * 2;
    return v + t * m_[0] + cross(q_, t);
  }

  [[nodiscard]] Place at(Place p) const { return way(p) + (d_ * m_[0] - q_ * m_[4] + cross(q_, d_)) * 2; }

  void move(figure::Axes& axes) const { axes = {at(axes.origin), way(axes.head), way(axes.front), way(axes.left)}; }

  void move(figure::Shaft& shaft) const {
    shaft.from = at(shaft.from), shaft.to = at(shaft.to), shaft.bulging = way(shaft.bulging);
  }

  void move(std::span<figure::Cone> cones) const {
    for (figure::Cone& cone : cones)
      cone.from = at(cone.from), cone.to = at(cone.to);
  }

private:
  std::array<float, 8> m_;
  Place q_, d_;
};

// The solids of the form as they lie in the pose.
figure::Form form_in(const figure::Likeness& likeness, const body::Pose& pose) {
  figure::Form form = likeness.form;
  const figure::Motors motors = motors_of(likeness, pose);
  const auto with = [&](Link link) { return Moved(motors[index(link)]); };
  for (figure::Slice& slice : form.slices)
    with(slice.link).move(slice.axes);
  Moved(motors[static_cast<std::size_t>(figure::Follower::belly)]).move(form.belly.axes);
  for (figure::Ovoid* part : {&form.skull, &form.face, &form.nose, &form.chin, &form.knot})
    with(Link::head).move(part->axes);
  for (const int side : {body::left, body::right}) {
    const auto s = static_cast<std::size_t>(side);
    const auto on_side = [&](Link of_left) { return with(on(of_left, side)); };
    with(Link::head).move(form.ears[s].axes);
    with(Link::T7).move(form.breasts[s].axes);
    with(Link::pelvis).move(form.buttocks[s].axes);
    on_side(Link::upper_arm_left).move(form.upper_arm[s]);
    on_side(Link::forearm_left).move(form.forearm[s]);
    on_side(Link::hand_left).move(form.palm[s].axes);
    on_side(Link::hand_left).move(form.fingers[s]);
    on_side(Link::thigh_left).move(form.thigh[s]);
    on_side(Link::shank_left).move(form.shank[s]);
    on_side(Link::foot_left).move(form.foot[s]);
    on_side(Link::foot_left).move(form.toes[s]);
  }
  return form;
}

// A limb as balls along it.
struct Ball {
  Place middle;
  float radius;
};

void add_balls(const figure::Shaft& shaft, float from, std::vector<Ball>& balls) {
  constexpr int steps = 20;
  const float bone = length(shaft.to - shaft.from);
  for (int i = static_cast<int>(from * steps); i <= steps; ++i) {
    const auto part = static_cast<std::size_t>(std::min(i * 4 / steps, 3));
    const float t = static_cast<float>(i) / steps, within = t * 4 - static_cast<float>(part);
    const auto at = [&](const std::array<double, 5>& of) {
      return figure::mix(static_cast<float>(of[part]), static_cast<float>(of[part + 1]), within) * bone;
    };
    balls.push_back({mix(shaft.from, shaft.to, t) + shaft.bulging * at(shaft.limb.bulge), at(shaft.limb.radius)});
  }
}

void add_balls(std::span<const figure::Cone> cones, std::vector<Ball>& balls) {
  for (const figure::Cone& cone : cones) {
    balls.push_back({cone.from, cone.radius_from});
    balls.push_back({mix(cone.from, cone.to, 0.5F), (cone.radius_from + cone.radius_to) / 2});
    balls.push_back({cone.to, cone.radius_to});
  }
}

void look_at_arm(const figure::Form& form, std::size_t side, Depths& depths) {
  std::vector<Ball> arm;
  add_balls(form.upper_arm[side], 0.5F, arm);
  const std::size_t forearm_from = arm.size();
  add_balls(form.forearm[side], 0.1F, arm);
  arm.push_back({form.palm[side].axes.origin, form.palm[side].radii.y});
  add_balls(form.fingers[side], arm);
  for (std::size_t i = 0; i < arm.size(); ++i) {
    const figure::Nearness n = form.nearness(arm[i].middle);
    const auto take = [&](Crossing crossing, float distance) {
      double& depth = depths[static_cast<std::size_t>(crossing)];
      depth = std::max(depth, static_cast<double>(arm[i].radius - distance));
    };
    take(Crossing::arm_trunk, std::min(n.trunk, n.belly));
    take(Crossing::arm_leg, std::min({n.thigh[0], n.thigh[1], n.shank[0], n.shank[1]}));
    take(Crossing::arm_head, n.head);
    const std::size_t other = 1 - side;
    if (i >= forearm_from) take(Crossing::arm_arm, std::min(n.forearm[other], n.hand[other]));
  }
}

void look_at_leg(const figure::Form& form, std::size_t side, Depths& depths) {
  std::vector<Ball> leg;
  add_balls(form.thigh[side], 0, leg);
  const std::size_t knee = leg.size(), middle = knee / 2;
  add_balls(form.shank[side], 0, leg);
  add_balls(form.foot[side], leg);
  const std::size_t other = 1 - side;
  for (std::size_t i = 0; i < leg.size(); ++i) {
    const figure::Nearness n = form.nearness(leg[i].middle);
    const auto take = [&](Crossing crossing, float distance) {
      double& depth = depths[static_cast<std::size_t>(crossing)];
      depth = std::max(depth, static_cast<double>(leg[i].radius - distance));
    };
    if (i < knee) take(Crossing::thigh_belly, n.belly);
    if (i < middle) continue;
    if (i < knee) take(Crossing::thigh_trunk, n.trunk);
    take(Crossing::leg_leg, std::min({n.thigh[other], n.shank[other], n.foot[other]}));
  }
}

// The way between the two, as long as she needs; she waits a moment before and after.
Motion way(const Crossings::Worked& from, const Crossings::Worked& to, const body::Person& person) {
  guide::Session session;
  guide::Phase start, end, rest;
  start.end_s = end.start_s = 1;
  end.end_s = rest.start_s = 7;
  rest.end_s = session.duration_s = 40;
  start.posture = from.posture, start.side = from.side, start.moves = from.moves;
  end.posture = rest.posture = to.posture, end.side = rest.side = to.side, end.moves = rest.moves = to.moves;
  session.phases = {start, end, rest};
  return motion_of(session, person);
}

} // namespace

std::string_view name(Crossing crossing) {
  constexpr std::array<std::string_view, crossing_count> names{"skin and mat",  "thigh and belly", "thigh and trunk",
                                                               "arm and trunk", "arm and leg",     "arm and head",
                                                               "leg and leg",   "arm and arm"};
  return names.at(static_cast<std::size_t>(crossing));
}

Crossings::Crossings(const body::Person& person)
    : likeness_(figure::likeness_of(body::skeleton_of(person), figure::Detail::coarse)) {}

Depths Crossings::held(const Worked& worked) {
  return in(body::pose(
      skeleton(),
      body::intent_of(skeleton().person, worked.posture, worked.moves, worked.side, vocabulary::Sense::unsaid).intent));
}

Depths Crossings::in(const body::Pose& pose) {
  Depths depths;
  depths.fill(-1);
  pose_surface(likeness_, pose, posed_);
  depths[static_cast<std::size_t>(Crossing::mat)] = static_cast<double>(posed_.pressed_m);
  const figure::Form form = form_in(likeness_, pose);
  for (const std::size_t side : {0, 1}) {
    look_at_arm(form, side, depths);
    look_at_leg(form, side, depths);
  }
  return depths;
}

Depths Crossings::deeper_on_the_way(const Worked& from, const Worked& to, double step_s) {
  const AllDeepest deepest = on_the_way(from, to, step_s);
  const Depths before = held(from), after = held(to);
  Depths deeper;
  for (std::size_t k = 0; k < crossing_count; ++k)
    deeper[k] = std::max(deepest[k].depth - std::max({before[k], after[k], 0.0}), 0.0);
  return deeper;
}

Crossings::AllDeepest Crossings::on_the_way(const Worked& from, const Worked& to, double step_s) {
  const Motion motion = way(from, to, skeleton().person);
  const double arrives_s = motion.travels[motion.phase_starts.back() - 1].end_s;
  AllDeepest deepest;
  for (double at_s = 1; at_s <= arrives_s + step_s; at_s += step_s) {
    const Depths depths = in(body::pose(skeleton(), flow_at(motion, at_s).intent));
    for (std::size_t k = 0; k < crossing_count; ++k)
      if (depths[k] > deepest[k].depth) deepest[k] = {depths[k], at_s - 1};
  }
  return deepest;
}

std::vector<WayOfAMove> ways_of_moves(Posture posture) {
  using enum vocabulary::Side;
  // Elsewhere her two sides are alike, or she changes the foot ahead or the side that she lies on.
  const bool has_sides = posture == Posture::seated;
  const bool stays = posture != Posture::half_kneeling && posture != Posture::lunge && posture != Posture::side_lying;
  std::vector<WayOfAMove> ways;
  for (const vocabulary::MoveAmount& move : body::every_move()) {
    if (body::outcome_of(move, posture) != body::Outcome::moves) continue;
    const bool sided = vocabulary::is_sided(move.move);
    const auto add = [&](std::string_view kind, vocabulary::Side side, const Crossings::Worked& from,
                         const Crossings::Worked& to) {
      std::string all = std::string(vocabulary::name(posture)) + ' ' + std::string(kind) + ' ' + body::words_of(move);
      if (sided) all += ' ' + std::string(vocabulary::name(side));
      ways.push_back({all, from, to});
    };
    for (const vocabulary::Side side : {left, right}) {
      if (side == right && !(sided && has_sides)) continue;
      const Crossings::Worked rest{posture, side}, done{posture, side, {move}},
          on_the_other{posture, side == left ? right : left, {move}};
      add("into", side, rest, done);
      add("out of", side, done, rest);
      if (sided && stays) add("to the other side from", side, done, on_the_other);
    }
  }
  return ways;
}

} // namespace supple::motion
