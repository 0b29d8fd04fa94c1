// SPDX-License-Identifier: Apache-2.0
#include "exchange/html_article.h"
#include "exchange/snapshot.h"
#include "text/place.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

using namespace supple;

namespace {

RC_GTEST_PROP(EveryText, ComesOutOfItsLinkAsItWas, (const std::string& bytes)) {
  const std::string text = text::clean_utf8(bytes);
  const std::string link = exchange::snapshot_of(text);
  RC_ASSERT(exchange::is_snapshot(link));
  RC_ASSERT(exchange::text_of_snapshot(link).value_or("no text") == text);
  for (const char letter : link.substr(exchange::snapshot_route.size()))
    RC_ASSERT(std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-' || letter == '_');
}

RC_GTEST_PROP(EveryLink, WithAnotherLetterBringsNoOtherText, ()) {
  const std::string text = text::clean_utf8(*rc::gen::arbitrary<std::string>());
  std::string link = exchange::snapshot_of(text);
  const auto first = static_cast<int>(exchange::snapshot_route.size());
  const auto at = static_cast<std::size_t>(*rc::gen::inRange(first, static_cast<int>(link.size())));
  link[at] = *rc::gen::elementOf(std::string{"ABCabc019-_"});
  const auto opened = exchange::text_of_snapshot(link);
  RC_ASSERT(opened.value_or(text) == text);
}

RC_GTEST_PROP(AnyBytes, AreALinkOrAreToldNotToBe, (const std::string& bytes)) {
  const auto opened = exchange::text_of_snapshot("#/text/" + bytes);
  if (!opened) RC_ASSERT(opened.error().contains("instead"));
}

RC_GTEST_PROP(AnyBytes, AreAPageOrAreToldNotToBe, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
      rc::gen::arbitrary<std::string>(),
      rc::gen::element<std::string>("<p>", "</p>", "<div class=share>", "</div>", "<article>", "<li>", "<a href=x>",
                                    "</a>", "<script>", "<!--", "&lt;", "&#0;", "Exhale. ")));
  std::string page = "<html><body>";
  for (const std::string& part : parts)
    page += part;
  const auto text = exchange::article_of_html(page);
  if (text) {
    RC_ASSERT(!text->empty());
    RC_ASSERT(text::clean_utf8(*text) == *text);
  }
}

} // namespace
