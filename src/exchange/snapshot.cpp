// SPDX-License-Identifier: Apache-2.0
#include "exchange/snapshot.h"

#include "text/place.h"

#include <array>
#include <cstdint>
#include <optional>
#include <zlib.h>

namespace supple::exchange {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const Bytef* raw(std::string_view bytes) {
  return reinterpret_cast<const Bytef*>(bytes.data()); // zlib reads bytes as unsigned
}

std::string deflated(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string out(size, '\0');
  // Cannot fail: the room is as large as it may need to be.
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, raw(text), text.size(), Z_BEST_COMPRESSION);
  out.resize(size);
  return out;
}

/// None where it is no zlib stream, is cut off, was changed, or gives more than `most` bytes.
std::optional<std::string> inflated(std::string_view bytes, std::size_t most) {
  std::string out(most + 1, '\0');
  uLongf size = out.size();
  uLong taken = bytes.size();
  const int result = uncompress2(reinterpret_cast<Bytef*>(out.data()), &size, raw(bytes), &taken);
  if (result != Z_OK || taken != bytes.size() || size > most) return std::nullopt;
  out.resize(size);
  return out;
}

std::string in_letters(std::string_view bytes) {
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char byte : bytes) {
    bits = (bits << 8U | static_cast<unsigned char>(byte)) & 0xffffU;
    for (held += 8; held >= 6; held -= 6)
      out += letters[bits >> static_cast<unsigned>(held - 6) & 63U];
  }
  if (held > 0) out += letters[bits << static_cast<unsigned>(6 - held) & 63U];
  return out;
}

/// None where another letter stands among them.
std::optional<std::string> from_letters(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char letter : text) {
    const std::size_t value = letters.find(letter);
    if (value == letters.npos) return std::nullopt;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xffffU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(held) & 255U);
  }
  return out;
}

} // namespace

std::string snapshot_of(std::string_view text) {
  if (text.size() > longest_snapshot_text) return {};
  const std::string carried = in_letters(deflated(text));
  if (carried.size() > longest_snapshot_letters) return {};
  return std::string{snapshot_route} + carried;
}

bool is_snapshot(std::string_view link) {
  return link.find(snapshot_route) != link.npos;
}

std::expected<std::string, std::string> text_of_snapshot(std::string_view link) {
  const std::size_t at = link.find(snapshot_route);
  if (at == link.npos) return std::unexpected("this is no link that carries a text; instead: one with #/text/ in it");
  const std::string_view carried = link.substr(at + snapshot_route.size());
  if (carried.size() > longest_snapshot_letters)
    return std::unexpected("the link is longer than any that carries an exercise; instead: send the text itself");
  const auto bytes = from_letters(carried);
  const auto text = bytes ? inflated(*bytes, longest_snapshot_text) : std::nullopt;
  if (!text) return std::unexpected("the link is cut off or was changed on its way; instead: copy it once more, whole");
  return text::clean_utf8(*text);
}

} // namespace supple::exchange
