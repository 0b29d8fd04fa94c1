// SPDX-License-Identifier: Apache-2.0
// The texts that the benchmarks work on.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace supple::bench {

/// A file of the repository; the benchmark ends where it is missing, for it would measure nothing.
inline std::string file(const std::string& path) {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (text.str().empty()) {
    std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
    std::exit(1);
  }
  return text.str();
}

inline const char* const exercise = "library/exercises/release-your-low-back.md";
inline const char* const article = "tests/reader/twin/twin.txt";
inline const char* const lexicon = "lexicon/en.toml";

} // namespace supple::bench
