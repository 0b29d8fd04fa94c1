// SPDX-License-Identifier: Apache-2.0
#include "figure/skin.h"

namespace supple::figure {

namespace {

constexpr std::array<const char*, follower_count - body::link_count> names{
    "upper_arm_swung_left", "upper_arm_swung_right",    "thigh_swung_left",
    "thigh_swung_right",    "forearm_half_turned_left", "forearm_half_turned_right",
    "forearm_turned_left",  "forearm_turned_right",     "belly"};

std::vector<float> numbers(const std::vector<Place>& places) {
  std::vector<float> out;
  out.reserve(3 * places.size());
  for (const Place p : places)
    out.insert(out.end(), {p.x, p.y, p.z});
  return out;
}

geometry::Rotation turn_of(const Motor& m) {
  const auto part = [&](std::size_t i) { return static_cast<double>(m.of[i]); };
  return {part(0), part(1), part(2), part(3)};
}

// Twice the dual part times the real one turned back.
geometry::Vec3 shift_of(const Motor& m) {
  const auto part = [&](std::size_t i) { return 2 * static_cast<double>(m.of[i]); };
  const geometry::Rotation shift = geometry::Rotation{part(4), part(5), part(6), part(7)} * inverse(turn_of(m));
  return {shift.x, shift.y, shift.z};
}

} // namespace

motion::Skin skin_of(const Likeness& likeness, std::span<const body::Pose> poses) {
  motion::Skin skin{
      numbers(likeness.surface.places), numbers(likeness.surface.normals), {}, {}, {}, likeness.form.rest.links, {}};
  for (const std::uint32_t corner : likeness.surface.corners)
    skin.corners.push_back(static_cast<std::uint16_t>(corner));
  for (const Influence& influence : likeness.influences) {
    skin.followers.insert(skin.followers.end(), influence.follower.begin(), influence.follower.end());
    skin.weights.insert(skin.weights.end(), influence.weight.begin(), influence.weight.end());
  }
  for (const char* const name : names)
    skin.others.push_back({name, {}, {}});
  for (const body::Pose& pose : poses) {
    const Motors motors = motors_of(likeness, pose);
    for (std::size_t i = 0; i < skin.others.size(); ++i) {
      skin.others[i].turned.push_back(turn_of(motors[body::link_count + i]));
      skin.others[i].shifted.push_back(shift_of(motors[body::link_count + i]));
    }
  }
  return skin;
}

} // namespace supple::figure
