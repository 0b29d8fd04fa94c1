// SPDX-License-Identifier: Apache-2.0
#include "figure/wide.h"

namespace supple::figure {

constinit const Floats zeros{0, 0, 0, 0, 0, 0, 0, 0}, ones{1, 1, 1, 1, 1, 1, 1, 1};

} // namespace supple::figure
