// SPDX-License-Identifier: Apache-2.0
#include "body/pose.h"

#include "body/contacts.h"
#include "body/stance.h"
#include "geometry/trigonometry.h"

#include <algorithm>
#include <cmath>

namespace supple::body {

namespace {

using geometry::Frame;
using geometry::Vec3;

constexpr int neck_first = 17;

// How brightly a joint shines: degrees beyond neutral against what is much for it.
double light_of(int level, const Intent& intent) {
  const std::size_t at = Intent::joints_at + 3 * static_cast<std::size_t>(level);
  const double turn = geometry::degrees(intent.value[at]), bend = geometry::degrees(intent.value[at + 1]),
               flexion = geometry::degrees(intent.value[at + 2]);
  const bool neck = level >= neck_first;
  return std::fabs(flexion) / (neck ? 14 : 11) + std::fabs(bend) / (neck ? 16 : 7) + std::fabs(turn) / (neck ? 18 : 7);
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

Vec3& point(Pose& pose, Point p) {
  return pose.points[static_cast<std::size_t>(p)];
}

Point on(Point of_left, int side) {
  return static_cast<Point>(static_cast<int>(of_left) + side);
}

// The point by which a contact is known.
Point point_of(Contact contact) {
  constexpr std::array<Point, contact_count> points{Point::wrist_left,
                                                    Point::wrist_right,
                                                    Point::fingertip_left,
                                                    Point::fingertip_right,
                                                    Point::elbow_left,
                                                    Point::elbow_right,
                                                    Point::knee_left,
                                                    Point::knee_right,
                                                    Point::ankle_left,
                                                    Point::ankle_right,
                                                    Point::toe_left,
                                                    Point::toe_right,
                                                    Point::outer_hip_left,
                                                    Point::outer_hip_right,
                                                    Point::outer_shoulder_left,
                                                    Point::outer_shoulder_right,
                                                    Point::seat,
                                                    Point::back_sacrum,
                                                    Point::back_T5,
                                                    Point::head_back,
                                                    Point::forehead,
                                                    Point::pubis,
                                                    Point::breastbone};
  return points[index(contact)];
}

void lay_trunk(const Skeleton& s, Pose& pose) {
  const Bones& bones = pose.links;
  const auto frame = [&](Link link) { return geometry::frame_of(bones.place[index(link)], bones.turned[index(link)]); };
  pose.bones[0] = frame(Link::pelvis);
  pose.bones[1] = pose.bones[0];
  pose.bones[1].origin = bones.place[index(Link::L5)];
  point(pose, Point::sacrum) = pose.bones[1].origin;
  for (std::size_t i = 0; i < vertebra_count; ++i) {
    Frame& body = pose.bones[i + first_vertebra];
    body = frame(static_cast<Link>(i + 1));
    body.origin = body.origin + body.headward * (s.height[i] / 2);
    pose.points[static_cast<std::size_t>(Point::L5) + i] = body.origin;
  }
  const Frame head = pose.bones[static_cast<std::size_t>(Bone::head)] = frame(Link::head);
  point(pose, Point::crown) = geometry::at(head, 0.175 * s.scale, 0, 0);
  point(pose, Point::ear_left) = geometry::at(head, 0.048 * s.scale, 0, 0.071 * s.scale);
  point(pose, Point::ear_right) = geometry::at(head, 0.048 * s.scale, 0, -0.071 * s.scale);
  point(pose, Point::back_L3) = geometry::at(pose[Bone::L3], 0, -0.0555 * s.scale, 0);
}

void lay_points(const Skeleton& s, Pose& pose) {
  const Bones& bones = pose.links;
  for (const int side : {left, right}) {
    point(pose, on(Point::hip_left, side)) = bones.place[index(on(Link::thigh_left, side))];
    point(pose, on(Point::shoulder_left, side)) = bones.place[index(on(Link::upper_arm_left, side))];
  }
  for (std::size_t c = 0; c < contact_count; ++c)
    point(pose, point_of(static_cast<Contact>(c))) = place_of(s, bones, static_cast<Contact>(c));
}

// Whether the intent is to be solved as seen in a mirror; 0 where it is its own image.
int leaning(const Intent& intent, const Intent& image) {
  for (std::size_t i = 0; i < Intent::count; ++i)
    if (intent.value[i] != image.value[i]) return intent.value[i] < image.value[i] ? -1 : 1;
  return 0;
}

geometry::Rotation between(const geometry::Rotation& a, const geometry::Rotation& b) {
  const double same = a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z < 0 ? -1 : 1;
  return geometry::renormalised(
      {(a.w + same * b.w) / 2, (a.x + same * b.x) / 2, (a.y + same * b.y) / 2, (a.z + same * b.z) / 2});
}

Vec3 mirrored(Vec3 v) {
  return {v.x, -v.y, v.z};
}

Point mirrored(Point point) {
  const int i = static_cast<int>(point);
  const bool in_pairs = point < Point::sacrum || point >= Point::outer_hip_left;
  return in_pairs ? static_cast<Point>(i ^ 1) : point;
}

Pose mirrored(const Pose& pose) {
  Pose out = pose;
  out.links = mirrored(pose.links);
  for (Frame& f : out.bones)
    f = {mirrored(f.origin), mirrored(f.headward), mirrored(f.frontward), -mirrored(f.leftward)};
  for (int i = 0; i < point_count; ++i)
    point(out, mirrored(static_cast<Point>(i))) = mirrored(pose[static_cast<Point>(i)]);
  return out;
}

Pose even(const Pose& pose) {
  const Pose image = mirrored(pose);
  Pose out = pose;
  const auto middle = [](Vec3 a, Vec3 b) { return (a + b) * 0.5; };
  for (std::size_t i = 0; i < link_count; ++i) {
    out.links.place[i] = middle(pose.links.place[i], image.links.place[i]);
    out.links.turned[i] = between(pose.links.turned[i], image.links.turned[i]);
  }
  for (std::size_t i = 0; i < bone_count; ++i) {
    const Frame &a = pose.bones[i], &b = image.bones[i];
    out.bones[i] = {middle(a.origin, b.origin), middle(a.headward, b.headward), middle(a.frontward, b.frontward),
                    middle(a.leftward, b.leftward)};
  }
  for (std::size_t i = 0; i < point_count; ++i)
    out.points[i] = middle(pose.points[i], image.points[i]);
  return out;
}

Pose solved(const Skeleton& skeleton, const Intent& intent) {
  Pose out;
  const Held held = hold_contacts(skeleton, intent, out.links);
  lay_trunk(skeleton, out);
  lay_points(skeleton, out);
  for (int i = 0; i < vertebra_count; ++i)
    out.bending[static_cast<std::size_t>(i)] = light_of(i, intent);
  smooth_lights(out.bending);
  out.residual_m = held.residual_m;
  out.steps = held.steps;
  out.short_of_m = held.short_of_m;
  out.breath = intent.value[Intent::breath_at];
  return out;
}

} // namespace

// Her two sides are alike to the last bit: an intent and its mirror image are solved as the same problem, and what is
// its own image is made even.
Pose pose(const Skeleton& skeleton, const Intent& intent) {
  const Intent image = mirrored(intent);
  const int lean = leaning(intent, image);
  if (lean < 0) return mirrored(solved(skeleton, image));
  return lean > 0 ? solved(skeleton, intent) : even(solved(skeleton, intent));
}

std::vector<Point> planted(const Intent& intent) {
  std::vector<Point> points;
  for (std::size_t c = 0; c < contact_count; ++c)
    if (is_held(intent, static_cast<Contact>(c))) points.push_back(point_of(static_cast<Contact>(c)));
  return points;
}

std::string_view name(Point point) {
  constexpr std::array<std::string_view, point_count> names{"hip_left",
                                                            "hip_right",
                                                            "knee_left",
                                                            "knee_right",
                                                            "ankle_left",
                                                            "ankle_right",
                                                            "toe_left",
                                                            "toe_right",
                                                            "shoulder_left",
                                                            "shoulder_right",
                                                            "elbow_left",
                                                            "elbow_right",
                                                            "wrist_left",
                                                            "wrist_right",
                                                            "fingertip_left",
                                                            "fingertip_right",
                                                            "ear_left",
                                                            "ear_right",
                                                            "sacrum",
                                                            "L5",
                                                            "L4",
                                                            "L3",
                                                            "L2",
                                                            "L1",
                                                            "T12",
                                                            "T11",
                                                            "T10",
                                                            "T9",
                                                            "T8",
                                                            "T7",
                                                            "T6",
                                                            "T5",
                                                            "T4",
                                                            "T3",
                                                            "T2",
                                                            "T1",
                                                            "C7",
                                                            "C6",
                                                            "C5",
                                                            "C4",
                                                            "C3",
                                                            "C2",
                                                            "C1",
                                                            "crown",
                                                            "back_sacrum",
                                                            "back_L3",
                                                            "back_T5",
                                                            "seat",
                                                            "head_back",
                                                            "forehead",
                                                            "pubis",
                                                            "breastbone",
                                                            "outer_hip_left",
                                                            "outer_hip_right",
                                                            "outer_shoulder_left",
                                                            "outer_shoulder_right"};
  return names.at(static_cast<std::size_t>(point));
}

} // namespace supple::body
