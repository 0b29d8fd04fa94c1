// SPDX-License-Identifier: Apache-2.0
// The postures without anything done on them. Places are metres for the table's stature of 1.735 m and scale with her.
#include "body/postures.h"

#include "body/bearing.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Vec3;
using vocabulary::Posture;

constexpr double toe_z = 0.0135, sole_to_ankle = 0.066, mat_to_wrist = 0.029;

class Taker {
public:
  Taker(const Skeleton& skeleton, const Channels& asked)
      : s_(skeleton), k_(skeleton.scale), asked_(asked), room_(belly_room(skeleton.person)),
        apart_(skeleton.person.knees_close ? 0 : room_) {}

  Stance take(Posture posture) {
    switch (posture) {
    case Posture::all_fours:
    case Posture::forearms_and_knees:
    case Posture::between:
    case Posture::childs_pose:
    case Posture::heel_sit:
      hands_and_knees(posture);
      break;
    case Posture::puppy:
      puppy();
      break;
    case Posture::kneeling:
      kneeling();
      break;
    case Posture::half_kneeling:
      half_kneeling(90 - 14 * asked_[Channel::shift], 0.42);
      break;
    case Posture::lunge:
      half_kneeling(62 - 10 * asked_[Channel::shift], 0.62);
      break;
    case Posture::seated:
      seated();
      break;
    case Posture::chair:
      on_a_seat(0.405, 0.09 + 0.19 * apart_, 0.39, 0.12 + 0.10 * apart_);
      break;
    case Posture::ball:
      on_a_seat(0.445, 0.16 + 0.12 * apart_, 0.42, 0.22 + 0.06 * apart_);
      break;
    case Posture::standing:
      standing();
      break;
    case Posture::forward_fold:
      asked_[Channel::hands_wall] > 0 ? fold_at_the_wall() : forward_fold();
      break;
    case Posture::squat:
      squat();
      break;
    case Posture::side_lying:
      side_lying();
      break;
    case Posture::supine:
      on_her_back(true);
      break;
    case Posture::bridge:
      on_her_back(false);
      break;
    case Posture::prone:
      prone();
      break;
    case Posture::plank:
      plank();
      break;
    case Posture::down_dog:
      down_dog();
      break;
    }
    return stance_;
  }

private:
  [[nodiscard]] Vec3 m(double x, double y, double z) const { return Vec3{x, y, z} * k_; }

  template <class Do>
  void both_arms(Do what) {
    std::ranges::for_each(stance_.arm, what);
  }

  template <class Do>
  void both_legs(Do what) {
    std::ranges::for_each(stance_.leg, what);
  }

  static void rest_on_knee(LegHeld& leg, Vec3 knee, Vec3 ankle, Vec3 toe) {
    leg.how = LegHeld::How::kneeling;
    leg.knee = knee, leg.ankle = ankle, leg.toe = toe;
    leg.instep = {0, 0, -1};
    leg.knee_rests = leg.ankle_rests = leg.toe_rests = true;
  }

  // Both knees on the mat, hip-wide or wider.
  void rest_on_knees() {
    const double wide = asked_[Channel::knees_wide];
    const double hip_wide = s_.hip_half - s_.knee.y;
    const double knee_y = s_.knee.y + (wide < 0 ? -wide * hip_wide : 0.13 * k_ * wide);
    // The feet come together, but not through one another.
    const double ankle_y = s_.ankle.y + (wide < 0 ? wide * 0.02 : -0.05 * std::min(wide, 1.1)) * k_;
    const double across = knee_y - ankle_y, down = s_.knee.z - s_.ankle.z;
    const Vec3 ankle{s_.knee.x - std::sqrt(s_.shank * s_.shank - across * across - down * down), ankle_y, s_.ankle.z};
    both_legs([&](LegHeld& leg) {
      rest_on_knee(leg, {s_.knee.x, knee_y, s_.knee.z}, ankle, {ankle.x - (s_.ankle.x - s_.toe.x), ankle_y, s_.toe.z});
    });
  }

