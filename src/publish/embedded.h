// SPDX-License-Identifier: Apache-2.0
// The files of the repository that this room carries along (supple_embed in cmake/Rooms.cmake).
#pragma once

#include <string_view>

namespace supple::publish {

/// `path` is relative to the root of the repository; empty where it is not carried along.
[[nodiscard]] std::string_view embedded_file(std::string_view path);

} // namespace supple::publish
