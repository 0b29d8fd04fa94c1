// SPDX-License-Identifier: Apache-2.0
// Exercises for the tests of the room.
#pragma once

#include "guide/plan.h"
#include "publish/library.h"
#include "score/understand.h"

#include <fmt/core.h>
#include <fstream>
#include <iterator>
#include <string>

namespace supple::publish {

/// The low-back exercise.
inline Exercise low_back() {
  std::ifstream in(SUPPLE_ROOT "/library/exercises/release-your-low-back.md");
  std::string source(std::istreambuf_iterator<char>(in), {});
  const auto lexicon = reader::english();
  const auto rules = score::standard_rules();
  auto score = *score::understand(source, *lexicon, *rules).score;
  const double duration_s = guide::plan(score, {}).duration_s;
  return {"release-your-low-back", std::move(source), std::move(score), duration_s, {}, {}, 1'800'000'000};
}

/// So many of them under other names, with tags that most share, that some share, and that are theirs alone.
inline Library library_of(std::size_t count) {
  Library library;
  const Exercise one = low_back();
  for (std::size_t i = 0; i < count; ++i) {
    Exercise exercise = one;
    exercise.name = fmt::format("exercise-{:05}", i);
    exercise.score.title = fmt::format("Exercise {}", i);
    exercise.score.tags = {"low back", fmt::format("some {}", i % 20), fmt::format("alone {}", i)};
    library.exercises.push_back(std::move(exercise));
  }
  library.about.author.name = "A teacher";
  return library;
}

} // namespace supple::publish