  // A flat foot with the ankle there, its toes turned out by so many degrees.
  void rest_on_foot(LegHeld& leg, Vec3 ankle, double turned_out = 8) const {
    leg.how = LegHeld::How::foot;
    leg.ankle = ankle;
    const auto [s, c] = geometry::sin_cos(geometry::radians(turned_out));
    leg.toe = ankle + m(0.167 * c, 0.167 * s, 0);
    leg.toe.z = ankle.z - 0.0525 * k_;
    leg.instep = {0, 0, 1};
    leg.knee_way = {c, s, 0.1};
    leg.ankle_rests = leg.toe_rests = true;
  }

  // The hand turned half way in, as steep as it was.
  static Vec3 inward(Vec3 fingers) {
    const double flat = std::sqrt(fingers.x * fingers.x + fingers.y * fingers.y);
    return {0.9 * flat, -std::sqrt(1 - 0.81) * flat, fingers.z};
  }

  // Palms, fists or forearms, as she likes; so high over the mat.
  void rest_on_palms(ArmHeld& arm, Vec3 wrist, Vec3 elbow_way, double up = 0) const {
    arm.wrist = {wrist.x, wrist.y, s_.wrist.z + up};
    arm.elbow_way = elbow_way;
    arm.fingers = unit(s_.fingertip - s_.wrist);
    arm.palm = {0, 0, -1};
    arm.wrist_rests = arm.fingertip_rests = true;
  }

  // On the wall as they lie on the mat, the fingers up; or before the chest on the way there.
  void rest_on_wall(ArmHeld& arm, double height) const {
    const Vec3 hand = s_.fingertip - s_.wrist;
    arm.in = ArmHeld::In::world;
    arm.wrist = {wall_ahead_m * k_ - s_.wrist.z, 0.19 * k_, height * k_};
    arm.elbow_way = {-0.3, 0.5, -1};
    arm.fingers = unit(Vec3{-hand.z, 0, hand.x}), arm.palm = {1, 0, 0};
    arm.wrist_rests = arm.fingertip_rests = asked_[Channel::hands_wall] >= 1;
    if (!arm.wrist_rests) arm.wrist.x -= 0.14 * k_;
  }

  static void hang(ArmHeld& arm) {
    arm.in = ArmHeld::In::reach;
    arm.wrist = {0.10, 0.14, -0.96};
    arm.elbow_way = {-1, 0.4, 0};
    arm.fingers = {0.1, 0, -1};
    arm.palm = {0, -1, 0};
  }

  void put_on_thigh(ArmHeld& arm, Vec3 wrist, double outward = -0.22) const {
    arm.in = ArmHeld::In::world;
    arm.wrist = wrist;
    arm.elbow_way = {-0.15, 1, 0.25};
    arm.fingers = {0.86, outward, -0.40};
    arm.palm = {0, 0, -1};
  }

  // Of a hip joint, with the knee planted and the thigh at this angle to the mat (90 upright, above it hips back).
  [[nodiscard]] Vec3 hips_over(Vec3 knee, double thigh_deg) const {
    const double apart = knee.y - s_.hip_half;
    const double in_plane = std::sqrt(s_.thigh * s_.thigh - apart * apart);
    const auto thigh = geometry::sin_cos(geometry::radians(thigh_deg));
    return {knee.x + in_plane * thigh.cos, 0, knee.z + in_plane * thigh.sin};
  }

  void hands_and_knees(Posture posture);
  void puppy(), kneeling(), seated(), standing(), forward_fold(), fold_at_the_wall();
  void squat(), side_lying(), prone(), plank(), down_dog();
  void half_kneeling(double thigh_deg, double foot_ahead);
  void on_a_seat(double height, double apart, double feet_ahead, double feet_apart);
  void on_her_back(bool lies);
  void lean_onto_elbows(double much);
  void rest_on_a_chair(Vec3 elbow_way);

  const Skeleton& s_;
  double k_;
  Channels asked_;
  double room_;  // for the belly, by folding less
  double apart_; // and by legs that are wider
  Stance stance_;
};

