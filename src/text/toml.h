// SPDX-License-Identifier: Apache-2.0
// toml++ as the core uses it. Include this and never <toml++/toml.h>.
#pragma once

#ifdef __wasm__
#include <istream>
#include <string>

// libc++ for WASI has no file streams, but toml++ names one in `parse_file`, which we never call.
template <>
class std::basic_ifstream<char> : public std::basic_istream<char> {
public:
  basic_ifstream() : basic_istream(nullptr) {}

  void open(const std::string&, openmode) {}

  void close() {}

  [[nodiscard]] bool is_open() const { return false; }
};
#endif

#include <toml++/toml.h>
