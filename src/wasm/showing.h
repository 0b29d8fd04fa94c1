// SPDX-License-Identifier: Apache-2.0
// How the browser is shown her: a pose at a time, then its picture.
#pragma once

#include "wasm/session.h"

namespace supple::wasm {

/// Poses her at `clock_s` (negative: the figure that stands still; of one that does a sentence, -1 is its beginning and
/// -2 its end) into `core.seen`.
const Seen& pose_at(Core& core, double clock_s);

/// How a picture is asked for.
struct Wish {
  int width = 0, height = 0; ///< pixels
  bool night = false, matted = true, mirrored = false;
  double ahead = 0, above = 0; ///< degrees that she is turned by hand
};

/// The picture of `core.seen`; valid until the next one.
const figure::Picture& picture_of(Core& core, const Wish& wish);

/// The surfaces of `core.seen` for a painter with a graphics card, into `core.surfaces`.
void give_surfaces(Core& core);

/// Of the light, nothing, all of it, or one more part of the work on it.
enum class Lighting : std::uint8_t { none, whole, part };

/// What it needs for the picture, into `core.given`, with the light where there is new one.
void give(Core& core, const Wish& wish, Lighting lighting);

} // namespace supple::wasm
