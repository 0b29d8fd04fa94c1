// SPDX-License-Identifier: Apache-2.0
// What the language of movement does, one thing a test: a text, and the steps it is read as.
#include "reading_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supple::reader {
namespace {

TEST(Language, OrdersInManyForms) {
  for (const char* text :
       {"Round your spine.", "round your spine", "Now gently round your spine.", "You are going to round your spine.",
        "You round your spine.", "Let your spine round.", "Allow the whole back to round.", "Your spine rounds.",
        "The spine rounds.", "Think about rounding your spine.", "Begin to round your spine.",
        "We're gonna round the spine.", "She rounds her back.", "I round my back.", "1. Round your spine.",
        "• Round your spine", "✨ Round your spine", "Round your spine, like a grumpy old cat.",
        "Arch your back like a cat."})
    EXPECT_EQ(steps(text), Steps{"free spine.round"}) << text;
}

TEST(Language, ABreathBeforeAfterOrInAnotherSentence) {
  for (const char* text :
       {"Exhale and round your spine.", "As you breathe out, round your spine.", "On an out-breath, round your spine.",
        "Round your spine as you exhale.", "Round your spine, breathing out.", "Breathe out. Round your spine.",
        "Blow the air out, as if cooling soup, and round your spine.", "As the breath leaves you, round your spine.",
        "OUT: round your spine.", "Empty your lungs and round your spine.", "EXHALE ▸ Round your spine."})
    EXPECT_EQ(steps(text), Steps{"exhale spine.round"}) << text;
  EXPECT_EQ(steps("Round your back as you exhale and arch your back as you inhale."),
            (Steps{"exhale spine.round", "inhale spine.arch"}));
  EXPECT_EQ(steps("Breathe in. Breathe out and round your spine."), (Steps{"inhale breathe", "exhale spine.round"}));
}

TEST(Language, TheNameOfAPoseMeansWhatFollows) {
  EXPECT_EQ(steps("Arch your back like an angry cat."), Steps{"free spine.round"});
  EXPECT_EQ(steps("Arch your back and let your belly drop."), Steps{"free spine.arch"});
  EXPECT_EQ(steps(kneeling + "Exhale into cat. Inhale into cow."), (Steps{"exhale spine.round", "inhale spine.arch"}));
}

TEST(Language, ADirectionIsATiltOrATravel) {
  EXPECT_EQ(steps("Tilt your pelvis forward."), Steps{"free pelvis.tip"});
  EXPECT_EQ(steps(kneeling + "Rock your hips forward over your hands."), Steps{"free pelvis.forward"});
  EXPECT_EQ(steps("Tuck your tailbone under."), Steps{"free pelvis.tuck"});
  EXPECT_EQ(steps(kneeling + "Send your hips back towards your heels."), Steps{"free pelvis.back"});
}

TEST(Language, HowFar) {
  const Reading little = read("Round your spine a little.");
  ASSERT_EQ(little.steps.size(), 1U);
  EXPECT_EQ(little.steps[0].amounts, (std::vector<vocabulary::MoveAmount>{{vocabulary::Move::spine_round, 0.25}}));
  const Reading half = read("Round your spine half way.");
  EXPECT_EQ(half.steps[0].amounts, (std::vector<vocabulary::MoveAmount>{{vocabulary::Move::spine_round, 0.5}}));
  const Reading easy = read("Round your spine, only as far as is comfortable.");
  EXPECT_EQ(easy.cautions, std::vector{vocabulary::Caution::pain});
}

TEST(Language, AtTheSameTimeAndOneAfterTheOther) {
  EXPECT_EQ(steps("As you round your spine, let your head hang."), Steps{"free spine.round head.drop"});
  EXPECT_EQ(steps("Round your spine, letting your head hang."), Steps{"free spine.round head.drop"});
  EXPECT_EQ(steps("Round your spine and then lift your head."), (Steps{"free spine.round", "free head.lift"}));
  EXPECT_EQ(steps("Lie on your back.\nRoll onto your side before you sit up."),
            (Steps{"free go.side-lying", "free go.seated"}));
}

TEST(Language, BothSides) {
  EXPECT_EQ(steps("Exhale and lean to the left.\nNow the other side."), Steps{"exhale each spine.side"});
  EXPECT_EQ(steps("Exhale and lean to the left. Inhale and come back to the centre. Exhale and lean to the right."),
            (Steps{"exhale each spine.side", "inhale each return"}));
  EXPECT_EQ(steps("Press each side up to the sky."), Steps{"free each spine.side"});
  EXPECT_EQ(read("Press your left side up to the sky.").steps[0].sense, vocabulary::Sense::up);
  EXPECT_EQ(read("Lean to the left.").steps[0].sense, vocabulary::Sense::toward);
  EXPECT_EQ(steps("Round your spine where you left it."), Steps{"free spine.round"});
}

TEST(Language, WhatNotToDoIsNeverAStep) {
  for (const char* text :
       {"Do not round your spine.", "Don't round your spine.", "Never round your spine.", "Avoid rounding your spine.",
        "There is no need to round your spine.", "You don't have to round your spine.", "No rounding your spine.",
        "Try not to let your spine round.", "Your spine should not round.", "Stop before your spine rounds.",
        "Common mistakes: rounding your spine.", "Don't: round the spine, hold your breath.",
        "Don't let your spine round or your head drop."})
    EXPECT_EQ(steps(text), Steps{}) << text;
  EXPECT_EQ(steps("Lift your head without rounding your back."), Steps{"free head.lift"});
  EXPECT_EQ(steps("Do not round your spine; lift your head."), Steps{"free head.lift"});
}

TEST(Language, WhatStandsUnderAConditionIsAChoice) {
  for (const char* text :
       {"If you like, round your spine.", "You can round your spine.", "You might like to round your spine.",
        "Easier: round your spine.", "Knees sore? Round your spine.", "Too much? Round your spine."}) {
    EXPECT_EQ(steps(text), Steps{}) << text;
    EXPECT_EQ(read(text).options.size(), 1U) << text;
  }
  EXPECT_EQ(steps("When you're ready, round your spine."), Steps{"free spine.round"});
  EXPECT_EQ(steps("When you've had enough round your spine."), Steps{"free spine.round"});
}

TEST(Language, WhatHoldsAllAlong) {
  const Reading reading = read("Round your spine.\nKeep your knees together throughout.");
  EXPECT_EQ(reading.steps.size(), 1U);
  EXPECT_EQ(reading.throughout.size(), 1U);
  EXPECT_EQ(read("The knees stay together.").throughout.size(), 1U);
}

TEST(Language, HoldsInSecondsAndBreaths) {
  EXPECT_EQ(read("Stay for five slow breaths.").steps[0].hold, (Hold{0, 5}));
  EXPECT_EQ(read("Hold for 20 to 30 seconds.").steps[0].hold, (Hold{20, 0}));
  EXPECT_EQ(read("Hold here for a minute.\n").steps[0].moves, std::vector{vocabulary::Move::stay});
  EXPECT_EQ(steps("Round your spine for three breaths."), (Steps{"free spine.round", "free stay"}));
  EXPECT_EQ(read("Stay.\nFour breaths.").steps.size(), 1U);
}

TEST(Language, RoundsAndWhatIsNone) {
  const auto rounds = [](const std::string& text) { return read("Round your spine.\n" + text).rounds; };
  EXPECT_EQ(rounds("Repeat six times."), (Range{6, 6}));
  EXPECT_EQ(rounds("Reps: 10–12."), (Range{10, 12}));
  EXPECT_EQ(rounds("Ten of those."), (Range{10, 10}));
  EXPECT_EQ(rounds("Aim for 8 to 10."), (Range{8, 10}));
  EXPECT_EQ(rounds("Do at least ten."), (Range{10, 10}));
  EXPECT_EQ(rounds("Up to 10 times."), (Range{1, 10}));
  EXPECT_EQ(rounds("Do it three times a day."), std::nullopt);
  EXPECT_EQ(rounds("That was one."), std::nullopt);
}

TEST(Language, PronounsStandForWhatWasNamed) {
  EXPECT_EQ(steps("Lift your right arm towards the ceiling, then lower it again."),
            (Steps{"free right arm.reach", "free arms.lower"}));
  EXPECT_EQ(steps(kneeling + "Let your head hang.\nLet it rest on the mat."),
            (Steps{"free head.drop", "free head.rest"}));
}

TEST(Language, WhatOnlyTellsIsNoStep) {
  for (const char* text :
       {"Rounding your spine helps the back.", "This stretch rounds the spine.", "Yesterday I rounded my spine.",
        "You've been sitting, lifting toddlers and leaning over laptops all day.", "Feel your spine round.",
        "Why round your spine?", "Notice how the belly rises.", "[Image: a woman rounding her spine.]",
        "Next week: round your spine!", "Side bend", "Tags: round your spine", "#roundyourspine",
        "As your baby grows, the small of your back tends to hollow.", "Good for: rounding the spine.",
        "ADVERTISEMENT: the new mat. Roll it out, lie down, breathe.", "I am not a doctor."})
    EXPECT_EQ(steps(std::string{text} + "\n\nThat is all of it.\nGoodbye."), Steps{}) << text;
}

TEST(Language, WordsOfBothSidesOfTheOceanAndSlips) {
  EXPECT_EQ(steps("Send your bum back towards your heels."), Steps{"free pelvis.back"});
  EXPECT_EQ(steps("Send your booty back toward your heels."), Steps{"free pelvis.back"});
  EXPECT_EQ(steps("Come back to the centre."), steps("Come back to the center."));
  EXPECT_EQ(steps("Drop your shoudlers."), Steps{"free shoulders.relax"});
  EXPECT_EQ(steps("Send your hips back twoards your heels."), Steps{"free pelvis.back"});
  EXPECT_EQ(steps("Don’t round your spine."), Steps{});
}

TEST(Language, WhereAPartGoesIsNoMoveOfItsOwn) {
  EXPECT_EQ(steps("Draw your left knee up towards your chest."), Steps{"free left knee.bend"});
  EXPECT_EQ(steps("Exhale and lower back down."), Steps{"exhale pelvis.lower"});
}

TEST(Language, ABareVerbIsMeantOnABreathOrBeforeAnother) {
  EXPECT_EQ(steps("Exhale: round and come forward over your hands."), Steps{"exhale spine.round pelvis.forward"});
  EXPECT_EQ(steps("Round and lift your head."), Steps{"free spine.round head.lift"});
  EXPECT_TRUE(steps("Inhale: lower the other.").empty());
  EXPECT_EQ(read("Inhale: lower the other.").unread.size(), 1U);
  for (const char* text : {"Next round, the left foot.", "Look round in full circles.", "Exhale and lower the other."})
    EXPECT_TRUE(steps(std::string{text} + " Thank you.").empty()) << text;
}

TEST(Language, AnUnknownVerbOfABodyPartIsListed) {
  const Reading reading = read("Wiggle your shoulders.");
  EXPECT_TRUE(reading.steps.empty());
  EXPECT_EQ(reading.unread.size(), 1U);
  EXPECT_EQ(reading.unread[0].text, "Wiggle your shoulders.");
}

TEST(Language, LinesThatGoOnAreOneSentence) {
  const Reading reading = read("Breathe out and\nround your spine.");
  ASSERT_EQ(reading.steps.size(), 1U);
  EXPECT_EQ(line_of(reading.steps[0]), "exhale spine.round");
  EXPECT_EQ(reading.steps[0].place.line, 2);
  EXPECT_EQ(reading.steps[0].text, "Breathe out and round your spine.");
}

TEST(Language, EverySentenceIsExplained) {
  const auto explained = explain_article("TITLE: A\nExhale and round your spine, but do not force it.", lexicon());
  ASSERT_EQ(explained.size(), 1U);
  ASSERT_EQ(explained[0].clauses.size(), 3U);
  EXPECT_EQ(explained[0].clauses[1].mood, Mood::instruction);
  ASSERT_EQ(explained[0].clauses[1].moves.size(), 1U);
  EXPECT_EQ(explained[0].clauses[1].moves[0].move, vocabulary::Move::spine_round);
  EXPECT_EQ(explained[0].clauses.back().mood, Mood::avoid);
  for (const Why& why : explained[0].clauses)
    EXPECT_FALSE(why.reason.empty());
}

// The work that a text of a kind asks for must not grow faster than the text: every sentence is bounded, and so is what
// is looked back at. Counted in the sentences and clauses that were judged.
std::size_t clauses_judged(const std::string& text) {
  std::size_t count = 0;
  for (const Explained& explained : explain_article("TITLE: A\n" + text, lexicon()))
    count += explained.clauses.size();
  return count;
}

std::string repeated(std::string_view text, int times) {
  std::string whole;
  for (int i = 0; i < times; ++i)
    whole += text;
  return whole;
}

TEST(Growth, OfTheWorkIsThatOfTheText) {
  for (const std::string_view text :
       {"Exhale and round your spine.\n", "exhale and round your spine ", "round your left side\n", "a, ", "and "}) {
    const std::size_t little = clauses_judged(repeated(text, 1000));
    EXPECT_LE(clauses_judged(repeated(text, 4000)), 5 * little) << text;
  }
}

TEST(Growth, NoSentenceIsEndless) {
  constexpr std::size_t longest = 2000;
  for (const Explained& explained : explain_article(repeated("round your spine and ", 20'000), lexicon()))
    EXPECT_LE(explained.sentence.size(), longest);
}

TEST(Language, BreathsToldAfterwards) {
  const Steps there_and_back{"inhale pelvis.lift", "exhale pelvis.lower"};
  for (const char* breath :
       {"Breathe in on the way up and out on the way down.", "Breathe in for the first and out for the second."})
    EXPECT_EQ(steps("Lie on your back.\nLift your hips. Lower your hips. " + std::string{breath}), there_and_back)
        << breath;
  EXPECT_EQ(steps("Sit on a chair.\nTurn your chest to each side. Breathe out every time you turn your chest."),
            Steps{"exhale each spine.turn"});
  EXPECT_EQ(steps(kneeling + "Round your back on the out-breath and let your head hang."),
            Steps{"exhale spine.round head.drop"});
}

TEST(Language, ABreathWithALineOfItsOwn) {
  EXPECT_EQ(steps(kneeling + "\n[0:10] Breathe out.\n[0:12] Round your back.\n[0:15] Let your head hang.\n[0:20] "
                             "Breathe in.\n[0:22] Look up.\n"),
            (Steps{"exhale spine.round head.drop", "inhale head.lift"}));
}

TEST(Language, ABreathIsNoMereBreathWhereWhatIsDoneOnItIsNotKnown) {
  const Reading reading = read(kneeling + "Breathe out and puddle your spine.");
  EXPECT_TRUE(reading.steps.empty());
  ASSERT_EQ(reading.unread.size(), 1U);
  EXPECT_EQ(reading.unread.front().text, "Breathe out and puddle your spine.");
}

TEST(Language, ThePassiveVoice) {
  EXPECT_EQ(steps("Lie on your side.\nThe upper leg is raised. The leg is slowly lowered."),
            (Steps{"free leg.lift", "free leg.lower"}));
}

TEST(Language, AnExerciseToldAsAStory) {
  EXPECT_EQ(steps("I knelt on the rug, hands and knees, and that was Tuesday.\nI rounded my back. I dropped my head. I "
                  "sank my hips to my "
                  "heels. I walked my hands to the right. Then I came back to the middle."),
            (Steps{"free spine.round", "free head.drop", "free pelvis.back", "free right hands.walk", "free return"}));
  EXPECT_EQ(steps(kneeling + "I rounded my back all winter.\nRound your back."), Steps{"free spine.round"});
}

TEST(Language, AMoveOfSomePosturesOnly) {
  EXPECT_EQ(steps(kneeling + "Let your belly drop."), Steps{"free spine.arch"});
  EXPECT_EQ(steps("Sit on the ball.\nLet your belly drop."), Steps{"free core.release"});
  EXPECT_EQ(steps("Lie on your back.\nLet both knees fall to the left."), Steps{"free left spine.turn"});
}

TEST(Language, HowOften) {
  const auto rounds = [](const std::string& told) { return read(kneeling + "Round your back.\n" + told).rounds; };
  for (const char* told :
       {"Do six.", "Six of those.", "Six times.", "Repeat x6.", "Six on each side.", "2 sets of 6, twice a day.",
        "Six is plenty.", "Six slow waves.", "Swap after six.", "Keep going for six breaths."})
    EXPECT_EQ(rounds(told), (Range{6, 6})) << told;
  EXPECT_EQ(rounds("Up to ten."), (Range{1, 10}));
  EXPECT_EQ(rounds("Five or six."), (Range{5, 6}));
  EXPECT_EQ(rounds("Once on each side."), (Range{1, 1}));
  for (const char* none :
       {"Twice a day.", "Rest for six breaths.", "About six weeks after the birth.", "6 cm is enough.", "[0:15]"})
    EXPECT_EQ(rounds(none), std::nullopt) << none;
}

TEST(Language, AHoldOfAllShapes) {
  const Reading reading = read(kneeling + "Round your back. Let your belly drop. Hold every shape for three breaths.");
  EXPECT_EQ(reading.hold, (Hold{0, 3}));
  EXPECT_EQ(steps(kneeling + "Round your back. Rest for a minute between sets."), Steps{"free spine.round"});
}

TEST(Language, AChoiceToldAfterItsOrder) {
  const Reading reading = read(kneeling + "Rest on your elbows if your wrists are sore.");
  EXPECT_TRUE(reading.steps.empty());
  ASSERT_EQ(reading.options.size(), 1U);
  EXPECT_EQ(reading.options.front().text, "Rest on your elbows if your wrists are sore.");
}

TEST(Language, AThingThatMovesIsNoPartOfHer) {
  EXPECT_EQ(steps("Sit on the ball.\nTuck your tailbone so that the ball rolls forward."), Steps{"free pelvis.tuck"});
}

TEST(Language, AVerbWaitsForWhatItIsDoneWithBesideABreath) {
  EXPECT_EQ(steps("Lie on your side.\nLift, with an exhale, the top leg."), Steps{"exhale leg.lift"});
}

TEST(Language, WhatAPrepositionLeadsStandsAfterIt) {
  EXPECT_EQ(steps(kneeling + "Round your back.\nCome to the start."), (Steps{"free spine.round", "free return"}));
  EXPECT_EQ(steps(kneeling + "Start to breathe out, and only then begin to round."), Steps{"exhale spine.round"});
}

TEST(Language, AfterWhenAndIfASubjectBeginsAnOrder) {
  EXPECT_EQ(steps("Stand.\nWhen I get to the bench I put both hands on the back of it."), Steps{"free hands.place"});
}

TEST(Language, ATimeInATranscriptIsNoWord) {
  EXPECT_EQ(steps(kneeling + "[01:15] Breathe out and round your back."), Steps{"exhale spine.round"});
}

TEST(Language, WhatIsToldToSomeOrInsteadIsAChoice) {
  for (const char* choice :
       {"Mothers who cannot kneel round their back on a chair.", "Or lower yourself onto a stool and rest there."}) {
    const Reading reading = read(kneeling + choice);
    EXPECT_TRUE(reading.steps.empty()) << choice;
    EXPECT_FALSE(reading.options.empty()) << choice;
  }
  EXPECT_TRUE(steps(kneeling + "Now, if it makes you dizzy, sit down.").empty());
}

TEST(Language, ABreathOutAloneIsNoStep) {
  EXPECT_EQ(steps(kneeling + "Breathe in. Breathe out."), Steps{"inhale breathe"});
}

TEST(Language, ABreathOnWhichSomethingIsUnreadHoldsForTheNextSentence) {
  EXPECT_EQ(steps(kneeling + "Breathing in, I swell. The whole back rounds."), Steps{"inhale spine.round"});
}

TEST(Language, APostureAfterThenIsNotOnTheBreathBefore) {
  EXPECT_EQ(steps(kneeling + "Breathe out and round your back and then come into child's pose."),
            (Steps{"exhale spine.round", "free go.childs-pose"}));
}

TEST(Language, WhatIsReleasedIsWhatWasEngagedLast) {
  EXPECT_EQ(steps("Lie on your back.\nLift your pelvic floor.\nThen release it completely."),
            (Steps{"free floor.engage", "free floor.release"}));
}

TEST(Language, FromBentKneesTheWayBackIsStraightLegs) {
  EXPECT_EQ(steps("Stand.\nBend your knees.\nSlide up again."), (Steps{"free knees.bend", "free legs.straighten"}));
}

TEST(Language, NothingIsLostWhereAThingOrAnUnknownVerbMoves) {
  for (const char* unread : {"Let the ball come to a stop.", "Clutch the edge.", "Breathe out and billow your gizmo.",
                             "Wander as you breathe out."}) {
    const Reading reading = read("Sit on the ball.\n" + std::string{unread});
    EXPECT_TRUE(reading.steps.empty()) << unread;
    EXPECT_EQ(reading.unread.size(), 1U) << unread;
  }
}

TEST(Language, RoundAfterAPartSaysWhere) {
  EXPECT_EQ(steps("Sit on a chair.\nBreathe out and turn your chest round to the right."),
            Steps{"exhale right spine.turn"});
  EXPECT_EQ(steps("Kneel on all fours.\nLet your back round."), Steps{"free spine.round"});
}

TEST(Language, ThatMayStandForWhatWasTold) {
  EXPECT_EQ(steps("Kneel on all fours.\nBreathe out, draw your belly in and let that round your back."),
            Steps{"exhale core.engage spine.round"});
}

TEST(Language, WhoShowsItMayTakeAPosture) {
  EXPECT_EQ(steps("Start on all fours.\nShe rounds her back.\nLast of all she kneels on the mat."),
            (Steps{"free spine.round", "free go.kneeling"}));
}

TEST(Language, WhatIsHeldUpIsUpAlready) {
  EXPECT_EQ(steps("Lie on your side.\nLift the top leg.\nThen hold it up for ten seconds."),
            (Steps{"free leg.lift", "free stay"}));
}

TEST(Language, AThingThatSheIsNearIsNoPosture) {
  EXPECT_EQ(steps("Kneel beside a chair.\nRound your back."), Steps{"free spine.round"});
  EXPECT_EQ(read("Stand behind a sturdy chair.\nRound your back.").start, vocabulary::Posture::standing);
  EXPECT_EQ(steps("Stand.\nStep your right foot up onto the seat of the chair."), Steps{"free right leg.lift"});
}

TEST(Language, ThePostureThatSheLeavesIsNotTaken) {
  EXPECT_EQ(steps(kneeling + "Sink into child's pose.\n\nFrom child's pose, come up to standing."),
            (Steps{"free go.childs-pose", "free go.standing"}));
}

TEST(Language, OnePostureAfterAnotherAreTwoSteps) {
  EXPECT_EQ(steps("Lie on your back.\nBend your knees.\nRoll onto your side and push yourself up to sit."),
            (Steps{"free knees.bend", "free go.side-lying", "free go.seated"}));
  EXPECT_EQ(steps(kneeling + "Press through your hands to sit."), Steps{"free go.seated"});
}

TEST(Language, WhatGoesBackAndMeansNothingElseReturns) {
  for (const char* back : {"Bring them back to the middle.", "Let your hips swing back to where they started.",
                           "Return your head to the centre.", "Come back out of it.", "Now put it back."})
    EXPECT_EQ(steps("Lie on your back.\nTurn your head.\n" + std::string{back}),
              (Steps{"free head.turn", "free return"}))
        << back;
  EXPECT_TRUE(steps(kneeling + "Put the kettle back.").empty()) << "nothing was done that she could come back from";
}

TEST(Language, AVerbIsToldOfAListOfNames) {
  EXPECT_EQ(steps(kneeling + "Soften your jaw, your shoulders and your belly."),
            Steps{"free face.relax shoulders.relax core.release"});
}

TEST(Language, WhatWasToldDoesSomethingAndNobodyIsToldTo) {
  for (const char* telling :
       {"This lets your pelvis tip and your lower back lengthen.", "That brings your chest forward.",
        "This gently lifts your hips.", "As your hips open, the baby has more room to turn."})
    EXPECT_TRUE(steps(kneeling + telling).empty()) << telling;
}

TEST(Language, AThingThatIsTurnedMovesNobody) {
  EXPECT_TRUE(steps("Sit on a chair.\nTurn your chair sideways.").empty());
  EXPECT_TRUE(steps("Sit on a chair.\nSit so that the backrest is under your right arm.").empty());
}

TEST(Language, AComparisonSaysNothingOfWhoDoesIt) {
  EXPECT_EQ(steps(kneeling + "Knees out as wide as the mat would let me."), Steps{"free knees.widen"});
}

TEST(Language, OneOfTwoIsSaidAndNoWay) {
  EXPECT_EQ(steps("Lie on your side.\nBend the lower knee."), Steps{"free knee.bend"});
  EXPECT_EQ(steps(kneeling + "Tilt your pelvis forwards and back."), Steps{"free pelvis.tuck pelvis.tip"});
}

TEST(Language, AHoldEndsTheBreathBeforeIt) {
  EXPECT_EQ(steps("Lie on your back.\nBreathe out and lift your pelvic floor. Hold for five seconds, then let it go."),
            (Steps{"exhale floor.engage", "free stay", "free floor.release"}));
  EXPECT_EQ(steps("Lie on your back.\nHold for three seconds while you go on breathing."), Steps{"free stay"});
}

TEST(Language, ReleaseUndoesWhatWasDoneLast) {
  EXPECT_EQ(steps("Lie on your back.\nPress the small of your back into the mat as you breathe out, and release as you "
                  "breathe in."),
            (Steps{"exhale pelvis.tuck", "inhale return"}));
}

TEST(Language, HandsOnTheKneesDoNotKneel) {
  EXPECT_EQ(steps("Sit on a chair.\nHands on your knees."), Steps{"free hands.place"});
}

TEST(Language, RoundsOfBreathAreBreaths) {
  const Reading reading = read(kneeling + "Stay for ten rounds of breath.");
  EXPECT_FALSE(reading.rounds);
  EXPECT_EQ(reading.steps.at(0).hold, (Hold{0, 10}));
}

TEST(Language, TheSubjectGoesOnAfterWhatItIsLike) {
  EXPECT_EQ(steps("Stand.\nReach your arms up.\nYour arms open like a fountain and sink down."),
            (Steps{"free arms.reach", "free arms.lower"}));
}

} // namespace
} // namespace supple::reader
