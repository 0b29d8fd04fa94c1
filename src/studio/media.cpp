// SPDX-License-Identifier: Apache-2.0
#include "studio/media.h"

#include "studio/header.h"

namespace supple::studio {

namespace {

struct Known {
  std::string_view ending;
  Media media;
};

constexpr Known known[] = {
    {"html", {"text/html; charset=utf-8", true}},
    {"js", {"text/javascript; charset=utf-8", true}},
    {"mjs", {"text/javascript; charset=utf-8", true}},
    {"css", {"text/css; charset=utf-8", true}},
    {"json", {"application/json", true}},
    {"map", {"application/json", true}},
    {"webmanifest", {"application/manifest+json", true}},
    {"wasm", {"application/wasm", true}},
    {"svg", {"image/svg+xml", true}},
    {"md", {"text/markdown; charset=utf-8", true}},
    {"txt", {"text/plain; charset=utf-8", true}},
    {"csv", {"text/csv; charset=utf-8", true}},
    {"vtt", {"text/vtt; charset=utf-8", true}},
    {"xml", {"application/xml", true}},
    {"png", {"image/png", false}},
    {"jpg", {"image/jpeg", false}},
    {"jpeg", {"image/jpeg", false}},
    {"webp", {"image/webp", false}},
    {"avif", {"image/avif", false}},
    {"ico", {"image/x-icon", true}},
    {"woff2", {"font/woff2", false}},
    {"wav", {"audio/wav", false}},
    {"mp3", {"audio/mpeg", false}},
    {"ogg", {"audio/ogg", false}},
    {"mp4", {"video/mp4", false}},
    {"webm", {"video/webm", false}},
    {"pdf", {"application/pdf", false}},
};

bool is_of_a_hash(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

} // namespace

Media media_of(std::string_view file) {
  const std::size_t dot = file.rfind('.');
  if (dot != file.npos)
    for (const Known& k : known)
      if (same_word(file.substr(dot + 1), k.ending)) return k.media;
  return {"application/octet-stream", false};
}

bool never_changes(std::string_view file) {
  constexpr std::size_t hash_length = 8; // of Vite: index-DiwrgTda.js
  if (!file.starts_with("assets/")) return false;
  const std::string_view stem = file.substr(0, file.rfind('.'));
  if (stem.size() < hash_length + 1 || stem[stem.size() - hash_length - 1] != '-') return false;
  for (const char c : stem.substr(stem.size() - hash_length))
    if (!is_of_a_hash(c)) return false;
  return true;
}

} // namespace supple::studio
