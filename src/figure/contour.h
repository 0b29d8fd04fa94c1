// SPDX-License-Identifier: Apache-2.0
// Where a field of distances is zero, as closed outlines: marching squares on a grid that is fine only along the
// outline.
#pragma once

#include "figure/field.h"

namespace supple::figure {

/// Appends the outlines of `field` to `drawing`, outer ones anticlockwise, holes clockwise. `thorough` looks at every
/// cell of the grid, for fields that are no distances.
void trace(const Field& field, Layer layer, Drawing& drawing, bool thorough = false);

} // namespace supple::figure
