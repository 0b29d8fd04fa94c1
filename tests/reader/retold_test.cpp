// SPDX-License-Identifier: Apache-2.0
// What is told again is no new step, and what is undone without a name is what was done last: one thing a test.
#include "reading_text.h"

#include <gtest/gtest.h>

#include <string>

namespace supple::reader {
namespace {

const std::string lying = "Lie on your side.\n";

TEST(Retold, ARoundToldAgainInFewerWords) {
  const std::string round =
      kneeling + "Inhale, arch your back and lift your head. Exhale, round your back and drop your chin. ";
  EXPECT_EQ(steps(round + "Inhale, cow. Exhale, cat."), steps(round));
  EXPECT_EQ(steps(round + "Inhale, cow. Exhale, sit your hips back to your heels.").size(), 4U) << "another round";
  EXPECT_EQ(steps(round + "Inhale, cow.").size(), 3U) << "half a round may go on";
}

TEST(Retold, TheSecondSideAfterItWasNamed) {
  const std::string one =
      "Sit on a chair.\nBreathe out and turn to the right. Breathe in and come back to the middle. ";
  const Steps both{"exhale each spine.turn", "inhale each return"};
  EXPECT_EQ(steps(one + "And we swap! Breathe out and turn to the left."), both);
  EXPECT_EQ(steps(one + "When the breath has settled, turn to the left in the same way."), both);
  EXPECT_EQ(steps(one + "Breathe out to the left. In to the middle."), both);
  EXPECT_EQ(steps(one + "Now the other side. Then bend your knees and reach both arms up.").size(), 3U)
      << "what is new is told";
}

TEST(Retold, WhatIsLoweredWithoutANameIsWhatWasLifted) {
  EXPECT_EQ(steps(lying + "Lift your top leg. Exhale, lower.").back(), "exhale leg.lower");
  EXPECT_EQ(steps("Lie on your back.\nBreathe in and reach one arm up. Breathe out, lower.").back(),
            "exhale arms.lower");
  EXPECT_EQ(steps(kneeling + "Inhale, reach your right arm and your left leg long. Exhale, lower down.").back(),
            "exhale leg.lower arms.lower");
  EXPECT_EQ(steps("Lie on your back.\nExhale, lift your hips. Hold for two breaths. Inhale, lower.").back(),
            "inhale pelvis.lower");
  EXPECT_EQ(steps("Lie on your front.\nCome up onto your elbows. Breathe out and lower yourself down again.").back(),
            "exhale return");
  EXPECT_EQ(steps(lying + "Lift your top leg. Exhale, lower your hips.").back(), "exhale pelvis.lower")
      << "it is named";
}

TEST(Retold, AKneeThatWasOpenedCloses) {
  EXPECT_EQ(steps(lying + "Breathe out and open your top knee. Breathe in and let the knee come down again.").back(),
            "inhale knees.close");
}

TEST(Retold, TheAnswerToAQuestionAboutTroubleIsAChoice) {
  const std::string moved = kneeling + "Round your back.\n";
  for (const char* asked : {"Q: And if I can't kneel?\nA: Reach one leg back.",
                            "What if I can't get down there any more?\nReach one leg back.",
                            "Feeling light-headed? Have a sit.", "Feeling giddy?\nSit back on your heels."}) {
    EXPECT_EQ(steps(moved + asked), Steps{"free spine.round"}) << asked;
    EXPECT_EQ(read(moved + asked).options.size(), 1U) << asked;
  }
  EXPECT_EQ(steps(moved + "Ready? Reach one leg back.").size(), 2U);
}

TEST(Retold, TheAnswerToHowOftenIsNoHold) {
  const Reading often =
      read(kneeling + "Breathe out and round your back.\nQ: How often?\nA: Five breaths, at every meal.");
  EXPECT_EQ(often.rounds, (Range{5, 5}));
  EXPECT_EQ(often.steps.size(), 1U);
}

TEST(Retold, TheSameMoveAtOnceWithItsSide) {
  EXPECT_EQ(steps(kneeling + "Now wag your tail. Swing your hips from side to side."), Steps{"free each pelvis.side"});
}

TEST(Retold, HowItIsDoneIsNoNewStep) {
  const std::string turned = "Sit on a chair.\nTurn your chest to the right. Breathe in and lift your breastbone. ";
  EXPECT_EQ(steps(turned + "And turn slowly."), steps(turned));
  EXPECT_EQ(steps(turned + "Now turn your chest to the left.").size(), steps(turned).size())
      << "the other side is no new step either";
  EXPECT_EQ(steps("Lie on your side.\nLift your top leg. Pause. Lower your top leg. Pause again.").size(), 4U)
      << "a hold is new each time";
}

TEST(Retold, WhatHappensAtTheSameTimeIsOneStep) {
  EXPECT_EQ(
      steps(kneeling + "Breathe in and slide your left leg back. At the same time your right arm reaches forward."),
      Steps{"inhale left leg.reach arm.reach"});
  EXPECT_EQ(
      steps(
          "Lie on your back.\n1. Breathe out and tuck your tailbone.\n2. Still breathing out, squeeze your buttocks."),
      Steps{"exhale pelvis.tuck glutes.engage"});
}

TEST(Retold, ToAndFroIsNoWayBack) {
  const std::string rocked = kneeling + "Breathe in and sit your hips back. Breathe out and come forward.\n";
  EXPECT_EQ(steps(rocked + "Go back and forth for five breaths."), steps(rocked));
  EXPECT_EQ(steps(rocked + "Do six, then six in reverse."), steps(rocked));
  EXPECT_TRUE(read(rocked + "Go back and forth for five breaths.").unread.empty());
}

TEST(Retold, WhatSheWaitsForIsNoHold) {
  const std::string squeezed = kneeling + "Breathe out and draw in your belly.\n";
  EXPECT_EQ(steps(squeezed + "Wait until your surgeon has looked at the scar."), steps(squeezed));
  EXPECT_EQ(steps(squeezed + "Wait here until the room has stopped moving.").size(), 2U) << "she stays where she is";
}

TEST(Retold, AWayBackInsideARoundToldAgain) {
  const std::string round =
      kneeling + "Breathe in and lift your right arm up to the ceiling. Breathe out and thread it under your chest.\n";
  EXPECT_EQ(steps(round + "And in, unwind, arm back up to the sky. And out, thread it."), steps(round));
}

TEST(Retold, WhatComesHomeComesBack) {
  EXPECT_EQ(steps("Lie on your side.\nLift your top arm. Breathe out and bring the arm home.").back(),
            "exhale arms.lower return");
  EXPECT_EQ(
      steps("Sit on a chair.\nLean to the right. Breathe in and let the arm lead you back up to the middle.").back(),
      "inhale return");
  EXPECT_EQ(steps("Sit on a chair.\nLean to the right. As you bring your hand back, breathe in.").size(), 2U);
  EXPECT_EQ(steps("Come into child's pose.\nWalk your hands to the right. Walk your hands back to the middle.").back(),
            "free hands.walk return");
}

TEST(Retold, TheSideThatIsToBeDoneNextIsNotThatOfWhatStandsBeforeIt) {
  EXPECT_EQ(
      steps("Come into child's pose.\nWalk both hands over to the right. Walk your hands back to the middle, and then "
            "take it all over to the left."),
      (Steps{"free each hands.walk", "free each hands.walk return"}));
}

} // namespace
} // namespace supple::reader
