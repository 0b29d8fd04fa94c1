// SPDX-License-Identifier: Apache-2.0
// From our skeleton to the Simbody model.
#pragma once

#include "body/segments.h"
#include "simbody_body.h"

#include <memory>
#include <vector>

namespace supple::bench {

/// With the contacts that the intent holds exactly; none without an intent.
[[nodiscard]] std::unique_ptr<SimbodyBody> simbody_of(const body::Skeleton& skeleton, const body::Segments& segments,
                                                      const body::Intent* held = nullptr);

[[nodiscard]] std::vector<double> coordinates_of(SimbodyBody& simbody, const body::Skeleton& skeleton,
                                                 const body::Bones& bones);

} // namespace supple::bench
