// SPDX-License-Identifier: Apache-2.0
// She herself as she is in a moment: her surface and what she uses, the spine in her, and how much light reaches her.
// What every painter begins with.
#pragma once

#include "figure/likeness.h"
#include "figure/sky.h"
#include "figure/spine.h"
#include "figure/things.h"

#include <vector>

namespace supple::figure {

/// Where the middle of her is.
[[nodiscard]] inline Place middle_of(const body::Pose& pose) {
  return place((pose[body::Bone::T8].origin + pose[body::Bone::pelvis].origin) * 0.5);
}

class Presence {
public:
  explicit Presence(const body::Skeleton& skeleton, Detail detail = Detail::fine);

  [[nodiscard]] const Likeness& likeness() const { return likeness_; }

  [[nodiscard]] const SpineShape& spine_shape() const { return spine_shape_; }

  [[nodiscard]] const ThingsShape& things() const { return things_shape_; }

  /// Returns whether she uses other things than before.
  bool use(const Things& things);
  void pose(const body::Pose& pose);
  /// Without the spine in her, of which nothing is lit.
  void pose_skin(const body::Pose& pose);

  /// To be called when she has moved, and has been laid on the maps of the sky: works out how open she is to it.
  void light();

  /// The surface: she, and from point `things_from` on the things.
  [[nodiscard]] const Posed& surface() const { return posed_; }

  /// Its triangles, three points each.
  [[nodiscard]] const std::vector<std::uint32_t>& corners() const { return corners_; }

  [[nodiscard]] std::size_t things_from() const { return likeness_.surface.places.size(); }

  [[nodiscard]] const PosedSpine& spine() const { return spine_; }

  [[nodiscard]] const Sky& sky() const { return sky_; }

  [[nodiscard]] Sky& sky() { return sky_; }

  /// The light on each patch of her, and then on each point of the things.
  [[nodiscard]] const std::vector<Sky::Light>& open() const { return open_; }

  /// The light on a point of the surface.
  [[nodiscard]] Sky::Light light_on(std::size_t point) const;

private:
  Likeness likeness_;
  SpineShape spine_shape_;
  Things things_;
  ThingsShape things_shape_;
  Posed posed_;
  std::vector<std::uint32_t> corners_;
  PosedSpine spine_;
  Sky sky_;
  std::vector<Sky::Light> open_;
  std::vector<Place> at_, ways_; ///< where the light is worked out, and the normals there
};

} // namespace supple::figure
