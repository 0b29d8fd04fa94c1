// SPDX-License-Identifier: Apache-2.0
// An address as a picture that a phone reads (ISO/IEC 18004).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace supple::card {

struct QrCode {
  int width = 0;          ///< modules of a side, without the quiet zone of 4 around it
  std::vector<bool> dark; ///< row by row from the top

  [[nodiscard]] bool is_dark(int row, int column) const { return dark[static_cast<std::size_t>(row * width + column)]; }
};

/// Throws std::runtime_error with one line where the address is too long.
[[nodiscard]] QrCode qr_code_of(const std::string& address);

} // namespace supple::card
