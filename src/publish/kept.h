// SPDX-License-Identifier: Apache-2.0
// What took long to make, kept from one publishing to the next.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace supple::publish {

/// Where in the cache the things of this kind are kept that this very program has made: another build of it may make
/// something else of the same text.
[[nodiscard]] std::filesystem::path kept_folder(const std::filesystem::path& cache, std::string_view kind);

/// What was kept under this name; empty where nothing was.
[[nodiscard]] std::string kept(const std::filesystem::path& file);

/// Whole or not at all. A cache that cannot be written is no fault.
void keep(const std::filesystem::path& file, const std::string& bytes);

} // namespace supple::publish
