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
  pose_skin(pose);
  pose_spine(spine_shape_, likeness_.skeleton.person, pose, spine_);
}

// Large, and called from two places: not to lie in the core twice.
[[gnu::noinline]] void Presence::pose_skin(const body::Pose& pose) {
  pose_surface(likeness_, pose, posed_);
  const Surface& shape = things_shape_.surface;
  posed_.places.insert(posed_.places.end(), shape.places.begin(), shape.places.end());
  posed_.normals.insert(posed_.normals.end(), shape.normals.begin(), shape.normals.end());
}

void Presence::light() {
  const std::vector<std::uint32_t>& patches = likeness_.patches.points;
  const std::size_t things = things_shape_.surface.places.size();
  at_.clear();
  ways_.clear();
  for (const std::uint32_t point : patches) {
    at_.push_back(posed_.places[point]);
    ways_.push_back(posed_.normals[point]);
  }
  for (std::size_t i = things_from(); i < things_from() + things; ++i) {
    at_.push_back(posed_.places[i]);
    ways_.push_back(posed_.normals[i]);
  }
  open_.resize(at_.size());
  sky_.on(at_, ways_, open_);
  // The folded mat is floor, a little above itself.
  const std::size_t mat = things_shape_.mat_points;
  for (std::size_t i = 0; i < mat; ++i)
    at_[patches.size() + i] = posed_.places[things_from() + i] + posed_.normals[things_from() + i] * 0.004F;
  const std::span<const Place> of_mat(at_.data() + patches.size(), mat);
  sky_.on_floor(of_mat, std::span(open_).subspan(patches.size(), mat));
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
