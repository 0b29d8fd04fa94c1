// SPDX-License-Identifier: Apache-2.0
#include "../sanitized.h"
#include "reader/exercise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace supple::reader {
namespace {

using vocabulary::Move;

std::string file(const std::string& path) {
  std::ifstream in(std::string{SUPPLE_ROOT} + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string exercise_with(const std::string& line) {
  return "---\ntitle: A\n---\n## Rounds × 3\n" + line + "\n";
}

// The one finding of a file that has one fault.
text::Diagnostic finding_of(const std::string& text) {
  const auto exercise = read_exercise(text, *english());
  if (exercise) return {};
  EXPECT_EQ(exercise.error().size(), 1U);
  return exercise.error().front();
}

TEST(Exercise, ReadsTheFirstExerciseOfTheLibrary) {
  const auto exercise = read_exercise(file("library/exercises/release-your-low-back.md"), *english());
  ASSERT_TRUE(exercise);
  EXPECT_EQ(exercise->title, "Release your low back");
  EXPECT_EQ(exercise->first_week, 4);
  EXPECT_EQ(exercise->last_week, 42);
  EXPECT_EQ(exercise->postnatal_week, 6);
  ASSERT_EQ(exercise->sections.size(), 6U);
  EXPECT_EQ(exercise->sections[2].kind, SectionKind::rounds);
  EXPECT_EQ(exercise->sections[2].count, 10);
  EXPECT_EQ(exercise->sections[2].sentences[1].short_form, "round and come forward");
}

TEST(Exercise, EveryPrefixIsReadWithoutFailing) {
  const std::string whole = file("library/exercises/release-your-low-back.md");
  ASSERT_FALSE(whole.empty());
  for (std::size_t size = 0; size <= whole.size(); size += sanitized ? 17 : 1)
    static_cast<void>(read_exercise(text::clean_utf8(whole.substr(0, size)), *english()));
}

TEST(Exercise, AStageDirectionIsDoneAndNotSpoken) {
  const auto exercise = read_exercise(exercise_with("Exhale: let go. [pelvis.back half, head.drop]"), *english());
  ASSERT_TRUE(exercise);
  const Sentence& sentence = exercise->sections[0].sentences[0];
  EXPECT_EQ(sentence.spoken, "Exhale: let go.");
  EXPECT_NE(std::ranges::find(sentence.steps[0].moves, Move::pelvis_back), sentence.steps[0].moves.end());
  EXPECT_EQ(sentence.steps[0].amounts, (std::vector<vocabulary::MoveAmount>{{Move::pelvis_back, 0.5}}));
  const auto wall = read_exercise(exercise_with("Lean there. [hands.place wall]"), *english());
  ASSERT_TRUE(wall);
  EXPECT_EQ(wall->sections[0].sentences[0].steps[0].amounts,
            (std::vector<vocabulary::MoveAmount>{{Move::hands_place, 0.8, vocabulary::Spot::wall}}));
}

TEST(Exercise, EachFaultIsToldAtItsPlace) {
  EXPECT_EQ(finding_of("---\ntitle: A\nweeks: 40-4\n---\n## Start\nOpen your chest.\n").name, "front.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n# Start\n## Start\nOpen your chest.\n").name, "heading.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Start\nOpen your chest.\n## Rounds × 0\n").name, "heading.count");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\nOpen your chest.\n## Start\nOpen your chest.\n").name, "section.none");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Comfort\nFold your mat.\n## Start\nOpen your chest.\n").name,
            "comfort.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Start\n").name, "exercise.empty");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Rounds × 2 often\nOpen your chest.\n").name, "heading.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Comfort\n- moon: Look.\n## Start\nOpen your chest.\n").name,
            "comfort.part");
  EXPECT_EQ(finding_of(exercise_with("Open your chest. (20 sec)")).place, (text::Place{5, 18, 8}));
  EXPECT_EQ(finding_of(exercise_with("Open your **chest. Let** your head hang.")).name, "short.split");
  EXPECT_EQ(finding_of(exercise_with("Open your chest. [spine.wobble]")).name, "direction.unknown");
  EXPECT_EQ(finding_of(exercise_with("Open your **chest.")).name, "mark.open");
  const text::Diagnostic unread = finding_of(exercise_with("Exhale: round your spine. Draw a star with your elbow."));
  EXPECT_EQ(unread.name, "sentence.unread");
  EXPECT_EQ(unread.place, (text::Place{5, 27, 28}));
}

TEST(Exercise, TheNearestNameIsOffered) {
  const text::Diagnostic heading = finding_of("---\ntitle: A\n---\n## round × 2\nOpen your chest.\n");
  EXPECT_EQ(heading.name, "heading.near");
  EXPECT_NE(heading.remedy.find("## Rounds"), std::string::npos);
  const text::Diagnostic part =
      finding_of("---\ntitle: A\n---\n## Comfort\n- kness: Fold.\n## Start\nOpen your chest.\n");
  EXPECT_NE(part.remedy.find("knees"), std::string::npos);
}

