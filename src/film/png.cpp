// SPDX-License-Identifier: Apache-2.0
#include "film/png.h"

#include <zlib.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace supple::film {

namespace {

std::string big_endian(std::uint32_t x) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0})
    bytes += static_cast<char>(x >> shift & 255U);
  return bytes;
}

const Bytef* raw(const std::string& bytes) {
  return reinterpret_cast<const Bytef*>(bytes.data()); // zlib reads bytes as unsigned
}

std::string chunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  const uLong sum = crc32(crc32(0, nullptr, 0), raw(body), static_cast<uInt>(body.size()));
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(static_cast<std::uint32_t>(sum));
}

int paeth(int a, int b, int c) {
  const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

// Rows of red, green and blue, each filtered by Paeth's predictor (12.9 of the standard).
std::string filtered(const figure::Picture& picture) {
  const auto width = static_cast<std::size_t>(picture.width), height = static_cast<std::size_t>(picture.height);
  std::string rows;
  rows.reserve(height * (width * 3 + 1));
  const auto value = [&](std::size_t x, std::size_t y, std::size_t k) {
    return int{picture.rgba()[4 * (y * width + x) + k]};
  };
  for (std::size_t y = 0; y < height; ++y) {
    rows += '\4';
    for (std::size_t x = 0; x < width; ++x)
      for (std::size_t k = 0; k < 3; ++k) {
        const int a = x > 0 ? value(x - 1, y, k) : 0, b = y > 0 ? value(x, y - 1, k) : 0,
                  c = x > 0 && y > 0 ? value(x - 1, y - 1, k) : 0;
        rows += static_cast<char>(value(x, y, k) - paeth(a, b, c));
      }
  }
  return rows;
}

} // namespace

std::string png(const figure::Picture& picture) {
  const std::string rows = filtered(picture);
  uLongf size = compressBound(static_cast<uLong>(rows.size()));
  std::string data(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(data.data()), &size, raw(rows), static_cast<uLong>(rows.size()), 6) != Z_OK)
    throw std::runtime_error("the picture cannot be packed");
  data.resize(size);
  const std::string header = big_endian(static_cast<std::uint32_t>(picture.width)) +
                             big_endian(static_cast<std::uint32_t>(picture.height)) + std::string{"\10\2\0\0\0", 5};
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("IDAT", data) + chunk("IEND", {});
}

} // namespace supple::film
