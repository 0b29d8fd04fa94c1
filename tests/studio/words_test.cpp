// SPDX-License-Identifier: Apache-2.0
// What the lines of a request mean, case by case.
#include "studio/header.h"
#include "studio/media.h"
#include "studio/path.h"
#include "studio/range.h"

#include <gtest/gtest.h>

namespace supple::studio {
namespace {

TEST(ATarget, NamesAFileOfTheSite) {
  EXPECT_EQ(file_of("/"), "index.html");
  EXPECT_EQ(file_of("/index.html"), "index.html");
  EXPECT_EQ(file_of("/library/"), "library/index.html");
  EXPECT_EQ(file_of("/assets/a-1.js?v=2/../x"), "assets/a-1.js");
  EXPECT_EQ(file_of("/a%20b%2ec"), "a b.c");
  EXPECT_EQ(file_of("/%C3%A9.md"), "é.md");
  EXPECT_EQ(file_of("/a..b/c."), "a..b/c.");
}

TEST(ATarget, NamesNothingElse) {
  for (const std::string_view target : {"",
                                        "index.html",
                                        "?x",
                                        "*",
                                        "http://localhost/",
                                        "/..",
                                        "/../x",
                                        "/a/../b",
                                        "/a/..",
                                        "/./a",
                                        "/.git/config",
                                        "/.built",
                                        "//a",
                                        "/a//b",
                                        "/a//",
                                        "/%",
                                        "/%4",
                                        "/%zz",
                                        "/%2e%2e/x",
                                        "/%2e./x",
                                        "/a%2fb",
                                        "/a%5cb",
                                        "/a\\b",
                                        "/a%00",
                                        "/a%0ab",
                                        "/a\x7f",
                                        "/%2E%2E%2Fx"})
    EXPECT_EQ(file_of(target), std::nullopt) << target;
  EXPECT_EQ(file_of(std::string_view("/a\0b", 4)), std::nullopt);
}

constexpr RangeAnswer whole{};
constexpr RangeAnswer nothing{RangeAnswer::Kind::nothing, {}};

RangeAnswer part(std::uint64_t first, std::uint64_t length) {
  return {RangeAnswer::Kind::part, {first, length}};
}

TEST(ARange, IsAPartOfTheFile) {
  EXPECT_EQ(range_of("bytes=0-0", 10), part(0, 1));
  EXPECT_EQ(range_of("bytes=2-5", 10), part(2, 4));
  EXPECT_EQ(range_of("Bytes= 2-5 ", 10), part(2, 4));
  EXPECT_EQ(range_of("bytes=9-", 10), part(9, 1));
  EXPECT_EQ(range_of("bytes=5-99999999999999999999999", 10), part(5, 5));
  EXPECT_EQ(range_of("bytes=-3", 10), part(7, 3));
  EXPECT_EQ(range_of("bytes=-99999999999999999999999", 10), part(0, 10));
}

TEST(ARange, BeyondTheEndIsNothing) {
  EXPECT_EQ(range_of("bytes=10-", 10), nothing);
  EXPECT_EQ(range_of("bytes=10-12", 10), nothing);
  EXPECT_EQ(range_of("bytes=99999999999999999999999-", 10), nothing);
  EXPECT_EQ(range_of("bytes=-0", 10), nothing);
}

TEST(ARange, ThatIsNotUnderstoodIsAsIfItWereNotThere) {
  for (const std::string_view header :
       {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=1-2,4-5", "bytes 1-2", "lines=1-2",
        "bytes=1", "bytes=+1-2", "bytes=1-2-3", "bytes=0x1-2", "bytes=--1"})
    EXPECT_EQ(range_of(header, 10), whole) << header;
  EXPECT_EQ(range_of("bytes=0-", 0), whole);
}

TEST(AcceptEncoding, ChoosesWhatIsLikedBest) {
  EXPECT_EQ(best_encoding(""), Encoding::identity);
  EXPECT_EQ(best_encoding("gzip, deflate, br, zstd"), Encoding::br);
  EXPECT_EQ(best_encoding("gzip"), Encoding::gzip);
  EXPECT_EQ(best_encoding("GZIP ;q=0.2"), Encoding::gzip);
  EXPECT_EQ(best_encoding("br;q=0.1, gzip;q=0.9"), Encoding::gzip);
  EXPECT_EQ(best_encoding("br;q=0.9;x=1, gzip;q=0.9"), Encoding::br);
  EXPECT_EQ(best_encoding("br;q=0, gzip;q=0.000"), Encoding::identity);
  EXPECT_EQ(best_encoding("*"), Encoding::br);
  EXPECT_EQ(best_encoding("br;q=0, *;q=0.1"), Encoding::gzip);
  EXPECT_EQ(best_encoding("identity"), Encoding::identity);
  EXPECT_EQ(best_encoding("br;q=high"), Encoding::identity) << "a weight that is none";
}

TEST(IfNoneMatch, FindsATagAmongOthers) {
  EXPECT_TRUE(names_tag("\"a\"", "\"a\""));
  EXPECT_TRUE(names_tag("\"b\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(names_tag("*", "\"a\""));
  EXPECT_FALSE(names_tag("", "\"a\""));
  EXPECT_FALSE(names_tag("\"ab\", a, \"b\"", "\"a\""));
}

TEST(AHost, IsThisMachineByItsOwnNamesOnly) {
  EXPECT_TRUE(is_this_machine("127.0.0.1:8420"));
  EXPECT_TRUE(is_this_machine("localhost"));
  for (const char* host : {"", ":8420", "127.0.0.1.evil.example", "evil.example", "localhost:8420:1",
                           "localhost:123456", "0.0.0.0", "127.0.0.1@evil.example", "[::1]"})
    EXPECT_FALSE(is_this_machine(host)) << host;
}

TEST(AFile, IsWhatItsEndingSays) {
  EXPECT_EQ(media_of("core.wasm").type, "application/wasm");
  EXPECT_EQ(media_of("a/B.HTML").type, "text/html; charset=utf-8");
  EXPECT_EQ(media_of("clips/1.wav").type, "audio/wav");
  EXPECT_FALSE(media_of("clips/1.wav").compressible);
  EXPECT_EQ(media_of("LICENSE").type, "application/octet-stream");
}

TEST(AFile, NeverChangesOnlyIfItsNameSaysSo) {
  EXPECT_TRUE(never_changes("assets/index-DiwrgTda.js"));
  EXPECT_TRUE(never_changes("assets/a/index-D_-rgTda.css"));
  for (const char* name :
       {"index-DiwrgTda.js", "assets/index.js", "assets/index-Diwrg.js", "assets/core.wasm", "core.wasm"})
    EXPECT_FALSE(never_changes(name)) << name;
}

} // namespace
} // namespace supple::studio
