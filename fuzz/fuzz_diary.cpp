// SPDX-License-Identifier: Apache-2.0
// Any bytes as a change of the diary. Ends the run where a shelf does not hold what was asked of it, or holds anything
// of what was refused.
#include "studio/shelf_answer.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace {

using namespace supple;

void must(bool holds) {
  if (!holds) std::abort();
}

diary::Shelf& shelf() {
  static diary::Shelf kept{std::filesystem::temp_directory_path() / ("supple-fuzz-" + std::to_string(getpid())) /
                           "diary.sqlite"};
  return kept;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto before = shelf().all();
  must(before.has_value());
  const studio::Answer answer = studio::change_answer("diary/changes.json", body, shelf());
  const auto after = shelf().all();
  must(after.has_value());
  const auto changes = studio::changes_of(body);
  const bool made = answer.head.result() == studio::http::status::no_content;
  must(changes.has_value() || !made);
  if (!made) {
    must(*after == *before);
  } else {
    for (const auto& [name, text] : changes->put)
      must(after->at(name) == text);
    if (changes->clear) must(after->size() == changes->put.size());
  }
  if (after->size() > 20) must(shelf().destroy().has_value());
  return 0;
}
