// SPDX-License-Identifier: Apache-2.0
// The solids of a form, laid on the bones of a person at rest.
#include "figure/form.h"

#include "body/belly.h"
#include "geometry/rotation.h"
#include "geometry/trigonometry.h"

#include <algorithm>

namespace supple::figure {

namespace {

using body::Bone;
using body::Link;
using body::Point;
using geometry::flexed;
using geometry::Frame;
using geometry::turned_left;
using geometry::Vec3;

Axes axes_of(const Frame& f) {
  return {place(f.origin), place(f.headward), place(f.frontward), place(f.leftward)};
}

Vec3 across(Vec3 a, Vec3 along) {
  return geometry::unit(a - along * dot(a, along));
}

Shaft shaft(Vec3 from, Vec3 to, Vec3 bulging, const Limb& limb) {
  constexpr double overshoot = 1.05; // of the curve through the radii
  const double thickest = *std::ranges::max_element(limb.radius) + *std::ranges::max_element(limb.bulge);
  const float bone = length(place(to) - place(from));
  return {place(from), place(to), place(bulging), limb, static_cast<float>(overshoot * thickest) * bone, bone};
}

// Lays the solids; numbers are fractions of stature.
class Dresser {
public:
  Dresser(const body::Skeleton& skeleton, Form& form)
      : s_(skeleton), rest_(form.rest), stature_(skeleton.person.stature_m), form_(form) {}

  void dress() {
    trunk();
    chest_and_belly();
    girdle();
    head();
    for (const int side : {body::left, body::right}) {
      leg(side);
      arm(side);
    }
  }

private:
  [[nodiscard]] Vec3 on(const Frame& f, const Offset& o, double side = 1) const {
    return at(f, o.t * stature_, o.a * stature_, o.l * side * stature_);
  }

  [[nodiscard]] float metres(double fraction) const { return static_cast<float>(fraction * stature_); }

  [[nodiscard]] Cone cone(Vec3 from, Vec3 to, double radius_from, double radius_to) const {
    return {place(from), place(to), metres(radius_from), metres(radius_to)};
  }

  [[nodiscard]] Ovoid ovoid(Frame f, Vec3 centre, const Offset& radii) const {
    f.origin = centre;
    return {axes_of(f), {metres(radii.t), metres(radii.a), metres(radii.l)}};
  }

  void slice(Frame f, double height, const Section& section, Link link) {
    f.origin = on(f, {height, section.front});
    form_.slices.push_back({axes_of(f), metres(section.half_width), metres(section.half_depth), link});
  }

  [[nodiscard]] Frame link_frame(Link link) const {
    return geometry::frame_of(rest_.links.place[index(link)], rest_.links.turned[index(link)]);
  }

  void trunk();
  void chest_and_belly();
  void girdle();
  void head();
  void leg(int side);
  void foot(int side);
  void arm(int side);
  void hand(int side);

