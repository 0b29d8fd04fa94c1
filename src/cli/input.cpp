// SPDX-License-Identifier: Apache-2.0
#include "cli/input.h"

#include "exchange/html_article.h"
#include "exchange/snapshot.h"
#include "text/place.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace supple::cli {

namespace {

std::string read_all(std::istream& in) {
  std::string bytes;
  char block[65536];
  while (bytes.size() <= largest_text && (in.read(block, sizeof block) || in.gcount() > 0))
    bytes.append(block, static_cast<std::size_t>(in.gcount()));
  return bytes;
}

} // namespace

std::expected<std::string, std::string> read_text(const std::string& path) {
  if (exchange::is_snapshot(path)) return exchange::text_of_snapshot(path);
  std::string bytes;
  if (path == "-") {
    bytes = read_all(std::cin);
  } else {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
      return std::unexpected(path + ": is a folder; instead: name a text file in it");
    std::ifstream in(path, std::ios::binary);
    if (!in)
      return std::unexpected(path + ": cannot be read (" + std::strerror(errno) +
                             "); instead: check its name and rights");
    bytes = read_all(in);
  }
  if (bytes.size() > largest_text)
    return std::unexpected(path + ": is larger than 16 MB; instead: give the text of one exercise");
  std::string text = text::clean_utf8(bytes);
  if (!exchange::is_html(text)) return text;
  auto article = exchange::article_of_html(text);
  if (!article) return std::unexpected(path + ": " + article.error());
  return article;
}

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

} // namespace supple::cli
