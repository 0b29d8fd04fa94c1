// SPDX-License-Identifier: Apache-2.0
// How long a travel takes at least, so that no joint is hurried.
#pragma once

#include "body/skeleton.h"
#include "motion/motion.h"

#include <limits>

namespace supple::motion {

/// A time that is more than enough: twice what the joints' wants take at the fastest of their courses. Infinite where a
/// contact takes hold or lets go.
[[nodiscard]] double ample_s(const Travel& travel);

/// The time in which no joint turns faster, as the contacts let it. Where that is more than `most_s`, at least so much.
[[nodiscard]] double shortest_s(const body::Skeleton& skeleton, const Travel& travel,
                                double most_s = std::numeric_limits<double>::infinity());

} // namespace supple::motion
