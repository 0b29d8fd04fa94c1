// SPDX-License-Identifier: Apache-2.0
// Nothing is lost in silence, nothing that is forbidden is done, and what is no move moves nobody: one thing a test.
#include "reading_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supple::reader {
namespace {

// The words that are listed as unread.
std::vector<std::string> unread(const std::string& text) {
  std::vector<std::string> words;
  for (const Passage& passage : read(text).unread)
    words.push_back(passage.text);
  return words;
}

TEST(Silence, AVerbOfMovingThatGivesNothingIsListed) {
  EXPECT_EQ(unread(kneeling + "Squeeze."), std::vector<std::string>{"Squeeze."});
  EXPECT_EQ(unread("Lie on your back.\nBreathe in, then hook your ankles and sit up."),
            std::vector<std::string>{"then hook your ankles"});
  EXPECT_EQ(unread(kneeling + "Take your time."), std::vector<std::string>{}) << "nothing is named that she could take";
  EXPECT_EQ(unread("Lie on your side.\nPress into your hands and sit up."), std::vector<std::string>{})
      << "the way to a posture";
  EXPECT_EQ(unread(kneeling + "Step 1."), std::vector<std::string>{});
}

TEST(Silence, InAPostureAVerbThatGivesNothingIsListedBesideTheNameOfAnother) {
  EXPECT_EQ(unread(kneeling + "Round your back. Get back up on your hands first, then sit back on your heels."),
            std::vector<std::string>{"Get back up on your hands first"});
}

TEST(Silence, ABreathBeforeTheOtherWayIsAStep) {
  EXPECT_EQ(
      steps("Sit on a ball.\nSo breathe in and then as you breathe out tuck your tailbone and then breathe in and "
            "tip the other way so your hips stick out behind.")
          .front(),
      "inhale breathe");
}

TEST(Silence, WhatComesBackAgainIsANewStep) {
  EXPECT_EQ(
      steps("Sit on a chair.\nBreathe in and grow tall. Breathe out and round your back. Breathe in and grow tall "
            "again."),
      (Steps{"inhale spine.long", "exhale spine.round", "inhale spine.long"}));
}

TEST(Silence, WhatThenFollowsAReturnIsNoMoreOfItsBreath) {
  EXPECT_EQ(steps("Sit on a chair.\nTurn to the right. On the last inhale, come back upright, and then set your right "
                  "foot down on the floor."),
            (Steps{"free right spine.turn", "inhale return", "free right leg.lower"}));
}

TEST(Silence, AfterAndAgainTheBreathIsOver) {
  EXPECT_EQ(steps("Sit on a chair.\nBreathe out and drop your shoulders. And again. Now roll them backwards."),
            (Steps{"exhale shoulders.relax", "free shoulders.roll"}));
}

TEST(Silence, AWaitBeforeAllElseIsListedOnceAPostureIsNamed) {
  EXPECT_EQ(unread("Come onto your hands and knees, and wait until the puffing stops."),
            std::vector<std::string>{"and wait until the puffing stops."});
  EXPECT_EQ(unread("Wait until the kitchen is quiet.\n" + kneeling), std::vector<std::string>{});
}

TEST(Silence, BreathsThatAreCountedInWordsNotKnownAreListed) {
  EXPECT_EQ(unread(kneeling + "Round your back. Three breaths' worth of dawdling."),
            std::vector<std::string>{"Three breaths' worth of dawdling."});
}

TEST(Silence, AnEmojiEndsItsLine) {
  EXPECT_EQ(
      steps("Sit down on the floor.\nTurn to the right. Hips too cranky? Do it on a chair, works a treat \U0001FA91\n"
            "finish with your knees out wide and your eyes closed")
          .back(),
      "free eyes.close knees.widen");
}

TEST(Silence, TheBacksOfTheHandsGoNowhereBack) {
  EXPECT_EQ(steps("Stand.\nBend your knees. Put the backs of your hands on your lower back."),
            (Steps{"free knees.bend", "free hands.place"}));
}

TEST(NoMove, WhatIsKeptWhileSheHolds) {
  EXPECT_EQ(steps("Lie on your side.\nLift your top knee. Keep the knee open and hold for 10 seconds.").back(),
            "free stay");
  EXPECT_EQ(steps("Stand.\nRise onto your toes. Keep hold of the counter for three breaths.").back(), "free stay");
}

TEST(NoMove, ARestBetweenTwoSets) {
  EXPECT_EQ(steps("Stand.\nBend your knees.\nREST: 90 seconds."), Steps{"free knees.bend"});
  EXPECT_EQ(steps("Stand.\nBend your knees. Rest for a minute.").back(), "free stay");
}

TEST(NoMove, AHabitAReasonAndAThingThatIsPutBack) {
  EXPECT_EQ(steps(kneeling + "Round your back.\nI usually end up staying there."), Steps{"free spine.round"});
  EXPECT_EQ(steps(kneeling + "Round your back, because it is hard to be serious while you are wagging."),
            Steps{"free spine.round"});
  EXPECT_EQ(steps(kneeling + "Round your back.\nPlease return cards to the box."), Steps{"free spine.round"});
}

TEST(NoMove, OneHoldInTwoWordings) {
  EXPECT_EQ(steps(kneeling + "Sit back on your heels. Three slow breaths here.").size(),
            steps(kneeling + "Sit back on your heels. Stay for three breaths.").size());
  EXPECT_EQ(steps(kneeling + "Round your back. Remain, then sit still for three breaths."),
            (Steps{"free spine.round", "free stay"}));
}

TEST(Silence, HowOftenOnWhichSideAndHowFarIsNothingNewToDo) {
  for (const char* text :
       {"Make this four times on every side.", "Give the other hip the same.", "Go only as far as the bump allows."})
    EXPECT_EQ(unread(kneeling + "Round your back.\n" + text), std::vector<std::string>{}) << text;
}

TEST(Silence, WhatIsToldBeforeTheOtherSideIsNew) {
  EXPECT_EQ(
      steps("Stand.\nBend your knees. Stay for ten seconds. Reach your right arm up. Stay there for twenty seconds, "
            "then do the other side.")
          .back(),
      "free each stay");
}

TEST(Silence, EachOneOfTheBreathsIsNotEveryShape) {
  EXPECT_EQ(steps(kneeling + "Round your back. Stay there for three breaths, and aim each one at your ribs."),
            (Steps{"free spine.round", "free stay"}));
}

TEST(Silence, AHoldInWhichSheGoesOnBreathingIsAHold) {
  EXPECT_EQ(steps(kneeling + "Round your back. Stay for twenty seconds and continue to breathe evenly.").back(),
            "free stay breathe");
}

TEST(Silence, ABreathThatIsTakenIsDrawnAfterWhatWasDone) {
  EXPECT_EQ(steps("Stand.\nTurn to the right, come back and take a breath in, and as you breathe out round your spine.")
                .back(),
            "exhale spine.round");
  EXPECT_EQ(steps("Sit on a ball.\nReach your arms up, then breathe in."),
            (Steps{"free arms.reach", "inhale breathe"}));
  EXPECT_EQ(steps(kneeling + "While looking down at your mat, you are going to take a slow breath in."),
            Steps{"inhale head.neutral"});
  EXPECT_EQ(steps("Stand.\nReach your arms up and breathe in."), Steps{"inhale arms.reach"});
}

TEST(Silence, CountingIsAHoldOfAsManySeconds) {
  const Reading counted = read(kneeling + "Round your back and count to five, out loud.");
  ASSERT_EQ(counted.steps.size(), 2U);
  EXPECT_EQ(counted.steps.at(0).text, "Round your back and");
  EXPECT_EQ(counted.steps.at(1).hold, (Hold{5, 0}));
  EXPECT_EQ(read(kneeling + "Round your back. Hold for a count of three.").steps.at(1).hold, (Hold{3, 0}));
  EXPECT_EQ(steps("Lie on your back.\nInhale for a count of four."), Steps{"inhale breathe"});
}

TEST(Silence, TheNameOfAPoseOnABreath) {
  EXPECT_EQ(steps(kneeling + "Inhale, cow. Exhale, cat."), (Steps{"inhale spine.arch", "exhale spine.round"}));
  EXPECT_EQ(steps(kneeling + "(c) On the out-breath round your back."), Steps{"exhale spine.round"});
}

TEST(Silence, ARestInAPostureGoesThereAndHoldsForItsLength) {
  EXPECT_EQ(steps(kneeling + "Round your back.\nRest in child's pose."),
            (Steps{"free spine.round", "free go.childs-pose"}));
  EXPECT_EQ(steps(kneeling + "Round your back.\nRest in child's pose for twenty seconds."),
            (Steps{"free spine.round", "free go.childs-pose", "free stay"}));
}

TEST(Silence, AHoldIsNoHoldWhereItIsWhatFor) {
  EXPECT_EQ(steps(kneeling + "Squeeze your right buttock to keep it there."), Steps{"free right glutes.engage"});
  EXPECT_EQ(steps("Sit on a chair.\nGo back to ordinary breathing."), Steps{"free breathe"});
}

TEST(Silence, WhatIsToldTwiceAtOnceIsOneStep) {
  EXPECT_EQ(steps(kneeling + "Sway your hips from side to side.\nWag your tail."), Steps{"free each pelvis.side"});
  EXPECT_EQ(steps(kneeling + "Round your back. Let it come back. Come back like this ten times.").size(), 2U);
  EXPECT_EQ(read("The ball should be firm, and it should stand on carpet. Sit on the ball.").start,
            vocabulary::Posture::ball);
}

TEST(Silence, WhatSheFeelsOnABreathLeavesItABreath) {
  EXPECT_EQ(steps("Lie on your back.\nBreathe in and feel your belly rise."), Steps{"inhale breathe"});
}

TEST(Silence, NobodyDoesIt) {
  EXPECT_EQ(steps(kneeling + "Nobody rounds her back here."), Steps{});
  EXPECT_EQ(steps("Stand.\nI go home."), Steps{}) << "nothing was done that she could come back from";
}

TEST(Silence, WhatIsUnderMeIsNotToldOfMe) {
  EXPECT_EQ(steps("Stand.\nIN: knees bent, feet under me."), Steps{"inhale knees.bend"});
}

TEST(Silence, WhatComesBeforeTheFirstPostureIsListed) {
  const Reading reading =
      read("Whoever brought the scones, step forward.\n\nCome onto your hands and knees.\nRound your back.");
  ASSERT_EQ(reading.steps.size(), 1U);
  EXPECT_EQ(line_of(reading.steps.front()), "free spine.round");
  EXPECT_EQ(reading.unread.size(), 1U);
}

TEST(Silence, OneIsWhoeverDoesIt) {
  EXPECT_EQ(steps(kneeling + "With the breathing out, one lets the back sink."), Steps{"exhale spine.arch"});
}

TEST(Silence, CardsOfOneWordAndALength) {
  EXPECT_EQ(read("Stand.\nBend your knees.\nHOLD: 2 seconds.").steps.back().hold, (Hold{2, 0}));
  EXPECT_EQ(steps("Stand.\nBend your knees. Heels stay down."), Steps{"free knees.bend"});
}

TEST(Silence, TheOtherWayIsNewWhereAPartMoves) {
  EXPECT_EQ(unread(kneeling + "Tuck your tail.\nThen let your pelvis tip the other way.").size(), 1U);
}

TEST(Silence, WhatSheWouldLeaveAloneIsNotDone) {
  EXPECT_EQ(steps("Stand.\nThe lunges I'd leave alone until you have seen your doctor."), Steps{});
}

TEST(Silence, AnUmBeginsAnew) {
  EXPECT_EQ(steps("Sit on a ball so it can't roll off without you um hands on your knees."), Steps{"free hands.place"});
}

TEST(Silence, BackToWhereSheWasIsNoReturnFromAnotherPosture) {
  EXPECT_EQ(steps(kneeling + "Sit back into child's pose.\nCome back to hands and knees."),
            (Steps{"free pelvis.back go.childs-pose", "free go.all-fours"}));
  EXPECT_EQ(steps(kneeling + "Round your back.\nCome back to hands and knees."),
            (Steps{"free spine.round", "free return"}));
}

TEST(Silence, WhatIsToldOfOthersAndMovesAPartIsListed) {
  EXPECT_EQ(unread(kneeling + "I asked her to close her eyes.").size(), 1U);
  EXPECT_EQ(unread(kneeling + "Then she pushed herself up to sitting.").size(), 1U);
  EXPECT_EQ(unread(kneeling + "Feel your sit bones spread apart.").size(), 1U);
}

TEST(Silence, InAnExerciseWhatSheFeelsIsNoErrorAndAnOrderIs) {
  const auto unread_in = [](const char* sentence) {
    return read_passage(sentence, {}, {}, {.posture = vocabulary::Posture::all_fours}, lexicon()).unread.size();
  };
  EXPECT_EQ(unread_in("Feel your sit bones spread apart."), 0U);
  EXPECT_EQ(unread_in("Wobble your knees."), 1U);
}

TEST(Silence, LettingHerDoItIsAnOrder) {
  EXPECT_EQ(steps("Stand.\nLet her lay both hands upon the table. Lastly, let her close her eyes."),
            (Steps{"free hands.place", "free eyes.close"}));
  EXPECT_EQ(steps("Stand.\nLet her then raise both arms forward."), Steps{"free arms.reach"});
  EXPECT_EQ(steps("Stand.\nThe hips are now carried to one side and to the other."), Steps{"free each pelvis.side"});
}

TEST(Silence, WhatIsForbiddenMayGoOn) {
  for (const char* text : {"The usual mistake is to lunge over the knee and let the back hollow.",
                           "Do not arch your back and drop your head.",
                           "Try not to bend your elbows and push your hips "
                           "forward.",
                           "Avoid arching your back and letting your head hang."})
    EXPECT_EQ(steps(kneeling + text), Steps{}) << text;
  EXPECT_EQ(steps(kneeling + "Don't lift your shoulders and keep your neck long."), Steps{"free head.neutral"});
  EXPECT_EQ(steps(kneeling + "Do not bend your elbows, and lower your hips."), Steps{"free pelvis.lower"});
}

TEST(Silence, WhatAThingIsLikeIsNothingToDo) {
  EXPECT_EQ(steps("Sit on the floor.\nPut a firm pillow under your bottom."), Steps{});
  EXPECT_EQ(steps("Lie on your back.\nA soft ball held between the knees will do."), Steps{});
  EXPECT_EQ(steps("Stand.\nCircle your hips, slow as cows coming home."), Steps{"free pelvis.circle"});
  EXPECT_EQ(steps(kneeling + "Round as you blow out."), Steps{"exhale spine.round"});
}

TEST(Silence, WhereItLeadsIsNotWhereSheWas) {
  EXPECT_EQ(steps(kneeling + "Round your back. Then go back to your doctor."), Steps{"free spine.round"});
  EXPECT_EQ(steps("Sit on a chair.\nTurn to the right. Then come back to face your screen.").back(), "free return");
}

TEST(Silence, ThePosturesOfAWalkAndOfALift) {
  EXPECT_EQ(steps("Kneel.\nWalk both hands to the right. Walk back to the middle."),
            (Steps{"free right hands.walk", "free return"}));
  EXPECT_EQ(steps("Sit on the floor with your hips up on a firm cushion."), Steps{});
  EXPECT_EQ(steps(kneeling + "Hands under your shoulders, knees hip-width apart."), Steps{});
}

TEST(Silence, WhatAnotherDoesOrWasDoneIsNoStep) {
  EXPECT_EQ(steps(kneeling + "The partner has his eyes shut."), Steps{});
  EXPECT_EQ(steps("Lying down, sitting in the car and turning in bed were all free of pain."), Steps{});
  EXPECT_EQ(steps(kneeling + "Round your back.\nThe breath is not to be held."), Steps{"free spine.round"});
}

TEST(Silence, AHeadingInCapitalsIsNoWayBack) {
  EXPECT_EQ(steps(kneeling +
                  "THE REACH With the next in-breath, lift your leg. THE WAY HOME Breathe out and lower your leg."),
            (Steps{"inhale leg.lift", "exhale leg.lower"}));
}

TEST(Silence, TheNameOfAPostureInThePluralIsNotTaken) {
  EXPECT_EQ(steps("Stand facing a wall.\nFirst up, squats. Bend your knees."), Steps{"free knees.bend"});
  EXPECT_EQ(steps(kneeling + "Afterwards, child's pose."), Steps{"free go.childs-pose"});
}

TEST(Silence, OneAndLikeThatTellWhatIsDone) {
  EXPECT_EQ(unread(kneeling + "After six times, one brings the seat in the direction of the heels.").size(), 1U);
  EXPECT_EQ(steps(kneeling + "After that one makes big circles with the hips."), Steps{"free pelvis.circle"});
  EXPECT_EQ(steps(kneeling + "Bend to your right side. Like that you remain for one breath."),
            (Steps{"free right spine.side", "free stay"}));
}

TEST(Silence, WhatLeadsToABreathPutsNoHand) {
  EXPECT_EQ(steps(kneeling + "Round your back. On your next inhale press into your left hand and come back."),
            (Steps{"free spine.round", "inhale left return"}));
}

TEST(Silence, ASoftBellyUnderTheHandIsSoft) {
  EXPECT_EQ(steps(kneeling + "Let your belly go soft under your hand."), Steps{"free core.release"});
}

TEST(Silence, SheStaysAsLongAsAThingAllows) {
  EXPECT_EQ(steps(kneeling + "Round your back. Stay as long as the kettle allows."),
            (Steps{"free spine.round", "free stay"}));
}

TEST(Silence, APauseOfTheRecordingAndWhatNobodyHoldsIsNoHold) {
  EXPECT_EQ(steps(kneeling + "Round your back.\n[pause 3] Again, in your own time."), Steps{"free spine.round"});
  EXPECT_EQ(steps(kneeling + "Round your back and keep breathing nobody is holding their breath please"),
            Steps{"free spine.round breathe"});
}

TEST(Silence, APartThatTookNoPartInAMoveIsListed) {
  EXPECT_EQ(unread("You stand with your feet wider than your hips and your forearms on something solid."),
            std::vector<std::string>{"with your feet wider than your hips and your forearms on something solid."});
  EXPECT_EQ(unread(kneeling + "Round your back and take your knees wide enough for the belly."),
            std::vector<std::string>{});
  EXPECT_EQ(unread("Lie on your back with your knees bent and your feet flat."), std::vector<std::string>{});
}

TEST(Silence, AWayBackToNothingAndAWaitAreListed) {
  EXPECT_EQ(unread(kneeling + "Find the middle again."), std::vector<std::string>{"Find the middle again."});
  EXPECT_EQ(unread(kneeling + "Round your back. Wait until the stars have gone."),
            std::vector<std::string>{"Wait until the stars have gone."});
  EXPECT_EQ(unread(kneeling + "Round your back. Wait until your doctor is happy."), std::vector<std::string>{});
}

TEST(Silence, AfterWhenThePostureIsTaken) {
  EXPECT_EQ(
      steps("Sit on a ball.\nRock your hips from side to side. When you are tired of sitting, kneel on the floor."),
      (Steps{"free each pelvis.side", "free go.kneeling"}));
}

TEST(Silence, ANumberedNameIsNoStep) {
  EXPECT_EQ(steps("Lie on your back.\nPart 2: round your back.\nPause there."),
            (Steps{"free spine.round", "free stay"}));
  EXPECT_EQ(steps("Lie on your back.\nExercise 1: Pelvic tilt.\nRound your back."), Steps{"free spine.round"});
  EXPECT_EQ(steps("Sit on a chair.\n5) Side lean. Breathe in and grow tall."), Steps{"inhale spine.long"});
  EXPECT_EQ(steps("Sit on a chair.\n5) Side lean."), Steps{"free spine.side"}) << "all that is told of it";
}

TEST(Silence, SheWaitsAfterABreathThatIsDrawn) {
  EXPECT_EQ(steps(kneeling + "Round your back. Breathe in and just wait."),
            (Steps{"free spine.round", "inhale breathe stay"}));
}

TEST(Silence, WhatStandsBeforeThenIsNotOnTheBreathAfterIt) {
  EXPECT_EQ(steps("Sit on a chair.\nLift your chest, then drop your head as you breathe out."),
            (Steps{"free chest.open", "exhale head.drop"}));
  EXPECT_EQ(steps(kneeling + "Close your eyes take a breath in"), (Steps{"free eyes.close", "inhale breathe"}));
}

TEST(Silence, WhereItLeadsOnABreathIsAWayBack) {
  EXPECT_EQ(steps("Sit on a chair.\nTurn to the right. Breathe in, come back to your screen."),
            (Steps{"free right spine.turn", "inhale return"}));
  EXPECT_EQ(steps("Sit on a chair.\nTurn to the right. Come back. Come back gradually."),
            (Steps{"free right spine.turn", "free return"}));
}

TEST(Silence, AReadingAroundAWordThatIsNotKnownIsListedToo) {
  const std::string turn = "Turn to say good morning to your neighbour on the right.";
  EXPECT_EQ(unread("Sit on a chair.\n" + turn), std::vector<std::string>{turn});
  EXPECT_EQ(steps("Sit on a chair.\n" + turn), Steps{"free right spine.turn"});
}

TEST(Silence, AGerundIsTheBreathOfWhatStandsBeforeItWithoutAMark) {
  EXPECT_EQ(steps(kneeling + "Lift your right arm breathing in and thread it through breathing out."),
            (Steps{"inhale right arm.reach", "exhale arm.thread"}));
  EXPECT_EQ(steps(kneeling + "Breathe in. Your arm goes up, and breathing out you wobble."), Steps{"inhale arm.reach"});
}

TEST(Silence, WhatOnlySeemsToMoveHer) {
  EXPECT_EQ(steps(kneeling + "Round your back. It prefers to leave as the hips sink back."), Steps{"free spine.round"});
  EXPECT_EQ(steps(kneeling + "Round your back. Put dumbbells back."), Steps{"free spine.round"});
  EXPECT_EQ(steps("You are lying on your side, the head on a pillow."), Steps{});
}

TEST(Silence, NothingExceptIsWhatSheDoes) {
  EXPECT_EQ(steps("She sits on a chair.\nBreathing in, she does nothing except grow."), Steps{"inhale spine.long"});
}

TEST(Silence, ABottomAfterAMarkDescribesNothing) {
  EXPECT_EQ(steps("Sit on a ball.\nBreathe in and roll it back, bottom sticking out behind."),
            Steps{"inhale pelvis.tip"});
}

TEST(Silence, WhatIsTakenBackIsNotDone) {
  EXPECT_EQ(steps(kneeling + "Lift your left leg, sorry, right leg."), Steps{"free right leg.lift"});
  EXPECT_EQ(steps(kneeling + "Lift your left leg. No, wait, your right leg."), Steps{"free right leg.lift"});
  EXPECT_EQ(steps(kneeling + "Breathe in and round, no wait, breathe out and round your back."),
            Steps{"exhale spine.round"});
  const std::string other = kneeling + "Lift your left leg. No wait, the other way.";
  EXPECT_EQ(steps(other), Steps{}) << "not as it was read";
  EXPECT_EQ(unread(other), std::vector<std::string>{"Lift your left leg."});
  EXPECT_EQ(steps(kneeling + "Lift your right leg. Sorry, my dog barks. Lower your leg."),
            (Steps{"free right leg.lift", "free leg.lower"}));
}

TEST(Silence, BeforeYouStandSheStandsAndMayStay) {
  EXPECT_EQ(steps("Sit on a chair.\nLift your chest before you stand."),
            (Steps{"free chest.open", "free go.standing"}));
  EXPECT_EQ(steps(kneeling + "Round your back. You can stay like this for as long as you wish."),
            (Steps{"free spine.round", "free stay"}));
}

TEST(Silence, WhatIsLeftToAPartOfHerIsListed) {
  const std::string apart = "Knees can be kept slightly apart.";
  EXPECT_EQ(unread("Sit on your heels.\n" + apart), std::vector<std::string>{apart});
}

TEST(Silence, AnOrderToSomebodyToAskIsNotListed) {
  EXPECT_EQ(unread(kneeling + "Support your wound."), std::vector<std::string>{"Support your wound."});
  EXPECT_EQ(unread(kneeling + "Ring the maternity unit."), std::vector<std::string>{});
}

TEST(Silence, AHandAndAKneeThatComeDownAreLowered) {
  EXPECT_EQ(steps(kneeling + "Bring the hand and the knee back down to the floor."),
            Steps{"free arms.lower leg.lower"});
}

TEST(Silence, AHoldOfNoLengthAfterAHoldIsTheSame) {
  EXPECT_EQ(steps(kneeling + "Round your back. Stay for three breaths. Stay there."),
            (Steps{"free spine.round", "free stay"}));
  EXPECT_EQ(steps(kneeling + "Round your back. Stay for three breaths. Stay for ten seconds.").size(), 3U);
}

} // namespace
} // namespace supple::reader