void Taker::hands_and_knees(Posture posture) {
  const double bend = posture == Posture::childs_pose ? 0 : asked_[Channel::arms_bend];
  const bool on_forearms = s_.person.wrists == Wrists::forearms || posture == Posture::forearms_and_knees ||
                           (bend >= 1 && posture != Posture::heel_sit);
  const Bearing b = bearing_of(asked_, on_forearms);
  rest_on_knees();
  stance_.hips = hips_over(stance_.leg[left].knee, b.thigh);
  // Between knees that are very wide the hips sink, and the trunk stays above the mat.
  stance_.pelvis = b.pelvis + 9 * std::max(asked_[Channel::knees_wide] - 1, 0.0);
  // Half way back the belly would come to lie on the thighs: she does not lean as far.
  const double half_way = asked_[Channel::travel] * (1 - asked_[Channel::travel]) * 4 * (1 - asked_[Channel::upright]);
  stance_.pelvis += 12 * room_ * std::max(half_way, 0.0);
  stance_.lumbar = {b.lumbar, b.bend * 0.4, b.turn * 0.15};
  stance_.thoracic = {b.thoracic, b.bend * 0.6, b.turn * 0.85};
  stance_.neck = {b.neck, b.neck_bend, b.neck_turn};
  stance_.head = b.head;
  stance_.shoulder_forward_m = b.shoulder_forward_m;
  stance_.shoulder_up_m = b.shoulder_up_m;
  if (asked_[Channel::upright] > 0) {
    const auto [s, c] = geometry::sin_cos(geometry::radians(b.thigh));
    const Vec3 along{c, 0, s}, up{s, 0, -c};
    const Vec3 hand = s_.knee + (along * 0.163 + up * 0.100) * k_;
    both_arms([&](ArmHeld& arm) { put_on_thigh(arm, {hand.x, 0.14 * k_, hand.z}); });
    return;
  }
  // Elbows point back on hands and knees, and to the side where the chest is low.
  const Vec3 elbow_way = geometry::mix({-1, 0.3, 0}, {-0.15, 1, 0.25}, asked_[Channel::travel]);
  if (s_.person.hands_on_chair || s_.person.head_up) {
    rest_on_a_chair(elbow_way);
    return;
  }
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, s_.wrist, elbow_way); });
  if (on_forearms || bend > 0) lean_onto_elbows(on_forearms ? 1 : bend);
}

// The trunk turns about the hips, all the way or a part of it, so that the shoulders come to stand an upper arm away
// from the planted elbows: the triangle of hips, shoulders and elbows, seen from the side.
void Taker::lean_onto_elbows(double much) {
  Bones bones;
  lay_bones(s_, intent_of(s_, stance_), bones);
  const Vec3 hips = stance_.hips;
  const Vec3 trunk =
      geometry::mix(bones.place[index(Link::upper_arm_left)], bones.place[index(Link::upper_arm_right)], 0.5) - hips;
  const Vec3 way = Vec3{s_.elbow.x, 0, s_.elbow.z} - hips;
  const double r = std::sqrt(trunk.x * trunk.x + trunk.z * trunk.z), d = length(way);
  const double cosine = std::min((r * r + d * d - s_.upper_arm * s_.upper_arm) / (2 * r * d), 0.99);
  const double wanted = geometry::atan2(way.z, way.x) + geometry::acos(cosine);
  stance_.pelvis += much * geometry::degrees(wanted - geometry::atan2(trunk.z, trunk.x));
  if (much < 1) return;
  both_arms([&](ArmHeld& arm) {
    arm.wrist = s_.elbow + Vec3{s_.forearm, 0, 0};
    arm.fingers = unit(Vec3{s_.hand, 0, 0.0075 * k_ - arm.wrist.z});
    arm.elbow = s_.elbow;
    arm.elbow_rests = true;
  });
}

