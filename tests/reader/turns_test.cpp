// SPDX-License-Identifier: Apache-2.0
// Turns of speech in which a step was once lost, or read as another: one thing a test.
#include "reading_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supple::reader {
namespace {

TEST(Turns, OnABreathSheSitsOnHerHeelsToo) {
  EXPECT_EQ(steps(kneeling + "Inhale, arch your back. Exhale, and sit back on your heels."),
            (Steps{"inhale spine.arch", "exhale go.heel-sit"}));
  EXPECT_EQ(steps(kneeling + "Exhale, and sink your hips back to your heels."), Steps{"exhale pelvis.back"});
}

TEST(Turns, FromHerHeelsSheComesOntoHandsAndKneesAnew) {
  EXPECT_EQ(steps(kneeling +
                  "Sink your hips back to your heels. Stay for two breaths. Come forward onto your hands and "
                  "knees."),
            (Steps{"free pelvis.back", "free stay", "free pelvis.forward go.all-fours"}));
}

TEST(Turns, OntoHerHeelsIsWrittenAsTwoWordsToo) {
  EXPECT_EQ(steps("Kneel.\nSit back on to your heels."), Steps{"free go.heel-sit"});
  EXPECT_EQ(steps("Stand.\nHold on to the chair. Lift one leg."), (Steps{"free hands.place", "free leg.lift"}));
}

TEST(Turns, OnTheBreathOfASentenceBeforeHerHipsGoBackToHerHeels) {
  EXPECT_EQ(steps(kneeling + "Breathe in and let your hips travel back. Sit back on your heels and rest."),
            (Steps{"inhale pelvis.back", "free stay"}));
}

TEST(Turns, AnUnreadBreathEndsTheOneBeforeIt) {
  EXPECT_EQ(steps("Lie on your back.\nExhale and stretch one leg out long. Inhale and gloop it back in. Exhale and set "
                  "the foot down."),
            (Steps{"exhale leg.reach", "exhale leg.lower"}));
}

TEST(Turns, WhatThenOrASemicolonPartsIsNotOnTheBreathBefore) {
  EXPECT_EQ(steps(kneeling + "Breathe in, then round your back as you breathe out."),
            (Steps{"inhale breathe", "exhale spine.round"}));
  EXPECT_EQ(steps("Lie on your back.\nAs you breathe out draw one knee to your chest; the foot is put back on the mat "
                  "as you breathe in."),
            (Steps{"exhale knee.bend", "inhale leg.lower"}));
  EXPECT_EQ(steps(kneeling + "Round your back: let your head hang as you breathe out."),
            Steps{"exhale spine.round head.drop"});
}

TEST(Turns, ABreathThatIsComparedWithIsNotDrawn) {
  EXPECT_EQ(steps("Lie on your back.\nTake ten breaths here, the out-breath longer than the in-breath."),
            Steps{"free stay breathe"});
  EXPECT_EQ(steps(kneeling + "Make the out-breath longer than the in-breath as you round your back.").back(),
            "exhale spine.round");
}

TEST(Turns, ASighIsLetOutOnPurpose) {
  EXPECT_EQ(steps(kneeling + "Take a big breath in and sigh it out."), (Steps{"inhale breathe", "exhale breathe"}));
  EXPECT_EQ(steps(kneeling + "Take a big breath in. Sigh it out."), (Steps{"inhale breathe", "exhale breathe"}));
  EXPECT_EQ(steps(kneeling + "Take a big breath in, and out."), Steps{"inhale breathe"});
}

TEST(Turns, NotStirringForSomeBreathsIsAHold) {
  const Reading reading = read(kneeling + "Round your back. For ten breaths do not stir.");
  EXPECT_EQ(steps(kneeling + "Round your back. For ten breaths do not stir.").back(), "free stay");
  EXPECT_EQ(reading.steps.back().hold, (Hold{0, 10}));
  EXPECT_TRUE(reading.avoid.empty());
  EXPECT_EQ(read(kneeling + "Round your back. Do not stir the hips.").avoid.size(), 1U);
  for (const char* const told : {"Never move faster than your breath.", "Nothing moves but your breath."}) {
    EXPECT_EQ(read(kneeling + "Round your back. " + told).avoid.size(), 1U) << told;
    EXPECT_EQ(steps(kneeling + "Round your back. " + told), Steps{"free spine.round"}) << told;
  }
}

TEST(Turns, BreathingThereSoManyTimesIsAHold) {
  const Reading reading = read(kneeling + "Sink back into child's pose and breathe there five times.");
  EXPECT_EQ(line_of(reading.steps.back()), "free stay breathe");
  EXPECT_EQ(reading.steps.back().hold, (Hold{0, 5}));
  EXPECT_FALSE(reading.rounds);
}

TEST(Turns, AfterAPostureABareTimeIsAHold) {
  const Reading reading = read("Kneel.\nLie down on your left side. Twenty minutes, and that is an order.");
  EXPECT_EQ(line_of(reading.steps.back()), "free stay");
  EXPECT_EQ(reading.steps.back().hold, (Hold{1200, 0}));
  EXPECT_EQ(steps(kneeling + "Round your back.\nTwenty minutes, twice a day."), Steps{"free spine.round"});
  EXPECT_EQ(steps("Kneel.\nLie down on your left side. Twenty minutes later, get up."),
            Steps{"free left go.side-lying"});
}

TEST(Turns, RelaxingThereForAsLongAsSheLikesIsAHold) {
  EXPECT_EQ(steps(kneeling + "Put your forehead on the floor. There you can relax for as long as you like.").back(),
            "free stay");
}

TEST(Turns, BigPuppyBreathsAreCounted) {
  EXPECT_EQ(read(kneeling + "Round your back. Stay there for four big puppy breaths.").steps.back().hold, (Hold{0, 4}));
}

TEST(Turns, WhatIsNamedAndThenToldWithItsBreathIsToldOnce) {
  EXPECT_EQ(steps(kneeling +
                  "All you do is sway your hips. Hips over to one side as you breathe out, back to the middle "
                  "as you breathe in."),
            (Steps{"exhale each pelvis.side", "inhale return"}));
  EXPECT_EQ(steps("Sit on a chair.\nReach your right arm forward. Reach your left arm forward as you breathe out."),
            (Steps{"free right arm.reach", "exhale left arm.reach"}));
}

TEST(Turns, APraiseEndsAnInstruction) {
  EXPECT_EQ(steps("Sit on a chair.\nso sit up really tall that's it put your hands on your thighs"),
            (Steps{"free spine.long", "free hands.place"}));
}

TEST(Turns, AsPeopleSpeakAndJustBeginsAnew) {
  EXPECT_EQ(steps("Sit on a chair.\nknees nice and wide and just sit up really tall for me"),
            (Steps{"free knees.widen", "free spine.long"}));
  EXPECT_EQ(steps(kneeling + "Round your back as you breathe out and just let your head hang."),
            Steps{"exhale spine.round head.drop"});
}

TEST(Turns, WhereSomethingUnreadLeadsIsAStepOfItsOwn) {
  EXPECT_EQ(steps("Stand.\nGather the arms in front of you, and draw it in until your palms lie on your belly."),
            (Steps{"free arms.reach", "free hands.place"}));
  EXPECT_EQ(steps("Sit on a ball.\nRoll your pelvis under you so that your lower back rounds.").size(), 1U);
}

TEST(Turns, WhatGoesAsSheBreathesOutComesBackAsSheBreathesIn) {
  const std::string told =
      "Lie on your side.\nBend your knees. Roll your hip forward, and let it come back. Turn your chest and return.\n"
      "In all of this, the hip sets out as you breathe out and comes home as you breathe in.";
  EXPECT_EQ(steps(told), (Steps{"free knees.bend", "exhale pelvis.turn", "inhale return", "free spine.turn return"}));
  EXPECT_EQ(read(told).unread.size(), 0U);
  const Reading warned = read("Lie on your back.\nBend your knees. Every time tilt your pelvis as you breathe out and "
                              "return as you breathe in, but do not hold your breath.");
  EXPECT_EQ(warned.steps.size(), 3U);
  EXPECT_EQ(warned.avoid.size(), 1U);
  EXPECT_EQ(warned.cautions.size(), 1U);
}

TEST(Turns, ThePostureThatATaleComesByIsListed) {
  const Reading reading = read("Lie on your side.\nStretch the top leg away. Then she turned over onto the other side, "
                               "slowly, by way of hands and knees.");
  ASSERT_EQ(reading.unread.size(), 1U);
  EXPECT_TRUE(reading.unread.front().text.contains("by way of hands and knees"));
}

TEST(Turns, AnUnknownWordBeforeItIsNoMereBreath) {
  const Reading reading = read("Lie on your back.\nStretch one leg out. Inhale and zorgle it back in.");
  ASSERT_EQ(reading.unread.size(), 1U);
  EXPECT_EQ(reading.unread.front().text, "Inhale and zorgle it back in.");
}

TEST(Turns, ThePlaceNamedOnABreathIsGoneTo) {
  EXPECT_EQ(steps(kneeling + "Inhale neutral, exhale round. Inhale, centre."),
            (Steps{"inhale spine.neutral", "exhale spine.round", "inhale return"}));
}

TEST(Turns, ASentenceThatIsTheNameOfAPostureTakesHerThere) {
  EXPECT_EQ(steps(kneeling + "Round your back. Puppy. Let your chest sink."),
            (Steps{"free spine.round", "free go.puppy", "free chest.lower"}));
}

TEST(Turns, AHandThatSettlesOnHerBellyTurnsNobodyOver) {
  EXPECT_EQ(steps("Lie on your back.\nBend your knees. Let your hands settle on your belly."),
            (Steps{"free knees.bend", "free hands.place"}));
}

TEST(Turns, OneSideOfTheWaistThatIsStretchedBendsHer) {
  EXPECT_EQ(steps(kneeling + "Stretch your left waist."), Steps{"free left spine.side"});
  EXPECT_EQ(steps(kneeling + "Stretch your waist."), Steps{"free spine.long"});
}

TEST(Turns, AnArmThatFloatsOutToTheSideReaches) {
  EXPECT_EQ(steps(kneeling + "Your right arm floats out to the side and up, and your chest swings open."),
            Steps{"free right arm.reach spine.turn"});
  EXPECT_EQ(steps("Stand.\nReach your arms up. Let your arms float down to your sides.").back(), "free arms.lower");
}

TEST(Turns, InALungeTheFootStepsBackToWhereItCameFrom) {
  EXPECT_EQ(steps(kneeling + "Step your right foot forward into a low lunge. Then step it back and do the left one."),
            (Steps{"free each go.lunge", "free each feet.walk"}));
}

TEST(Turns, UncrossingIsTheWayBack) {
  EXPECT_EQ(steps("Sit on a chair.\nCross your right ankle over your left thigh. Uncross.").back(), "free return");
  EXPECT_EQ(steps("Stand.\nFold your arms over your chest. Uncross your arms.").back(), "free arms.lower");
}

TEST(Turns, ProneThePubicBoneIntoTheMatTucksThePelvis) {
  EXPECT_EQ(steps("Lie on your front.\nPubic bone into the mat."), Steps{"free pelvis.tuck"});
}

} // namespace
} // namespace supple::reader
