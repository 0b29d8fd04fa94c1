// SPDX-License-Identifier: Apache-2.0
#include "figure/likeness.h"

#include "body/belly.h"
#include "figure/places.h"
#include "geometry/trigonometry.h"

namespace supple::figure {

namespace {

using body::Bone;
using body::Link;
using geometry::Rotation;
using geometry::Vec3;

struct Rigid {
  Rotation turn;
  Vec3 shift;
};

Motor motor_of(const Rigid& r) {
  const Rotation& q = r.turn;
  const Rotation d = Rotation{0, r.shift.x / 2, r.shift.y / 2, r.shift.z / 2} * q;
  const auto f = [](double x) { return static_cast<float>(x); };
  return {{f(q.w), f(q.x), f(q.y), f(q.z), f(d.w), f(d.x), f(d.y), f(d.z)}};
}

// Turns about `pivot`, which goes to `now`.
Rigid about(const Rotation& turn, Vec3 pivot, Vec3 now) {
  return {turn, now - turn * pivot};
}

Rotation since_rest(const body::Pose& pose, const body::Pose& rest, Link link) {
  return geometry::renormalised(pose.links.turned[index(link)] * inverse(rest.links.turned[index(link)]));
}

// The part of a rotation that is about the unit vector `axis`.
Rotation twist_of(const Rotation& r, Vec3 axis) {
  const double along = r.x * axis.x + r.y * axis.y + r.z * axis.z;
  const double size = std::sqrt(r.w * r.w + along * along);
  if (size < 1e-9) return {};
  const double s = (r.w < 0 ? -1 : 1) / size;
  return {r.w * s, axis.x * along * s, axis.y * along * s, axis.z * along * s};
}

Rotation half_of(const Rotation& r) {
  const double w = r.w + 1, size = std::sqrt(w * w + r.x * r.x + r.y * r.y + r.z * r.z);
  return {w / size, r.x / size, r.y / size, r.z / size};
}

Rotation blended(Rotation a, const Rotation& b, double t) {
  const double same = a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z < 0 ? -t : t;
  a = {a.w * (1 - t) + b.w * same, a.x * (1 - t) + b.x * same, a.y * (1 - t) + b.y * same, a.z * (1 - t) + b.z * same};
  const double size = std::sqrt(a.w * a.w + a.x * a.x + a.y * a.y + a.z * a.z);
  return {a.w / size, a.x / size, a.y / size, a.z / size};
}

// Works out how the followers that are no links move.
class Followers {
public:
  Followers(const Likeness& likeness, const body::Pose& pose, Motors& motors)
      : likeness_(likeness), pose_(pose), rest_(likeness.form.rest), motors_(motors) {}

  void links() {
    for (std::size_t i = 0; i < body::link_count; ++i)
      motors_[i] =
          motor_of(about(since_rest(pose_, rest_, static_cast<Link>(i)), rest_.links.place[i], pose_.links.place[i]));
  }

  // At the root of a limb the surface swings with it, but does not turn about its length.
  void swung(Link limb, Link carrier, Link end, Follower follower) {
    const std::size_t i = index(limb);
    const Rotation carried = since_rest(pose_, rest_, carrier), whole = since_rest(pose_, rest_, limb);
    const Vec3 axis = geometry::unit(rest_.links.place[index(end)] - rest_.links.place[i]);
    const Rotation own = inverse(carried) * whole;
    set(follower, about(carried * own * inverse(twist_of(own, axis)), rest_.links.place[i], pose_.links.place[i]));
  }

  // A forearm turns with the hand, the more the nearer to it.
  void turned(Link forearm, Link hand, Follower half, Follower whole) {
    const std::size_t i = index(forearm);
    const Rotation own = since_rest(pose_, rest_, forearm), of_hand = since_rest(pose_, rest_, hand);
    const Vec3 axis = geometry::unit(rest_.links.place[index(hand)] - rest_.links.place[i]);
    const Rotation twist = twist_of(inverse(own) * of_hand, axis);
    set(half, about(own * half_of(twist), rest_.links.place[i], pose_.links.place[i]));
    set(whole, about(own * twist, rest_.links.place[i], pose_.links.place[i]));
  }

