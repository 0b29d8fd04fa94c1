// SPDX-License-Identifier: Apache-2.0
// Her passage where she sits on the mat or lies on it.
#include "geometry/trigonometry.h"
#include "motion/passage.h"
#include "motion/places.h"
#include "motion/steps.h"

namespace supple::motion {

namespace {

// Half way between her back and her side the chest would be held off the mat: it sinks there.
void keep_chest_down(Travel& rolling) {
  constexpr double sinks = geometry::radians(-9);
  const auto turned = [](const body::Intent& intent) {
    return geometry::Vec3{intent.value[3], intent.value[4], intent.value[5]};
  };
  const geometry::Vec3 middle = (turned(rolling.from) + turned(rolling.to)) * 0.5,
                       sunk = geometry::vector_of(geometry::rotation_by({0, sinks, 0}) * geometry::rotation_by(middle));
  const geometry::Vec3 more = sunk - middle;
  rolling.step.value[3] = more.x, rolling.step.value[4] = more.y, rolling.step.value[5] = more.z;
}

} // namespace

// Out of sitting cross-legged and into it. To her side over a foot that stands, so that the other shin is free; to
// hands and knees over her shins: on her hands, then one shin after the other glides back, first the one behind.
void Passage::uncross(Posture to, const Intent& there) {
  using body::Channel, body::Contact, vocabulary::Side;
  const bool sits_down = to == Posture::seated;
  const bool lies = (sits_down ? here_.posture : to) == Posture::side_lying;
  const bool left_shin_ahead = ahead_in(sits_down ? there : now_) == Side::left;
  if (lies) {
    const Intent& lying = sits_down ? now_ : there;
    const bool on_left = lying.value[contact_at(index(Contact::outer_hip_left))] > 0;
    over_a_foot(on_left ? body::left : body::right, on_left == left_shin_ahead, sits_down);
  } else {
    const Side behind = left_shin_ahead ? Side::right : Side::left;
    const auto over = [&](double much) { go(resting_with(Posture::seated, Channel::lift, much, behind), glides_m); };
    over(sits_down ? 2 : 1);
    over(sits_down ? 1 : 2);
    one_leg_first(left_shin_ahead == sits_down ? body::left : body::right, 0.1, false);
  }
  go(there, glides_m);
}

// Between sitting cross-legged and lying on a side: the upper foot stands. Where the shin that comes to lie below is
// ahead of the other, its foot stands before that, and they change places one after the other.
void Passage::over_a_foot(int below, bool is_ahead, bool sits_down) {
  const auto stand = [&](int side) {
    using enum vocabulary::Side;
    const auto foot = static_cast<body::Channel>(static_cast<int>(body::Channel::knee_bend_left) + side);
    go(resting_with(Posture::seated, foot, 1, side == body::left ? right : left), glides_m);
  };
  const int above = 1 - below;
  if (is_ahead) stand(sits_down ? above : below);
  stand(is_ahead && sits_down ? below : above);
  if (is_ahead) one_leg_first(sits_down ? below : above, 0.4, true);
}

// On the last travel the other leg begins later; a hand goes with the thigh that it lies on, a little above it.
void Passage::one_leg_first(int side, double later, bool with_hands) {
  constexpr double elbow = 0.3;
  std::array<Travel::Part, 4>& limbs = motion_.travels.back().limbs;
  const auto first = static_cast<std::size_t>(side), other = 1 - first;
  limbs = {};
  limbs[2 + first].to = 1 - later, limbs[2 + other].from = later;
  if (with_hands) limbs[first] = {0, 1 - later, elbow}, limbs[other] = {later, 1, elbow};
}

// From one side to the other she rolls over her back.
bool Passage::turns_over(const Intent& there) const {
  constexpr std::size_t on_left = contact_at(index(body::Contact::outer_hip_left)), on_right = on_left + 4;
  return (now_.value[on_left] > 0 && there.value[on_right] > 0) ||
         (now_.value[on_right] > 0 && there.value[on_left] > 0);
}

// Over her back, with the arms over her head.
void Passage::roll_over(Posture to, const Intent& there) {
  const bool from_her_side = here_.posture == Posture::side_lying;
  go(resting_with(Posture::supine, body::Channel::arms_reach, 1));
  if (from_her_side) keep_chest_down(motion_.travels.back());
  go(there);
  if (to == Posture::side_lying) keep_chest_down(motion_.travels.back());
}

} // namespace supple::motion
