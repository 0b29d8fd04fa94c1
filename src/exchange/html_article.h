// SPDX-License-Identifier: Apache-2.0
// The article of a web page as plain text: without menus, asides and what else stands around it. The page is read by
// libxml2, which forgives everything and limits how deep it may go; which part of it is the article is found as reading
// views of browsers do it: by how much plain text a part has, and how little of that is links.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace supple::exchange {

/// Whether a text is a page of HTML: it begins with a tag or a declaration of one.
[[nodiscard]] bool is_html(std::string_view text);

/// The text of the article, a line for each paragraph, heading and list item, with an empty line before a paragraph and
/// a heading; its first line is `TITLE: …` where the page has a title (reader.h). Or one sentence that says what is
/// wrong. `html`: UTF-8.
[[nodiscard]] std::expected<std::string, std::string> article_of_html(std::string_view html);

} // namespace supple::exchange
