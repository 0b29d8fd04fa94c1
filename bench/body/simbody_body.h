// SPDX-License-Identifier: Apache-2.0
// Our body as a Simbody model: the same joints, offsets, masses, inertias and contacts. Plain arrays in between, since
// Simbody's headers are of C++17.
#pragma once

#include <array>
#include <memory>
#include <vector>

namespace supple::bench {

struct SimbodyLink {
  int parent = -1;
  bool hinge = false;
  std::array<double, 3> offset{}, centre{};
  std::array<double, 4> rest{1, 0, 0, 0}; ///< w, x, y, z
  double mass_kg = 0;
  std::array<double, 6> inertia{}; ///< about the centre: xx, yy, zz, xy, xz, yz
};

struct SimbodyContact {
  int link = 0;
  std::array<double, 3> touch{}, place{}; ///< in the axes of the link; in the world
};

class SimbodyBody {
public:
  SimbodyBody(const std::vector<SimbodyLink>& links, const std::vector<SimbodyContact>& contacts, double gravity);
  ~SimbodyBody();

  /// The coordinates of a pose: the pelvis' place, and the turn of every joint from rest.
  [[nodiscard]] std::vector<double> coordinates(const std::array<double, 3>& place,
                                                const std::vector<std::array<double, 4>>& turned);

  void kinematics(const std::vector<double>& coordinates);
  [[nodiscard]] std::array<double, 3> place_of(int link) const;

  /// Forces and moments of the joints; the speeds and accelerations are all the same two numbers.
  [[nodiscard]] double dynamics(const std::vector<double>& coordinates);

  /// From these coordinates to the contacts, by Simbody's projection; how far the farthest contact then is.
  [[nodiscard]] double project(const std::vector<double>& coordinates);

private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace supple::bench