TEST(Exercise, AStageDirectionExplainsWordsThatAreNotUnderstood) {
  const auto exercise = read_exercise(exercise_with("Draw a star with your elbow. [arm.reach]"), *english());
  ASSERT_TRUE(exercise);
  EXPECT_EQ(exercise->sections[0].sentences[0].steps[0].moves, std::vector<Move>{Move::arm_reach});
}

TEST(Exercise, AStageDirectionBelongsToTheSentenceBeforeIt) {
  const auto exercise =
      read_exercise(exercise_with("Exhale: open your chest. [head.drop] Inhale: grow tall. [eyes.close]"), *english());
  ASSERT_TRUE(exercise);
  const auto& sentences = exercise->sections[0].sentences;
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].steps[0].moves, (std::vector<Move>{Move::chest_open, Move::head_drop}));
  EXPECT_EQ(sentences[1].steps[0].moves, (std::vector<Move>{Move::spine_long, Move::eyes_close}));
}

TEST(Exercise, ATimeIsNotSpokenAndMovesNoPlace) {
  const auto exercise = read_exercise(exercise_with("Inhale (4 seconds): open your **chest**."), *english());
  ASSERT_TRUE(exercise);
  const Sentence& sentence = exercise->sections[0].sentences[0];
  EXPECT_EQ(sentence.spoken, "Inhale: open your chest.");
  EXPECT_EQ(sentence.seconds, 4);
}

TEST(Exercise, ATimeAfterTheFullStopBelongsToTheSentenceBefore) {
  const auto exercise = read_exercise(exercise_with("Stay here. (20 seconds) Inhale: grow tall."), *english());
  ASSERT_TRUE(exercise);
  const auto& sentences = exercise->sections[0].sentences;
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].spoken, "Stay here.");
  EXPECT_EQ(sentences[0].seconds, 20);
  EXPECT_EQ(sentences[1].spoken, "Inhale: grow tall.");
  EXPECT_EQ(sentences[1].seconds, 0);
  EXPECT_EQ(finding_of(exercise_with("Stay here.\n(20 seconds)")).name, "time.form");
}

TEST(Exercise, AHeadingOfItsOwnMayBeDoneOnEachSide) {
  const auto exercise = read_exercise(
      "---\ntitle: A\n---\n## Thread × 3 each side, alternate\nExhale: slide your {side} arm under.\n", *english());
  ASSERT_TRUE(exercise);
  EXPECT_EQ(exercise->sections[0].kind, SectionKind::sides);
  EXPECT_EQ(exercise->sections[0].title, "Thread");
  EXPECT_EQ(exercise->sections[0].count, 3);
  EXPECT_TRUE(exercise->sections[0].alternate);
}

// A megabyte of what once took minutes; the test's time limit is the expectation.
TEST(Exercise, ALongLineIsReadInOnePass) {
  constexpr int many = 25'000;
  std::string sentences, unread;
  for (int i = 0; i < many; ++i) {
    sentences += "Exhale: **round** your spine. [head.drop] ";
    unread += "Draw a star with your elbow. ";
  }
  EXPECT_TRUE(read_exercise(exercise_with(sentences), *english()));
  EXPECT_FALSE(read_exercise(exercise_with(unread), *english()));
  EXPECT_FALSE(read_exercise(exercise_with(std::string(1'000'000, '[')), *english()));
}

// What the first exercise does, move by move: a word that the reader no longer knows must not pass in silence, since
// the other words of its sentence are still read.
TEST(Library, TheFirstExerciseIsReadWhole) {
  const auto exercise = read_exercise(file("library/exercises/release-your-low-back.md"), *english());
  ASSERT_TRUE(exercise);
  std::vector<std::string> lines;
  for (const Section& section : exercise->sections)
    for (const Sentence& sentence : section.sentences)
      for (const Step& step : sentence.steps) {
        std::string line{vocabulary::name(step.breath)};
        for (const vocabulary::Move move : step.moves)
          line += " " + std::string{vocabulary::name(move)};
        lines.push_back(line);
      }
  EXPECT_EQ(lines, (std::vector<std::string>{"free go.all-fours head.neutral", "free pelvis.back go.between",
                                             "inhale pelvis.back pelvis.widen arms.reach",
                                             "exhale core.engage spine.round pelvis.forward head.drop",
                                             "exhale spine.round spine.side", "exhale head.turn",
                                             "inhale pelvis.back arms.reach", "exhale return",
                                             "inhale go.heel-sit chest.open spine.long"}));
}

} // namespace
} // namespace supple::reader
