// SPDX-License-Identifier: Apache-2.0
// A picture as a PNG file (ISO/IEC 15948).
#pragma once

#include "figure/painter.h"

#include <string>

namespace supple::film {

[[nodiscard]] std::string png(const figure::Picture& picture);

} // namespace supple::film
