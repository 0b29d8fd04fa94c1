// SPDX-License-Identifier: Apache-2.0
// From the target of a request to the name of a file of the site.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace supple::studio {

/// The file that a request target names, relative to the site: `/` and what ends in `/` mean the `index.html` there; a
/// query is left out. None where it can name no file of a site: a broken escape, a control character, a backslash, an
/// escaped slash, or a segment that is empty or begins with a dot (so there is no way up, and hidden files stay
/// hidden).
[[nodiscard]] std::optional<std::string> file_of(std::string_view target);

} // namespace supple::studio
