// SPDX-License-Identifier: Apache-2.0
#include "body/skeleton.h"

#include "geometry/trigonometry.h"

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
constexpr double knee_height_m = 0.061, ankle_height_m = 0.046, wrist_height_m = 0.029;
// A little behind the shoulders, so that the hips can go back a good way before the trunk is stretched.
constexpr double elbow_back_m = 0.08;
constexpr double fist_height_m = 0.075, elbow_height_m = 0.04, toe_height_m = 0.0135, ankle_to_toe_m = 0.172;
constexpr double ankle_to_toe_squared = ankle_to_toe_m * ankle_to_toe_m + 0.0325 * 0.0325;

constexpr double finger_length_m = 0.181, fist_length_m = 0.09; // ANSUR II 2012
constexpr double fingertip_height_m = 0.0075, fist_finger_height_m = 0.02;

using geometry::Vec3;

Vec3 sided(Vec3 of_left, int side) {
  return {of_left.x, of_left.y, side == left ? of_left.z : -of_left.z};
}

geometry::Rotation flexed_by(double degrees) {
  return geometry::rotation_by({0, 0, geometry::radians(degrees)});
}

void lay_spine(Skeleton& s) {
  constexpr double sacrum_to_L5_deg = 18, head_tilt_deg = -8;
  s.offset[index(Link::L5)] = Vec3{0.095, -0.032, 0} * s.scale;
  for (std::size_t i = 0; i < vertebra_count; ++i) {
    s.rest[i + 1] = flexed_by(-lordosis_deg[i] + (i == 0 ? sacrum_to_L5_deg : 0));
    s.offset[i + 2] = {s.height[i], 0, 0};
  }
  s.rest[index(Link::head)] = flexed_by(head_tilt_deg);
}

void lay_limbs(Skeleton& s) {
  for (const int side : {left, right}) {
    const auto put = [&](Link of_left, Vec3 offset) { s.offset[index(on(of_left, side))] = sided(offset, side); };
    put(Link::girdle_left, Vec3{0, 0, 0.02} * s.scale);
    put(Link::upper_arm_left, Vec3{0, 0.012, 0.145} * s.scale);
    put(Link::forearm_left, {-s.upper_arm, 0, 0});
    put(Link::hand_left, {-s.forearm, 0, 0});
    put(Link::thigh_left, {0, 0, s.hip_half});
    put(Link::shank_left, {-s.thigh, 0, 0});
    put(Link::foot_left, {-s.shank, 0, 0});
    // The middle of what these joints do, so that no rotation vector comes near half a turn.
    s.rest[index(on(Link::upper_arm_left, side))] = flexed_by(-80);
    s.rest[index(on(Link::thigh_left, side))] = flexed_by(-50);
    s.rest[index(on(Link::hand_left, side))] = {0, 1, 0, 0}; // palms back
  }
}

void lay_contacts(Skeleton& s) {
  const auto put = [&](Contact contact, Vec3 place) { s.touch[index(contact)] = place * s.scale; };
  const auto both = [&](Contact of_left, Vec3 place) {
    for (const int side : {left, right})
      put(on(of_left, side), sided(place, side));
  };
  both(Contact::fingertip_left, {-s.hand / s.scale, 0, 0});
  both(Contact::toe_left, {-0.0525, std::sqrt(ankle_to_toe_squared - 0.0525 * 0.0525), 0});
  both(Contact::outer_hip_left, {-0.010, -0.010, 0.183});
  both(Contact::outer_shoulder_left, {0, 0.012, 0.145 + 0.058});
  // On the skin of the figure (its sections are those of docs/figure.md).
  put(Contact::seat, {-seat_to_hips_m, -0.02, 0});
  put(Contact::back_sacrum, {0.060, -0.112, 0});
  put(Contact::back_T5, {0.012, -0.046, 0});
  put(Contact::head_back, {0.080, -0.095, 0});
  put(Contact::forehead, {0.120, 0.085, 0});
  put(Contact::pubis, {0, 0.105, 0});
  put(Contact::breastbone, {0.012, 0.145, 0});
}

