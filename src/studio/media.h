// SPDX-License-Identifier: Apache-2.0
// What a file of the site is, by its name.
#pragma once

#include <string_view>

namespace supple::studio {

struct Media {
  std::string_view type;     ///< for Content-Type
  bool compressible = false; ///< text of some kind; pictures and sound are small as they are
};

[[nodiscard]] Media media_of(std::string_view file);

/// Whether the name carries a hash of the contents, as the build of the page gives one to all that stands in `assets/`:
/// under that name the contents never change.
[[nodiscard]] bool never_changes(std::string_view file);

} // namespace supple::studio
