// SPDX-License-Identifier: Apache-2.0
#include "text/markup.h"

namespace supple::text {

std::string without_tags(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

} // namespace supple::text
