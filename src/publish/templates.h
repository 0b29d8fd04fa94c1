// SPDX-License-Identifier: Apache-2.0
// The templates of the site (`site/`), in the language of Mustache: `{{name}}` is written with every sign that could
// begin a tag or end an attribute put out of harm's way.
#pragma once

#include <kainjow/mustache.hpp>

#include <map>
#include <string>
#include <string_view>

namespace supple::publish {

using Object = kainjow::mustache::object;
using List = kainjow::mustache::list;

/// False where the text is empty, so that a template can ask whether there is one.
[[nodiscard]] kainjow::mustache::data if_any(const std::string& text);

/// `{{> name}}` stands for the template of that name and ends with its own line.
class Templates {
public:
  /// Throws std::runtime_error where a template is broken: they come with the program.
  Templates();

  /// `page`: `exercise.html`, `feed.xml`, …
  [[nodiscard]] std::string render(const std::string& page, const kainjow::mustache::data& data);

private:
  std::map<std::string, kainjow::mustache::mustache> by_name_;
};

} // namespace supple::publish