// The hands on a seat instead of the mat: the trunk rises with them, and so does the head.
void Taker::rest_on_a_chair(Vec3 elbow_way) {
  const double up = 1 - 0.5 * asked_[Channel::travel];
  stance_.pelvis += 26 * up;
  stance_.neck.flex -= 8 * up;
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, {s_.wrist.x + 0.06 * k_, s_.wrist.y, 0}, elbow_way, 0.40 * k_); });
}

void Taker::puppy() {
  rest_on_knees();
  stance_.hips = hips_over(stance_.leg[left].knee, 94 - 12 * room_ - 10 * asked_[Channel::shift]);
  stance_.pelvis = -34 + 14 * room_;
  stance_.lumbar.flex = 4;
  stance_.thoracic.flex = -8;
  stance_.neck.flex = -14;
  stance_.shoulder_forward_m = 0.01;
  stance_.shoulder_up_m = 0.035;
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, m(0.67 + 0.07 * room_, 0.19, 0), {0, 1, 0.3}); });
}

void Taker::kneeling() {
  rest_on_knees();
  stance_.hips = hips_over(stance_.leg[left].knee, 90 + 60 * asked_[Channel::travel]);
  stance_.pelvis = 88;
  both_arms([&](ArmHeld& arm) { hang(arm); });
}

void Taker::half_kneeling(double thigh_deg, double foot_ahead) {
  stance_.hips = hips_over(s_.knee, thigh_deg);
  stance_.pelvis = 86 - 0.35 * (90 - thigh_deg) + 9 * room_; // the hip behind stretches only so far
  rest_on_knee(stance_.leg[right], s_.knee, s_.ankle, s_.toe);
  const Vec3 foot = m(foot_ahead, 0.10 + 0.16 * apart_, sole_to_ankle);
  rest_on_foot(stance_.leg[left], Vec3{s_.knee.x, 0, 0} + foot, 8 + 14 * apart_);
  stance_.leg[left].knee_way.y += 0.5 * apart_;
  both_arms([&](ArmHeld& arm) { hang(arm); });
  const Vec3 hand = m(0.26 - 0.05 * apart_, 0.10 + 0.16 * apart_, 0.16 - 0.005 * apart_);
  put_on_thigh(stance_.arm[left], stance_.hips + hand, 0.9 * apart_ - 0.22);
}

void Taker::seated() {
  stance_.hips = m(0, 0, seat_to_hips_m);
  stance_.pelvis = 97;
  stance_.lumbar.flex = 14;
  stance_.thoracic.flex = -4;
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::foot;
    leg.ankle = m(0.265, -0.025, 0.055);
    leg.toe = leg.ankle + m(0.06, -0.155, -0.02);
    leg.instep = {0.6, 0.3, 0.6};
    leg.knee_way = {0.35, 1, 0.12};
    leg.ankle_rests = leg.toe_rests = true;
  });
  // One shin lies before the other.
  stance_.leg[right].ankle = m(0.425, -0.025, 0.055);
  stance_.leg[right].toe = stance_.leg[right].ankle + m(0.06, -0.155, -0.02);
  both_arms([&](ArmHeld& arm) {
    put_on_thigh(arm, m(0.22, 0.27, 0.25));
    arm.fingers = {0.8, 0.3, -0.4};
  });
  stance_.rests[index(Contact::seat)] = true;
}

void Taker::on_a_seat(double height, double apart, double feet_ahead, double feet_apart) {
  stance_.hips = m(0, 0, height + seat_to_hips_m);
  stance_.pelvis = 90 + 4 * room_;
  stance_.lumbar.flex = 5;
  stance_.thoracic.flex = -5;
  stance_.floor = height * k_;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(feet_ahead, feet_apart, sole_to_ankle), 12);
    leg.knee_way = {1, apart * 2, 0.4};
  });
  both_arms([&](ArmHeld& arm) { put_on_thigh(arm, m(0.24, 0.11 + apart * 0.6, height + 0.235)); });
  stance_.rests[index(Contact::seat)] = true;
}

