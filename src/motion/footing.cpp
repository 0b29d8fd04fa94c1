// SPDX-License-Identifier: Apache-2.0
#include "motion/footing.h"

#include "body/contacts.h"
#include "body/moves.h"
#include "body/postures.h"

#include <algorithm>
#include <cmath>

namespace supple::motion {

namespace {

using body::Contact;
using body::Intent;
using body::Link;
using geometry::Vec3;

constexpr double soft_knee = 0.985;          // the leg that reaches out is not quite straight
constexpr Vec3 arm_out{0, 0.4, -0.9};        // from the shoulder, of the arm's length
constexpr double before_the_ankle_m = 0.022; // the hips where she stands

void put(Vec3 v, std::size_t at, Intent& intent) {
  intent.value[at] = v.x, intent.value[at + 1] = v.y, intent.value[at + 2] = v.z;
}

// How high the hips may be, so that both legs reach.
double highest(const body::Skeleton& skeleton, const Feet& feet, Vec3 hips) {
  const double leg = soft_knee * (skeleton.thigh + skeleton.shank);
  for (const int side : {body::left, body::right}) {
    const Vec3& ankle = feet[static_cast<std::size_t>(side)].ankle;
    const double ahead = ankle.x - hips.x,
                 aside = ankle.y - hips.y - (side == body::left ? skeleton.hip_half : -skeleton.hip_half);
    hips.z = std::min(hips.z, ankle.z + std::sqrt(std::max(leg * leg - ahead * ahead - aside * aside, 0.0)));
  }
  return hips.z;
}

} // namespace

Feet feet_of(const Intent& intent) {
  Feet feet;
  for (const int side : {body::left, body::right})
    feet[static_cast<std::size_t>(side)] = {needed_place(intent, on(Contact::ankle_left, side)),
                                            needed_place(intent, on(Contact::toe_left, side))};
  return feet;
}

Intent standing_on(const body::Skeleton& skeleton, const Feet& feet, std::optional<int> over) {
  using vocabulary::Posture;
  body::Stance stance = posture_stance(skeleton, Posture::standing, body::at_rest(Posture::standing));
  Vec3 middle;
  for (const int side : {body::left, body::right}) {
    const auto& [ankle, toe] = feet[static_cast<std::size_t>(side)];
    const double out = side == body::left ? 1 : -1;
    body::LegHeld& leg = stance.leg[static_cast<std::size_t>(side)];
    leg.ankle = {ankle.x, ankle.y * out, ankle.z}, leg.toe = {toe.x, toe.y * out, toe.z};
    const Vec3 way = unit(Vec3{leg.toe.x - leg.ankle.x, leg.toe.y - leg.ankle.y, 0});
    leg.knee_way = {way.x, way.y, 0.1};
    stance.arm[static_cast<std::size_t>(side)].wrist = arm_out;
    middle = middle + Vec3{ankle.x, (ankle.y + toe.y) / 2, 0} * (!over ? 0.5 : *over == side ? 1 : 0);
  }
  stance.hips = {middle.x + before_the_ankle_m * skeleton.scale, middle.y, stance.hips.z};
  stance.hips.z = highest(skeleton, feet, stance.hips);
  Intent standing = intent_of(skeleton, stance);
  standing.value[Intent::breath_at] = 0.5;
  return standing;
}

Intent with_arms_of(const Intent& like, Intent intent) {
  constexpr std::size_t spine_at = Intent::joints_at, legs_at = spine_at + 3 * (index(Link::thigh_left) - 1);
  std::copy(like.value.begin() + spine_at, like.value.begin() + legs_at, intent.value.begin() + spine_at);
  return intent;
}

Intent settled(const body::Skeleton& skeleton, Intent intent) {
  intent.value[2] = highest(skeleton, feet_of(intent), {intent.value[0], intent.value[1], intent.value[2]});
  body::Bones bones;
  hold_contacts(skeleton, intent, bones);
  put(bones.place[0], 0, intent);
  put(geometry::vector_of(bones.turned[0] * inverse(body::pelvis_rest)), 3, intent);
  for (std::size_t i = 1; i < body::link_count; ++i)
    put(geometry::vector_of(inverse(bones.turned[body::parents[i]] * skeleton.rest[i]) * bones.turned[i]),
        Intent::joints_at + 3 * (i - 1), intent);
  return intent;
}

} // namespace supple::motion
