// SPDX-License-Identifier: Apache-2.0
#include "text/json.h"

#include <nlohmann/json.hpp>

namespace supple::text {

using nlohmann::ordered_json;

// ordered_json::parse does the same, but brings its other reader, the one with a callback, into the browser as well.
ordered_json read_json(std::string_view json) {
  ordered_json read;
  nlohmann::detail::json_sax_dom_parser<ordered_json> taker(read, /*allow_exceptions=*/false);
  if (ordered_json::sax_parse(json, &taker)) return read;
  return {ordered_json::value_t::discarded};
}

} // namespace supple::text
