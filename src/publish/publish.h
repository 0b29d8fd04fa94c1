// SPDX-License-Identifier: Apache-2.0
// The room `publish`: a library as a site of static files, which costs nothing to scale: a page for every exercise that
// reads well without JavaScript, the player, search on the device, and what others need to share it.
#pragma once

#include "publish/library.h"
#include "studio/voice.h"

#include <functional>
#include <memory>
#include <string>

namespace supple::publish {

struct Options {
  std::filesystem::path out;        ///< of the site (site_folder.h)
  std::filesystem::path page;       ///< the built page, which becomes the player
  std::filesystem::path cache;      ///< for pictures, cards and clips
  std::filesystem::path films;      ///< a folder of films that were made, each named by its exercise; empty: none
  std::filesystem::path recordings; ///< a folder of the teacher's own, which come before the voice; empty: none
  std::string root; ///< the address of the site, with `/` at its end; empty: none, and nothing that needs one
  bool pictures = true, cards = false;
};

/// How publishing is watched.
struct Watch {
  std::function<void(const std::string& line)> tell;
  std::function<void(std::string_view what, std::size_t done, std::size_t of)> progress;
  std::function<bool()> stopped;
};

struct Published {
  std::size_t exercises = 0, files = 0;
};

/// `voice`: says the clips of the player in English; null for none. Throws std::runtime_error with one line that says
/// what to do; then nothing has changed.
[[nodiscard]] Published publish(const Library& library, const Options& options, std::unique_ptr<studio::Voice> voice,
                                const Watch& watch);

} // namespace supple::publish
