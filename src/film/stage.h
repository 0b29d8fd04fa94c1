// SPDX-License-Identifier: Apache-2.0
// The body on its mat through a session, seen by an eye that stands still within a section and glides between them.
#pragma once

#include "figure/painter.h"
#include "figure/view.h"
#include "guide/session.h"
#include "motion/motion.h"

#include <optional>
#include <vector>

namespace supple::film {

/// The part of a picture that she fills; the rest is room for words.
struct Window {
  int width = 0, height = 0; ///< of the whole picture
  int top = 0, bottom = 0;   ///< of her part of it
};

/// What a frame of her depends on.
struct Moment {
  body::Intent intent;
  figure::Things things;
  figure::Eye eye;
};

class Stage {
public:
  Stage(const guide::Session& session, const guide::Settings& settings, const Window& window);

  [[nodiscard]] Moment at(double position_s) const;

  [[nodiscard]] const body::Skeleton& skeleton() const { return skeleton_; }

  [[nodiscard]] const Window& window() const { return window_; }

  /// One that has not painted yet. To make one takes as long as twenty frames, to copy one next to nothing.
  [[nodiscard]] const figure::Painter& painter() const { return painter_; }

private:
  guide::Session session_;
  Window window_;
  body::Skeleton skeleton_;
  figure::Painter painter_;
  motion::Motion motion_;
  std::vector<figure::Shot> shots_;
};

/// Paints moments. What is as it was in the frame before is not painted again.
class Brush {
public:
  explicit Brush(const Stage& stage) : painter_(stage.painter()), window_(stage.window()) {}

  /// Valid until the next call.
  [[nodiscard]] const figure::Picture& paint(const Moment& moment, const figure::Look& look);

  [[nodiscard]] const figure::Painter& painter() const { return painter_; }

private:
  figure::Painter painter_;
  Window window_;
  std::optional<Moment> painted_;
  const figure::Picture* picture_ = nullptr; ///< the painter's
};

} // namespace supple::film
