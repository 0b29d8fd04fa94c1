// SPDX-License-Identifier: Apache-2.0
// How a posture is taken: the ways of resting on knees, feet and hands that postures share, and a function for each of
// them. Places are metres for the table's stature of 1.735 m and scale with her.
#pragma once

#include "body/stance.h"

#include <algorithm>

namespace supple::body {

class Taker {
public:
  Taker(const Skeleton& skeleton, const Channels& asked);

  Stance take(vocabulary::Posture posture);

private:
  using Vec3 = geometry::Vec3;
  using Posture = vocabulary::Posture;

  static constexpr double toe_z = 0.0135, sole_to_ankle = 0.066, mat_to_wrist = 0.029,
                          tucked_ankle_z = 0.135; // the foot upright on its ball

  [[nodiscard]] Vec3 m(double x, double y, double z) const { return Vec3{x, y, z} * k_; }

  template <class Do>
  void both_arms(Do what) {
    std::ranges::for_each(stance_.arm, what);
  }

  template <class Do>
  void both_legs(Do what) {
    std::ranges::for_each(stance_.leg, what);
  }

  static void rest_on_knee(LegHeld& leg, Vec3 knee, Vec3 ankle, Vec3 toe);
  /// The knee over this place of the mat, the foot so far from her middle.
  void rest_on_knee(LegHeld& leg, Vec3 knee, double foot_y) const;
  /// Both knees on the mat, hip-wide or wider.
  void rest_on_knees();
  void tuck_toes(LegHeld& leg) const;
  /// A flat foot with the ankle there, its toes turned out by so many degrees.
  void rest_on_foot(LegHeld& leg, Vec3 ankle, double turned_out = 8) const;
  /// Palms, fists or forearms, as she likes; so high over the mat.
  void rest_on_palms(ArmHeld& arm, Vec3 wrist, Vec3 elbow_way, double up = 0) const;
  /// On the wall as they lie on the mat, the fingers up; or before the chest on the way there.
  void rest_on_wall(ArmHeld& arm, double height) const;
  /// On the back of a chair before her, the fingers over it.
  void rest_on_chair(ArmHeld& arm, bool kneels) const;
  static void hang(ArmHeld& arm);
  /// The hand on the thigh, the wrist at this part of its length.
  static void put_on_thigh(ArmHeld& arm, double along, double inward = 0.22);
  /// Of a hand on a thigh that stays close: it lies on the outer side, where a belly that has grown is not in its way.
  void stay_beside_belly(ArmHeld& arm) const;
  /// Of a hip joint, with the knee planted and the thigh at this angle to the mat (90 upright, above it hips back);
  /// where only her right knee is, so far aside toward it.
  [[nodiscard]] Vec3 hips_over(Vec3 knee, double thigh_deg, double aside = 0) const;

  void hands_and_knees(Posture posture), puppy(), kneeling(); // postures_on_knees.cpp
  void half_kneeling(double thigh_deg, double foot_ahead, double aside);
  void rise_from_one_knee(bool on_the_knee);
  void lean_onto_elbows(double much);
  void rest_on_a_chair(Vec3 elbow_way);
  void seated(), rise_over_the_shins(bool behind); // postures_sitting.cpp
  void hold_the_seat(ArmHeld& arm, double height) const;
  void on_a_seat(double height, double apart, double feet_ahead, double feet_apart);
  void standing(), forward_fold(), fold_at_the_wall(), squat(); // postures_standing.cpp
  void side_lying(), on_her_back(bool lies), prone();           // postures_lying.cpp
  void plank(), down_dog();                                     // postures_on_hands.cpp

  const Skeleton& s_;
  double k_;
  Channels asked_;
  double room_;  // for the belly, by folding less
  double apart_; // and by legs that are wider
  double shut_;  // what is lacking of that where the knees stay close: she folds still less
  Stance stance_;
};

} // namespace supple::body
