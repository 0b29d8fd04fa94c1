// SPDX-License-Identifier: Apache-2.0
#include "body/bearing.h"
#include "body/skeleton.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Frame;
using geometry::Vec3;

// Share of the lumbar movement by level, L5/S1 up (Christophy et al. 2012).
constexpr std::array<double, 5> lumbar_share{0.125, 0.185, 0.204, 0.231, 0.255};
// Share of the trunk's bend and turn by level, L5 to T1 (after White & Panjabi 1990, representative ranges).
constexpr std::array<double, 17> bend_share{0.05, 0.07, 0.07, 0.07, 0.07, 0.07, 0.07, 0.06, 0.06,
                                            0.06, 0.06, 0.06, 0.06, 0.05, 0.05, 0.04, 0.03};
constexpr std::array<double, 17> turn_share{0.01, 0.02, 0.02, 0.02, 0.03, 0.04, 0.05, 0.07, 0.08,
                                            0.09, 0.09, 0.09, 0.09, 0.09, 0.08, 0.08, 0.07};
constexpr int thoracic_first = 5, neck_first = 17;
constexpr double pelvis_to_l5_deg = 18, head_tilt_deg = -8;

Frame flexed(const Frame& f, double degrees) {
  const auto [s, c] = geometry::sin_cos(geometry::radians(degrees));
  return {f.origin, f.headward * c + f.frontward * s, f.frontward * c - f.headward * s, f.leftward};
}

Frame bent_left(const Frame& f, double degrees) {
  const auto [s, c] = geometry::sin_cos(geometry::radians(degrees));
  return {f.origin, f.headward * c + f.leftward * s, f.frontward, f.leftward * c - f.headward * s};
}

Frame turned_left(const Frame& f, double degrees) {
  const auto [s, c] = geometry::sin_cos(geometry::radians(degrees));
  return {f.origin, f.headward, f.frontward * c + f.leftward * s, f.leftward * c - f.frontward * s};
}

struct JointAngles {
  double flexion = 0, bend = 0, turn = 0; ///< degrees beyond neutral
};

JointAngles angles_of(int level, const Bearing& bearing) {
  const auto i = static_cast<std::size_t>(level);
  if (level >= neck_first) return {bearing.neck / 7, bearing.neck_bend / 7, bearing.neck_turn / 7};
  const double flexion = level < thoracic_first ? bearing.lumbar * lumbar_share[i] : bearing.thoracic / 12;
  return {flexion, bearing.bend * bend_share[i], bearing.turn * turn_share[i]};
}

// How brightly a joint shines: degrees beyond neutral against what is much for it.
double light_of(int level, const JointAngles& a) {
  const bool neck = level >= neck_first;
  return std::fabs(a.flexion) / (neck ? 14 : 11) + std::fabs(a.bend) / (neck ? 16 : 7) +
         std::fabs(a.turn) / (neck ? 18 : 7);
}

void smooth_lights(std::array<double, vertebra_count>& light) {
  for (int pass = 0; pass < 2; ++pass) {
    const auto before = light;
    for (int i = 0; i < vertebra_count; ++i) {
      const auto at = [&](int k) { return before[static_cast<std::size_t>(std::clamp(k, 0, vertebra_count - 1))]; };
      light[static_cast<std::size_t>(i)] = std::min(1.0, (at(i - 1) + 2 * at(i) + at(i + 1)) / 4);
    }
  }
}

Frame& bone(Pose& pose, Bone b) {
  return pose.bones[static_cast<std::size_t>(b)];
}

Vec3& point(Pose& pose, Point p) {
  return pose.points[static_cast<std::size_t>(p)];
}

// The hips stand a thigh away from the planted knees.
Frame pelvis_of(const Skeleton& s, const Bearing& bearing) {
  const double across = s.knee.y - s.hip_half;
  const double in_plane = std::sqrt(s.thigh * s.thigh - across * across);
  const auto thigh = geometry::sin_cos(geometry::radians(bearing.thigh));
  const auto axis = geometry::sin_cos(geometry::radians(bearing.pelvis));
  return {{s.knee.x + in_plane * thigh.cos, 0, s.knee.z + in_plane * thigh.sin},
          {axis.cos, 0, axis.sin},
          {axis.sin, 0, -axis.cos},
          {0, 1, 0}};
}

