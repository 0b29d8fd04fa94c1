// SPDX-License-Identifier: Apache-2.0
// Any bytes as a link that carries a text. Ends the run where one gives a text that is too long, is no valid UTF-8, or
// does not come out of a link of its own as it was.
#include "exchange/snapshot.h"
#include "text/place.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace supple;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto opened = exchange::text_of_snapshot(std::string{exchange::snapshot_route} + std::string{bytes});
  if (opened && text::clean_utf8(*opened) != *opened) std::abort();
  const std::string text = text::clean_utf8(bytes);
  if (exchange::text_of_snapshot(exchange::snapshot_of(text)) != text) std::abort();
  return 0;
}
