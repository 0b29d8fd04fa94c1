// SPDX-License-Identifier: Apache-2.0
// What the language of movement does, one thing a test: a text, and the steps it is read as.
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace supple::reader {
namespace {

using Steps = std::vector<std::string>;

const Lexicon& lexicon() {
  static const Lexicon loaded = *english();
  return loaded;
}

Reading read(const std::string& text) {
  return read_article("TITLE: A\n" + text, lexicon());
}

// "exhale left spine.round head.drop".
std::string line_of(const Step& step) {
  std::string line{vocabulary::name(step.breath)};
  if (step.side != vocabulary::Side::none) line += " " + std::string{vocabulary::name(step.side)};
  for (const vocabulary::Move move : step.moves)
    line += " " + std::string{vocabulary::name(move)};
  return line;
}

Steps steps(const std::string& text) {
  Steps lines;
  for (const Step& step : read(text).steps)
    lines.push_back(line_of(step));
  return lines;
}

const std::string kneeling = "Come onto your hands and knees.\n";

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
  EXPECT_EQ(steps("Bring your forehead to the mat. Let it rest there."), (Steps{"free head.rest", "free head.rest"}));
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
  EXPECT_EQ(steps("Inhale: lower the other."), Steps{"inhale breathe"});
  for (const char* text : {"Next round, the left foot.", "Look round in full circles.", "Exhale and lower the other."})
    EXPECT_EQ(steps(std::string{text} + " Thank you.").size(), text[0] == 'E' ? 1U : 0U) << text;
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

} // namespace
} // namespace supple::reader
