// SPDX-License-Identifier: Apache-2.0
#include "figure/spine.h"

#include "figure/places.h"
#include "figure/soft.h"

namespace supple::figure {

namespace {

// Between a box and an ovoid, with a knob behind and one at either side.
float vertebra_distance(Place p) {
  const float round = length(p) - 1;
  const Place out{std::max(std::fabs(p.x) - 0.62F, 0.0F), std::max(std::fabs(p.y) - 0.60F, 0.0F),
                  std::max(std::fabs(p.z) - 0.60F, 0.0F)};
  const float box = length(out) - 0.38F;
  float d = mix(round, box, 0.45F);
  const Cone behind{{0, -0.9F, 0}, {-0.55F, -1.75F, 0}, 0.36F, 0.44F};
  const Place even{p.x, p.y, std::fabs(p.z)};
  const Cone aside{{0, -0.75F, 0.5F}, {0, -1.0F, 1.35F}, 0.28F, 0.25F};
  d = soft_min(d, behind.distance(p), 0.25F);
  return soft_min(d, aside.distance(even), 0.2F);
}

float half_width_of(int vertebra) { // L5 is 0
  constexpr int T3 = 14, C3 = 21;
  const auto between = [](double a, double b, double t) { return static_cast<float>(a + (b - a) * t); };
  if (vertebra <= T3) return between(vertebra_half_width_L5, vertebra_half_width_T3, vertebra / double{T3});
  return between(vertebra_half_width_T3, vertebra_half_width_C3, std::min(1.0, (vertebra - T3) / double{C3 - T3}));
}

// The points of a bone, as those from `first` on; eight at a time, of the last some twice.
SUPPLE_WIDE void put(const Surface& shape, const SpineBone& bone, std::size_t first, PosedSpine& posed) {
  const auto& [origin, head, front, left] = bone.axes;
  const Place s = bone.scale;
  const auto in_room = [&](const Floats& x, const Floats& y, const Floats& z) {
    return Places{head.x * x + front.x * y + left.x * z, head.y * x + front.y * y + left.y * z,
                  head.z * x + front.z * y + left.z * z};
  };
  std::fill_n(&posed.light[first], shape.places.size(), bone.light);
  for (std::size_t next = 0; next < shape.places.size(); next += lanes) {
    const std::size_t i = std::min(next, shape.places.size() - lanes);
    const Places p = places_at(&shape.places[i]), n = places_at(&shape.normals[i]);
    const Places at = in_room(p.x * s.x, p.y * s.y, p.z * s.z), way = in_room(n.x / s.x, n.y / s.y, n.z / s.z);
    put(Places{origin.x + at.x, origin.y + at.y, origin.z + at.z}, &posed.places[first + i]);
    put(way * (1 / root(dot(way, way))), &posed.normals[first + i]);
  }
}

Axes axes_of_frame(const geometry::Frame& f) {
  return {place(f.origin), place(f.headward), place(f.frontward), place(f.leftward)};
}

} // namespace

SpineShape spine_shape(const body::Person& person) {
  const auto never = [](Place) { return false; };
  const auto stature = static_cast<float>(person.stature_m);
  std::array<Cone, 3> cones;
  constexpr std::array<float, 4> radii{.0150F, .0125F, .0080F, .0040F};
  const auto on_pelvis = [&](const Offset& o) {
    return Place{static_cast<float>(o.t) * stature, static_cast<float>(o.a) * stature, 0};
  };
  for (std::size_t i = 0; i < cones.size(); ++i)
    cones[i] = {on_pelvis(sacrum[i]), on_pelvis(sacrum[i + 1]), radii[i] * stature, radii[i + 1] * stature};
  const auto of_sacrum = [=](Place p) {
    const Place narrow{p.x, p.y, p.z * 0.8F}; // it is broader than deep
    float d = 1e3F;
    for (const Cone& cone : cones)
      d = soft_min(d, cone.distance(narrow), 0.006F * stature);
    return d;
  };
  // In a film at 1080p an edge is about five pixels long, and what is round is off by a quarter of one.
  return {surface_of({vertebra_distance, never, {0, -0.6F, 0}, 5.6F, 4}),
          surface_of({of_sacrum, never, on_pelvis(sacrum[1]), 0.12F * stature, 4})};
}

std::array<SpineBone, body::vertebra_count + 1> spine_bones(const body::Person& person, const body::Pose& pose) {
  std::array<SpineBone, body::vertebra_count + 1> bones;
  const auto stature = static_cast<float>(person.stature_m);
  bones[0] = {axes_of_frame(pose[body::Bone::pelvis]), {1, 1, 1}, static_cast<float>(pose.bending[0]) * 0.6F};
  for (int i = 0; i < body::vertebra_count; ++i) {
    const auto bone = static_cast<std::size_t>(body::first_vertebra + i), which = static_cast<std::size_t>(i);
    const Axes axes = axes_of_frame(pose.bones[bone]);
    const float above = length(place(pose.bones[bone + 1].origin) - axes.origin),
                below = length(place(pose.bones[bone - 1].origin) - axes.origin);
    const float spacing = i == 0 ? above : i == body::vertebra_count - 1 ? below : (above + below) / 2;
    const float half_width = half_width_of(i) * stature;
    const Place scale{static_cast<float>(vertebra_half_height) * spacing,
                      half_width * static_cast<float>(vertebra_depth), half_width};
    bones[which + 1] = {axes, scale, static_cast<float>(pose.bending[which])};
  }
  return bones;
}

void pose_spine(const SpineShape& shape, const body::Person& person, const body::Pose& pose, PosedSpine& posed) {
  posed.bones = spine_bones(person, pose);
  const auto shape_of = [&](std::size_t bone) -> const Surface& { return bone == 0 ? shape.sacrum : shape.vertebra; };
  if (posed.corners.empty()) // they are the same in every pose
    for (std::size_t bone = 0, first = 0; bone < posed.bones.size(); first += shape_of(bone++).places.size())
      for (const std::uint32_t corner : shape_of(bone).corners)
        posed.corners.push_back(static_cast<std::uint32_t>(first) + corner);
  const std::size_t count = shape.sacrum.places.size() + body::vertebra_count * shape.vertebra.places.size();
  posed.places.resize(count);
  posed.normals.resize(count);
  posed.light.resize(count);
  for (std::size_t bone = 0, first = 0; bone < posed.bones.size(); first += shape_of(bone++).places.size())
    put(shape_of(bone), posed.bones[bone], first, posed);
}

} // namespace supple::figure
