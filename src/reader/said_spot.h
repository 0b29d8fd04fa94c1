// SPDX-License-Identifier: Apache-2.0
// Where hands are placed, as far as it changes how she is held.
#pragma once

#include "reader/clause.h"

namespace supple::reader {

/// "Place your hands on the wall", "stand before a wall and put your hands flat on it": what comes first after them.
[[nodiscard]] bool is_on_wall(const Found& found, const Meant& meant, const Clause& clause);

} // namespace supple::reader
