// SPDX-License-Identifier: Apache-2.0
// The voice of a film: every text that a session may say, said, with how long it takes.
#pragma once

#include "film/sound.h"
#include "studio/voice.h"

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace supple::film {

struct Spoken {
  std::string name; ///< of the voice; empty where nothing is said
  Clips clips;

  /// To the millisecond, as the page is told.
  [[nodiscard]] guide::ClipLengths lengths() const;
};

/// Says the texts; those of before are found in `cache`. `progress` is told how many of how many. Or one line that says
/// what is wrong: nothing is left out.
[[nodiscard]] std::expected<Spoken, std::string>
speak(const std::vector<std::string>& texts, std::unique_ptr<studio::Voice> voice, const std::filesystem::path& cache,
      const std::function<void(std::size_t done, std::size_t of)>& progress);

/// Which of the texts have no recording in the folder.
[[nodiscard]] std::vector<std::string> not_recorded(const std::vector<std::string>& texts,
                                                    const std::filesystem::path& folder);

/// One line about the first recording of these texts that is there but cannot be used; empty where all can be.
[[nodiscard]] std::string unusable_recording(const std::vector<std::string>& texts,
                                             const std::filesystem::path& folder);

} // namespace supple::film