  const body::Skeleton& s_;
  const body::Pose& rest_;
  double stature_;
  Form& form_;
};

void Dresser::trunk() {
  const Frame& pelvis = rest_[Bone::pelvis];
  for (const PelvicSection& s : pelvic_sections)
    slice(&s == &pelvic_sections.back() ? flexed(pelvis, pelvic_lean) : pelvis, s.height, s.section, Link::pelvis);
  const auto vertebra = [&](int i) { return rest_.bones[static_cast<std::size_t>(body::first_vertebra + i)]; };
  slice(vertebra(0), 0, section_L5, Link::L5);
  for (std::size_t k = 0; k < spinal_sections.size(); ++k) {
    const int i = 2 * static_cast<int>(k) + 1;
    slice(vertebra(i), 0, spinal_sections[k], static_cast<Link>(i + 1));
  }
}

void Dresser::chest_and_belly() {
  const Frame &pelvis = rest_[Bone::pelvis], &chest = rest_[Bone::T7], &low_back = rest_[Bone::L3];
  for (const std::size_t side : {0, 1}) {
    const double out = side == 0 ? 1 : -1;
    form_.buttocks[side] = ovoid(pelvis, on(pelvis, buttock.at, out), buttock.radii);
    form_.breasts[side] = ovoid(flexed(turned_left(chest, 14 * out), -8), on(chest, breast.at, out), breast.radii);
  }
  const body::Belly b = body::belly_at(body::belly_week(s_.person));
  Frame f;
  f.headward = geometry::unit(low_back.headward * .55 + pelvis.headward * .45);
  f.leftward = across(low_back.leftward, f.headward);
  f.frontward = cross(f.leftward, f.headward);
  f.origin = low_back.origin;
  form_.belly = ovoid(f, on(f, {b.up, b.front}), {b.headward, b.frontward, b.outward});
}

void Dresser::girdle() {
  const Frame& top = rest_[Bone::T2];
  for (const int side : {body::left, body::right}) {
    const double out = side == body::left ? 1 : -1;
    const Vec3 shoulder = rest_[static_cast<Point>(static_cast<int>(Point::shoulder_left) + side)];
    const Vec3 arm = shoulder - top.origin;
    const double up = dot(arm, top.headward), front = dot(arm, top.frontward), left = dot(arm, top.leftward);
    const Vec3 middle = at(top, up * .6, (front - .007 * stature_) * .6 - .007 * stature_, left * .55);
    form_.girdle.push_back(cone(on(rest_[Bone::T1], {0, 0, .023}, out), middle, .035, .033));
    form_.girdle.push_back(cone(middle, shoulder, .033, .028));
    form_.girdle.push_back(
        cone(middle - top.headward * (.017 * stature_), on(rest_[Bone::T7], {0, .003, .057}, out), .028, .023));
    const Vec3 end = mix(middle, shoulder, .35) + top.headward * (.007 * stature_);
    form_.trapezius.push_back(cone(on(rest_[Bone::C4], {0, -.0035, .007}, out), end, .017, .021));
  }
}

void Dresser::head() {
  const Frame& head = rest_[Bone::head];
  form_.head = axes_of(head);
  const Vec3 low = on(rest_[Bone::C7], {-.020, .010}), middle = on(rest_[Bone::C4], {0, .007}),
             high = on(head, {.013, .008});
  form_.neck = {cone(low, middle, .032, .026), cone(middle, high, .026, .025)};
  form_.skull = ovoid(flexed(head, -12), on(head, figure::skull.at), figure::skull.radii);
  form_.face = ovoid(flexed(head, 14), on(head, figure::face.at), figure::face.radii);
  form_.nose = ovoid(flexed(head, -16), on(head, figure::nose.at), figure::nose.radii);
  form_.chin = ovoid(head, on(head, figure::chin.at), figure::chin.radii);
  form_.knot = ovoid(flexed(head, -35), on(head, figure::knot.at), figure::knot.radii);
  for (const std::size_t side : {0, 1}) {
    const double out = side == 0 ? 1 : -1;
    form_.ears[side] = ovoid(flexed(turned_left(head, -20 * out), -12), on(head, ear.at, out), ear.radii);
  }
}

void Dresser::leg(int side) {
  const auto i = static_cast<std::size_t>(side);
  const auto point = [&](Point left) { return rest_[static_cast<Point>(static_cast<int>(left) + side)]; };
  const Vec3 hip = point(Point::hip_left), knee = point(Point::knee_left), ankle = point(Point::ankle_left);
  const Frame upper = link_frame(body::on(Link::thigh_left, side)),
              lower = link_frame(body::on(Link::shank_left, side));
  form_.thigh[i] = shaft(hip, knee, upper.frontward, figure::thigh);
  form_.shank[i] = shaft(knee, ankle, -lower.frontward, figure::shank);
  foot(side);
}

// Places from the ankle: along the foot, toward the sole, toward the big toe.
void Dresser::foot(int side) {
  const auto i = static_cast<std::size_t>(side);
  const Frame f = link_frame(body::on(Link::foot_left, side));
  const Vec3 toe = rest_[static_cast<Point>(static_cast<int>(Point::toe_left) + side)];
  const Vec3 along = geometry::unit(toe - f.origin), sole = across(-f.headward, along);
  const Vec3 inward = f.leftward * (side == body::left ? -1.0 : 1.0);
  const auto at = [&](double a, double down, double in) {
    return f.origin + (along * a + sole * down + inward * in) * stature_;
  };
  // The sole lies flat where ankle and toes are as high as they are on the mat, and so does the instep when she kneels.
  const Vec3 heel = at(-.004, .0235, 0), instep = at(.043, .005, 0);
  form_.foot[i] = {cone(at(0, -.002, 0), heel, .018, .0153), cone(heel, instep, .0153, .0156),
                   cone(f.origin, instep, .0173, .0161), cone(instep, at(.078, .003, .008), .015, .0118),
                   cone(instep, at(.078, .004, -.009), .0138, .0101)};
  for (int k = 0; k < 5; ++k) {
    const double in = .0165 - .0080 * k, radius = k == 0 ? .0069 : .0052 - .0003 * k;
    form_.toes[i].push_back(cone(at(.076, .0045, in), at(.101 - .0028 * k, .002, in * 1.08), radius * 1.15, radius));
  }
}

void Dresser::arm(int side) {
  const auto i = static_cast<std::size_t>(side);
  const auto point = [&](Point left) { return rest_[static_cast<Point>(static_cast<int>(left) + side)]; };
  const Vec3 shoulder = point(Point::shoulder_left), elbow = point(Point::elbow_left), wrist = point(Point::wrist_left);
  const Frame upper = link_frame(body::on(Link::upper_arm_left, side)),
              fore = link_frame(body::on(Link::forearm_left, side));
  const double out = side == body::left ? 1 : -1;
  form_.upper_arm[i] = shaft(shoulder, elbow, upper.frontward, figure::upper_arm);
  form_.forearm[i] = shaft(elbow, wrist, fore.leftward * out, figure::forearm);
  hand(side);
}

// Places from the wrist: along the hand, toward its back, toward the thumb.
void Dresser::hand(int side) {
  const auto i = static_cast<std::size_t>(side);
  const Frame f = link_frame(body::on(Link::hand_left, side));
  const Vec3 along = -f.headward, back = -f.frontward, thumbward = f.leftward * (side == body::left ? 1.0 : -1.0);
  const auto at = [&](double a, double b, double c) {
    return f.origin + (along * a + back * b + thumbward * c) * stature_;
  };
  auto& fingers = form_.fingers[i];
  if (s_.person.wrists == body::Wrists::fists) {
    form_.palm[i] = ovoid({f.origin, along, back, thumbward}, at(.024, -.003, 0), {.026, .018, .022});
    fingers = {cone(at(.016, -.004, .018), at(.034, -.012, .014), .008, .006)};
    return;
  }
  form_.palm[i] = ovoid({f.origin, along, back, thumbward}, at(.027, -.002, 0), {.030, .0095, .023});
  constexpr std::array<double, 4> finger_lengths{.039, .044, .041, .033};
  for (int k = 0; k < 4; ++k) {
    const double aside = (1.5 - k) * .0112, fan = (1.5 - k) * .14;
    const double knuckle = .0478 - .002 * std::fabs(k - 1.3), reach = finger_lengths[static_cast<std::size_t>(k)];
    const auto on_finger = [&](double t, double b) { return at(knuckle + reach * t, b, aside + fan * reach * t); };
    fingers.push_back(cone(on_finger(0, -.0025), on_finger(.5, -.003), .0058, .0051));
    fingers.push_back(cone(on_finger(.5, -.003), on_finger(1, -.004), .0051, .0039));
  }
  fingers.push_back(cone(at(.014, -.001, .015), at(.0247, -.0025, .0308), .008, .006));
  fingers.push_back(cone(at(.0247, -.0025, .0308), at(.0405, -.004, .0402), .006, .0045));
}

} // namespace

body::Pose resting_pose(const body::Skeleton& skeleton) {
  body::Intent intent;
  auto& v = intent.value;
  v[2] = 1;
  v[4] = geometry::radians(-45); // from half way prone to upright
  const auto turn = [&](Link link, Vec3 degrees) {
    const std::size_t at = body::Intent::want_at(link);
    v[at] = geometry::radians(degrees.x);
    v[at + 1] = geometry::radians(degrees.y);
    v[at + 2] = geometry::radians(degrees.z);
  };
  for (const int side : {body::left, body::right}) {
    const double out = side == body::left ? 1 : -1;
    turn(on(Link::upper_arm_left, side), {0, 24 * out, 10});
    turn(on(Link::forearm_left, side), {0, 0, -25});
    turn(on(Link::thigh_left, side), {0, 13 * out, 6});
    turn(on(Link::shank_left, side), {0, 0, 70});
    turn(on(Link::foot_left, side), {0, 0, 35});
  }
  return body::pose(skeleton, intent);
}

Form form_of(const body::Skeleton& skeleton) {
  Form form;
  form.rest = resting_pose(skeleton);
  form.stature = static_cast<float>(skeleton.person.stature_m);
  Dresser(skeleton, form).dress();
  return form;
}

} // namespace supple::figure
