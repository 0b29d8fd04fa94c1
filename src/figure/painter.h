// SPDX-License-Identifier: Apache-2.0
// The reference picture: the posed surface, the spine that shines in it, mat and shadow, straight to RGBA. Everything
// is additions, multiplications, divisions and square roots in a fixed order, so the bytes are the same on every
// machine.
#pragma once

#include "figure/backdrop.h"
#include "figure/eye.h"
#include "figure/fragments.h"
#include "figure/look.h"
#include "figure/presence.h"
#include "figure/raster.h"
#include "figure/shining.h"
#include "figure/wall.h"

namespace supple::figure {

struct Picture {
  int width = 0, height = 0;
  std::vector<Pixel> pixels; ///< row by row from the top

  /// Red, green, blue and alpha, byte by byte: how pixels lie in the memory of every machine this runs on.
  [[nodiscard]] const std::uint8_t* rgba() const { return reinterpret_cast<const std::uint8_t*>(pixels.data()); }

  [[nodiscard]] std::uint8_t* rgba() { return reinterpret_cast<std::uint8_t*>(pixels.data()); }
};

/// Paints one person from one place. Its memory is used again: no allocation once it has grown; and of a picture only
/// what has changed is painted again.
class Painter {
public:
  explicit Painter(const body::Skeleton& skeleton, Detail detail = Detail::fine);

  [[nodiscard]] const Likeness& likeness() const { return presence_.likeness(); }

  /// Valid until the next one. `things`: what she uses.
  const Picture& paint(const body::Pose& pose, const Things& things, const Eye& eye, const Look& look, int width,
                       int height);

  /// What the picture shows where neither she nor her shadow is.
  [[nodiscard]] const std::vector<Pixel>& plain() const { return pane_.is_there() ? behind_pane_ : backdrop_.plain(); }

  /// How often `plain` has changed.
  [[nodiscard]] int plain_changes() const { return plain_changes_; }

  /// Of a row of the picture, the pixels that may differ from `plain`.
  [[nodiscard]] Span painted(int y) const { return painted_[static_cast<std::size_t>(y)]; }

private:
  // What a pixel shows of another piece of surface than the nearest: an arm before a thigh.
  struct Further {
    std::size_t x = 0; ///< from the left of the span
    std::int32_t triangle = 0;
    float weight = 0;
    Place behind; ///< what the pixel shows without it
    float alpha = 0;
  };

  // Eight pixels beside one another: the triangle that is nearest in each, and how much of the pixel its surface fills.
  struct Eight {
    Ints triangles;
    Floats weight;
  };

  void light(const Look& look, Place near);
  void take_body(const Eye& eye, int width, int height);
  void lay_rows(int top, int bottom, const Eye& eye, const Look& look);
  void see(const Things& things, const Eye& eye, const Look& look, int width, int height);
  void restore(int y, Span now);
  [[nodiscard]] Span body_in(int y) const;
  void paint_row(int y, const Look& look);
  void paint_body(int y, Span body, const Look& look);
  void paint_her(int y, Span span, const Look& look);
  [[nodiscard]] Eight eight_at(const std::int32_t* above, const std::int32_t* below, std::size_t x);
  [[nodiscard]] float take_apart(std::array<std::int32_t, 4> samples, std::size_t x);
  [[nodiscard]] Fragments carried(const Ints& triangles, const Floats& x, float y) const;
  void add_further(const Shader& shader, int left, float y);

  Presence presence_;
  Backdrop backdrop_;
  Pane pane_;
  std::vector<Pixel> behind_pane_; ///< the plain backdrop with the wall over it, where there is one
  Shining shining_;
  Picture picture_;
  std::vector<Span> painted_;
  int plain_changes_ = 0;
  std::vector<Lit> lit_;
  std::vector<Corner> corners_;
  Samples body_;
  int same_surface_ = 0; ///< steps of nearness between samples of one piece of surface
  float pixel_m_ = 0;
  std::vector<Further> further_;
  Strip strip_;
};

} // namespace supple::figure
