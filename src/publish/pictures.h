// SPDX-License-Identifier: Apache-2.0
// The figure of an exercise, for its page and for where the page is shared. Pictures are kept by what they show, so
// that one that was painted once is never painted again.
#pragma once

#include "publish/library.h"

#include <filesystem>
#include <string>

namespace supple::publish {

/// Of every picture, in pixels: what Open Graph asks for.
inline constexpr int picture_width = 1200, picture_height = 630;

struct Pictures {
  std::string day, night; ///< WebP
  std::string to_share;   ///< PNG, by day: some who show it know nothing else
};

/// The end of a breath out in the middle of the exercise, as she is in week 24. `cache`: the folder where they are
/// kept; where it cannot be written they are painted each time.
[[nodiscard]] Pictures pictures_of(const Exercise& exercise, const std::filesystem::path& cache);

} // namespace supple::publish
