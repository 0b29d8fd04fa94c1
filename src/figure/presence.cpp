// SPDX-License-Identifier: Apache-2.0
#include "figure/presence.h"

namespace supple::figure {

Presence::Presence(const body::Skeleton& skeleton, Detail detail)
    : likeness_(likeness_of(skeleton, detail)), spine_shape_(figure::spine_shape(skeleton.person)),
      corners_(likeness_.surface.corners) {}

bool Presence::use(const Things& things) {
  if (things == things_) return false;
  things_ = things;
  things_shape_ = shape_of(things, likeness_.skeleton);
  corners_ = likeness_.surface.corners;
  const auto first = static_cast<std::uint32_t>(things_from());
  for (const std::uint32_t corner : things_shape_.surface.corners)
    corners_.push_back(first + corner);
  return true;
}

void Presence::pose(const body::Pose& pose) {
  pose_surface(likeness_, pose, posed_);
  const Surface& shape = things_shape_.surface;
  posed_.places.insert(posed_.places.end(), shape.places.begin(), shape.places.end());
  posed_.normals.insert(posed_.normals.end(), shape.normals.begin(), shape.normals.end());
  pose_spine(spine_shape_, likeness_.skeleton.person, pose, spine_);
}

void Presence::light() {
  const std::vector<std::uint32_t>& patches = likeness_.patches.points;
  open_.resize(patches.size() + things_shape_.surface.places.size());
  for (std::size_t i = 0; i < patches.size(); ++i)
    open_[i] = sky_.on(posed_.places[patches[i]], posed_.normals[patches[i]]);
  for (std::size_t i = 0; i < things_shape_.surface.places.size(); ++i) {
    const Place p = posed_.places[things_from() + i], n = posed_.normals[things_from() + i];
    const bool mat = i < things_shape_.mat_points;
    open_[patches.size() + i] = mat ? sky_.on_floor(p + n * 0.004F) : sky_.on(p, n);
  }
}

Sky::Light Presence::light_on(std::size_t point) const {
  const Patches& patches = likeness_.patches;
  if (point >= things_from()) return open_[patches.points.size() + point - things_from()];
  const Between& between = patches.between[point];
  Sky::Light light{0, 0};
  for (std::size_t k = 0; k < between.patch.size(); ++k) {
    light.key += open_[between.patch[k]].key * between.weight[k];
    light.sky += open_[between.patch[k]].sky * between.weight[k];
  }
  return light;
}

} // namespace supple::figure
