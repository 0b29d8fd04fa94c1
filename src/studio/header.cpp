// SPDX-License-Identifier: Apache-2.0
#include "studio/header.h"

#include <algorithm>

namespace supple::studio {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Cuts off and gives what stands before `separator`, without the spaces around it.
std::string_view next(std::string_view& list, char separator) {
  const std::size_t end = std::min(list.find(separator), list.size());
  const std::string_view item = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return without_spaces_around(item);
}

/// A weight between 0 and 1 in thousandths; what is not one counts as 0.
int thousandths(std::string_view weight) {
  if (weight.empty() || weight.size() > 5 || (weight[0] != '0' && weight[0] != '1')) return 0;
  int value = (weight[0] - '0') * 1000;
  if (weight.size() > 1 && weight[1] != '.') return 0;
  int place = 100;
  for (const char digit : weight.substr(std::min<std::size_t>(2, weight.size()))) {
    if (digit < '0' || digit > '9') return 0;
    value += (digit - '0') * place;
    place /= 10;
  }
  return std::min(value, 1000);
}

int weight_of(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view parameter = next(parameters, ';');
    if (parameter.size() > 1 && lower(parameter[0]) == 'q' && parameter[1] == '=')
      return thousandths(parameter.substr(2));
  }
  return 1000;
}

} // namespace

std::string_view without_spaces_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view name(Encoding encoding) {
  switch (encoding) {
  case Encoding::gzip:
    return "gzip";
  case Encoding::br:
    return "br";
  default:
    return "identity";
  }
}

Encoding best_encoding(std::string_view accept_encoding) {
  int br = -1, gzip = -1, any = 0;
  while (!accept_encoding.empty()) {
    std::string_view parameters = next(accept_encoding, ',');
    const std::string_view coding = next(parameters, ';');
    const int weight = weight_of(parameters);
    if (same_word(coding, "br")) br = weight;
    if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) gzip = weight;
    if (coding == "*") any = weight;
  }
  if (br < 0) br = any;
  if (gzip < 0) gzip = any;
  if (br == 0 && gzip == 0) return Encoding::identity;
  return br >= gzip ? Encoding::br : Encoding::gzip;
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    std::string_view item = next(if_none_match, ',');
    if (item == "*") return true;
    if (item.starts_with("W/")) item.remove_prefix(2); // the weak comparison of the standard
    if (item == tag) return true;
  }
  return false;
}

bool is_this_machine(std::string_view host) {
  const std::size_t colon = host.find(':');
  if (colon != host.npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.size() > 5 || port.find_first_not_of("0123456789") != port.npos) return false;
    host = host.substr(0, colon);
  }
  return same_word(host, "localhost") || host == "127.0.0.1";
}

} // namespace supple::studio
