// SPDX-License-Identifier: Apache-2.0
// Where the contacts of an intent stand among its numbers.
#pragma once

#include "body/pose.h"

namespace supple::motion {

/// How firmly it is held; its place is the three numbers after that.
[[nodiscard]] constexpr std::size_t contact_at(std::size_t contact) {
  return body::Intent::contacts_at + 4 * contact;
}

[[nodiscard]] inline geometry::Vec3 place_at(const body::Intent& intent, std::size_t at) {
  return {intent.value[at + 1], intent.value[at + 2], intent.value[at + 3]};
}

inline void put_place(geometry::Vec3 place, std::size_t at, body::Intent& intent) {
  intent.value[at + 1] = place.x, intent.value[at + 2] = place.y, intent.value[at + 3] = place.z;
}

} // namespace supple::motion
