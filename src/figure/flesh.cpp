// SPDX-License-Identifier: Apache-2.0
#include "figure/flesh.h"

#include "figure/proportions.h"
#include "geometry/trigonometry.h"

namespace supple::figure {

namespace {

using body::Bone;
using body::Point;
using geometry::at;
using geometry::Frame;
using geometry::Vec3;

constexpr Vec3 skyward{0, 0, 1};

// The direction of `a` that is left when what lies along the unit vector `along` is taken away.
Vec3 across(Vec3 a, Vec3 along) {
  const Vec3 rest = a - along * dot(a, along);
  const double size = length(rest);
  if (size > 1e-6) return rest * (1 / size);
  const Vec3 other = along.x * along.x < 0.5 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
  return unit(other - along * dot(other, along));
}

Frame flexed(const Frame& f, double degrees) {
  const auto [s, c] = geometry::sin_cos(geometry::radians(degrees));
  return {f.origin, f.headward * c + f.frontward * s, f.frontward * c - f.headward * s, f.leftward};
}

Frame turned_left(const Frame& f, double degrees) {
  const auto [s, c] = geometry::sin_cos(geometry::radians(degrees));
  return {f.origin, f.headward, f.frontward * c + f.leftward * s, f.leftward * c - f.frontward * s};
}

// Catmull and Rom's curve through five values, over 0 to 1.
double through(const std::array<double, 5>& values, double t) {
  const double x = std::clamp(t, 0.0, 1.0) * 4;
  const auto i = std::min(static_cast<std::size_t>(x), std::size_t{3});
  const double u = x - static_cast<double>(i);
  const double a = values[i > 0 ? i - 1 : 0], b = values[i], c = values[i + 1], d = values[i < 3 ? i + 2 : 4];
  return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
}

Section between(const Section& a, const Section& b, double t) {
  const auto mix = [t](double x, double y) { return x + (y - x) * t; };
  return {mix(a.front, b.front), mix(a.half_width, b.half_width), mix(a.half_depth, b.half_depth)};
}

Section halfway(const Section& before, const Section& a, const Section& b, const Section& after) {
  // Catmull and Rom's curve, in its middle.
  const auto mid = [](double p, double q, double r, double s) { return (9 * (q + r) - p - s) / 16; };
  return {mid(before.front, a.front, b.front, after.front),
          mid(before.half_width, a.half_width, b.half_width, after.half_width),
          mid(before.half_depth, a.half_depth, b.half_depth, after.half_depth)};
}

Belly belly_at(double week) {
  std::size_t i = 1;
  while (i + 1 < bellies.size() && week > bellies[i].week)
    ++i;
  const Belly &a = bellies[i - 1], &b = bellies[i];
  const double t = (week - a.week) / (b.week - a.week);
  const auto mix = [t](double x, double y) { return x + (y - x) * t; };
  return {week,
          mix(a.front, b.front),
          mix(a.up, b.up),
          {mix(a.radii.t, b.radii.t), mix(a.radii.a, b.radii.a), mix(a.radii.l, b.radii.l)}};
}

// Lays the solids of one pose. All methods take fractions of stature, except where they say metres.
class Tailor {
public:
  Tailor(const body::Person& person, const body::Pose& pose, const View& view, Flesh& flesh)
      : pose_(pose), stature_(person.stature_m), week_(person.week), wrists_(person.wrists), view_(view),
        flesh_(flesh) {}

  void clothe() {
    flesh_.shapes.size = 0;
    trunk();
    buttocks_and_breasts();
    belly();
    girdle();
    neck_and_head();
    limbs(-1, 0);
    limbs(1, left_limbs);
  }

private:
  void begin(Part part) {
    part_ = static_cast<std::size_t>(part);
    flesh_.parts[part_] = {static_cast<std::uint8_t>(flesh_.shapes.size), 0};
  }

  void add(const Shape& shape) {
    flesh_.shapes.push(shape);
    ++flesh_.parts[part_].count;
  }

