// SPDX-License-Identifier: Apache-2.0
#include "publish/kept.h"

#include <fmt/core.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace supple::publish {

namespace fs = std::filesystem;

fs::path kept_folder(const fs::path& cache, std::string_view kind) {
  const fs::path program = "/proc/self/exe";
  std::error_code ignored;
  const auto size = fs::file_size(program, ignored);
  const auto when = fs::last_write_time(program, ignored).time_since_epoch().count();
  return cache / fmt::format("{}-{:x}-{:x}", kind, size, when);
}

std::string kept(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void keep(const fs::path& file, const std::string& bytes) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  const fs::path beside = fmt::format("{}.{}", file.string(), getpid());
  std::ofstream out(beside, std::ios::binary);
  out << bytes;
  out.close();
  if (out)
    fs::rename(beside, file, ignored);
  else
    fs::remove(beside, ignored);
}

} // namespace supple::publish
