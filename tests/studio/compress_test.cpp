// SPDX-License-Identifier: Apache-2.0
#include "studio/compress.h"

#include <gtest/gtest.h>

namespace supple::studio {
namespace {

CompressedTexts::Text text(std::size_t size) {
  return std::make_shared<const std::string>(size, 'x');
}

TEST(CompressedTexts, AreFoundAgain) {
  CompressedTexts texts(1000);
  texts.keep("a", text(10));
  ASSERT_NE(texts.find("a"), nullptr);
  EXPECT_EQ(texts.find("a")->size(), 10U);
  EXPECT_EQ(texts.find("b"), nullptr);
}

TEST(CompressedTexts, LetGoWhatWasNotAskedForTheLongest) {
  CompressedTexts texts(100);
  texts.keep("a", text(40));
  texts.keep("b", text(40));
  ASSERT_NE(texts.find("a"), nullptr);
  texts.keep("c", text(40));
  EXPECT_NE(texts.find("a"), nullptr);
  EXPECT_EQ(texts.find("b"), nullptr);
  EXPECT_NE(texts.find("c"), nullptr);
}

TEST(CompressedTexts, NeverHoldMoreThanTheyMay) {
  CompressedTexts texts(100);
  for (int i = 0; i < 100; ++i) {
    texts.keep(std::to_string(i), text(static_cast<std::size_t>(i) * 3));
    EXPECT_LE(texts.bytes(), 100U);
  }
  texts.keep("large", text(101));
  EXPECT_EQ(texts.find("large"), nullptr);
}

TEST(Compressing, LeavesWhatWouldNotBecomeSmaller) {
  for (const Encoding encoding : {Encoding::br, Encoding::gzip}) {
    EXPECT_EQ(compressed("", encoding), std::nullopt);
    EXPECT_EQ(compressed("a", encoding), std::nullopt);
    EXPECT_LT(compressed(std::string(1000, 'a'), encoding)->size(), 100U);
  }
  EXPECT_EQ(compressed(std::string(1000, 'a'), Encoding::identity), std::nullopt);
}

} // namespace
} // namespace supple::studio
