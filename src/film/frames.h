// SPDX-License-Identifier: Apache-2.0
// The frames of a film: at any time, in any order.
#pragma once

#include "film/crew.h"
#include "film/film.h"
#include "film/stage.h"
#include "film/titles.h"

namespace supple::film {

/// All that frames are made of.
class Frames {
public:
  Frames(const Programme& programme, const guide::Settings& settings, const Options& options);

  [[nodiscard]] std::size_t count() const { return count_; }

  /// For `make_in_order`: what makes the frames from `first` on (planes.h). Valid as long as this object.
  [[nodiscard]] std::function<Maker()> maker(std::size_t first = 0) const;

  /// Body and words.
  [[nodiscard]] figure::Picture at(double at_s) const;

  /// Where the movement shows best, with the title only.
  [[nodiscard]] figure::Picture poster() const;

private:
  class Hands;

  const Theme& theme_;
  Stage stage_;
  Titles titles_;
  std::size_t count_;
  int fps_;
  double poster_s_;
};

} // namespace supple::film
