// SPDX-License-Identifier: Apache-2.0
#include "figure/given.h"

namespace supple::figure {

namespace {

void append(std::vector<float>& out, Place p) {
  out.insert(out.end(), {p.x, p.y, p.z});
}

void append(std::vector<float>& out, const Surface& shape) {
  for (std::size_t i = 0; i < shape.places.size(); ++i) {
    append(out, shape.places[i]);
    append(out, shape.normals[i]);
  }
}

void append_her(const Likeness& likeness, std::vector<float>& out) {
  for (std::size_t i = 0; i < likeness.surface.places.size(); ++i) {
    append(out, likeness.surface.places[i]);
    append(out, likeness.surface.normals[i]);
    const Influence& influence = likeness.influences[i];
    for (const std::uint8_t follower : influence.follower)
      out.push_back(static_cast<float>(follower));
    out.insert(out.end(), influence.weight.begin(), influence.weight.end());
    const Wear& wear = likeness.wear[i];
    out.insert(out.end(), {wear.leggings, wear.bare, wear.hair, likeness.breath[i]});
    const Between& between = likeness.patches.between[i];
    for (const std::uint16_t patch : between.patch)
      out.push_back(static_cast<float>(patch));
    out.insert(out.end(), between.weight.begin(), between.weight.end());
    out.push_back(0);
    const Change& change = likeness.changes[i];
    append(out, change.way);
    out.insert(out.end(), change.along.begin(), change.along.end());
    out.insert(out.end(), change.across.begin(), change.across.end());
  }
}

// Things follow what does not move; each of their points is a patch of its own.
void append_things(const ThingsShape& things, std::size_t first_patch, std::vector<float>& out) {
  constexpr float still = follower_count, no = -1;
  for (std::size_t i = 0; i < things.surface.places.size(); ++i) {
    append(out, things.surface.places[i]);
    append(out, things.surface.normals[i]);
    out.insert(out.end(), {still, still, still, still, 1, 0, 0, 0, no, no, no, 0});
    const auto patch = static_cast<float>(first_patch + i);
    out.insert(out.end(), {patch, patch, patch, patch, 1, 0, 0, 0, i < things.mat_points ? 2.0F : 1.0F});
    out.insert(out.end(), given_point_floats - 27, 0);
  }
}

} // namespace

GivenSurfaces given_surfaces(const Presence& presence) {
  const Likeness& likeness = presence.likeness();
  const std::size_t patches = likeness.patches.points.size();
  GivenSurfaces given;
  append_her(likeness, given.points);
  append_things(presence.things(), patches, given.points);
  given.corners = presence.corners();
  const SpineShape& spine = presence.spine_shape();
  append(given.spine, spine.vertebra);
  append(given.spine, spine.sacrum);
  given.spine_corners = spine.vertebra.corners;
  const auto first = static_cast<std::uint32_t>(spine.vertebra.places.size());
  for (const std::uint32_t corner : spine.sacrum.corners)
    given.spine_corners.push_back(first + corner);
  given.vertebra_corners = static_cast<std::uint32_t>(spine.vertebra.corners.size());
  given.patches = static_cast<std::uint32_t>(patches + presence.things().surface.places.size());
  return given;
}

void give_motion(const Presence& presence, const body::Pose& pose, std::vector<float>& out) {
  const Motor still;
  for (const Motor& motor : motors_of(presence.likeness(), pose))
    out.insert(out.end(), motor.of.begin(), motor.of.end());
  out.insert(out.end(), still.of.begin(), still.of.end());
  for (const SpineBone& bone : spine_bones(presence.likeness().skeleton.person, pose)) {
    const Place s = bone.scale;
    append(out, bone.axes.head * s.x);
    append(out, bone.axes.front * s.y);
    append(out, bone.axes.left * s.z);
    append(out, bone.axes.origin);
    append(out, {1 / s.x, 1 / s.y, 1 / s.z});
    out.push_back(bone.light);
  }
}

void give_light(const Presence& presence, const Backdrop& backdrop, std::vector<float>& out) {
  for (const Sky::Light& light : presence.open())
    out.insert(out.end(), {light.key, light.sky});
  const auto [light, middle] = backdrop.shadow();
  out.insert(out.end(), light.begin(), light.end());
  append(out, middle);
}

void give_eye(const Eye& eye, std::vector<float>& out) {
  for (const Place p : {eye.from, eye.right, eye.up, eye.near})
    append(out, p);
  append(out, {eye.focal, eye.middle_x, eye.middle_y});
}

void give_look(const Look& look, std::vector<float>& out) {
  for (const Place p : {look.mat, look.thing, look.top, look.leggings, look.skin, look.hair, look.glow_least,
                        look.glow_most, look.key, look.sky, look.floor, look.rim})
    append(out, p);
  out.push_back(look.glow);
}

void give_wall(const Pane& pane, const Look& look, std::vector<float>& out) {
  out.push_back(!pane.is_there() ? 0.0F : pane.before_her ? 2.0F : 1.0F);
  for (const Place& side : pane.sides)
    append(out, side);
  append(out, {pane.rim, look.wall_solid, look.wall_rim});
  append(out, look.wall);
}

} // namespace supple::figure
