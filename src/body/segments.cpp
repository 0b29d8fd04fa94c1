// SPDX-License-Identifier: Apache-2.0
#include "body/segments.h"

#include <algorithm>

namespace supple::body {

namespace {

using geometry::Vec3;

// de Leva 1996, table 4, women: parts of the body's mass; of the limbs also where the centre of mass lies between the
// proximal and the distal end, and the radii of gyration (about the sagittal, transverse and longitudinal axis), as
// parts of the segment's length.
struct Limb {
  double mass, centre, sagittal, transverse, longitudinal;
};

constexpr Limb upper_arm{0.0255, 0.5754, 0.278, 0.260, 0.148}, forearm{0.0138, 0.4559, 0.261, 0.257, 0.094},
    hand{0.0056, 0.7474, 0.531, 0.454, 0.335}, thigh{0.1478, 0.3612, 0.369, 0.364, 0.162},
    shank{0.0481, 0.4416, 0.271, 0.267, 0.093}, foot{0.0129, 0.4014, 0.299, 0.279, 0.139};
constexpr double head_mass = 0.0668, upper_trunk = 0.1545, mid_trunk = 0.1465, lower_trunk = 0.1247;
constexpr double hand_m = 0.078, foot_m = 0.2283; // the table's lengths: wrist to knuckle, heel to toe tip
constexpr double table_mass_kg = 61.9, table_stature_m = 1.735;

// Where the regions of the trunk end: xiphoid at T9, navel at L3 and L4 (ours; the table's are marks on the skin).
constexpr std::size_t first_mid = index(Link::L3), first_upper = index(Link::T8), first_neck = index(Link::C7);
// Ours: by the volumes of the figure's sections; and what of the upper trunk moves with each shoulder blade.
constexpr double pelvis_of_lower = 0.72, neck_of_head = 0.16, girdle = 0.012;

// A slice of the trunk as an elliptic plate: half width and half depth of the figure's sections, metres.
Segment slice(double mass_kg, double height, double front, double half_width, double half_depth) {
  Segment s;
  s.mass_kg = mass_kg;
  s.centre = {height / 2, front, 0};
  const double h2 = height * height / 12, w2 = half_width * half_width / 4, d2 = half_depth * half_depth / 4;
  s.inertia = {mass_kg * (w2 + d2), mass_kg * (h2 + w2), mass_kg * (h2 + d2)};
  return s;
}

Segment rod(const Limb& limb, double mass_kg, double length_m) {
  Segment s;
  s.mass_kg = limb.mass * mass_kg;
  s.centre = {-limb.centre * length_m, 0, 0};
  const auto about = [&](double radius) { return s.mass_kg * radius * radius * length_m * length_m; };
  s.inertia = {about(limb.longitudinal), about(limb.sagittal), about(limb.transverse)};
  return s;
}

void lay_trunk(const Skeleton& skeleton, double mass_kg, Segments& segments) {
  const double k = skeleton.scale;
  const auto height = [&](std::size_t link) { return skeleton.height[link - 1]; };
  const auto fill = [&](std::size_t first, std::size_t last, double part, double front, double wide, double deep) {
    double whole = 0;
    for (std::size_t i = first; i < last; ++i)
      whole += height(i);
    for (std::size_t i = first; i < last; ++i)
      segments[i] = slice(mass_kg * part * height(i) / whole, height(i), front * k, wide * k, deep * k);
  };
  segments[0] = slice(mass_kg * lower_trunk * pelvis_of_lower, 0.10 * k, -0.012 * k, 0.160 * k, 0.098 * k);
  segments[0].centre.x = 0.03 * k;
  fill(index(Link::L5), first_mid, lower_trunk * (1 - pelvis_of_lower), 0.030, 0.140, 0.088);
  fill(first_mid, first_upper, mid_trunk, 0.036, 0.124, 0.090);
  fill(first_upper, first_neck, upper_trunk - 2 * girdle, 0.040, 0.122, 0.086);
  fill(first_neck, index(Link::head), head_mass * neck_of_head, 0.012, 0.055, 0.050);
  Segment& head = segments[index(Link::head)];
  head = slice(mass_kg * head_mass * (1 - neck_of_head), 0.19 * k, 0.02 * k, 0.075 * k, 0.095 * k);
  head.centre.x = 0.075 * k;
}

void lay_limbs(const Skeleton& s, double mass_kg, Segments& segments) {
  for (const int side : {left, right}) {
    const auto put = [&](Link of_left) -> Segment& { return segments[index(on(of_left, side))]; };
    Segment& blade = put(Link::girdle_left) =
        slice(mass_kg * girdle, 0.14 * s.scale, -0.01 * s.scale, 0.06 * s.scale, 0.02 * s.scale);
    blade.centre.x = -0.03 * s.scale;
    blade.centre.z = (side == left ? 0.07 : -0.07) * s.scale;
    put(Link::upper_arm_left) = rod(upper_arm, mass_kg, s.upper_arm);
    put(Link::forearm_left) = rod(forearm, mass_kg, s.forearm);
    put(Link::hand_left) = rod(hand, mass_kg, hand_m * s.scale);
    put(Link::thigh_left) = rod(thigh, mass_kg, s.thigh);
    put(Link::shank_left) = rod(shank, mass_kg, s.shank);
    Segment& sole = put(Link::foot_left) = rod(foot, mass_kg, foot_m * s.scale);
    // From the heel, 4 cm behind the ankle, forward along the sole.
    sole.centre = {-0.03 * s.scale, (foot.centre * foot_m - 0.04) * s.scale, 0};
    sole.inertia = {sole.inertia.yy, sole.inertia.xx, sole.inertia.zz};
  }
}

// Of the gain, the lower trunk takes 0.29 kg a week from week 15 on, and its moment about the transverse axis grows by
// 0.0069 kg m2 a week (Jensen 1996, 15 women); the rest goes to all of her.
constexpr double belly_kg_a_week = 0.29, belly_inertia_a_week = 0.0069, belly_from_week = 15;

void grow_belly(const Skeleton& skeleton, Segments& segments, double belly_kg, double weeks) {
  Segment& low = segments[index(Link::L3)];
  const Vec3 belly{0.010 * skeleton.scale, 0.105 * skeleton.scale, 0};
  const double before = low.mass_kg, whole = before + belly_kg;
  const Vec3 centre = (low.centre * before + belly * belly_kg) * (1 / whole);
  const Vec3 apart = belly - low.centre;
  const double reduced = before * belly_kg / whole; // parallel axes of the two together
  low.inertia.xx += reduced * (apart.y * apart.y) + belly_inertia_a_week * weeks;
  low.inertia.yy += reduced * (apart.x * apart.x) + belly_inertia_a_week * weeks;
  low.inertia.zz += reduced * (apart.x * apart.x + apart.y * apart.y) + belly_inertia_a_week * weeks;
  low.inertia.xy -= reduced * apart.x * apart.y;
  low.mass_kg = whole;
  low.centre = centre;
}

} // namespace

double mass_before_kg(const Person& person) {
  if (person.mass_before_kg > 0) return person.mass_before_kg;
  const double taller = person.stature_m / table_stature_m;
  return table_mass_kg * taller * taller;
}

// IOM 2009: 1.25 kg in the first trimester (0.5 to 2), then by the class of her body mass index 0.51, 0.42, 0.28 or
// 0.22 kg a week. After birth it is taken as gone (ours).
double gain_kg(const Person& person) {
  const double week = belly_week(person);
  const double index = mass_before_kg(person) / (person.stature_m * person.stature_m);
  const double a_week = index < 18.5 ? 0.51 : index < 25 ? 0.42 : index < 30 ? 0.28 : 0.22;
  constexpr double first_trimester = 13;
  return 1.25 * std::min(week, first_trimester) / first_trimester + a_week * std::max(0.0, week - first_trimester);
}

Segments segments_of(const Skeleton& skeleton) {
  const Person& person = skeleton.person;
  const double weeks = std::max(0.0, belly_week(person) - belly_from_week);
  const double belly_kg = std::min(belly_kg_a_week * weeks, gain_kg(person));
  const double mass_kg = mass_before_kg(person) + gain_kg(person) - belly_kg;
  Segments segments{};
  lay_trunk(skeleton, mass_kg, segments);
  lay_limbs(skeleton, mass_kg, segments);
  if (belly_kg > 0) grow_belly(skeleton, segments, belly_kg, weeks);
  return segments;
}

} // namespace supple::body