  [[nodiscard]] Vec3 on(const Frame& f, const Offset& o, double side = 1) const {
    return at(f, o.t * stature_, o.a * stature_, o.l * side * stature_);
  }

  // Metres.
  void add_cone(Vec3 from, Vec3 to, double radius_from, double radius_to) {
    add(cone(view_(from), view_(to), static_cast<float>(radius_from), static_cast<float>(radius_to)));
  }

  void add_ellipsoid(const Frame& f, Vec3 centre, const Offset& radii) {
    add(ellipse(view_(centre), view_(f.headward * (radii.t * stature_)), view_(f.frontward * (radii.a * stature_)),
                view_(f.leftward * (radii.l * stature_))));
  }

  void add_section(const Frame& f, double height, const Section& s) {
    const double reach = cap * (s.half_width + s.half_depth) / 2;
    add_ellipsoid(f, on(f, {height, s.front}), {reach, s.half_depth, s.half_width});
  }

  // Half way from the pelvis to a vertebra, so that the sections follow one another evenly.
  void add_section_between(const Frame& a, const PelvicSection& low, const Frame& b, const Section& high) {
    Frame f{.origin = {}, .headward = unit(a.headward + b.headward)};
    f.leftward = across(a.leftward + b.leftward, f.headward);
    f.frontward = cross(f.leftward, f.headward);
    f.origin = mix(on(a, {low.height, low.section.front}), on(b, {0, high.front}), .5);
    Section s = between(low.section, high, .5);
    s.front = 0;
    add_section(f, 0, s);
  }

  [[nodiscard]] const Frame& vertebra(int i) const {
    return pose_.bones[static_cast<std::size_t>(body::first_vertebra + i)];
  }

  void trunk();
  void buttocks_and_breasts();
  void belly();
  void girdle();
  void neck_and_head();
  void hairline(const Frame& skull_frame);
  void limbs(int side, int shift);
  void add_limb(Part part, Vec3 from, Vec3 to, Vec3 bulging, const Limb& limb);
  void foot(Part part, Vec3 ankle, Vec3 toe, Vec3 calfward, int side);
  void hand(Part part, Vec3 wrist, Vec3 fingertip, int side);

