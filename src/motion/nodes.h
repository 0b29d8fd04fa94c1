// SPDX-License-Identifier: Apache-2.0
// The joints of an exported motion: the bones of the body, then fingers and toes. y up, she faces z. At rest she
// stands, arms and fingers hanging: every bone is turned as an upright trunk is.
#pragma once

#include "motion/formats.h"

namespace supple::motion {

struct Node {
  std::string name;
  int parent = -1;            ///< an earlier one; -1: none
  geometry::Vec3 offset, end; ///< metres at rest, of its joint from the parent's; of its end where nothing follows it
};

/// The first ones are the links, in their order.
[[nodiscard]] std::vector<Node> nodes_of(const body::Skeleton& skeleton);
[[nodiscard]] std::vector<std::size_t> children_of(const std::vector<Node>& nodes, std::size_t parent);

/// How its joint is turned from rest.
[[nodiscard]] geometry::Rotation turn_of(const Frame& frame, std::size_t node);

[[nodiscard]] geometry::Vec3 y_up(geometry::Vec3 v);
[[nodiscard]] geometry::Rotation y_up(const geometry::Rotation& r);

} // namespace supple::motion
