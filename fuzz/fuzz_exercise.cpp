// SPDX-License-Identifier: Apache-2.0
// Any bytes as an exercise file, read strictly; its length chooses her week.
#include "texts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string file{supple::fuzz::bytes(data, size)};
  if (!supple::reader::is_exercise_file(file)) file.insert(0, "---\n");
  supple::fuzz::follow(file, 4 + static_cast<int>(size % 39));
  return 0;
}
