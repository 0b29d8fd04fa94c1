// SPDX-License-Identifier: Apache-2.0
#include "text/markup.h"

#include <gtest/gtest.h>

namespace supple::text {
namespace {

TEST(Markup, WordsBeginNoTagAndNoSign) {
  EXPECT_EQ(without_tags("<script> & \"hips\" > knees"), "&lt;script&gt; &amp; \"hips\" &gt; knees");
  EXPECT_EQ(without_tags("&amp;"), "&amp;amp;");
  EXPECT_EQ(without_tags("estírate"), "estírate");
}

} // namespace
} // namespace supple::text
