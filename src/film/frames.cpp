// SPDX-License-Identifier: Apache-2.0
#include "film/frames.h"

#include "film/planes.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace supple::film {

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

  /// The same as the encoder takes it. What is only of her need not be copied to be written on.
  void planes_at(double at_s, Frame& frame) {
    if (frames_.titles_.hidden_at(at_s) > 0) {
      to_planes(at(at_s), frame);
      return;
    }
    const figure::Picture& body = brush_.paint(frames_.stage_.at(at_s), *frames_.theme_.look);
    const auto [top, bottom] = frames_.titles_.left_alone();
    picture_.width = body.width;
    picture_.height = body.height;
    picture_.pixels.resize(body.pixels.size());
    const auto row = [&](int y) { return static_cast<std::ptrdiff_t>(y) * body.width; };
    std::copy(body.pixels.begin(), body.pixels.begin() + row(top), picture_.pixels.begin());
    std::copy(body.pixels.begin() + row(bottom), body.pixels.end(), picture_.pixels.begin() + row(bottom));
    frames_.titles_.lay_over(picture_, at_s);
    rows_to_planes(picture_, 0, top, frame);
    rows_to_planes(body, top, bottom, frame);
    rows_to_planes(picture_, bottom, body.height, frame);
  }

  const figure::Picture& poster() {
    body(frames_.poster_s_);
    frames_.titles_.lay_title(picture_);
    return picture_;
  }

private:
  void body(double at_s) { picture_ = brush_.paint(frames_.stage_.at(at_s), *frames_.theme_.look); }

  const Frames& frames_;
  Brush brush_;
  figure::Picture picture_;
};

Frames::Frames(const Programme& programme, const guide::Settings& settings, const Options& options)
    : theme_(options.night ? night() : day()),
      stage_(programme.session, settings, window_of(sheet_of(options.width, options.height))),
      titles_(programme, theme_, sheet_of(options.width, options.height)),
      count_(static_cast<std::size_t>(std::max(1L, std::lround(programme.duration_s * options.fps)))),
      fps_(options.fps), poster_s_(poster_s(programme.session)) {}

std::function<Maker()> Frames::maker(std::size_t first) const {
  return [this, first] {
    return [this, first, hands = std::make_shared<Hands>(*this)](std::size_t number, Frame& frame) {
      hands->planes_at(static_cast<double>(first + number) / fps_, frame);
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
