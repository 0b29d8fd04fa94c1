// SPDX-License-Identifier: Apache-2.0
// What took long to make, kept from one publishing to the next.
#pragma once

#include <filesystem>
#include <string>

namespace supple::publish {

/// What was kept under this name; empty where nothing was.
[[nodiscard]] std::string kept(const std::filesystem::path& file);

/// Whole or not at all. A cache that cannot be written is no fault.
void keep(const std::filesystem::path& file, const std::string& bytes);

} // namespace supple::publish
