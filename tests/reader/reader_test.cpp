// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace supple::reader {
namespace {

using vocabulary::Breath;
using vocabulary::Caution;
using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

Reading read(std::string_view article) {
  return read_article(article, *english());
}

TEST(Reader, PutsTheBreathOnItsMoves) {
  const Reading reading = read("TITLE: A\nAs you breathe out, round your spine. Inhale and lengthen.");
  ASSERT_EQ(reading.steps.size(), 2U);
  EXPECT_EQ(reading.steps[0].breath, Breath::exhale);
  EXPECT_EQ(reading.steps[0].moves, std::vector{Move::spine_round});
  EXPECT_EQ(reading.steps[1].breath, Breath::inhale);
  EXPECT_EQ(reading.steps[1].moves, std::vector{Move::spine_long});
}

TEST(Reader, CarriesTheBreathToTheNextSentenceOfTheParagraphOnly) {
  const Reading reading = read("TITLE: A\nExhale and round your spine. Let your head hang.\nOpen your chest.");
  ASSERT_EQ(reading.steps.size(), 2U);
  EXPECT_EQ(reading.steps[0].moves, (std::vector{Move::spine_round, Move::head_drop}));
  EXPECT_EQ(reading.steps[1].breath, Breath::free);
}

TEST(Reader, NeverMakesAStepOfWhatIsForbidden) {
  const Reading reading = read("TITLE: A\nDo not let your belly sag.\nNever arch your back.");
  EXPECT_TRUE(reading.steps.empty());
  EXPECT_EQ(reading.avoid.size(), 2U);
}

TEST(Reader, ListsAnInstructionThatItCannotRead) {
  const Reading reading = read("TITLE: A\nDraw a figure of moonlight with your elbow.");
  EXPECT_TRUE(reading.steps.empty());
  ASSERT_EQ(reading.unread.size(), 1U);
  EXPECT_EQ(reading.unread[0].place, (text::Place{2, 1, 43}));
}

TEST(Reader, TakesTheFirstPostureForTheStartAndTheLastForTheFinish) {
  const Reading reading =
      read("TITLE: A\nCome onto your hands and knees.\nExhale and round your spine.\nSit back on your heels.");
  EXPECT_EQ(reading.start, Posture::all_fours);
  EXPECT_EQ(reading.finish, Posture::heel_sit);
  EXPECT_EQ(reading.steps.back().moves, std::vector{vocabulary::go(Posture::heel_sit)});
}

TEST(Reader, TakesAHeadingForTheTitleAndForNoStep) {
  const Reading headed = read("A little rounding\n\nExhale and arch your back.");
  EXPECT_EQ(headed.title, "A little rounding");
  ASSERT_EQ(headed.steps.size(), 1U);
  EXPECT_EQ(headed.steps[0].moves, std::vector{Move::spine_arch});
  // What may be all there is, is read.
  EXPECT_EQ(read("round your spine").steps.size(), 1U);
  EXPECT_EQ(read("round your spine\nthen rest").steps.front().moves, std::vector{Move::spine_round});
}

TEST(Reader, CountsRoundsInWordsAndRanges) {
  EXPECT_EQ(read("TITLE: A\nRound your spine six times.").rounds, (Range{6, 6}));
  EXPECT_EQ(read("TITLE: A\nRound your spine. Do four to six rounds.").rounds, (Range{4, 6}));
  EXPECT_EQ(read("TITLE: A\nRound your spine. Do it twice a day, three times a week.").rounds, std::nullopt);
  EXPECT_EQ(read("TITLE: A\nRound your spine. Ten of those.").rounds, (Range{10, 10}));
  EXPECT_EQ(read("TITLE: A\nRound your spine. Repeat up to ten times.").rounds, (Range{1, 10}));
  EXPECT_EQ(read("TITLE: A\nRound your spine 4-6 times.").rounds, (Range{4, 6}));
}

TEST(Reader, OffersWhatStandsUnderACondition) {
  const Reading reading = read("TITLE: A\nIf your knees are sore, fold your mat double.");
  EXPECT_TRUE(reading.steps.empty());
  ASSERT_EQ(reading.options.size(), 1U);
  EXPECT_NE(std::ranges::find(reading.cautions, Caution::knees), reading.cautions.end());
}

TEST(Reader, ReadsEachSideAsBoth) {
  const Reading reading = read("TITLE: A\nPress your left side up to the sky.\nPress each side up to the sky.");
  ASSERT_EQ(reading.steps.size(), 2U);
  EXPECT_EQ(reading.steps[0].side, Side::left);
  EXPECT_EQ(reading.steps[1].side, Side::each);
  EXPECT_EQ(reading.steps[1].sense, vocabulary::Sense::up);
}

TEST(Reader, ReadsAnyBytes) {
  EXPECT_TRUE(read("").steps.empty());
  std::string bytes;
  for (int i = 0; i < 4096; ++i)
    bytes += static_cast<char>(i * 37);
  EXPECT_NO_FATAL_FAILURE(static_cast<void>(read(text::clean_utf8(bytes))));
}

// The sanitizers see a word that is looked for behind the last one.
TEST(Reader, ReadsASentenceThatBreaksOffAfterIt) {
  const Lexicon lexicon = *english();
  for (const std::string_view text : {"It", "It.", "Note: it", "Round your spine. It"})
    EXPECT_LE(read_article(text, lexicon).steps.size(), 1U) << text;
}

TEST(Lexicon, RefusesAWrongEntryAtItsPlace) {
  const auto lexicon = read_lexicon("[[move]]\nname = \"spine.wobble\"\nphrases = [\"wobble\"]\n");
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().front().name, "lexicon.entry");
  EXPECT_EQ(lexicon.error().front().place.line, 1);
}

TEST(Lexicon, RefusesWhatIsNoToml) {
  const auto lexicon = read_lexicon("[breath\n");
  ASSERT_FALSE(lexicon);
  EXPECT_EQ(lexicon.error().front().name, "lexicon.form");
}

} // namespace
} // namespace supple::reader
