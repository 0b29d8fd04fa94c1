// SPDX-License-Identifier: Apache-2.0
// A folder for the file of a diary, removed at the end.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace supple::diary::testing {

class Folder {
public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "supple-diary-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
  }

  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::filesystem::path file() const { return path_ / "new" / "diary.sqlite"; }

private:
  std::filesystem::path path_;
};

} // namespace supple::diary::testing