void raise_spine(const Skeleton& s, const Bearing& bearing, Pose& pose) {
  const Frame pelvis = pelvis_of(s, bearing);
  bone(pose, Bone::pelvis) = pelvis;
  Frame f = pelvis;
  f.origin = geometry::at(pelvis, 0.095 * s.scale, -0.032 * s.scale, 0);
  bone(pose, Bone::sacrum) = f;
  point(pose, Point::sacrum) = f.origin;
  f = flexed(f, pelvis_to_l5_deg);
  for (int i = 0; i < vertebra_count; ++i) {
    const auto level = static_cast<std::size_t>(i);
    const JointAngles a = angles_of(i, bearing);
    f = turned_left(bent_left(flexed(f, s.neutral_deg[level] + a.flexion), a.bend), a.turn);
    Frame body = f;
    body.origin = f.origin + f.headward * (s.height[level] / 2);
    pose.bones[level + first_vertebra] = body;
    pose.points[static_cast<std::size_t>(Point::L5) + level] = body.origin;
    pose.bending[level] = light_of(i, a);
    f.origin = f.origin + f.headward * s.height[level];
  }
  smooth_lights(pose.bending);
  const Frame head = flexed(f, head_tilt_deg + bearing.head);
  bone(pose, Bone::head) = head;
  point(pose, Point::crown) = geometry::at(head, 0.175 * s.scale, 0, 0);
  point(pose, Point::ear_left) = geometry::at(head, 0.048 * s.scale, 0, 0.071 * s.scale);
  point(pose, Point::ear_right) = geometry::at(head, 0.048 * s.scale, 0, -0.071 * s.scale);
}

// At most `limit`, gently: the two meet in a curve (of a few millimetres, for metres), so that no speed ever jumps.
double gently_below(double value, double limit) {
  constexpr double softness = 0.004;
  const double over = value - limit;
  return value - (over + std::sqrt(over * over + softness * softness)) / 2;
}

// How far the hands have come from the mat (0) to the thighs (1). They lie still at 0 and below, where a motion that
// is mended may swing past, and leave it with continuous acceleration.
double lifted(double upright) {
  constexpr double start = 0.1;
  if (upright <= 0) return 0;
  const double u = std::min(upright / start, 1.0);
  const double eased = upright < start ? start * u * u * u * (1 - u / 2) : upright - start / 2;
  return eased / (1 - start / 2);
}

// Where the arm hangs on the trunk as long as the shoulder blade does not follow the hand.
Vec3 shoulder_joint(const Skeleton& s, const Bearing& bearing, const Pose& pose, double sign) {
  return geometry::at(pose[Bone::T2], bearing.shoulder_up_m * s.scale - s.height[15] / 2,
                      (0.012 + bearing.shoulder_forward_m) * s.scale, 0.165 * sign * s.scale);
}

// Degrees to turn the trunk about the hips so that the shoulders come to stand an upper arm away from the planted
// elbows: the triangle of hips, shoulders and elbows, seen from the side.
double lean_onto_elbows(const Skeleton& s, const Bearing& bearing, const Pose& pose) {
  const Vec3 hips = pose[Bone::pelvis].origin;
  const Vec3 trunk =
      geometry::mix(shoulder_joint(s, bearing, pose, 1), shoulder_joint(s, bearing, pose, -1), 0.5) - hips;
  const Vec3 way = Vec3{s.elbow.x, 0, s.elbow.z} - hips;
  const double r = std::sqrt(trunk.x * trunk.x + trunk.z * trunk.z);
  const double d = geometry::length(way);
  const double cosine = gently_below((r * r + d * d - s.upper_arm * s.upper_arm) / (2 * r * d), 0.99);
  const double wanted = geometry::atan2(way.z, way.x) + geometry::acos(cosine);
  return geometry::degrees(wanted - geometry::atan2(trunk.z, trunk.x));
}

struct Arm {
  Vec3 shoulder, elbow;
};

// Two bones from the shoulder to the wrist. Where the wrist is too far, the shoulder blade follows the hand; the elbow
// stays a little soft.
Arm arm_to(Vec3 shoulder, Vec3 wrist, const Skeleton& s, Vec3 elbow_way) {
  constexpr double soft_elbow = 0.985;
  const Vec3 toward = geometry::unit(shoulder - wrist);
  const double reach = gently_below(geometry::length(shoulder - wrist), soft_elbow * (s.upper_arm + s.forearm));
  const Vec3 held = wrist + toward * reach;
  const Vec3 along = -toward;
  const double a = (s.upper_arm * s.upper_arm - s.forearm * s.forearm + reach * reach) / (2 * reach);
  const double out = std::sqrt(std::max(0.0, s.upper_arm * s.upper_arm - a * a));
  const Vec3 way = geometry::unit(elbow_way - along * geometry::dot(elbow_way, along));
  return {held, held + along * a + way * out};
}

Vec3 sided(Vec3 left, double sign) {
  return {left.x, left.y * sign, left.z};
}

