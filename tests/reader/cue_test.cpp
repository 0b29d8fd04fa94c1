// SPDX-License-Identifier: Apache-2.0
#include "reader/cue.h"

#include "reader/side_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supple::reader {
namespace {

using vocabulary::Breath;
using vocabulary::Move;
using vocabulary::Side;

Step step(Breath breath, Side side, std::vector<Move> moves, std::string text) {
  Step step;
  step.breath = breath;
  step.side = side;
  step.moves = std::move(moves);
  step.text = std::move(text);
  return step;
}

std::string line_of_step(const Step& step, std::string_view first_side = {}) {
  return cue_of(step, {first_side, {}}, *english()).line;
}

TEST(Cue, KeepsASentenceThatSaysTheStep) {
  EXPECT_EQ(line_of_step(step(Breath::exhale, Side::none, {Move::spine_round}, "As you exhale, round your spine.")),
            "As you exhale, round your spine.");
}

TEST(Cue, SaysTheBreathWhereTheSentenceDoesNot) {
  EXPECT_EQ(line_of_step(step(Breath::exhale, Side::none, {Move::spine_round}, "and round your spine")),
            "Exhale: round your spine.");
}

TEST(Cue, AddsAStageDirectionForWhatTheWordsDoNotSay) {
  EXPECT_EQ(
      line_of_step(step(Breath::exhale, Side::none, {Move::spine_round, Move::head_drop}, "Exhale, round your spine.")),
      "Exhale, round your spine. [head.drop]");
}

TEST(Cue, MakesOneSentenceOfTwo) {
  const Cue cue = cue_of(step(Breath::exhale, Side::none, {Move::spine_round, Move::head_drop},
                              "Exhale and round your spine. Let your head hang."),
                         {}, *english());
  EXPECT_EQ(cue.line, "Exhale and round your spine; let your head hang.");
  EXPECT_TRUE(cue.is_whole && cue.is_read);
}

TEST(Cue, LeavesOutWordsThatWouldDoMore) {
  const Cue cue =
      cue_of(step(Breath::exhale, Side::none, {Move::spine_round}, "Exhale, round your spine, tuck your chin."), {},
             *english());
  EXPECT_EQ(cue.line, "Exhale, round your spine.");
  EXPECT_FALSE(cue.is_whole);
}

TEST(Cue, PutsTheSideOfTheMoment) {
  EXPECT_EQ(line_of_step(step(Breath::inhale, Side::each, {Move::arm_reach}, "Inhale, reach your left arm up.")),
            "Inhale, reach your {side} arm up.");
}

TEST(SideWords, TheOtherSideStaysTheOther) {
  EXPECT_EQ(with_either_side("Lift your left arm and your right leg.", {}, ", to the {side}").front(),
            "Lift your {side} arm and your opposite leg.");
  EXPECT_EQ(with_either_side("Press into your left hand.", "right", ", to the {side}").front(),
            "Press into your opposite hand.");
  EXPECT_EQ(with_either_side("Lean to the left and then to the right.", {}, ", to the {side}").front(),
            "Lean to the {side}.");
}

TEST(SideWords, RightNowIsNoSide) {
  EXPECT_EQ(first_side_in("Right, stop right here."), "");
  EXPECT_EQ(first_side_in("Lean right, then left."), "right");
}

TEST(Cue, NothingInTheWordsIsTakenForAMark) {
  EXPECT_EQ(plain_words("2. Stay *here* [x] (3 breaths) {side} <!-- # -->"), "Stay here x, 3 breaths side !--  --");
}

} // namespace
} // namespace supple::reader
