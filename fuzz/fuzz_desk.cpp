// SPDX-License-Identifier: Apache-2.0
// Any bytes as a change of the library folder. The first byte chooses the address. Ends the run where a file appears
// that is no exercise and no recording of the folder.
#include "studio/desk_answer.h"
#include "studio/scratch.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> addresses{"desk/write.json",
                                                    "desk/rename.json",
                                                    "desk/remove.json",
                                                    "desk/voice.json",
                                                    "desk/unrecord.json",
                                                    "desk/draft.json",
                                                    "desk/recordings/0123456789abcdef.wav"};

void hold_to_its_names(const fs::path& folder, const fs::path& library) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path == library || path == library / "recordings") continue;
    const bool is_exercise = path.parent_path() == library && path.extension() == ".md" &&
                             supple::studio::is_file_name(path.stem().string());
    if (!is_exercise && path != library / "recordings" / "0123456789abcdef.wav") std::abort();
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const supple::studio::Scratch scratch;
  static supple::studio::Desk desk{scratch.path() / "library"};
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  (void)supple::studio::desk_change(addresses.at(data[0] % addresses.size()), body, desk, nullptr);
  hold_to_its_names(scratch.path(), scratch.path() / "library");
  return 0;
}
