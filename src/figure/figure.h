// SPDX-License-Identifier: Apache-2.0
// The room `figure`: the body that she sees. A pose is clothed in rounded solids (proportions: docs/figure.md), looked
// at from a camera, and answered as outlines and lights that any painter can fill: the browser's canvas today.
#pragma once

#include "body/pose.h"

#include <concepts>
#include <cstdint>
#include <vector>

namespace supple::figure {

/// An orthographic view. elevation 0: from her right side and a little behind, her head to the picture's right;
/// elevation 1: from above with her head up, so that her left is the picture's left. In between the camera glides.
struct Camera {
  double elevation = 0;
};

struct Dot {
  float x = 0, y = 0; ///< metres in the picture: x to the right, y up, (0, 0) where the mat's middle is seen
};

/// `body` is all of her that is not behind her: trunk, head, near arm and near leg in one (from above: all of her).
/// `near_arm` holds the nearer arm and the nearer leg once more, `face` the head and the ear, to be laid over it.
enum class Layer { far_limbs, body, near_arm, face, hair, ghost };
inline constexpr int layer_count = 6;

/// A closed outline of a layer.
struct Outline {
  Layer layer = Layer::body;
  std::vector<Dot> dots;
};

/// A vertebra (or the sacrum) as it is seen.
struct Vertebra {
  Dot centre;
  float angle = 0;             ///< of its axis against the picture's x, radians
  float length = 0, width = 0; ///< along and across its axis, metres
  float light = 0;             ///< 0 dim to 1: how much it moves
};

struct Drawing;

/// The memory that drawing uses again and again.
struct Work {
  std::vector<float> values;         ///< of the field at the corners of the grid
  std::vector<std::int32_t> touched; ///< which of them are known
  std::vector<std::uint8_t> passed;  ///< which edges of the grid an outline has passed
  std::vector<std::int32_t> crossed; ///< those edges
  std::vector<Dot> loop;
  std::vector<Outline> spare; ///< outlines that this drawing does not need

  Outline& add(Layer layer, Drawing& drawing);
  void take_back(Drawing& drawing);
};

struct Drawing {
  std::vector<Outline> outlines;
  std::vector<Vertebra> vertebrae; ///< 24, from L5 up
  std::vector<Dot> sacrum;         ///< a short line from S1 to the tail
  std::vector<Dot> spine;          ///< the line that the halo follows, from the tail to C1
  Work work;
};

/// Draws into `drawing`, whose memory is used again: no allocation once it has grown.
void draw(const body::Person& person, const body::Pose& pose, const Camera& camera, Drawing& drawing);

/// Adds the outline of all of her in another pose, as layer `ghost`: where she comes from.
void draw_ghost(const body::Person& person, const body::Pose& pose, const Camera& camera, Drawing& drawing);

/// What is made for a person, as a skeleton is (body/skeleton.h).
template <class T>
concept Personal = requires(const T& made) {
  { made.person } -> std::convertible_to<const body::Person&>;
};

void draw(const Personal auto& made, const body::Pose& pose, const Camera& camera, Drawing& drawing) {
  draw(made.person, pose, camera, drawing);
}

void draw_ghost(const Personal auto& made, const body::Pose& pose, const Camera& camera, Drawing& drawing) {
  draw_ghost(made.person, pose, camera, drawing);
}

} // namespace supple::figure
