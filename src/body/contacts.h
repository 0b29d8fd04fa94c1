// SPDX-License-Identifier: Apache-2.0
// The contact solve: of all poses whose contacts are where they must be, the one nearest to what is wanted.
#pragma once

#include "body/skeleton.h"

namespace supple::body {

/// How firmly a contact of the intent is held: 1 exactly, 0 not at all; smooth in its number, with no slope at the
/// ends.
[[nodiscard]] double firmness(const Intent& intent, Contact contact);
/// Whether it is held exactly.
[[nodiscard]] bool is_held(const Intent& intent, Contact contact);
[[nodiscard]] geometry::Vec3 needed_place(const Intent& intent, Contact contact);

struct Held {
  int steps = 0;         ///< of Gauss and Newton
  double residual_m = 0; ///< how far the worst of the exactly held contacts is from its place
  double short_of_m = 0; ///< how far the farthest joint is from where it is wanted
};

/// The wants of the intent bent as little as its contacts need.
Held hold_contacts(const Skeleton& skeleton, const Intent& intent, Bones& bones);

} // namespace supple::body
