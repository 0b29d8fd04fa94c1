// SPDX-License-Identifier: Apache-2.0
#include "body/skeleton.h"

#include <cmath>

namespace supple::body {

namespace {

// A woman of 1.735 m (de Leva 1996, table 4); the thigh is 0.400 instead of 0.3685, since with straight arms only that
// gives the trunk, thigh and arm angles that people show on hands and knees.
constexpr double table_stature_m = 1.735;
constexpr double thigh_m = 0.400, shank_m = 0.4323, upper_arm_m = 0.2751, forearm_m = 0.2643;
constexpr double hip_half_m = 0.082; // Harrington 2007

// L5 to T1: spacing of joint centres, Bruno et al. 2015; C7 to C1 representative cervical spacing.
constexpr std::array<double, vertebra_count> heights_m{0.0349, 0.0325, 0.0325, 0.0301, 0.0313, 0.0332, 0.0290, 0.0285,
                                                       0.0247, 0.0242, 0.0255, 0.0242, 0.0248, 0.0231, 0.0209, 0.0191,
                                                       0.0180, 0.0155, 0.0145, 0.0140, 0.0135, 0.0135, 0.0160, 0.0130};
// Neutral angle of each vertebra on the one below, + lordotic: Bruno et al. 2015; the neck evenly lordotic.
constexpr std::array<double, vertebra_count> lordosis_deg{0,  18, 12, 7,  6,  -2, -4, -5, -4, -5, -6, -6,
                                                          -6, -6, -4, -3, -1, 2,  4,  4,  4,  4,  4,  4};

// Half the length between knees and wrists on hands and knees: the origin lies in the middle.
constexpr double half_stance_m = 0.26;
constexpr double knee_apart_m = 0.12, ankle_apart_m = 0.10, wrist_apart_m = 0.165;
constexpr double knee_height_m = 0.061, folded_mat_m = 0.007, ankle_height_m = 0.046, wrist_height_m = 0.029;
// A little behind the shoulders, so that the hips can go back a good way before the trunk is stretched.
constexpr double elbow_back_m = 0.08;
constexpr double fist_height_m = 0.075, elbow_height_m = 0.04, toe_height_m = 0.0135, ankle_to_toe_m = 0.172;

} // namespace

std::expected<Person, std::string> checked(const Person& person) {
  if (!(person.week >= 4 && person.week <= 42)) return std::unexpected("the week is not known; give one from 4 to 42");
  if (!(person.stature_m >= 1.4 && person.stature_m <= 2.0))
    return std::unexpected("the stature is not known; give metres from 1.40 to 2.00");
  return person;
}

Skeleton skeleton_of(const Person& person) {
  Skeleton s;
  s.person = person;
  s.scale = person.stature_m / table_stature_m;
  s.thigh = thigh_m * s.scale;
  s.shank = shank_m * s.scale;
  s.upper_arm = upper_arm_m * s.scale;
  s.forearm = forearm_m * s.scale;
  s.hip_half = hip_half_m * s.scale;
  for (std::size_t i = 0; i < heights_m.size(); ++i) {
    s.height[i] = heights_m[i] * s.scale;
    s.neutral_deg[i] = -lordosis_deg[i];
  }
  const double knee_z = knee_height_m + (person.knees_padded ? folded_mat_m : 0);
  s.knee = geometry::Vec3{-half_stance_m, knee_apart_m, knee_z} * s.scale;
  const double dy = s.knee.y - ankle_apart_m * s.scale;
  const double dz = s.knee.z - ankle_height_m * s.scale;
  const double back = std::sqrt(s.shank * s.shank - dy * dy - dz * dz);
  s.ankle = {s.knee.x - back, ankle_apart_m * s.scale, ankle_height_m * s.scale};
  s.toe = {s.ankle.x - ankle_to_toe_m * s.scale, s.ankle.y, toe_height_m * s.scale};
  const double wrist_z = person.wrists == Wrists::fists ? fist_height_m : wrist_height_m;
  s.wrist = geometry::Vec3{half_stance_m, wrist_apart_m, wrist_z} * s.scale;
  s.elbow = geometry::Vec3{half_stance_m - elbow_back_m, wrist_apart_m, elbow_height_m} * s.scale;
  if (person.wrists == Wrists::forearms) s.wrist = s.elbow + geometry::Vec3{s.forearm, 0, 0};
  return s;
}

} // namespace supple::body
