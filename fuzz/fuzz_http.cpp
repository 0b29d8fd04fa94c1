// SPDX-License-Identifier: Apache-2.0
// Any bytes as what a client or a file of sound may send: the target and the headers of a request, a text for the
// voice, a WAV file. Ends the run where an answer could lead out of the site, beyond a file, or into a program.
#include "studio/header.h"
#include "studio/path.h"
#include "studio/range.h"
#include "studio/voice.h"
#include "studio/wave.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace supple::studio;

void must(bool holds) {
  if (!holds) std::abort();
}

void follow_target(std::string_view target) {
  const auto file = file_of(target);
  if (!file) return;
  const std::string inside = "/" + *file + "/";
  must(!file->empty() && !inside.contains("//") && !inside.contains("/.") && !inside.contains('\0') &&
       !inside.contains('\\'));
}

void follow_headers(std::string_view header, std::uint64_t size) {
  for (const std::uint64_t of : {std::uint64_t{0}, std::uint64_t{1}, size, ~std::uint64_t{0}}) {
    const RangeAnswer range = range_of(header, of);
    if (range.kind == RangeAnswer::Kind::part)
      must(range.slice.length > 0 && range.slice.first < of && range.slice.length <= of - range.slice.first);
  }
  static_cast<void>(best_encoding(header));
  static_cast<void>(names_tag(header, "\"tag\""));
  static_cast<void>(is_this_machine(header));
}

void follow_sound(std::string_view bytes) {
  if (const auto wave = wave_of(bytes)) {
    must(wave->samples.size() <= bytes.size() / 2);
    must(is_intact(bytes_of(levelled(trimmed(*wave)))));
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  follow_target(bytes);
  follow_headers(bytes, size);
  must(speakable(bytes).find_first_of("\"\\()`$\n") == std::string::npos);
  follow_sound(bytes);
  return 0;
}
