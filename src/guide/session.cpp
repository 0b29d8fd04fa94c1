// SPDX-License-Identifier: Apache-2.0
#include "guide/session.h"

#include "guide/numbers.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace supple::guide {

namespace {

template <std::size_t count, class Value>
std::string_view named(const std::array<std::string_view, count>& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

int words_in(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

} // namespace

std::string_view name(SectionKind kind) {
  static constexpr std::array<std::string_view, 7> names{"ready", "teaching", "rounds",    "sides",
                                                         "once",  "finish",   "transition"};
  return named(names, kind);
}

std::string_view name(CueKind kind) {
  static constexpr std::array<std::string_view, 9> names{"setup", "teach",  "with_me", "breath", "short_form",
                                                         "side",  "finish", "care",    "offer"};
  return named(names, kind);
}

std::string_view name(ToneKind kind) {
  static constexpr std::array<std::string_view, 4> names{"inhale", "exhale", "side_switch", "end"};
  return named(names, kind);
}

std::string clip_name(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; hash >>= 4U)
    digits[i] = "0123456789abcdef"[hash & 15U];
  return digits;
}

double spoken_s(std::string_view text, const ClipLengths& clips) {
  const auto clip = clips.find(clip_name(text));
  if (clip != clips.end() && std::isfinite(clip->second) && clip->second > 0) return clip->second;
  return words_in(text) * 60 / words_per_minute;
}

} // namespace supple::guide
