// SPDX-License-Identifier: Apache-2.0
#include "body/taker.h"

#include "geometry/trigonometry.h"

#include <cmath>

namespace supple::body {

void Taker::rest_on_knee(LegHeld& leg, Vec3 knee, Vec3 ankle, Vec3 toe) {
  leg.how = LegHeld::How::kneeling;
  leg.knee = knee, leg.ankle = ankle, leg.toe = toe;
  leg.instep = {0, 0, -1};
  leg.knee_rests = leg.ankle_rests = leg.toe_rests = true;
}

void Taker::rest_on_knees() {
  const double wide = asked_[Channel::knees_wide];
  const double hip_wide = s_.hip_half - s_.knee.y;
  const double knee_y = s_.knee.y + (wide < 0 ? -wide * hip_wide : 0.13 * k_ * wide);
  // The feet come together, but not through one another.
  const double ankle_y = s_.ankle.y + (wide < 0 ? wide * 0.02 : -0.05 * std::min(wide, 1.1)) * k_;
  both_legs([&](LegHeld& leg) {
    rest_on_knee(leg, {s_.knee.x, knee_y, 0}, ankle_y);
    if (asked_[Channel::toes_tucked] > 0) tuck_toes(leg);
  });
}

void Taker::tuck_toes(LegHeld& leg) const {
  leg.ankle.z = tucked_ankle_z * k_;
  leg.toe = leg.ankle + m(0.050, 0, 0);
  leg.toe.z = toe_z * k_;
  leg.instep = {1, 0, 0.4};
  leg.ankle_rests = false;
}

void Taker::rest_on_knee(LegHeld& leg, Vec3 knee, double foot_y) const {
  const double across = knee.y - foot_y, down = s_.knee.z - s_.ankle.z;
  const Vec3 ankle{knee.x - std::sqrt(s_.shank * s_.shank - across * across - down * down), foot_y, s_.ankle.z};
  rest_on_knee(leg, {knee.x, knee.y, s_.knee.z}, ankle, {ankle.x - (s_.ankle.x - s_.toe.x), foot_y, s_.toe.z});
}

void Taker::rest_on_foot(LegHeld& leg, Vec3 ankle, double turned_out) const {
  leg.how = LegHeld::How::foot;
  leg.ankle = ankle;
  const auto [s, c] = geometry::sin_cos(geometry::radians(turned_out));
  leg.toe = ankle + m(0.167 * c, 0.167 * s, 0);
  leg.toe.z = ankle.z - 0.0525 * k_;
  leg.instep = {0, 0, 1};
  leg.knee_way = {c, s, 0.1};
  leg.ankle_rests = leg.toe_rests = true;
}

void Taker::rest_on_palms(ArmHeld& arm, Vec3 wrist, Vec3 elbow_way, double up) const {
  arm.in = ArmHeld::In::world;
  arm.wrist = {wrist.x, wrist.y, s_.wrist.z + up};
  arm.elbow_way = elbow_way;
  arm.fingers = unit(s_.fingertip - s_.wrist);
  arm.palm = {0, 0, -1};
  arm.wrist_rests = arm.fingertip_rests = true;
}

void Taker::rest_on_wall(ArmHeld& arm, double height) const {
  const Vec3 hand = s_.fingertip - s_.wrist;
  arm.in = ArmHeld::In::world;
  arm.wrist = {wall_ahead_m * k_ - s_.wrist.z, 0.19 * k_, height * k_};
  arm.elbow_way = {-0.3, 0.5, -1};
  arm.fingers = unit(Vec3{-hand.z, 0, hand.x}), arm.palm = {1, 0, 0};
  arm.wrist_rests = arm.fingertip_rests = asked_[Channel::hands_wall] >= 1;
  if (!arm.wrist_rests) arm.wrist.x -= 0.14 * k_;
}

void Taker::rest_on_chair(ArmHeld& arm, bool kneels) const {
  arm.in = ArmHeld::In::world;
  arm.wrist = {chair_before(s_, kneels), 0.17 * k_, (chair_back_m + mat_to_wrist) * k_};
  arm.elbow_way = {-0.6, 0.6, -1};
  arm.fingers = {0.9, -0.1, kneels ? 0.1 : -0.35};
  arm.palm = {0, 0, -1};
  arm.wrist_rests = true;
}

void Taker::hang(ArmHeld& arm) {
  arm.in = ArmHeld::In::reach;
  arm.wrist = {0.10, 0.14, -0.96};
  arm.elbow_way = {-1, 0.4, 0};
  arm.fingers = {0.1, 0, -1};
  arm.palm = {0, -1, 0};
}

void Taker::put_on_thigh(ArmHeld& arm, double along, double inward) {
  arm.in = ArmHeld::In::thigh;
  arm.wrist = {along, height_on_thigh(along), 0};
  arm.elbow_way = {-0.15, 0.25, 1};
  arm.fingers = {1, -0.16, -inward};
  arm.palm = {0, -1, 0};
}

void Taker::stay_beside_belly(ArmHeld& arm) const {
  const auto [s, c] = geometry::sin_cos(geometry::radians(55 * shut_));
  arm.wrist = {arm.wrist.x, arm.wrist.y * c, arm.wrist.y * s};
  arm.palm = {0, -c, -s};
}

geometry::Vec3 Taker::hips_over(Vec3 knee, double thigh_deg, double aside) const {
  const double apart = knee.y - s_.hip_half - aside * k_;
  const double in_plane = std::sqrt(s_.thigh * s_.thigh - apart * apart);
  const auto thigh = geometry::sin_cos(geometry::radians(thigh_deg));
  return {knee.x + in_plane * thigh.cos, -aside * k_, knee.z + in_plane * thigh.sin};
}

} // namespace supple::body