  // The belly keeps its volume: rounding the low back pushes it forward, and where it faces down it hangs.
  void belly() {
    const Rotation turn = blended(since_rest(pose_, rest_, Link::L3), since_rest(pose_, rest_, Link::pelvis),
                                  body::belly_turns_with_pelvis);
    const Vec3 pivot = rest_[Bone::L3].origin;
    Rigid r = about(turn, pivot, pose_[Bone::L3].origin);
    const double stature = likeness_.skeleton.person.stature_m,
                 depth = static_cast<double>(likeness_.form.belly.radii.y);
    const Vec3 front = turn * rest_[Bone::L3].frontward;
    const double hangs = std::max(0.0, -front.z);
    const auto lean = [](const body::Pose& p) {
      const geometry::Frame &pelvis = p[Bone::pelvis], &waist = p[Bone::L1];
      return geometry::atan2(dot(waist.headward, pelvis.frontward), dot(waist.headward, pelvis.headward));
    };
    // 50 degrees between L1 and the pelvis is fully rounded.
    const double rounded =
        std::clamp((lean(pose_) - lean(rest_)) / geometry::radians(50), 0.0, 1.0) * depth / (.067 * stature);
    r.shift = r.shift + front * (belly_rounded_forward * stature * rounded);
    const double down = (belly_rounded_down * rounded + belly_hangs * depth / (.063 * stature)) * hangs;
    r.shift.z -= down * stature;
    set(Follower::belly, r);
  }

private:
  void set(Follower follower, const Rigid& r) { motors_[static_cast<std::size_t>(follower)] = motor_of(r); }

