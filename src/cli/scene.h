// SPDX-License-Identifier: Apache-2.0
// A session made ready to be painted: for the commands that make pictures.
#pragma once

#include "figure/painter.h"
#include "figure/view.h"
#include "guide/session.h"
#include "motion/motion.h"

#include <CLI/App.hpp>

#include <optional>
#include <string>
#include <vector>

namespace supple::cli {

struct SceneOptions {
  std::string file;
  guide::Settings settings;
  int width = 1280, height = 720;
  bool night = false;
};

/// FILE, `--size`, `--night` and what she tells before a session, into `options`, which must outlive the command.
void add_scene_options(CLI::App& command, SceneOptions& options);

class Scene {
public:
  Scene(guide::Session session, const SceneOptions& options);

  [[nodiscard]] const guide::Session& session() const { return session_; }

  /// Valid until the next one.
  const figure::Picture& paint(double at_s);

private:
  guide::Session session_;
  SceneOptions options_;
  body::Skeleton skeleton_;
  motion::Motion motion_;
  figure::Painter painter_;
  std::vector<figure::Shot> shots_;
};

/// The session of the file; where there is none, what is wrong has been said on stderr.
[[nodiscard]] std::optional<guide::Session> session_of(const SceneOptions& options);

/// Writes a file, or says on stderr that it cannot be written.
[[nodiscard]] bool write_file(const std::string& path, const std::string& bytes);

} // namespace supple::cli
