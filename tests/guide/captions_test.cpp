// SPDX-License-Identifier: Apache-2.0
#include "guide/captions.h"

#include "scores.h"

#include <gtest/gtest.h>

namespace supple::guide {
namespace {

TEST(Captions, LeaveAShortTextInOneLine) {
  EXPECT_EQ(split_in_captions("Breathe out."), std::vector<std::string>{"Breathe out."});
}

TEST(Captions, BalanceTwoLines) {
  EXPECT_EQ(split_in_captions("Come onto your hands and knees and look down at your mat."),
            std::vector<std::string>{"Come onto your hands and knees\nand look down at your mat."});
}

TEST(Captions, CutALongTextAtItsSentences) {
  const auto captions = split_in_captions(
      "Exhale: zip up gently, round your spine and come forward again. Let your head hang, and let your jaw be soft.");
  ASSERT_EQ(captions.size(), 2U);
  EXPECT_EQ(testing::in_one_line(captions[1]), "Let your head hang, and let your jaw be soft.");
}

TEST(Captions, CutAWordThatIsLongerThanALine) {
  const auto captions = split_in_captions(std::string(100, 'x'));
  ASSERT_EQ(captions.size(), 2U);
  EXPECT_EQ(captions[0], std::string(37, 'x') + "\n" + std::string(37, 'x'));
}

TEST(Captions, CountCharactersAndNotBytes) {
  std::string forty_umlauts;
  for (int i = 0; i < 37; ++i)
    forty_umlauts += "ä";
  EXPECT_EQ(split_in_captions(forty_umlauts), std::vector<std::string>{forty_umlauts});
}

TEST(Captions, FillALineByCharactersAndNotBytes) {
  const std::string three_words = "äääääääää äääääääää äääääääää";
  EXPECT_EQ(split_in_captions(three_words + " " + three_words),
            std::vector<std::string>{three_words + "\n" + three_words});
}

TEST(Captions, LeaveTimeForTheLastOneBeforeTheNextCue) {
  const std::string text = "One sentence that fills one caption and both of its two lines as a whole. No.";
  const auto captions = captions_of({{0, 8, text, CueKind::setup, 0}, {8.2, 9, "Next.", CueKind::setup, 0}}, 60);
  ASSERT_EQ(captions.size(), 3U);
  for (const Caption& caption : captions)
    EXPECT_GE(caption.end_s - caption.start_s, 1) << caption.text;
}

TEST(Captions, StayForWhoReadsMoreSlowlyThanAQuickVoiceSpeaks) {
  const std::string text = "Come onto your hands and knees and look down at your mat.";
  const auto captions = captions_of({{2, 2.5, text, CueKind::setup, 0}}, 60);
  ASSERT_EQ(captions.size(), 1U);
  EXPECT_DOUBLE_EQ(captions[0].start_s, 2);
  EXPECT_NEAR(captions[0].end_s, 2 + 57 / 13.0, 0.01);
}

TEST(Captions, FollowTheVoiceThroughALongText) {
  const std::string text = "One sentence of some length that fills it. Another one that is just about as long.";
  const auto captions = captions_of({{0, 8, text, CueKind::setup, 0}}, 60);
  ASSERT_EQ(captions.size(), 2U);
  EXPECT_NEAR(captions[1].start_s, 4.1, 0.3);
  EXPECT_GE(captions[1].end_s, 8);
}

} // namespace
} // namespace supple::guide
