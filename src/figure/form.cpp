// SPDX-License-Identifier: Apache-2.0
#include "figure/form.h"

#include <utility>

namespace supple::figure {

namespace {

float nearest(const std::vector<Cone>& cones, Place p) {
  float d = far_away;
  for (const Cone& cone : cones)
    d = std::min(d, cone.distance(p));
  return d;
}

float softly(const std::vector<Cone>& cones, Place p, float width) {
  float d = far_away;
  for (const Cone& cone : cones)
    d = soft_min(d, cone.distance(p), width);
  return d;
}

// Catmull and Rom's curve through five values, over 0 to 1.
float through(const std::array<double, 5>& values, float t) {
  const float x = std::clamp(t, 0.0F, 1.0F) * 4;
  const auto i = std::min(static_cast<std::size_t>(x), std::size_t{3});
  const float u = x - static_cast<float>(i);
  const auto at = [&](std::size_t k) { return static_cast<float>(values[k]); };
  const float a = at(i > 0 ? i - 1 : 0), b = at(i), c = at(i + 1), d = at(i < 3 ? i + 2 : 4);
  return b + 0.5F * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
}

// Across a section: between an ellipse and a rounder box, as trunks are. 1 on the rim.
float size_in(const Slice& s, float front, float left) {
  const float x = left / s.half_width, y = front / s.half_depth;
  const float xx = x * x, yy = y * y;
  return 0.72F * std::sqrt(xx + yy) + 0.28F * std::sqrt(std::sqrt(xx * xx + yy * yy));
}

// The tube through the sections, and where along them the place lies.
float tube(const std::vector<Slice>& slices, Place p, float& section) {
  float best = far_away;
  const auto above = [&](const Slice& s) { return dot(p - s.axes.origin, s.axes.head); };
  float past_next = above(slices[0]);
  for (std::size_t i = 0; i + 1 < slices.size(); ++i) {
    const Slice &a = slices[i], &b = slices[i + 1];
    const float past = std::exchange(past_next, above(b));
    const float before = -past_next;
    if ((past < 0 && i > 0) || (before < 0 && i + 2 < slices.size())) continue;
    const Place in_a = a.axes.local(p), in_b = b.axes.local(p);
    const float t = std::clamp(past / std::max(past + before, 1e-4F), 0.0F, 1.0F);
    Slice s;
    s.half_width = mix(a.half_width, b.half_width, t);
    s.half_depth = mix(a.half_depth, b.half_depth, t);
    const float front = mix(in_a.y, in_b.y, t), left = mix(in_a.z, in_b.z, t);
    const float outer = std::min(s.half_width, s.half_depth), size = size_in(s, front, left);
    const float reach = std::sqrt(front * front + left * left);
    float d = size > 1e-3F ? reach * (size - 1) / size : -outer;
    d = std::max(d, (size - 1) * outer * 1.6F);
    const float beyond = std::max({0.0F, -past, -before});
    if (beyond > 0) { // a round cap
      const float cap_reach = static_cast<float>(cap) * (s.half_width + s.half_depth) / 2, up = beyond / cap_reach;
      d = (std::sqrt(size * size + up * up) - 1) * outer;
    }
    if (d >= best) continue;
    best = d;
    section = static_cast<float>(i) + t;
  }
  return best;
}

// How widely flesh is joined at a joint, and away from it; and how far off it that is. In statures.
struct Blend {
  float wide = 0, narrow = 0, near = 0, away = 0;
};

// Large, and called from seven places: not to lie in the core for the browser seven times.
[[gnu::noinline]] float joined_near(Place joint, Place p, float a, float b, const Blend& blend, float stature) {
  if (std::fabs(a - b) >= stature * blend.wide) return std::min(a, b);
  const float away = smooth_step(blend.near * stature, blend.away * stature, length(p - joint));
  return soft_min(a, b, stature * mix(blend.wide, blend.narrow, away));
}

} // namespace

float Ovoid::distance(Place p) const {
  const Place q = axes.local(p);
  const Place a{q.x / radii.x, q.y / radii.y, q.z / radii.z};
  const Place b{a.x / radii.x, a.y / radii.y, a.z / radii.z};
  const float k0 = length(a), k1 = length(b);
  return k1 < 1e-6F ? -std::min({radii.x, radii.y, radii.z}) : k0 * (k0 - 1) / k1;
}

float Cone::distance(Place p) const {
  const Place axis = to - from, q = p - from;
  const float t = std::clamp(dot(q, axis) / dot(axis, axis), 0.0F, 1.0F);
  return length(q - axis * t) - mix(radius_from, radius_to, t);
}

float Shaft::along(Place p) const {
  const Place axis = to - from;
  return dot(p - from, axis) / dot(axis, axis);
}

float Shaft::distance(Place p) const {
  constexpr float afar = 0.12F; // farther than this it joins nothing, and the distance may be less than it is
  const float t = std::clamp(along(p), 0.0F, 1.0F);
  const float around = length(p - mix(from, to, t)) - thickest;
  if (around > afar) return around;
  return length(p - (mix(from, to, t) + bulging * (through(limb.bulge, t) * bone))) - through(limb.radius, t) * bone;
}

Nearness Form::nearness(Place p) const {
  Nearness n;
  n.trunk = tube(slices, p, n.section);
  n.buttocks = std::min(buttocks[0].distance(p), buttocks[1].distance(p));
  n.girdle = nearest(girdle, p);
  n.belly = belly.distance(p);
  n.breasts = soft_min(breasts[0].distance(p), breasts[1].distance(p), 0.026F * stature);
  n.trapezius = nearest(trapezius, p);
  n.neck = nearest(neck, p);
  // Head, hands and feet are many solids: from afar, the ball around them is enough.
  const float afar = 0.06F * stature, off_head = length(p - skull.axes.origin) - 0.11F * stature;
  n.head = n.hair = off_head;
  if (off_head <= afar) {
    n.head = soft_min(skull.distance(p), face.distance(p), 0.029F * stature);
    n.head = soft_min(n.head, nose.distance(p), 0.015F * stature);
    n.head = soft_min(n.head, chin.distance(p), 0.023F * stature);
    for (const Ovoid& one : ears)
      n.head = soft_min(n.head, one.distance(p), 0.005F * stature);
    n.hair = knot.distance(p);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    n.upper_arm[side] = upper_arm[side].distance(p);
    n.forearm[side] = forearm[side].distance(p);
    const float off_hand = length(p - forearm[side].to) - 0.125F * stature,
                off_foot = length(p - shank[side].to) - 0.125F * stature;
    n.hand[side] =
        off_hand > afar ? off_hand : soft_min(palm[side].distance(p), nearest(fingers[side], p), 0.0058F * stature);
    n.thigh[side] = thigh[side].distance(p);
    n.shank[side] = shank[side].distance(p);
    n.foot[side] = off_foot > afar
                       ? off_foot
                       : soft_min(softly(foot[side], p, 0.010F * stature), nearest(toes[side], p), 0.0040F * stature);
  }
  return n;
}

float Form::distance(Place p) const {
  const Nearness n = nearness(p);
  const auto joined = [&](float a, float b, Place joint, const Blend& blend) {
    return joined_near(joint, p, a, b, blend, stature);
  };
  float d = soft_min(n.trunk, n.buttocks, 0.029F * stature);
  d = soft_min(d, n.girdle, 0.035F * stature);
  d = soft_min(d, n.belly, 0.049F * stature);
  d = soft_min(d, n.breasts, 0.020F * stature);
  d = soft_min(d, n.trapezius, 0.026F * stature);
  d = joined(d, n.neck, place(rest[body::Bone::C7].origin), {.029F, .006F, .046F, .087F});
  d = joined(d, n.head, place(rest[body::Bone::C3].origin), {.015F, .004F, .050F, .080F});
  d = soft_min(d, n.hair, 0.005F * stature);
  for (std::size_t side = 0; side < 2; ++side) {
    float leg = joined(n.thigh[side], n.shank[side], shank[side].from, {.020F, .0035F, .032F, .063F});
    leg = joined(leg, n.foot[side], shank[side].to, {.017F, .003F, .030F, .060F});
    d = joined(d, leg, thigh[side].from, {.043F, .007F, .058F, .115F});
    float arm = joined(n.upper_arm[side], n.forearm[side], forearm[side].from, {.020F, .003F, .025F, .055F});
    arm = joined(arm, n.hand[side], forearm[side].to, {.013F, .003F, .020F, .050F});
    d = joined(d, arm, upper_arm[side].from, {.029F, .005F, .040F, .092F});
  }
  return d;
}

float Form::hairline(Place p) const {
  const Place q = head.local(p);
  const Place from_ball{q.x - static_cast<float>(face_ball.t) * stature,
                        q.y - static_cast<float>(face_ball.a) * stature, q.z};
  const float face_free = static_cast<float>(face_ball_radius) * stature - length(from_ball);
  const float scalp = skull.distance(p) - 0.012F * stature;
  return std::min(soft_max(face_free, scalp, 0.006F * stature), knot.distance(p) - 0.004F * stature);
}

} // namespace supple::figure
