// SPDX-License-Identifier: Apache-2.0
// Which part of a file a request asks for (RFC 9110, section 14).
#pragma once

#include <cstdint>
#include <string_view>

namespace supple::studio {

struct Slice {
  std::uint64_t first = 0, length = 0; ///< bytes
  friend bool operator==(const Slice&, const Slice&) = default;
};

struct RangeAnswer {
  enum class Kind {
    whole,   ///< the header asks for nothing that is understood: it is as if it were not there
    part,    ///< `slice`, which lies within the file and is not empty
    nothing, ///< what is asked for lies beyond the end
  };
  Kind kind = Kind::whole;
  Slice slice;
  friend bool operator==(const RangeAnswer&, const RangeAnswer&) = default;
};

/// Reads the value of a Range header for a file of `size` bytes. Several ranges at once are answered with the whole
/// file, as the standard allows; so is every range of an empty file, which has no part that could be named.
[[nodiscard]] RangeAnswer range_of(std::string_view header, std::uint64_t size);

} // namespace supple::studio
