// SPDX-License-Identifier: Apache-2.0
#include "text/place.h"

#include <algorithm>

namespace supple::text {

namespace {

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

// The length of the valid character at the front of `bytes`, or 0. Overlong forms, surrogates and values above
// U+10FFFF are not valid (Unicode 15, table 3-7).
std::size_t valid_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < bytes.size() && at(i) >= low && at(i) <= high;
  };
  const unsigned char first = at(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

} // namespace

std::string clean_utf8(std::string_view source) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  while (source.starts_with(byte_order_mark))
    source.remove_prefix(byte_order_mark.size());
  std::string out;
  out.reserve(source.size());
  while (!source.empty()) {
    const std::size_t length = valid_length(source);
    if (length == 0) {
      out += replacement;
      source.remove_prefix(1);
      continue;
    }
    while (source.front() == '\n' && out.ends_with('\r'))
      out.pop_back();
    out += source.substr(0, length);
    source.remove_prefix(length);
  }
  return out;
}

int characters(std::string_view utf8) {
  return static_cast<int>(
      std::ranges::count_if(utf8, [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

} // namespace supple::text