  const Likeness& likeness_;
  const body::Pose& pose_;
  const body::Pose& rest_;
  Motors& motors_;
};

} // namespace

Motors motors_of(const Likeness& likeness, const body::Pose& pose) {
  Motors motors;
  Followers followers(likeness, pose, motors);
  followers.links();
  for (const int side : {body::left, body::right}) {
    const auto on_side = [&](Follower left) { return static_cast<Follower>(static_cast<int>(left) + side); };
    followers.swung(on(Link::upper_arm_left, side), on(Link::girdle_left, side), on(Link::forearm_left, side),
                    on_side(Follower::upper_arm_swung_left));
    followers.swung(on(Link::thigh_left, side), Link::pelvis, on(Link::shank_left, side),
                    on_side(Follower::thigh_swung_left));
    followers.turned(on(Link::forearm_left, side), on(Link::hand_left, side),
                     on_side(Follower::forearm_half_turned_left), on_side(Follower::forearm_turned_left));
  }
  followers.belly();
  return motors;
}

namespace {

// Of each two motors 1 where their quaternions are of one half of all, else -1: a turn has two, opposite to each other.
using Halves = std::array<std::array<float, follower_count>, follower_count>;

Halves halves_of(const Motors& motors) {
  Halves halves;
  for (std::size_t i = 0; i < motors.size(); ++i)
    for (std::size_t k = 0; k <= i; ++k) {
      const std::array<float, 8>&a = motors[i].of, &b = motors[k].of;
      halves[i][k] = halves[k][i] = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1.0F : 1.0F;
    }
  return halves;
}

// Numbers of the motors of eight points, one motor after the other and then number by number.
using Eight = std::array<Floats, lanes>;

// Between the motors that a point follows, not yet of length 1; and how that changes along and across its skin.
struct Followed {
  Eight motor, along, across;
};

[[gnu::always_inline]] inline void follow(const Likeness& likeness, const Motors& motors, const Halves& halves,
                                          std::size_t first, Followed& followed) {
  for (std::size_t i = 0; i < lanes; ++i) {
    const Influence& influence = likeness.influences[first + i];
    const Change& change = likeness.changes[first + i];
    const std::array<float, follower_count>& half = halves[influence.follower[0]];
    Floats sum{}, along{}, across{};
    for (std::size_t k = 0; k < influence.follower.size(); ++k) {
      const std::uint8_t follower = influence.follower[k];
      const Floats motor = wide<Floats>(motors[follower].of.data()) * half[follower];
      sum += motor * influence.weight[k];
      along += motor * change.along[k];
      across += motor * change.across[k];
    }
    followed.motor[i] = sum;
    followed.along[i] = along;
    followed.across[i] = across;
  }
  for (Eight* const eight : {&followed.motor, &followed.along, &followed.across})
    transpose(*eight);
}

// The eight points from `first` on. Normals are across both ways along the skin as it is posed: these turn with the
// motor of the point, and lean by how that changes from point to point. A motor of the real part r and the dual part d
// moves p to (r p r* + 2 d r*) / r r*.
[[gnu::always_inline]] inline void pose_eight(const Likeness& likeness, const Motors& motors, const Halves& halves,
                                              float breath, std::size_t first, Posed& posed) {
  Followed by;
  follow(likeness, motors, halves, first, by);
  Eight& m = by.motor;
  const Floats scale = 1 / root(m[0] * m[0] + m[1] * m[1] + m[2] * m[2] + m[3] * m[3]), two = Floats{} + 2;
  for (Eight* const eight : {&by.motor, &by.along, &by.across})
    for (Floats& x : *eight)
      x *= scale;
  const Places q{m[1], m[2], m[3]}, d{m[5], m[6], m[7]};
  const auto turned = [&](const Places& v) {
    const Places t = cross(q, v) * two;
    return v + t * m[0] + cross(q, t);
  };
  const Places shift = (d * m[0] + q * -m[4] + cross(q, d)) * two;
  const Places place = places_at(&likeness.surface.places[first]), normal = places_at(&likeness.surface.normals[first]);
  const Places at = turned(place + normal * (wide<Floats>(&likeness.breath[first]) * breath));
  put(at + shift, &posed.places[first]);

  const auto leaning = [&](const Eight& e) {
    const Places r{e[1], e[2], e[3]}, f{e[5], e[6], e[7]};
    const Places turn = (r * m[0] + q * -e[0] + cross(q, r)) * two;
    const Places slide = (f * m[0] + q * -e[4] + cross(q, f) + d * e[0] + r * -m[4] + cross(r, d)) * two;
    return cross(turn, at) + slide + shift * ((m[0] * e[0] + dot(q, r)) * -two);
  };
  Places ways;
  for (std::size_t i = 0; i < lanes; ++i) {
    const Place way = likeness.changes[first + i].way;
    ways.x[i] = way.x, ways.y[i] = way.y, ways.z[i] = way.z;
  }
  const Places along = turned(ways), across = cross(turned(normal), along);
  const Places posed_normal = cross(along + leaning(by.along), across + leaning(by.across));
  put(posed_normal * (1 / root(most(dot(posed_normal, posed_normal), zeros + 1e-20F))), &posed.normals[first]);
}

} // namespace

SUPPLE_WIDE void pose_surface(const Likeness& likeness, const body::Pose& pose, Posed& posed) {
  const Motors motors = motors_of(likeness, pose);
  const Halves halves = halves_of(motors);
  const std::size_t count = likeness.surface.places.size();
  posed.places.resize(count);
  posed.normals.resize(count);
  posed.pressed_m = 0;
  const auto breath = static_cast<float>(pose.breath);
  // Of the last some a second time, rather than a few by themselves. No surface has fewer than eight points.
  for (std::size_t next = 0; next < count; next += lanes)
    pose_eight(likeness, motors, halves, breath, std::min(next, count - lanes), posed);
  for (Place& at : posed.places) {
    posed.pressed_m = std::max(posed.pressed_m, -at.z);
    at.z = std::max(at.z, 0.0F);
  }
}

Likeness likeness_of(const body::Skeleton& skeleton, Detail detail) {
  const float cells = detail == Detail::fine ? 1.16F : 1.45F; // the cube that is halved for them, statures
  Likeness likeness{skeleton, form_of(skeleton), {}, {}, {}, {}, {}, {}};
  const Form& form = likeness.form;
  const body::Pose& rest = form.rest;
  const auto is_fine = [&](Place p) {
    const float margin = 0.014F * form.stature;
    for (const std::size_t side : {0, 1}) {
      const Place wrist = form.forearm[side].to;
      const float off = length(p - wrist); // a hand lies within a ball, outside of which nothing needs to be asked
      if (off > 0.03F * form.stature && off < 0.14F * form.stature && form.nearness(p).hand[side] < margin) return true;
      float toes = 1;
      for (const Cone& toe : form.toes[side])
        toes = std::min(toes, toe.distance(p));
      if (toes < margin || form.ears[side].distance(p) < 0.006F * form.stature) return true;
    }
    return false;
  };
  const Place middle = mix(place(rest[body::Point::ankle_left]), place(rest[body::Point::crown]), 0.5F);
  likeness.surface = surface_of({[&](Place p) { return form.distance(p); },
                                 is_fine,
                                 {middle.x + 0.15F * form.stature, 0, middle.z},
                                 cells * form.stature});
  attach(likeness);
  likeness.patches = patches_of(likeness.surface, 0.016F * form.stature);
  return likeness;
}

} // namespace supple::figure
