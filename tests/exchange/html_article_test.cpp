// SPDX-License-Identifier: Apache-2.0
#include "exchange/html_article.h"

#include <gtest/gtest.h>

using supple::exchange::article_of_html;
using supple::exchange::is_html;

namespace {

TEST(APageOfHtml, GivesItsArticleWithoutWhatStandsAroundIt) {
  const auto text = article_of_html(R"(<!doctype html><html><head><title>Cat &amp; cow | A blog</title>
<script>var a = "<p>Hold your breath.</p>";</script></head><body>
<header><nav><ul><li><a href=/>Home</a><li>Shop</ul></nav></header>
<div id=wrap><div id=content><h1>Cat &amp; cow</h1><p>Come onto your hands
 and   knees.</p><p>Breathe out and <b>round</b> your spine.<br>Breathe in and come back.</p>
<ul><li>Repeat 5 times.<li>Sit back on your heels.</ul><div class="share-links"><p>Share this with everybody you know</p></div></div>
<div class=sidebar><p>Buy our mat, the best of all mats, and round your spine on it the whole day long.</p></div></div>
<footer><p>Hold your breath</p></footer></body></html>)");
  EXPECT_EQ("TITLE: Cat & cow\n\nCat & cow\n\nCome onto your hands and knees.\n\nBreathe out and round your spine.\n"
            "Breathe in and come back.\n\nRepeat 5 times.\nSit back on your heels.\n",
            text);
}

TEST(APageOfHtml, IsFoundByItsTextWhereNothingNamesTheArticle) {
  const auto text = article_of_html(
      "<html><body><table><tr><td><a href=1>One page</a> <a href=2>Another page of this site with a long name</a></td>"
      "<td><p>Kneel on your mat.</p><p>Exhale and round your spine, slowly.</p></td></tr></table></body></html>");
  EXPECT_EQ("Kneel on your mat.\n\nExhale and round your spine, slowly.\n", text);
}

TEST(APageOfHtml, TakesTheElementThatIsCalledArticle) {
  const auto text = article_of_html("<body><p>A long text about something else that nobody has asked for at all.</p>"
                                    "<article><p>Round your spine.</p></article></body>");
  EXPECT_EQ("Round your spine.\n", text);
}

TEST(APageOfHtml, MayBeBrokenInAnyWay) {
  for (const char* const page : {"<html>", "<html><body></body>", "<html><body><p>", "<html><script>", "<html><!--"})
    EXPECT_FALSE(article_of_html(page).has_value()) << page;
  EXPECT_TRUE(article_of_html("<html><p>Round <b>your <i>spine</b>.</p></i></table>").has_value());
}

TEST(APageOfHtml, MayBeAsDeepAsItLikes) {
  std::string deep = "<html><body>";
  for (int i = 0; i < 200'000; ++i)
    deep += "<div>";
  (void)article_of_html(deep + "<p>Round your spine.</p>"); // it answers, whatever it makes of it
  std::string crossed = "<html><body>";
  for (int i = 0; i < 20'000; ++i)
    crossed += "<font a" + std::to_string(i) + "><p>";
  (void)article_of_html(crossed + "Round your spine.");
}

TEST(APageOfHtml, ThatIsTooLargeIsToldSo) {
  const auto text = article_of_html("<html><body>" + std::string(9'000'000, 'a'));
  ASSERT_FALSE(text.has_value());
  EXPECT_NE(text.error().find("8 MB"), std::string::npos);
}

TEST(ATextThatIsNoPage, IsLeftAsItIs) {
  EXPECT_TRUE(is_html("  <!DOCTYPE html>\n"));
  EXPECT_TRUE(is_html("<HTML lang=en>"));
  for (const char* const text : {"", "---\ntitle: x", "Round your spine.", "<3 this pose", "< html"})
    EXPECT_FALSE(is_html(text)) << text;
}

} // namespace
