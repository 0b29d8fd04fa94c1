// SPDX-License-Identifier: Apache-2.0
// The drawing as an array of floats, in the layout that core.h describes.
#pragma once

#include "wasm/session.h"

namespace supple::wasm {

/// Poses and draws the body at `clock_s` (negative: the figure that stands still) into `core.floats`.
void draw_at(Core& core, double clock_s);

} // namespace supple::wasm
