// SPDX-License-Identifier: Apache-2.0
// Her surface for other programs (motion/formats.h).
#pragma once

#include "figure/likeness.h"
#include "motion/formats.h"

#include <span>

namespace supple::figure {

/// The surface at rest, what its points follow, and how those followers that are no links move through the poses.
[[nodiscard]] motion::Skin skin_of(const Likeness& likeness, std::span<const body::Pose> poses);

} // namespace supple::figure
