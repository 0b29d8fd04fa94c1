// SPDX-License-Identifier: Apache-2.0
// `site.toml` of a library: what the published site says of itself.
#pragma once

#include "publish/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace supple::publish {

/// What is left out keeps what `about` says. What is wrong is added to `faults`, each in one line with `file`, line and
/// column.
[[nodiscard]] About read_about(std::string_view toml, const std::string& file, std::vector<std::string>& faults,
                               About about = {});

} // namespace supple::publish
