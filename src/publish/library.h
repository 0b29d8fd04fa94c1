// SPDX-License-Identifier: Apache-2.0
// A library as it is published: `exercises/*.md` and `workouts/*.md`, each in the order of an `order.txt` beside them,
// and `site.toml`, which says what the site says of itself. Only exercises must be there. What is translated
// (`NAME.es.md`, `site.es.toml`) is a library of its own beside it.
#pragma once

#include "score/score.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace supple::publish {

/// A name with an address; the address may be empty.
struct Named {
  std::string name, link;
};

/// What the site says of itself.
struct About {
  std::string title = "Supple", tagline = "Gentle movement, led by voice and breath.", language = "en";
  Named author, licence;
  std::string author_about;
};

/// An exercise, or a workout of exercises as one session.
struct Exercise {
  std::string name; ///< of its file, without .md: small letters, digits and hyphens; the name of its page
  std::string source;
  score::Score score;
  double duration_s = 0;          ///< of a session in week 24
  std::vector<std::string> parts; ///< of a workout, the names of its exercises; an exercise has none
  std::vector<std::string> cues;  ///< every text that it can say, in the language of its score
  std::int64_t changed_s = 0;     ///< when the text was changed last: seconds since 1970
};

[[nodiscard]] inline bool is_workout(const Exercise& exercise) {
  return !exercise.parts.empty();
}

struct Library {
  About about;
  std::vector<Exercise> exercises;   ///< then the workouts; no two have one name
  std::vector<Library> translations; ///< what is translated, by the names of the originals and in their order
};

/// Reads all of it strictly. What cannot be published is told, every fault with its file and line.
/// `changed_s`: instead of the time of every file.
[[nodiscard]] std::expected<Library, std::vector<std::string>> read_library(const std::filesystem::path& folder,
                                                                            std::optional<std::int64_t> changed_s);

/// Whether `address` is one that a page may link to: http or https, without a character that ends or changes it.
[[nodiscard]] bool is_web_address(std::string_view address);

} // namespace supple::publish
