// SPDX-License-Identifier: Apache-2.0
#include "motion/steps.h"

#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::motion {

namespace {

using body::Contact;
using body::Link;

// What a lift of 1 adds to the flexion of the limb's three joints, degrees.
using Bending = std::array<double, 3>;

struct Limb {
  std::array<Link, 3> joints;
  std::array<Contact, 3> contacts;
  std::array<double, 3> clear_m; // how high they are at least, for the table's stature
  std::array<Bending, 2> ways;   // of lifting: the whole limb, and its far end alone
};

constexpr Limb leg{{Link::thigh_left, Link::shank_left, Link::foot_left},
                   {Contact::knee_left, Contact::ankle_left, Contact::toe_left},
                   {0.058, 0.044, 0.012},
                   {{{-40, 50, -22}, {0, 30, -10}}}};
constexpr Limb arm{{Link::upper_arm_left, Link::forearm_left, Link::hand_left},
                   {Contact::elbow_left, Contact::wrist_left, Contact::fingertip_left},
                   {0.036, 0.027, 0.005},
                   {{{-14, -45, 10}, {0, -20, 30}}}};

std::size_t held_at(Contact contact) {
  return body::Intent::contacts_at + 4 * index(contact);
}

bool held(const Travel& travel, std::size_t at) {
  return travel.from.value[at] > 0 && travel.to.value[at] > 0;
}

// Whether nothing holds the limb all the way.
bool leaves_the_mat(const Limb& limb, int side, const Travel& travel) {
  return std::ranges::none_of(limb.contacts, [&](Contact of_left) {
    const std::size_t at = held_at(on(of_left, side));
    return held(travel, at) && travel.step.value[at] == 0;
  });
}

geometry::Vec3 way_of(const Travel& travel, std::size_t at) {
  return {travel.to.value[at + 1] - travel.from.value[at + 1], travel.to.value[at + 2] - travel.from.value[at + 2],
          travel.to.value[at + 3] - travel.from.value[at + 3]};
}

// Where she is stopped on the way, a contact may be about to let go.
bool held_firmly(const Travel& travel, std::size_t at) {
  return travel.from.value[at] >= 1 && travel.to.value[at] >= 1;
}

// The first contact that is held leads; the others, which cannot keep their distance from it unless they go the same
// way, let go.
void step_or_slide(const Limb& limb, int side, double farthest_m, Travel& travel) {
  constexpr double other_way_m = 1e-7;
  bool slides = false;
  geometry::Vec3 way;
  for (const Contact of_left : limb.contacts) {
    const std::size_t at = held_at(on(of_left, side));
    if (!held(travel, at)) continue;
    const geometry::Vec3 own = way_of(travel, at);
    const bool firm = held_firmly(travel, at);
    if (!slides && firm && length(own) < farthest_m) {
      slides = true;
      way = own;
    }
    if (!slides || !firm || length(own - way) > other_way_m)
      travel.step.value[at] = -std::min(travel.from.value[at], travel.to.value[at]);
  }
}

void bend(const Limb& limb, int side, std::size_t way, double lift, body::Intent& step) {
  for (std::size_t j = 0; j < limb.joints.size(); ++j) {
    const std::size_t joint = index(on(limb.joints[j], side)) - 1;
    step.value[body::Intent::joints_at + 3 * joint + 2] += lift * geometry::radians(limb.ways[way][j]);
  }
}

// How far the limb's lowest place is under what is clear, on the whole way; 0 where none is.
double sunk_m(const body::Skeleton& skeleton, const Limb& limb, int side, const Travel& travel) {
  constexpr int samples = 9;
  double worst = 0;
  body::Bones bones;
  for (int i = 1; i < samples; ++i) {
    const double t = i / static_cast<double>(samples);
    body::Intent intent;
    for (std::size_t k = 0; k < body::Intent::count; ++k)
      intent.value[k] = travel.from.value[k] + (travel.to.value[k] - travel.from.value[k]) * t +
                        travel.step.value[k] * 4 * t * (1 - t);
    lay_bones(skeleton, intent, bones);
    for (std::size_t c = 0; c < limb.contacts.size(); ++c) {
      const double height = place_of(skeleton, bones, on(limb.contacts[c], side)).z;
      worst = std::max(worst, limb.clear_m[c] * skeleton.scale - height);
    }
  }
  return worst;
}

void lift(const body::Skeleton& skeleton, const Limb& limb, int side, Travel& travel) {
  constexpr double step = 0.4, well_m = 0.002;
  constexpr int most_steps = 6;
  const body::Intent before = travel.step;
  body::Intent best = before;
  double least = sunk_m(skeleton, limb, side, travel);
  for (int all = 0; least > well_m && all <= most_steps; ++all)
    for (int end = 0; least > well_m && end <= most_steps; ++end) {
      travel.step = before;
      bend(limb, side, 0, all * step, travel.step);
      bend(limb, side, 1, end * step, travel.step);
      const double sunk = sunk_m(skeleton, limb, side, travel);
      if (sunk < least) least = sunk, best = travel.step;
    }
  travel.step = best;
}

} // namespace

void step_or_slide(Travel& travel, double farthest_slide_m) {
  // Hands glide over the mat: lifted, they would cross before the face.
  constexpr double hands_slide_m = 0.6;
  for (const int side : {body::left, body::right}) {
    step_or_slide(leg, side, farthest_slide_m, travel);
    step_or_slide(arm, side, hands_slide_m, travel);
  }
}

void lift_limbs(const body::Skeleton& skeleton, Travel& travel) {
  for (const Limb* limb : {&leg, &arm})
    for (const int side : {body::left, body::right})
      if (leaves_the_mat(*limb, side, travel)) lift(skeleton, *limb, side, travel);
}

} // namespace supple::motion
