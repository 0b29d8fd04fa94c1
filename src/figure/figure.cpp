// SPDX-License-Identifier: Apache-2.0
#include "figure/figure.h"

#include "figure/contour.h"
#include "figure/flesh.h"
#include "figure/proportions.h"
#include "geometry/trigonometry.h"

namespace supple::figure {

namespace {

using body::Bone;
using body::Point;
using Inside = Term::Inside;

// A limb grows part by part: thigh, shank, foot.
constexpr float all_grown = 3;
constexpr float thickest_limb = .06F;

// Lays parts of the flesh into a field, with the unions of docs/figure.md.
class Weaver {
public:
  Weaver(const Flesh& flesh, const body::Pose& pose, const body::Person& person, const Camera& camera)
      : flesh_(flesh), pose_(pose), stature_(static_cast<float>(person.stature_m)), view_(view_of(camera)),
        elevation_(static_cast<float>(camera.elevation)) {
    field_.shapes = &flesh.shapes;
  }

  [[nodiscard]] const Field& field() const { return field_; }

  void trunk() {
    add(Part::trunk, Inside::swept, 0, {});
    add(Part::buttocks, Inside::sharp, 0, everywhere(.029F));
    add(Part::girdle, Inside::sharp, 0, everywhere(.035F));
    add(Part::belly, Inside::sharp, 0, everywhere(.049F));
    add(Part::breasts, Inside::soft, .026F, everywhere(.020F));
    add(Part::trapezius, Inside::sharp, 0, everywhere(.026F));
  }

  void head_on_trunk() {
    const Dot nape = view_(pose_[Bone::C7].origin);
    add(Part::neck, Inside::sharp, 0, around(nape, .029F, .006F, .046F, .087F));
    const Dot throat = view_(pose_[Bone::C3].origin);
    add(Part::head, Inside::soft, .024F, around(throat, .015F, .004F, .050F, .080F));
    add(Part::knot, Inside::sharp, 0, everywhere(.005F));
  }

  void leg(int shift, float grown = all_grown) {
    const auto point = [&](Point right, Point left) { return view_(pose_[shift == 0 ? right : left]); };
    const Dot hip = point(Point::hip_right, Point::hip_left), knee = point(Point::knee_right, Point::knee_left),
              ankle = point(Point::ankle_right, Point::ankle_left);
    limb(Part::thigh_right, shift, grown, Inside::sharp, 0, around(hip, .043F, .007F, .058F, .115F));
    // From above the shank comes out from under the seat: they flow into one another there.
    const float flows = mix(.0035F, .014F, smooth_step(0.6F, 1, elevation_));
    limb(Part::shank_right, shift, grown - 1, Inside::sharp, 0, around(knee, .020F, flows, .032F, .063F));
    limb(Part::foot_right, shift, grown - 2, Inside::soft, .007F, around(ankle, .017F, .003F, .030F, .060F));
  }

  void arm(int shift, float grown = all_grown) {
    const auto point = [&](Point right, Point left) { return view_(pose_[shift == 0 ? right : left]); };
    const Dot shoulder = point(Point::shoulder_right, Point::shoulder_left),
              elbow = point(Point::elbow_right, Point::elbow_left),
              wrist = point(Point::wrist_right, Point::wrist_left);
    limb(Part::upper_arm_right, shift, grown, Inside::sharp, 0, around(shoulder, .029F, .005F, .040F, .092F));
    limb(Part::forearm_right, shift, grown - 1, Inside::sharp, 0, around(elbow, .020F, .003F, .025F, .055F));
    limb(Part::hand_right, shift, grown - 2, Inside::soft, .0058F, around(wrist, .013F, .003F, .020F, .050F));
  }

  void head_alone() { add(Part::head, Inside::soft, .024F, {}); }

  void ear(float thinner) { add(Part::ear, Inside::sharp, 0, {}, thinner); }

  void hair() {
    add(Part::head, Inside::soft, .024F, {});
    const Term cut{.inside = Inside::cut, .blend = everywhere(.004F)};
    field_.cut = flesh_.hairline;
    field_.terms.push(cut);
    add(Part::knot, Inside::sharp, 0, everywhere(.008F));
  }

private:
  [[nodiscard]] Blend everywhere(float width) const { return {.wide = width * stature_, .narrow = width * stature_}; }

  [[nodiscard]] Blend around(Dot centre, float wide, float narrow, float from, float to) const {
    return {wide * stature_, narrow * stature_, centre, from * stature_, to * stature_};
  }

  void add(Part part, Inside inside, float soft_width, const Blend& blend, float thinner = 0) {
    const Range range = flesh_[part];
    field_.terms.push({inside, range.first, range.count, soft_width * stature_, thinner, blend});
  }

  // `grown`: 0 not there yet, 1 there; in between the part is thinner.
  void limb(Part right, int shift, float grown, Inside inside, float soft_width, const Blend& blend) {
    if (grown <= 0) return;
    const float thinner = thickest_limb * stature_ * (1 - smooth_step(0, 1, grown));
    add(static_cast<Part>(static_cast<int>(right) + shift), inside, soft_width, blend, thinner);
  }

