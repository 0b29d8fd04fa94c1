// SPDX-License-Identifier: Apache-2.0
// Words inside a text of tags (SVG, WebVTT).
#pragma once

#include <string>
#include <string_view>

namespace supple::text {

/// `&`, `<` and `>` written so that they begin no tag and no sign.
[[nodiscard]] std::string without_tags(std::string_view words);

} // namespace supple::text