  const body::Pose& pose_;
  double stature_, week_;
  body::Wrists wrists_;
  const View& view_;
  Flesh& flesh_;
  std::size_t part_ = 0;
};

void Tailor::trunk() {
  begin(Part::trunk);
  const Frame& pelvis = pose_[Bone::pelvis];
  for (const PelvicSection& s : pelvic_sections)
    if (&s != &pelvic_sections.back()) add_section(pelvis, s.height, s.section);
  const Frame top = flexed(pelvis, pelvic_lean);
  add_section(top, pelvic_sections.back().height, pelvic_sections.back().section);
  add_section_between(top, pelvic_sections.back(), vertebra(0), section_L5);

  // The ribs widen by a fortieth, 2 cm of girth: a quiet breath.
  const auto section = [&](int vertebra_above_L5) {
    static constexpr int last = static_cast<int>(spinal_sections.size()) - 1;
    const int k = (vertebra_above_L5 - 1) / 2;
    const auto get = [](int i) {
      return i < 0 ? section_L5 : spinal_sections[static_cast<std::size_t>(std::min(i, last))];
    };
    if (vertebra_above_L5 == 0) return section_L5;
    return vertebra_above_L5 % 2 == 1 ? get(k) : halfway(get(k - 1), get(k), get(k + 1), get(k + 2));
  };
  for (int i = 0; i <= 17; ++i) {
    Section s = section(i);
    const double ribs = i >= 4 && i <= 14 ? 0.025 * pose_.breath : 0;
    s.half_width *= 1 + ribs;
    s.half_depth *= 1 + ribs;
    add_section(vertebra(i), 0, s);
  }
}

void Tailor::buttocks_and_breasts() {
  begin(Part::buttocks);
  const Frame& pelvis = pose_[Bone::pelvis];
  for (const int side : {-1, 1})
    add_ellipsoid(pelvis, on(pelvis, buttock.at, side), buttock.radii);
  begin(Part::breasts);
  const Frame& chest = pose_[Bone::T7];
  const double hang = breast_hangs * stature_ * std::max(0.0, dot(chest.frontward, -skyward));
  for (const int side : {-1, 1})
    add_ellipsoid(flexed(turned_left(chest, 14 * side), -8), on(chest, breast.at, side) - skyward * hang, breast.radii);
}

void Tailor::belly() {
  begin(Part::belly);
  const Frame &low_back = pose_[Bone::L3], &pelvis = pose_[Bone::pelvis], &waist = pose_[Bone::L1];
  const Belly b = belly_at(week_);
  Frame f;
  f.headward = unit(low_back.headward * .55 + pelvis.headward * .45);
  f.leftward = across(low_back.leftward + pelvis.leftward, f.headward);
  f.frontward = cross(f.leftward, f.headward);
  f.origin = low_back.origin;

  // 25 degrees: L1 on the pelvis in the neutral spine (docs/figure.md); 50 more is fully rounded.
  const double lean =
      geometry::degrees(geometry::atan2(dot(waist.headward, pelvis.frontward), dot(waist.headward, pelvis.headward)));
  const double rounded = std::clamp((lean + 25) / 50, 0.0, 1.0) * b.radii.a / .067;
  const double hangs = std::max(0.0, dot(f.frontward, -skyward));
  const double forward = b.front + belly_rounded_forward * rounded;
  const double down = (belly_rounded_down * rounded + belly_hangs * b.radii.a / .063) * hangs;
  Offset radii = b.radii;
  radii.a += 0.003 * pose_.breath;
  add_ellipsoid(f, on(f, {b.up, forward + 0.002 * pose_.breath}) - skyward * (down * stature_), radii);
}

void Tailor::girdle() {
  const Frame& top = pose_[Bone::T2];
  begin(Part::girdle);
  std::array<Vec3, 2> middles;
  for (const int side : {-1, 1}) {
    const Vec3 shoulder = pose_[side > 0 ? Point::shoulder_left : Point::shoulder_right];
    const Vec3 arm = shoulder - top.origin;
    const double up = dot(arm, top.headward), front = dot(arm, top.frontward), out = dot(arm, top.leftward);
    const Vec3 middle = at(top, up * .6, (front - .007 * stature_) * .6 - .007 * stature_, out * .55);
    middles[side > 0] = middle;
    add_cone(on(pose_[Bone::T1], {0, 0, .023}, side), middle, .035 * stature_, .033 * stature_);
    add_cone(middle, shoulder, .033 * stature_, .028 * stature_);
    add_cone(middle - top.headward * (.017 * stature_), on(pose_[Bone::T7], {0, .003, .057}, side), .028 * stature_,
             .023 * stature_);
  }
  begin(Part::trapezius);
  for (const int side : {-1, 1}) {
    const Vec3 shoulder = pose_[side > 0 ? Point::shoulder_left : Point::shoulder_right];
    const Vec3 end = mix(middles[side > 0], shoulder, .35) + top.headward * (.007 * stature_);
    add_cone(on(pose_[Bone::C4], {0, -.0035, .007}, side), end, .017 * stature_, .021 * stature_);
  }
}

void Tailor::neck_and_head() {
  const Frame& head = pose_[Bone::head];
  begin(Part::neck);
  const Vec3 low = on(pose_[Bone::C7], {-.020, .010}), middle = on(pose_[Bone::C4], {0, .007}),
             high = on(head, {.013, .008});
  add_cone(low, middle, .032 * stature_, .026 * stature_);
  add_cone(middle, high, .026 * stature_, .025 * stature_);

  begin(Part::head);
  const Frame skull_frame = flexed(head, -12);
  add_ellipsoid(skull_frame, on(head, skull.at), skull.radii);
  add_ellipsoid(flexed(head, 14), on(head, figure::face.at), figure::face.radii);
  add_ellipsoid(flexed(head, -16), on(head, nose.at), nose.radii);
  add_ellipsoid(head, on(head, chin.at), chin.radii);

  begin(Part::ear);
  add_ellipsoid(flexed(turned_left(head, 20), -12), on(head, figure::ear.at, -1), figure::ear.radii);
  flesh_.ear_seen = smooth_step(0.15F, 0.6F, static_cast<float>(-dot(head.leftward, view_.near)));

  hairline(skull_frame);
  begin(Part::knot);
  add_ellipsoid(flexed(head, -35), on(head, knot.at), knot.radii);
}

void Tailor::hairline(const Frame& skull_frame) {
  const Frame& head = pose_[Bone::head];
  const std::array<Vec3, 3> axes{skull_frame.headward * (skull.radii.t * stature_),
                                 skull_frame.frontward * (skull.radii.a * stature_),
                                 skull_frame.leftward * (skull.radii.l * stature_)};
  double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0, zz = 0;
  for (const Vec3 axis : axes) {
    const double x = dot(axis, view_.right), y = dot(axis, view_.up), z = dot(axis, view_.near);
    xx += x * x, xy += x * y, yy += y * y, xz += x * z, yz += y * z, zz += z * z;
  }
  const double determinant = xx * yy - xy * xy;
  const double ixx = yy / determinant, ixy = -xy / determinant, iyy = xx / determinant;
  const double depth_x = ixx * xz + ixy * yz, depth_y = ixy * xz + iyy * yz;
  const double bulge = std::sqrt(std::max(0.0, zz - depth_x * xz - depth_y * yz));

  const Vec3 centre = on(head, skull.at);
  const Vec3 ball = on(head, face_ball) - centre;
  const auto f = [](double x) { return static_cast<float>(x); };
  flesh_.hairline = {.centre = view_(centre),
                     .depth_x = f(depth_x),
                     .depth_y = f(depth_y),
                     .xx = f(ixx),
                     .xy = f(ixy),
                     .yy = f(iyy),
                     .bulge = f(bulge),
                     .ball = view_(ball),
                     .ball_depth = f(dot(ball, view_.near)),
                     .ball_radius = f(face_ball_radius * stature_)};
}

void Tailor::limbs(int side, int shift) {
  const auto part = [shift](Part right) { return static_cast<Part>(static_cast<int>(right) + shift); };
  const auto point = [&](Point left, Point right) { return pose_[side > 0 ? left : right]; };
  const Vec3 hip = point(Point::hip_left, Point::hip_right), knee = point(Point::knee_left, Point::knee_right),
             ankle = point(Point::ankle_left, Point::ankle_right), toe = point(Point::toe_left, Point::toe_right);
  const Vec3 down_thigh = unit(knee - hip), down_shank = unit(ankle - knee);
  const Vec3 calfward = across(hip - knee, down_shank);
  add_limb(part(Part::thigh_right), hip, knee, across(knee - ankle, down_thigh), thigh);
  add_limb(part(Part::shank_right), knee, ankle, calfward, shank);
  foot(part(Part::foot_right), ankle, toe, calfward, side);

  const Vec3 shoulder = point(Point::shoulder_left, Point::shoulder_right),
             elbow = point(Point::elbow_left, Point::elbow_right), wrist = point(Point::wrist_left, Point::wrist_right),
             fingertip = point(Point::fingertip_left, Point::fingertip_right);
  const Vec3 down_arm = unit(elbow - shoulder), down_forearm = unit(wrist - elbow);
  add_limb(part(Part::upper_arm_right), shoulder, elbow, across({1, 0, .2}, down_arm), upper_arm);
  add_limb(part(Part::forearm_right), elbow, wrist, across({.2, static_cast<double>(side), .3}, down_forearm), forearm);
  hand(part(Part::hand_right), wrist, fingertip, side);
}

void Tailor::add_limb(Part part, Vec3 from, Vec3 to, Vec3 bulging, const Limb& limb) {
  constexpr int pieces = 6;
  begin(part);
  const double bone = length(to - from);
  const auto middle = [&](double t) { return mix(from, to, t) + bulging * (through(limb.bulge, t) * bone); };
  for (int i = 0; i < pieces; ++i) {
    const double t = i / static_cast<double>(pieces), next = (i + 1) / static_cast<double>(pieces);
    add_cone(middle(t), middle(next), through(limb.radius, t) * bone, through(limb.radius, next) * bone);
  }
}

// The sole looks where the calf looks; places from the ankle: along the foot, toward the sole, toward the big toe.
void Tailor::foot(Part part, Vec3 ankle, Vec3 toe, Vec3 calfward, int side) {
  begin(part);
  const Vec3 along = across(toe - ankle, calfward);
  const Vec3 inward = cross(along, calfward) * (dot(cross(along, calfward), Vec3{0, 1, 0}) * side > 0 ? -1.0 : 1.0);
  const auto place = [&](double a, double sole, double in) {
    return ankle + (along * a + calfward * sole + inward * in) * stature_;
  };
  const auto piece = [&](Vec3 a, Vec3 b, double ra, double rb) { add_cone(a, b, ra * stature_, rb * stature_); };
  const Vec3 heel = place(0, .017, 0), instep = place(.043, -.007, 0);
  piece(place(0, -.002, 0), heel, .018, .0153);
  piece(heel, instep, .0153, .0156);
  piece(ankle, instep, .0173, .0161);
  piece(instep, place(.078, -.0127, .008), .015, .0118);
  piece(instep, place(.078, -.0127, -.009), .0138, .0101);
  for (int k = 0; k < 5; ++k) {
    const double in = .015 - .0072 * k, radius = k == 0 ? .0069 : .0052 - .0003 * k;
    piece(place(.078, -.0144, in), place(.101 - .0028 * k, -.0202, in), radius * 1.15, radius);
  }
}

// Places from the wrist: along the hand, toward its back, toward the thumb.
void Tailor::hand(Part part, Vec3 wrist, Vec3 fingertip, int side) {
  begin(part);
  const Vec3 along = unit(fingertip - wrist);
  const Vec3 back = across(skyward, along);
  const Vec3 thumbward = cross(back, along) * (dot(cross(back, along), Vec3{0, 1, 0}) * side > 0 ? -1.0 : 1.0);
  const auto place = [&](double a, double b, double c) {
    return wrist + (along * a + back * b + thumbward * c) * stature_;
  };
  const auto piece = [&](Vec3 a, Vec3 b, double ra, double rb) { add_cone(a, b, ra * stature_, rb * stature_); };
  if (wrists_ == body::Wrists::fists) {
    add_ellipsoid({wrist, along, back, thumbward}, place(.024, -.003, 0), {.026, .018, .022});
    piece(place(.016, -.004, .018), place(.034, -.012, .014), .008, .006);
    return;
  }
  add_ellipsoid({wrist, along, back, thumbward}, place(.027, -.002, 0), {.030, .0095, .023});
  constexpr std::array<double, 4> finger_lengths{.039, .044, .041, .033};
  for (int k = 0; k < 4; ++k) {
    const double aside = (1.5 - k) * .0107, fan = (1.5 - k) * .085;
    const double knuckle = .0478 - .002 * std::fabs(k - 1.3), reach = finger_lengths[static_cast<std::size_t>(k)];
    const auto on_finger = [&](double t, double b) { return place(knuckle + reach * t, b, aside + fan * reach * t); };
    piece(on_finger(0, -.0025), on_finger(.5, -.003), .0058, .0051);
    piece(on_finger(.5, -.003), on_finger(1, -.004), .0051, .0039);
  }
  piece(place(.014, -.001, .015), place(.0247, -.0025, .0308), .008, .006);
  piece(place(.0247, -.0025, .0308), place(.0405, -.004, .0402), .006, .0045);
}

} // namespace

void clothe(const body::Person& person, const body::Pose& pose, const View& view, Flesh& flesh) {
  Tailor(person, pose, view, flesh).clothe();
}

} // namespace supple::figure
