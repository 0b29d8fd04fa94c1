// SPDX-License-Identifier: Apache-2.0
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
  for (std::size_t size = 0; size <= whole.size(); ++size)
    static_cast<void>(read_exercise(text::clean_utf8(whole.substr(0, size)), *english()));
}

TEST(Exercise, AStageDirectionIsDoneAndNotSpoken) {
  const auto exercise = read_exercise(exercise_with("Exhale: let go. [pelvis.back half, head.drop]"), *english());
  ASSERT_TRUE(exercise);
  const Sentence& sentence = exercise->sections[0].sentences[0];
  EXPECT_EQ(sentence.spoken, "Exhale: let go.");
  EXPECT_NE(std::ranges::find(sentence.steps[0].moves, Move::pelvis_back), sentence.steps[0].moves.end());
  EXPECT_EQ(sentence.steps[0].amounts, (std::vector<vocabulary::MoveAmount>{{Move::pelvis_back, 0.5}}));
}

TEST(Exercise, EachFaultIsToldAtItsPlace) {
  EXPECT_EQ(finding_of("---\ntitle: A\nweeks: 40-4\n---\n## Start\nOpen your chest.\n").name, "front.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n# Start\n## Start\nOpen your chest.\n").name, "heading.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Start\nOpen your chest.\n## Rounds × none\n").name, "heading.count");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\nOpen your chest.\n## Start\nOpen your chest.\n").name, "section.none");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Comfort\nFold your mat.\n## Start\nOpen your chest.\n").name,
            "comfort.form");
  EXPECT_EQ(finding_of("---\ntitle: A\n---\n## Start\n").name, "exercise.empty");
  EXPECT_EQ(finding_of(exercise_with("Open your chest. [spine.wobble]")).name, "direction.unknown");
  EXPECT_EQ(finding_of(exercise_with("Open your **chest.")).name, "mark.open");
  const text::Diagnostic unread = finding_of(exercise_with("Exhale: round your spine. Draw a star with your elbow."));
  EXPECT_EQ(unread.name, "sentence.unread");
  EXPECT_EQ(unread.place, (text::Place{5, 27, 28}));
}

} // namespace
} // namespace supple::reader