// Facing a wall she stands an arm's length away from it.
void Taker::standing() {
  const bool at_wall = asked_[Channel::hands_wall] > 0;
  const double ahead = at_wall ? 0.27 : 0;
  stance_.hips = m(ahead, 0, 0.893);
  stance_.pelvis = at_wall ? 84 : 87;
  both_legs([&](LegHeld& leg) { rest_on_foot(leg, m(ahead - 0.02, 0.10, sole_to_ankle)); });
  both_arms([&](ArmHeld& arm) { at_wall ? rest_on_wall(arm, 1.27) : hang(arm); });
}

void Taker::forward_fold() {
  stance_.hips = m(-0.10, 0, 0.86);
  stance_.pelvis = -17 + 52 * room_;
  stance_.lumbar.flex = 42 - 24 * room_;
  stance_.thoracic.flex = 20;
  stance_.neck.flex = 14;
  both_legs([&](LegHeld& leg) { rest_on_foot(leg, m(-0.02, 0.12 + 0.16 * apart_, sole_to_ankle), 8 + 10 * apart_); });
  both_arms([&](ArmHeld& arm) {
    arm.wrist = m(0.12 - 0.05 * room_, 0.17 + 0.07 * apart_, 0.16 + 0.28 * room_);
    arm.elbow_way = {0.2, 1, 0.2};
    arm.fingers = {0.6, 0, -0.7};
    arm.palm = {-0.7, 0, -0.6};
  });
}

// From the hips, which are over the heels, to the hands one long line that rises a little; the knees soft.
void Taker::fold_at_the_wall() {
  stance_.hips = m(-0.245, 0, 0.885);
  stance_.pelvis = 13;
  stance_.lumbar.flex = 10;
  stance_.thoracic.flex = -4, stance_.neck.flex = 2;
  stance_.shoulder_forward_m = 0.01, stance_.shoulder_up_m = 0.03;
  both_legs([&](LegHeld& leg) { rest_on_foot(leg, m(-0.195, 0.12, sole_to_ankle)); });
  both_arms([&](ArmHeld& arm) { rest_on_wall(arm, 1.13); });
}

void Taker::squat() {
  stance_.hips = m(-0.20, 0, 0.285 + 0.065 * room_);
  stance_.pelvis = 89 + 4 * room_;
  stance_.lumbar.flex = 32 - 14 * room_;
  stance_.thoracic.flex = 6;
  stance_.neck.flex = -6;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(-0.02, 0.24 + 0.07 * apart_, sole_to_ankle), 34 + 8 * apart_);
    leg.knee_way = {1, 1 + 0.6 * apart_, 0.5};
  });
  both_arms([&](ArmHeld& arm) {
    arm.wrist = m(0.19, 0.035, 0.52);
    arm.elbow_way = {0, 1, -0.6};
    arm.fingers = {0.3, -0.05, 1};
    arm.palm = {0, -1, 0};
  });
}

void Taker::side_lying() {
  stance_.hips = m(0, 0, 0.183);
  stance_.pelvis = 180;
  stance_.pelvis_turn = 90;
  stance_.lumbar.flex = 14;
  stance_.thoracic.flex = 6;
  stance_.neck = {8, -4, 0};
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::free;
    leg.flexion = 58 - 14 * room_;
    leg.knee_flexion = 80;
    leg.pointed = 15;
  });
  stance_.leg[right].abduction = -8;
  stance_.leg[right].flexion = 66 - 14 * room_;
  // The lower arm lies before her, the head on a pillow; the upper hand rests on the mat, ahead of the belly.
  both_arms([&](ArmHeld& arm) {
    arm.in = ArmHeld::In::chest;
    arm.elbow_way = {-1, 0.2, 0.2};
    arm.fingers = {0.6, 0.6, 0};
  });
  stance_.arm[left].wrist = {0.42, 0.62, -0.14};
  stance_.arm[left].palm = {0, 0, -1};
  stance_.arm[right].wrist = {0.06, 0.80, -0.36};
  stance_.arm[right].elbow_way = {-0.2, 0.7, 0.8};
  stance_.arm[right].palm = {0, 0, -1};
  stance_.rests[index(Contact::outer_hip_left)] = stance_.rests[index(Contact::outer_shoulder_left)] = true;
}

