// SPDX-License-Identifier: Apache-2.0
// Where her feet stand while she steps, and her weight over them.
#pragma once

#include "body/skeleton.h"

#include <array>
#include <optional>

namespace supple::motion {

/// The places that its contacts have in the world; of her left foot and her right one.
struct Foot {
  geometry::Vec3 ankle, toe;
};

using Feet = std::array<Foot, 2>;
[[nodiscard]] Feet feet_of(const body::Intent& intent);

/// Standing upright there, her weight over this foot or over the middle of both, and so low that both legs reach; the
/// arms hang clear of the legs.
[[nodiscard]] body::Intent standing_on(const body::Skeleton& skeleton, const Feet& feet, std::optional<int> over = {});

/// The spine and the arms as in `like`.
[[nodiscard]] body::Intent with_arms_of(const body::Intent& like, body::Intent intent);

/// The same wants as their needs bend them; first so low that both legs reach their feet.
[[nodiscard]] body::Intent settled(const body::Skeleton& skeleton, body::Intent intent);

} // namespace supple::motion
