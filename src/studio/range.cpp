// SPDX-License-Identifier: Apache-2.0
#include "studio/range.h"

#include "studio/header.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace supple::studio {

namespace {

/// Digits as a number; what is too large for one stands for the largest. None where there is anything but digits.
std::optional<std::uint64_t> number(std::string_view digits) {
  constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
  if (digits.empty()) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    value = value > (largest - digit) / 10 ? largest : value * 10 + digit;
  }
  return value;
}

} // namespace

RangeAnswer range_of(std::string_view header, std::uint64_t size) {
  using Kind = RangeAnswer::Kind;
  const std::size_t equals = header.find('=');
  if (size == 0 || equals == header.npos || !same_word(header.substr(0, equals), "bytes")) return {};
  const std::string_view range = without_spaces_around(header.substr(equals + 1));
  const std::size_t dash = range.find('-');
  if (dash == range.npos) return {};
  const auto first = number(range.substr(0, dash)), last = number(range.substr(dash + 1));
  if (dash == 0) { // "-500": the last 500 bytes
    if (!last) return {};
    const std::uint64_t length = std::min(*last, size);
    return length == 0 ? RangeAnswer{Kind::nothing, {}} : RangeAnswer{Kind::part, {size - length, length}};
  }
  const bool open = dash + 1 == range.size(); // "500-": from there to the end
  if (!first || (!open && !last) || (last && *last < *first)) return {};
  if (*first >= size) return {Kind::nothing, {}};
  return {Kind::part, {*first, (open ? size - 1 : std::min(*last, size - 1)) - *first + 1}};
}

} // namespace supple::studio
