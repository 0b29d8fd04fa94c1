// SPDX-License-Identifier: Apache-2.0
#include "film/frames.h"

#include "film/planes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace supple::film {

namespace {

/// The squares of 2x2 pixels of the picture that a patch touches.
figure::Box box_of(const Patch& patch, const figure::Picture& picture) {
  const auto inside = [](int x, int most) { return std::clamp(x, 0, most); };
  return {inside(patch.left, picture.width) / 2 * 2, inside(patch.top, picture.height) / 2 * 2,
          inside((patch.left + patch.width + 1) / 2 * 2, picture.width),
          inside((patch.top + patch.height + 1) / 2 * 2, picture.height)};
}

} // namespace

/// Makes frames one after another; each thread has one of its own.
class Frames::Hands {
public:
  explicit Hands(const Frames& frames) : frames_(frames), brush_(frames.stage_) {}

  const figure::Picture& at(double at_s) {
    if (frames_.titles_.hidden_at(at_s) < 1) {
      body(at_s);
    } else if (picture_.pixels.empty()) {
      const Window& window = frames_.stage_.window();
      picture_ = {window.width, window.height, {}};
      picture_.pixels.resize(static_cast<std::size_t>(picture_.width * picture_.height), ~figure::Pixel{0});
    }
    frames_.titles_.lay_over(picture_, at_s);
    return picture_;
  }

  /// The same as the encoder takes it. It stays as it is while the next one is made.
  const Frame& planes_at(double at_s) {
    Canvas& canvas = canvases_[turn_ ^= 1U];
    if (frames_.titles_.hidden_at(at_s) > 0) {
      to_planes(at(at_s), canvas.planes);
      canvas.plain = 0;
      return canvas.planes;
    }
    const figure::Picture& body = brush_.paint(frames_.stage_.at(at_s), *frames_.theme_.look);
    clean(body, canvas);
    put_body(body, canvas);
    put_titles(body, at_s, canvas);
    return canvas.planes;
  }

  const figure::Picture& poster() {
    body(frames_.poster_s_);
    frames_.titles_.lay_title(picture_);
    return picture_;
  }

private:
  // A frame is kept as planes, and only where it differs from the plain picture it is made anew.
  struct Canvas {
    Frame planes;
    int plain = 0;                  ///< of which plain picture, counted by her painter
    std::vector<figure::Span> body; ///< what differs because of her, of every second row with the one below it
    std::vector<figure::Box> titles;
  };

  // Nothing written is on it afterwards.
  void clean(const figure::Picture& body, Canvas& canvas) {
    const figure::Painter& painter = brush_.painter();
    if (painter.plain_changes() != plain_changes_) {
      plain_changes_ = painter.plain_changes();
      to_planes({body.width, body.height, painter.plain()}, plain_);
    }
    if (canvas.plain != plain_changes_) {
      canvas = {plain_, plain_changes_, std::vector<figure::Span>(static_cast<std::size_t>(body.height / 2)), {}};
      return;
    }
    for (const figure::Box& box : canvas.titles)
      copy_planes(plain_, body.width, body.height, box, canvas.planes);
    canvas.titles.clear();
  }

  void put_body(const figure::Picture& body, Canvas& canvas) const {
    const figure::Painter& painter = brush_.painter();
    for (int y = 0; y < body.height; y += 2) {
      const figure::Span now = joined(painter.painted(y), painter.painted(y + 1)),
                         was = std::exchange(canvas.body[static_cast<std::size_t>(y / 2)], now);
      const auto restore = [&](int left, int right) {
        copy_planes(plain_, body.width, body.height, {left, y, right, y + 2}, canvas.planes);
      };
      restore(was.left, std::min(was.right, now.left));
      restore(std::max(was.left, now.right), was.right);
      to_planes(body, {now.left, y, now.right, y + 2}, canvas.planes);
    }
  }

  // Only what is written on is copied to be written on.
  void put_titles(const figure::Picture& body, double at_s, Canvas& canvas) {
    const Titles::Laid laid = frames_.titles_.laid_at(at_s);
    picture_.width = body.width;
    picture_.height = body.height;
    picture_.pixels.resize(body.pixels.size());
    for (const auto& [patch, there] : laid.patches) {
      const figure::Box box = box_of(*patch, picture_);
      canvas.titles.push_back(box);
      for (int y = box.top; y < box.bottom; ++y) {
        const auto left = static_cast<std::ptrdiff_t>(y) * body.width + box.left;
        std::copy_n(body.pixels.begin() + left, box.right - box.left, picture_.pixels.begin() + left);
      }
    }
    for (const auto& [patch, there] : laid.patches)
      lay(*patch, there, picture_);
    for (const figure::Box& box : canvas.titles)
      to_planes(picture_, box, canvas.planes);
  }

  void body(double at_s) { picture_ = brush_.paint(frames_.stage_.at(at_s), *frames_.theme_.look); }

  const Frames& frames_;
  Brush brush_;
  figure::Picture picture_;
  int plain_changes_ = 0;
  Frame plain_; ///< the planes of her painter's plain picture
  std::array<Canvas, 2> canvases_;
  unsigned turn_ = 0;
};

Frames::Frames(const Programme& programme, const guide::Settings& settings, const Options& options)
    : theme_(options.night ? night() : day()),
      stage_(programme.session, settings, window_of(sheet_of(options.width, options.height))),
      titles_(programme, theme_, sheet_of(options.width, options.height)),
      count_(static_cast<std::size_t>(std::max(1L, std::lround(programme.duration_s * options.fps)))),
      fps_(options.fps), poster_s_(poster_s(programme.session)) {}

std::function<Maker()> Frames::maker(std::size_t first) const {
  return [this, first] {
    return [this, first, hands = std::make_shared<Hands>(*this)](std::size_t number) -> const Frame& {
      return hands->planes_at(static_cast<double>(first + number) / fps_);
    };
  };
}

figure::Picture Frames::at(double at_s) const {
  return Hands(*this).at(at_s);
}

figure::Picture Frames::poster() const {
  return Hands(*this).poster();
}

} // namespace supple::film
