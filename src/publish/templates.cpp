// SPDX-License-Identifier: Apache-2.0
#include "publish/templates.h"

#include "publish/embedded.h"

#include <fmt/core.h>
#include <stdexcept>

namespace supple::publish {

namespace {

constexpr std::string_view pages[] = {"author.html",  "embed.html",  "exercise.html", "feed.xml", "home.html",
                                      "missing.html", "search.html", "sitemap.xml",   "tag.html", "tags.html"};

/// With the parts that it names put in; parts may name parts.
std::string text_of(const std::string& name) {
  std::string text{embedded_file("site/" + name)};
  if (text.empty()) throw std::runtime_error(fmt::format("site/{}: there is no such template", name));
  constexpr std::string_view opening = "{{> ", closing = "}}\n";
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at)) {
    const std::size_t end = text.find(closing, at);
    const std::size_t from = at + opening.size();
    if (end == text.npos) throw std::runtime_error(fmt::format("site/{}: a part is named, and its line goes on", name));
    text.replace(at, end + closing.size() - at, text_of(text.substr(from, end - from) + ".html"));
  }
  return text;
}

} // namespace

kainjow::mustache::data if_any(const std::string& text) {
  return text.empty() ? kainjow::mustache::data(false) : kainjow::mustache::data(text);
}

Templates::Templates() {
  for (const std::string_view name : pages) {
    kainjow::mustache::mustache made(text_of(std::string{name}));
    if (!made.is_valid()) throw std::runtime_error(fmt::format("site/{}: {}", name, made.error_message()));
    by_name_.emplace(name, std::move(made));
  }
}

std::string Templates::render(const std::string& page, const kainjow::mustache::data& data) {
  kainjow::mustache::mustache& made = by_name_.at(page);
  std::string text = made.render(data);
  if (!made.error_message().empty()) throw std::runtime_error(fmt::format("site/{}: {}", page, made.error_message()));
  return text;
}

} // namespace supple::publish