// From the mat to the thighs, lifted a little on the way.
Vec3 wrist_at(const Skeleton& s, double upright, double sign) {
  const Vec3 on_thigh = Vec3{s.knee.x / s.scale - 0.13, 0.14, 0.200} * s.scale;
  const Vec3 way = geometry::mix(s.wrist, on_thigh, upright) + Vec3{0, 0, 0.2 * s.scale * upright * (1 - upright)};
  return sided(way, sign);
}

void place_arm(const Skeleton& s, const Bearing& bearing, const Intent& intent, double sign, Pose& pose) {
  const double upright = lifted(intent[Channel::upright]);
  const bool left = sign > 0;
  const Vec3 joint = shoulder_joint(s, bearing, pose, sign);
  const Vec3 wrist = wrist_at(s, upright, sign);
  // Elbows point back on hands and knees, and to the side where the chest is low.
  const Vec3 elbow_way = geometry::mix({-1, 0.3, 0}, {-0.15, 1, 0.25}, intent[Channel::travel]);
  Arm arm = arm_to(joint, wrist, s, sided(elbow_way, sign));
  if (s.person.wrists == Wrists::forearms) {
    const Vec3 rested = wrist - Vec3{s.forearm, 0, 0};
    const Vec3 elbow = geometry::mix(rested, arm.elbow, upright);
    arm.elbow = wrist + geometry::unit(elbow - wrist) * s.forearm;
    arm.shoulder = arm.elbow + geometry::unit(joint - arm.elbow) * s.upper_arm;
  }
  const Vec3 pointing = geometry::mix({1, 0, 0}, {0.86, -0.22 * sign, -0.40}, upright);
  point(pose, left ? Point::shoulder_left : Point::shoulder_right) = arm.shoulder;
  point(pose, left ? Point::elbow_left : Point::elbow_right) = arm.elbow;
  point(pose, left ? Point::wrist_left : Point::wrist_right) = wrist;
  const double hand = (s.person.wrists == Wrists::fists ? 0.09 : 0.181) * s.scale;
  Vec3 tip = wrist + geometry::unit(pointing) * hand;
  tip.z = geometry::mix({0, 0, 0.0075 * s.scale}, tip, upright).z;
  point(pose, left ? Point::fingertip_left : Point::fingertip_right) = tip;
}

void place_leg(const Skeleton& s, double sign, Pose& pose) {
  const bool left = sign > 0;
  point(pose, left ? Point::hip_left : Point::hip_right) =
      geometry::at(bone(pose, Bone::pelvis), 0, 0, s.hip_half * sign);
  point(pose, left ? Point::knee_left : Point::knee_right) = sided(s.knee, sign);
  point(pose, left ? Point::ankle_left : Point::ankle_right) = sided(s.ankle, sign);
  point(pose, left ? Point::toe_left : Point::toe_right) = sided(s.toe, sign);
}

// How far the bones miss the planted points: the lengths that they would need against those that they have.
double residual_of(const Skeleton& s, const Pose& pose) {
  double worst = 0;
  const auto bone_between = [&](Point a, Point b, double has) {
    worst = std::max(worst, std::fabs(geometry::length(pose[a] - pose[b]) - has));
  };
  bone_between(Point::hip_left, Point::knee_left, s.thigh);
  bone_between(Point::hip_right, Point::knee_right, s.thigh);
  bone_between(Point::knee_left, Point::ankle_left, s.shank);
  bone_between(Point::knee_right, Point::ankle_right, s.shank);
  bone_between(Point::shoulder_left, Point::elbow_left, s.upper_arm);
  bone_between(Point::shoulder_right, Point::elbow_right, s.upper_arm);
  bone_between(Point::elbow_left, Point::wrist_left, s.forearm);
  bone_between(Point::elbow_right, Point::wrist_right, s.forearm);
  return worst;
}

} // namespace

Pose pose(const Skeleton& skeleton, const Intent& intent) {
  Pose out;
  Bearing bearing = bearing_of(intent, skeleton.person.wrists);
  raise_spine(skeleton, bearing, out);
  if (skeleton.person.wrists == Wrists::forearms) {
    bearing.pelvis += lean_onto_elbows(skeleton, bearing, out) * (1 - lifted(intent[Channel::upright]));
    raise_spine(skeleton, bearing, out);
  }
  for (const double sign : {1.0, -1.0}) {
    place_arm(skeleton, bearing, intent, sign, out);
    place_leg(skeleton, sign, out);
  }
  out.residual_m = residual_of(skeleton, out);
  out.breath = intent[Channel::breath];
  return out;
}

std::vector<Point> planted(const Intent& intent) {
  std::vector<Point> points{Point::knee_left,   Point::knee_right, Point::ankle_left,
                            Point::ankle_right, Point::toe_left,   Point::toe_right};
  if (intent[Channel::upright] <= 0) points.insert(points.end(), {Point::wrist_left, Point::wrist_right});
  return points;
}

} // namespace supple::body
