// SPDX-License-Identifier: Apache-2.0
// The spine as it shines through her: its vertebrae, drawn by themselves and softened, and the light that they give to
// the flesh around them, to be mixed into the rows of a picture.
#pragma once

#include "figure/eye.h"
#include "figure/look.h"
#include "figure/raster.h"
#include "figure/spine.h"

#include <vector>

namespace supple::figure {

/// A row of pixels, colour by colour; colours are times alpha.
struct Strip {
  std::vector<float> red, green, blue, alpha, covered; ///< `covered`: how much of the pixel is her

  void resize(std::size_t count) {
    for (auto* const values : {&red, &green, &blue, &alpha, &covered})
      values->resize(count);
  }
};

class Shining {
public:
  void lay(const PosedSpine& spine, const Eye& eye, float stature, int width, int height);
  /// Goes on to see it through her, down to before row `bottom`. `body`: the samples of her surface, `fine` of them a
  /// pixel in either direction, laid where nothing has been seen yet.
  void see(const PosedSpine& spine, const Samples& body, int fine, int bottom, const Eye& eye, const Look& look);
  /// Mixes what shines in this row into the strip, which begins at pixel `left`.
  void mix(int y, int left, int right, const Look& look, Strip& strip);

private:
  struct Glow {
    Place colour;
    float cover = 0;
  };

  // Of eight pixels.
  struct Seen {
    Floats facing{}, light{};
  };

  void clear_row(int y);
  void see_row(int y, const PosedSpine& spine, const Samples& body, int fine, const Eye& eye, const Look& look);
  [[nodiscard]] Seen seen_at(const Ints& nearest, float x, float y, const PosedSpine& spine, Place near) const;
  void soften_row(int y);
  [[nodiscard]] static Glow soft(const Glow& before, const Glow& here, const Glow& after);
  [[nodiscard]] std::size_t place(int x, int y) const;
  /// The pixels of a row that may glow.
  [[nodiscard]] Span glowing_in(int y) const;
  void lay_halo(const PosedSpine& spine, const Eye& eye, float stature);
  [[nodiscard]] float* halo_from(int x, int y);
  /// The pixels of a row that a halo reaches.
  [[nodiscard]] Span haloed_in(int y) const;

  std::vector<Corner> corners_;
  Samples vertebrae_;
  std::vector<Glow> glow_; ///< softened along its rows, where they are read
  int seen_to_ = 0;        ///< row
  std::vector<float> halo_;
  std::vector<Span> haloed_; ///< of the rows of its box
  Box spine_box_, halo_box_;
};

} // namespace supple::figure
