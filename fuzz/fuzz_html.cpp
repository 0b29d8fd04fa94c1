// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page of HTML. Ends the run where its article is empty or is no valid UTF-8.
#include "exchange/html_article.h"
#include "text/place.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace supple;
  const auto text = exchange::article_of_html({reinterpret_cast<const char*>(data), size});
  if (text && (text->empty() || text::clean_utf8(*text) != *text)) std::abort();
  return 0;
}
