// SPDX-License-Identifier: Apache-2.0
#include "studio/path.h"

namespace supple::studio {

namespace {

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool may_stand_in_a_name(unsigned char c) {
  return c >= 0x20 && c != 0x7f && c != '\\' && c != '/';
}

/// One segment with its escapes resolved, if it may name a file or a folder.
std::optional<std::string> name_of(std::string_view segment) {
  std::string name;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    char c = segment[i];
    if (c == '%') {
      if (i + 2 >= segment.size()) return std::nullopt;
      const int high = hexadecimal(segment[i + 1]), low = hexadecimal(segment[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (!may_stand_in_a_name(static_cast<unsigned char>(c))) return std::nullopt;
    name += c;
  }
  if (name.empty() || name.front() == '.') return std::nullopt;
  return name;
}

} // namespace

std::optional<std::string> file_of(std::string_view target) {
  target = target.substr(0, target.find('?'));
  if (!target.starts_with('/')) return std::nullopt;
  std::string file;
  while (target.size() > 1) {
    target.remove_prefix(1);
    const std::string_view segment = target.substr(0, target.find('/'));
    const auto name = name_of(segment);
    if (!name) return std::nullopt;
    if (!file.empty()) file += '/';
    file += *name;
    target.remove_prefix(segment.size());
  }
  if (target.empty()) return file;
  return file.empty() ? "index.html" : file + "/index.html";
}

} // namespace supple::studio
