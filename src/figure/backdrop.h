// SPDX-License-Identifier: Apache-2.0
// What is behind her: a soft wall, a floor and the mat. Worked out once for a view and kept; where her shadow falls it
// is darkened anew in every picture.
#pragma once

#include "figure/eye.h"
#include "figure/look.h"
#include "figure/raster.h"
#include "figure/sky.h"

#include <cstdint>
#include <span>
#include <vector>

namespace supple::figure {

/// Four bytes of a pixel, red in the lowest, then green, blue and alpha; alpha is not multiplied in.
using Pixel = std::uint32_t;

class Backdrop {
public:
  /// Returns whether anything has changed: nothing has where the view is that of before.
  bool see(const Eye& eye, const Look& look, int width, int height);
  /// Her shadow on the floor: soft where the sky is covered; then with `shade` dark where she touches it.
  void open_to(const Sky& sky, Place middle);
  void shade(std::span<const Place> surface);
  /// The same in the pixels of the view.
  void shade_pixels(const Eye& eye);

  /// The light on the floor, 1 where there is no shadow: a map of cells around `middle`, row by row from her right to
  /// her left.
  struct Shadow {
    const std::vector<float>& light;
    Place middle;
  };

  [[nodiscard]] Shadow shadow() const { return {light_, middle_}; }

  static constexpr int across = 84, along = 64; ///< cells of the map of her shadow
  static constexpr float cell_m = 0.04F;

  /// The pixels of a row that her shadow makes darker.
  [[nodiscard]] Span shaded(int y) const {
    const bool inside = y >= shaded_.top && y < shaded_.bottom;
    return inside ? dark_[static_cast<std::size_t>(y / square_)] : Span{};
  }

  /// What is seen behind her in a row of pixels, with her shadow on it.
  void row(int y, Span span, Pixel* out);

  /// All of it without shadow.
  [[nodiscard]] const std::vector<Pixel>& plain() const { return plain_; }

private:
  // Her shadow is worked out at the corners of squares of pixels: on the floor, metres, and 1 where it can be seen.
  struct Node {
    float x = 0, y = 0, floor = 0;
  };

  void paint_plain(int y, const Eye& eye, const Look& look);
  void place_nodes(const Eye& eye, const Look& look);
  void touch(std::span<const Place> surface);
  void frame_shadow(const Eye& eye);
  void shade_nodes();
  [[nodiscard]] Span shade_nodes_of(int row);
  [[nodiscard]] float light_at(const Node& node) const;
  [[nodiscard]] const float* light_on(int y, Span dark);

  std::vector<Pixel> plain_;
  std::vector<Node> nodes_;
  std::vector<float> node_light_, row_light_;
  int square_ = 8, nodes_across_ = 0; ///< pixels
  std::vector<float> open_, light_, touched_, spare_;
  Place middle_;
  Box shaded_;             ///< around all pixels that are darkened
  std::vector<Span> dark_; ///< of a row of squares, the pixels that are
  Eye eye_;
  const Look* look_ = nullptr;
  int width_ = 0, height_ = 0;
};

} // namespace supple::figure