// Lying, or with the hips lifted from there to a bridge: the shoulders stay where they lie.
void Taker::on_her_back(bool lies) {
  stance_.hips = lies ? m(0, 0, 0.118) : m(-0.10, 0, 0.31);
  stance_.pelvis = lies ? 184 : 184 + bridged_pelvis;
  stance_.thoracic.flex = lies ? -10 : -10 + bridged_thorax;
  stance_.lumbar.flex = lies ? 8 : 8 + bridged_low_back;
  stance_.neck.flex = lies ? 0 : bridged_neck;
  stance_.head = 6;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(0.36, 0.11, sole_to_ankle), 4);
    leg.knee_way = {0.3, 0.05, 1};
  });
  both_arms([&](ArmHeld& arm) {
    arm.wrist = m(-0.10, 0.30, mat_to_wrist);
    arm.elbow_way = {-0.2, 1, 0};
    arm.fingers = {1, 0.1, -0.12};
    arm.palm = {0, 0, -1};
    arm.wrist_rests = arm.fingertip_rests = true;
  });
  stance_.rests[index(Contact::back_sacrum)] = lies;
  stance_.rests[index(Contact::back_T5)] = stance_.rests[index(Contact::head_back)] = true;
}

void Taker::prone() {
  stance_.hips = m(0, 0, 0.108);
  stance_.pelvis = -2;
  stance_.lumbar.flex = -2;
  stance_.thoracic.flex = -8;
  stance_.neck.flex = -6;
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::foot;
    leg.ankle = m(-0.828, 0.11, 0.055);
    leg.toe = leg.ankle + m(-0.168, 0, -0.04);
    leg.instep = {0, 0, -1};
    leg.knee_way = {0, 0, -1};
    leg.ankle_rests = leg.toe_rests = true;
  });
  both_arms([&](ArmHeld& arm) {
    rest_on_palms(arm, m(0.56, 0.22, 0), {-0.4, 1, 0});
    arm.fingers = inward(arm.fingers);
  });
  stance_.rests[index(Contact::pubis)] = true;
}

void Taker::plank() {
  stance_.hips = m(-0.20, 0, 0.405);
  stance_.pelvis = 14;
  stance_.neck.flex = 2;
  both_legs([&](LegHeld& leg) {
    leg.how = LegHeld::How::foot;
    leg.ankle = m(-0.985, 0.10, 0.135);
    leg.toe = leg.ankle + m(0.040, 0, 0);
    leg.toe.z = 0;
    leg.toe = leg.ankle + unit(leg.toe - leg.ankle) * (0.175 * k_);
    leg.toe.z = toe_z * k_;
    leg.instep = {1, 0, 0.4};
    leg.knee_way = {0.3, 0.05, -1};
    leg.toe_rests = true;
  });
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, s_.wrist, {-1, 0.3, 0}); });
}

void Taker::down_dog() {
  // Longer and lower with room for the belly.
  stance_.hips = m(-0.12 - 0.06 * room_, 0, 0.80 - 0.10 * room_);
  stance_.pelvis = -46 + 23 * room_;
  stance_.lumbar.flex = 10 - 6 * room_;
  stance_.shoulder_forward_m = 0.01;
  stance_.shoulder_up_m = 0.03;
  both_legs([&](LegHeld& leg) {
    rest_on_foot(leg, m(-0.50 - 0.13 * room_, 0.11 + 0.26 * apart_, 0.125), 0);
    leg.toe = leg.ankle + m(0.135, 0, 0);
    leg.toe.z = toe_z * k_;
    leg.knee_way = {1, 0.05, 0.2};
  });
  both_arms([&](ArmHeld& arm) { rest_on_palms(arm, m(0.56 + 0.12 * room_, 0.19, 0), {0, 1, 0.4}); });
}

} // namespace

Stance posture_stance(const Skeleton& skeleton, Posture posture, const Channels& asked) {
  return Taker(skeleton, asked).take(posture);
}

} // namespace supple::body
