// SPDX-License-Identifier: Apache-2.0
// Counts what the test program allocates.
#pragma once

namespace supple::figure {

[[nodiscard]] long allocations();

} // namespace supple::figure