  const Flesh& flesh_;
  const body::Pose& pose_;
  float stature_;
  View view_;
  float elevation_;
  Field field_;
};

// From the side the far limbs lie behind her; as the camera rises they grow into one outline with her, from shoulder
// and hip outward.
float grown_far_limbs(const Camera& camera) {
  return all_grown * smooth_step(0.1F, 0.9F, static_cast<float>(camera.elevation));
}

void trace_layers(const Flesh& flesh, const body::Pose& pose, const body::Person& person, const Camera& camera,
                  Drawing& drawing) {
  const auto woven = [&] { return Weaver(flesh, pose, person, camera); };
  if (camera.elevation < 1) {
    Weaver far = woven();
    far.leg(left_limbs);
    far.arm(left_limbs);
    trace(far.field(), Layer::far_limbs, drawing);
  }
  {
    Weaver all = woven();
    all.trunk();
    all.head_on_trunk();
    all.leg(0);
    all.arm(0);
    all.leg(left_limbs, grown_far_limbs(camera));
    all.arm(left_limbs, grown_far_limbs(camera));
    trace(all.field(), Layer::body, drawing);
  }
  if (camera.elevation < 1) {
    Weaver arm = woven(), leg = woven();
    arm.arm(0);
    leg.leg(0);
    trace(arm.field(), Layer::near_arm, drawing);
    trace(leg.field(), Layer::near_arm, drawing);
  }
  {
    Weaver head = woven(), ear = woven(), hair = woven();
    head.head_alone();
    trace(head.field(), Layer::face, drawing);
    hair.hair();
    trace(hair.field(), Layer::hair, drawing, true);
    if (flesh.ear_seen > 0) {
      ear.ear((1 - flesh.ear_seen) * static_cast<float>(figure::ear.radii.a * person.stature_m));
      trace(ear.field(), Layer::face, drawing);
    }
  }
}

double half_width_of(int vertebra) { // L5 is 0
  constexpr int T3 = 14, C3 = 21;
  const auto mix = [](double a, double b, double t) { return a + (b - a) * t; };
  if (vertebra <= T3) return mix(vertebra_half_width_L5, vertebra_half_width_T3, vertebra / double{T3});
  return mix(vertebra_half_width_T3, vertebra_half_width_C3, std::min(1.0, (vertebra - T3) / double{C3 - T3}));
}

Vertebra vertebra_seen(const body::Pose& pose, int i, const body::Person& person, const View& view) {
  const auto bone = static_cast<std::size_t>(body::first_vertebra + i);
  const geometry::Frame& f = pose.bones[bone];
  const double above = length(pose.bones[bone + 1].origin - f.origin),
               below = length(f.origin - pose.bones[bone - 1].origin);
  const double spacing = i == 0 ? above : i == body::vertebra_count - 1 ? below : (above + below) / 2;
  const double half_width = half_width_of(i) * person.stature_m;
  const Dot along = view(f.headward);
  const float seen = length(along);
  const Dot axis = seen > 1e-3F ? along * (1 / seen) : Dot{1, 0};
  const auto half = [&](Dot direction) { // of the ellipsoid, measured in a direction of the picture
    const float t = dot(view(f.headward * (vertebra_half_height * spacing)), direction),
                a = dot(view(f.frontward * (half_width * vertebra_depth)), direction),
                l = dot(view(f.leftward * half_width), direction);
    return std::sqrt(t * t + a * a + l * l);
  };
  return {.centre = view(f.origin),
          .angle = static_cast<float>(geometry::atan2(axis.y, axis.x)),
          .length = 2 * half(axis),
          .width = 2 * half({-axis.y, axis.x}),
          .light = static_cast<float>(pose.bending[static_cast<std::size_t>(i)])};
}

// The sacrum curves from S1 back to the tail; places on its frame and the pelvis', fractions of stature.
void lay_spine(const body::Pose& pose, const body::Person& person, const View& view, Drawing& drawing) {
  const auto on = [&](const geometry::Frame& f, double t, double a) {
    return view(geometry::at(f, t * person.stature_m, a * person.stature_m, 0));
  };
  const geometry::Frame& pelvis = pose[Bone::pelvis];
  drawing.sacrum.clear();
  for (const Offset& o : sacrum)
    drawing.sacrum.push_back(on(pelvis, o.t, o.a));
  drawing.vertebrae.clear();
  for (int i = 0; i < body::vertebra_count; ++i)
    drawing.vertebrae.push_back(vertebra_seen(pose, i, person, view));
  drawing.spine.assign(drawing.sacrum.rbegin(), drawing.sacrum.rend());
  for (const Vertebra& v : drawing.vertebrae)
    drawing.spine.push_back(v.centre);
}

} // namespace

void draw(const body::Person& person, const body::Pose& pose, const Camera& camera, Drawing& drawing) {
  drawing.work.take_back(drawing);
  const View view = view_of(camera);
  Flesh flesh;
  clothe(person, pose, view, flesh);
  trace_layers(flesh, pose, person, camera, drawing);
  lay_spine(pose, person, view, drawing);
}

void draw_ghost(const body::Person& person, const body::Pose& pose, const Camera& camera, Drawing& drawing) {
  Flesh flesh;
  clothe(person, pose, view_of(camera), flesh);
  Weaver all(flesh, pose, person, camera);
  all.trunk();
  all.head_on_trunk();
  for (const int shift : {0, left_limbs}) {
    all.leg(shift);
    all.arm(shift);
  }
  trace(all.field(), Layer::ghost, drawing);
}

} // namespace supple::figure
