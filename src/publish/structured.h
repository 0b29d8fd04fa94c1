// SPDX-License-Identifier: Apache-2.0
// What machines read of the site: schema.org for search engines, and the index of the search on the device.
#pragma once

#include "publish/library.h"

#include <span>
#include <string>

namespace supple::publish {

/// What is said of an exercise.
struct Said {
  const Exercise& exercise;
  std::string description;
  std::string address, picture; ///< absolute; empty where the site has no address, or no picture
};

/// A `<script type="application/ld+json">` with an ExercisePlan and HowTo of schema.org. Whatever stands in the texts,
/// it holds no sign that could begin or end a tag.
[[nodiscard]] std::string structured_data(const Said& said, const About& about);

/// `[{"page","title","tags","line","text"}, …]`.
[[nodiscard]] std::string search_index(std::span<const Exercise> exercises, std::span<const std::string> lines,
                                       const std::string& language);

} // namespace supple::publish
