// SPDX-License-Identifier: Apache-2.0
// From where she is looked at: a lens with a narrow field, as of somebody who sits at the other end of the room.
#pragma once

#include "body/pose.h"
#include "figure/place.h"

#include <span>

namespace supple::figure {

/// Where the eye stands, seen from the mat's middle: degrees to her front from straight at her right side (180 is her
/// left side), degrees above the floor, and degrees that the picture is rolled so that her head points to its top.
struct Standpoint {
  double ahead = 12, above = 11, rolled = 0;
};

/// The part of the room that fills the picture.
struct Framing {
  geometry::Vec3 middle;
  double half_width = 1, half_height = 0.6; ///< metres, at the middle
};

struct Eye {
  Place from, right, up, near; ///< `near` points from the middle to the eye
  float focal = 1;             ///< pixels
  float middle_x = 0, middle_y = 0;

  struct Seen {
    float x = 0, y = 0, depth = 0;
  };

  [[nodiscard]] Seen operator()(Place p) const {
    const Place q = p - from;
    const float depth = -dot(q, near), k = focal / depth;
    return {middle_x + k * dot(q, right), middle_y - k * dot(q, up), depth};
  }

  /// The direction of the ray through a pixel, its part along -near being 1.
  [[nodiscard]] Place ray(float x, float y) const {
    return right * ((x - middle_x) / focal) + up * ((middle_y - y) / focal) - near;
  }
};

[[nodiscard]] Eye eye_of(const Standpoint& standpoint, const Framing& framing, int width, int height);

/// A mat of 185 by 65 cm, under all that she does on hands and knees, sitting or lying.
inline constexpr geometry::Vec3 mat_middle{-0.12, 0, 0};
inline constexpr double mat_half_length = 0.925, mat_half_width = 0.325;

/// A frame that holds the mat and these points of a body (Pose::points, of one pose or of many) and its flesh, with air
/// around.
[[nodiscard]] Framing framing_of(std::span<const geometry::Vec3> points, const Standpoint& standpoint);

} // namespace supple::figure
