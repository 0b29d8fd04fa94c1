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

bool meet(const figure::Box& a, const figure::Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
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
    make_plain(body, canvas);
    const Titles::Laid laid = frames_.titles_.laid_at(at_s);
    std::vector<Written> come = written(laid, body), gone = std::exchange(canvas.titles, come);
    leave_what_stays(canvas, gone, come);
    for (const Written& title : gone)
      copy_planes(plain_, body.width, body.height, title.box, canvas.planes);
    put_body(body, canvas);
    put_titles(body, come, canvas);
    return canvas.planes;
  }

  const figure::Picture& poster() {
    body(frames_.poster_s_);
    frames_.titles_.lay_title(picture_);
    return picture_;
  }

private:
  // A title on a canvas.
  struct Written {
    const Patch* patch = nullptr;
    double there = 0;
    figure::Box box;
    bool lasts = false; ///< else it is drawn anew for each frame
  };

  // A frame is kept as planes, and only where it differs from what was there it is made anew.
  struct Canvas {
    Frame planes;
    int plain = 0;                  ///< of which plain picture, counted by her painter
    std::vector<figure::Span> body; ///< what differs because of her, of every second row with the one below it
    std::vector<Written> titles;
  };

  // Of the plain picture that she is on.
  void make_plain(const figure::Picture& body, Canvas& canvas) {
    const figure::Painter& painter = brush_.painter();
    if (painter.plain_changes() != plain_changes_) {
      plain_changes_ = painter.plain_changes();
      to_planes({body.width, body.height, painter.plain()}, plain_);
    }
    if (canvas.plain != plain_changes_)
      canvas = {plain_, plain_changes_, std::vector<figure::Span>(static_cast<std::size_t>(body.height / 2)), {}};
  }

  static std::vector<Written> written(const Titles::Laid& laid, const figure::Picture& picture) {
    std::vector<Written> all;
    all.reserve(laid.patches.size());
    for (const auto& [patch, there] : laid.patches)
      all.push_back({patch, there, box_of(*patch, picture), all.size() + laid.beads.size() < laid.patches.size()});
    return all;
  }

  // What is there as it was stays on the canvas, unless she or another title comes or goes where it is: it is taken out
  // of both.
  void leave_what_stays(const Canvas& canvas, std::vector<Written>& gone, std::vector<Written>& come) const {
    const auto is_in = [](const std::vector<Written>& titles, const Written& one) {
      return std::ranges::any_of(titles, [&](const Written& other) {
        return one.lasts && other.patch == one.patch && other.there == one.there;
      });
    };
    std::vector<Written> staying;
    for (const Written& title : come)
      if (is_in(gone, title) && !she_meets(title.box, canvas)) staying.push_back(title);
    const auto is_met_in = [&](const std::vector<Written>& titles, const Written& one) {
      return std::ranges::any_of(
          titles, [&](const Written& other) { return meet(other.box, one.box) && !is_in(staying, other); });
    };
    while (std::erase_if(staying, [&](const Written& one) { return is_met_in(gone, one) || is_met_in(come, one); }) >
           0) {
    }
    for (std::vector<Written>* const titles : {&gone, &come})
      std::erase_if(*titles, [&](const Written& title) { return is_in(staying, title); });
  }

  // In this frame or in the one that was on the canvas.
  [[nodiscard]] bool she_meets(const figure::Box& box, const Canvas& canvas) const {
    for (int y = box.top; y < box.bottom; y += 2)
      for (const figure::Span& span : {canvas.body[static_cast<std::size_t>(y / 2)], painted(y)})
        if (span.left < box.right && box.left < span.right) return true;
    return false;
  }

  // Of a row and the one below it, what differs because of her.
  [[nodiscard]] figure::Span painted(int y) const {
    return joined(brush_.painter().painted(y), brush_.painter().painted(y + 1));
  }

  void put_body(const figure::Picture& body, Canvas& canvas) const {
    for (int y = 0; y < body.height; y += 2) {
      const figure::Span now = painted(y), was = std::exchange(canvas.body[static_cast<std::size_t>(y / 2)], now);
      const auto restore = [&](int left, int right) {
        copy_planes(plain_, body.width, body.height, {left, y, right, y + 2}, canvas.planes);
      };
      restore(was.left, std::min(was.right, now.left));
      restore(std::max(was.left, now.right), was.right);
      to_planes(body, {now.left, y, now.right, y + 2}, canvas.planes);
    }
  }

  // Only what is written on is copied to be written on.
  void put_titles(const figure::Picture& body, const std::vector<Written>& titles, Canvas& canvas) {
    picture_.width = body.width;
    picture_.height = body.height;
    picture_.pixels.resize(body.pixels.size());
    for (const Written& title : titles)
      for (int y = title.box.top; y < title.box.bottom; ++y) {
        const auto left = static_cast<std::ptrdiff_t>(y) * body.width + title.box.left;
        std::copy_n(body.pixels.begin() + left, title.box.right - title.box.left, picture_.pixels.begin() + left);
      }
    for (const Written& title : titles)
      lay(*title.patch, title.there, picture_);
    for (const Written& title : titles)
      to_planes(picture_, title.box, canvas.planes);
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