// How readily each joint turns where a contact asks for it, against the hip's 1: the spine keeps the shape that was
// asked for, and limbs and shoulder blades do the rest.
void lay_give(Skeleton& s) {
  for (int i = 0; i < link_count; ++i) {
    const auto link = static_cast<Link>(i);
    const bool spine = link >= Link::L5 && link <= Link::head;
    const bool girdle = link == Link::girdle_left || link == Link::girdle_right;
    s.give[index(link)] = spine ? 0.004 : girdle ? 0.3 : 1;
  }
  s.give[index(Link::pelvis)] = 0.05;
}

} // namespace

std::expected<Person, std::string> checked(const Person& person) {
  if (!(person.week >= 4 && person.week <= 42)) return std::unexpected("the week is not known; give one from 4 to 42");
  if (!(person.stature_m >= 1.4 && person.stature_m <= 2.0))
    return std::unexpected("the stature is not known; give metres from 1.40 to 2.00");
  if (person.mass_before_kg != 0 && !(person.mass_before_kg >= 35 && person.mass_before_kg <= 160))
    return std::unexpected("the mass before is not known; give kilograms from 35 to 160");
  if (person.weeks_after_birth != 0 && !(person.weeks_after_birth >= 1 && person.weeks_after_birth <= 104))
    return std::unexpected("the weeks after birth are not known; give 1 to 104");
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
  s.hand = (person.wrists == Wrists::fists ? fist_length_m : finger_length_m) * s.scale;
  s.hip_half = hip_half_m * s.scale;
  for (std::size_t i = 0; i < heights_m.size(); ++i) {
    s.height[i] = heights_m[i] * s.scale;
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
  const double drop =
      s.wrist.z - (person.wrists == Wrists::fists ? fist_finger_height_m : fingertip_height_m) * s.scale;
  s.fingertip = s.wrist + geometry::Vec3{std::sqrt(s.hand * s.hand - drop * drop), 0, -drop};
  lay_spine(s);
  lay_limbs(s);
  lay_contacts(s);
  lay_give(s);
  return s;
}

Joints joints_of(const Skeleton& s, const Intent& intent) {
  const auto& v = intent.value;
  Joints joints;
  joints.place = {v[0], v[1], v[2]};
  joints.turned[0] = geometry::rotation_by({v[3], v[4], v[5]}) * pelvis_rest;
  for (std::size_t i = 1; i < link_count; ++i) {
    const std::size_t at = Intent::joints_at + 3 * (i - 1);
    joints.turned[i] = geometry::rotation_by(hinges[i] ? Vec3{0, 0, v[at + 2]} : Vec3{v[at], v[at + 1], v[at + 2]});
  }
  for (std::size_t i = 1; i < link_count; ++i)
    joints.turned[i] = s.rest[i] * joints.turned[i];
  return joints;
}

void lay_bones(const Skeleton& s, const Joints& joints, Bones& bones) {
  bones.place[0] = joints.place;
  bones.turned[0] = joints.turned[0];
  for (std::size_t i = 1; i < link_count; ++i) {
    const std::size_t from = parents[i];
    bones.place[i] = bones.place[from] + bones.turned[from] * s.offset[i];
    bones.turned[i] = bones.turned[from] * joints.turned[i];
  }
}

void lay_bones(const Skeleton& s, const Intent& intent, Bones& bones) {
  lay_bones(s, joints_of(s, intent), bones);
}

Vec3 place_of(const Skeleton& s, const Bones& bones, Contact contact) {
  const std::size_t link = index(link_of(contact));
  return bones.place[link] + bones.turned[link] * s.touch[index(contact)];
}

geometry::Vec3 want_of(const Skeleton& skeleton, const Bones& bones, Link link) {
  const std::size_t i = index(link);
  return geometry::vector_of(inverse(bones.turned[parents[i]] * skeleton.rest[i]) * bones.turned[i]);
}

} // namespace supple::body
