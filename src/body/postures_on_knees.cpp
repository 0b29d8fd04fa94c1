// SPDX-License-Identifier: Apache-2.0
// On two knees, with the hands before her or upright; and with one foot ahead.
#include "body/bearing.h"
#include "body/taker.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

void Taker::hands_and_knees(Posture posture) {
  const double bend = posture == Posture::childs_pose ? 0 : asked_[Channel::arms_bend];
  // In child's pose the arms lie long on the mat, and no weight is on the wrists.
  const bool on_forearms = posture != Posture::childs_pose &&
                           (s_.person.wrists == Wrists::forearms || posture == Posture::forearms_and_knees ||
                            (bend >= 1 && posture != Posture::heel_sit));
  const Bearing b = bearing_of(asked_, on_forearms);
  rest_on_knees();
  // On the way back the belly would come to lie on the thighs: the hips stay higher, and she does not lean as far. In
  // child's pose they come down between knees that are wider; where those stay close she goes back less, and is less
  // over them everywhere.
  const double back = asked_[Channel::travel] * (1 - asked_[Channel::upright]), close = shut_ * back * back;
  const double half_way = std::max(4 * back * (1 - back), 0.0), all_the_way = std::max(back * (2 - back), 0.0);
  const double higher = posture == Posture::childs_pose && shut_ == 0 ? half_way : all_the_way;
  const double less_over_them =
      8 * shut_ * (1 - asked_[Channel::upright]) + 26 * close + (on_forearms ? 18 * shut_ : 0);
  stance_.hips = hips_over(stance_.leg[left].knee, b.thigh - 15 * room_ * higher - less_over_them);
  // In child's pose the trunk stays higher over a belly that lies on the mat, and in the last weeks higher still: the
  // upper back rounds and the head bows, so that the forehead comes down.
  const double on_belly = posture == Posture::childs_pose ? apart_ * back : 0;
  const double last_weeks = 0.6 * std::max(belly_week(s_.person) - 38, 0.0), bows = (7 + 1.3 * last_weeks) * on_belly;
  // Between knees that are very wide the hips sink, and the trunk stays above the mat.
  stance_.pelvis = b.pelvis + 9 * std::max(asked_[Channel::knees_wide] - 1, 0.0) + 12 * room_ * half_way + 16 * close +
                   8 * shut_ * asked_[Channel::upright] + last_weeks * on_belly;
  stance_.lumbar = {b.lumbar - 10 * close + (on_forearms ? 20 * shut_ : 0), b.bend * 0.4, b.turn * 0.15};
  stance_.thoracic = {b.thoracic + bows, b.bend * 0.6, b.turn * 0.85};
  stance_.neck = {b.neck, b.neck_bend, b.neck_turn};
  stance_.head = b.head + bows;
  stance_.shoulder_forward_m = b.shoulder_forward_m;
  stance_.shoulder_up_m = b.shoulder_up_m;
  if (asked_[Channel::upright] > 0) {
    both_arms([&](ArmHeld& arm) {
      put_on_thigh(arm, 0.62 + 0.16 * shut_, 0.04);
      stay_beside_belly(arm);
    });
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
  stance_.hips = hips_over(stance_.leg[left].knee, 94 - 12 * room_ - 16 * shut_ - 10 * asked_[Channel::shift]);
  // Between wide knees the hips are lower: the chest comes no lower for it.
  const double wide = std::clamp(asked_[Channel::knees_wide], 0.0, 1.6) / 1.6;
  stance_.pelvis = -34 + 15 * std::max(room_, 0.7 * wide) + 12 * shut_;
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
  both_arms([&](ArmHeld& arm) {
    if (asked_[Channel::hands_chair] > 0) return rest_on_chair(arm, true);
    hang(arm);
    arm.wrist.y += 0.05 * std::max(asked_[Channel::knees_wide], 0.0); // beside thighs that are wide
  });
}

// Her weight lies between the knee behind and the foot ahead, which are not in one line with her middle: the hips lean
// toward the knee.
void Taker::half_kneeling(double thigh_deg, double foot_ahead, double aside) {
  const bool beside = asked_[Channel::lift] > 1; // on the way there from both knees: the foot beside the knee behind
  stance_.hips = hips_over(s_.knee, thigh_deg, beside ? 0.12 : aside);
  stance_.pelvis = 86 - 0.35 * (90 - thigh_deg) + 10 * room_ + 14 * shut_; // the hip behind stretches only so far
  rest_on_knee(stance_.leg[right], s_.knee, s_.ankle, s_.toe);
  const Vec3 foot = m(beside ? 0.12 : foot_ahead, beside ? 0.30 : 0.10 + 0.18 * apart_, sole_to_ankle);
  rest_on_foot(stance_.leg[left], Vec3{s_.knee.x, 0, 0} + foot, 8 + 14 * apart_);
  stance_.leg[left].knee_way.y += 0.5 * apart_;
  both_arms([&](ArmHeld& arm) { hang(arm); });
  put_on_thigh(stance_.arm[left], 0.62, 0.12);
  stay_beside_belly(stance_.arm[left]);
  if (!beside && asked_[Channel::lift] > 0) rise_from_one_knee(asked_[Channel::lift] < 1);
}

// On the way up from there and down, leaning over the foot ahead: the knee still on the mat; or on both feet, the one
// behind on its ball.
void Taker::rise_from_one_knee(bool on_the_knee) {
  const Vec3 under = {s_.knee.x, 0, 0};
  const double toward_the_foot = 0.05 + 0.13 * apart_;
  stance_.pelvis = 62 + 16 * room_ + 20 * shut_;
  if (on_the_knee) {
    stance_.hips = hips_over(s_.knee, 65 + 14 * shut_, -toward_the_foot);
    return;
  }
  stance_.hips = under + m(0.31, toward_the_foot + 0.03, 0.74);
  LegHeld& behind = stance_.leg[right];
  behind = {};
  behind.ankle = under + m(-0.18, 0.10, 0.150);
  behind.toe = behind.ankle + m(0.108, 0, 0);
  behind.toe.z = toe_z * k_;
  behind.instep = {1, 0, 0.7};
  behind.knee_way = {1, 0.05, 0};
  behind.toe_rests = true;
  both_arms([&](ArmHeld& arm) {
    hang(arm);
    arm.wrist = {0, 0.4, -0.9}; // clear of the legs
  });
}

} // namespace supple::body
