// SPDX-License-Identifier: Apache-2.0
#include "publish/addresses.h"

#include "publish/library.h"

#include <gtest/gtest.h>
#include <set>

using namespace supple::publish;

namespace {

TEST(ATag, IsAnAddressWhateverStandsInIt) {
  Slugs slugs;
  EXPECT_EQ("low-back", slugs.of("Low back"));
  EXPECT_EQ("low-back", slugs.of("low back"));
  EXPECT_EQ("low-back-2", slugs.of("low/back"));
  EXPECT_EQ("etc-passwd", slugs.of("../../etc/passwd"));
  EXPECT_EQ("script-alert-1-script", slugs.of("<script>alert(1)</script>"));
  EXPECT_EQ("suelo-pelvico", slugs.of("Suelo pélvico"));
  EXPECT_EQ("nino-uber-cote", slugs.of("NIÑO über côté"));
  EXPECT_EQ("tag", slugs.of("腰"));
  EXPECT_EQ("tag-2", slugs.of("背"));
  EXPECT_EQ("tag", slugs.of("腰"));
  EXPECT_LE(slugs.of(std::string(5000, 'a')).size(), 64U);
}

TEST(ATag, SharesItsAddressWithNoOther) {
  Slugs slugs;
  std::set<std::string> taken;
  for (const char* const tag : {"a", "a-2", "a/", "a!", "a-2-2", "(a-2)", "a?", "a-3", "a..3"})
    EXPECT_TRUE(taken.insert(slugs.of(tag)).second) << tag;
}

TEST(AListOfPages, IsNeverTakenForATag) {
  EXPECT_EQ("tags/", page_of_list("tags/", 1));
  EXPECT_EQ("tags/page.2/", page_of_list("tags/", 2));
  EXPECT_EQ("page.3/", page_of_list("", 3));
  EXPECT_EQ("page-2", Slugs{}.of("page.2"));
}

TEST(TheWayUp, LeadsToTheFirstPage) {
  EXPECT_EQ("./", way_up(""));
  EXPECT_EQ("../../", way_up("exercises/rock-back/"));
}

TEST(AnAddress, IsOneOfTheWebOnly) {
  for (const char* const address : {"https://example.org", "http://example.org/a?b=c", "https://[::1]:80/"})
    EXPECT_TRUE(is_web_address(address)) << address;
  for (const char* const address : {"javascript:alert(1)", "//example.org", "https://", "example.org", "https://a b",
                                    "https://a\"b", "https://a<b", "data:text/html,x", "https://a\nb", ""})
    EXPECT_FALSE(is_web_address(address)) << address;
}

} // namespace
