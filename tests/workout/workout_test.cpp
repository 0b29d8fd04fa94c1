// SPDX-License-Identifier: Apache-2.0
// A workout file is read strictly: what is right is understood, what is wrong is refused at its place.
#include "workout/workout.h"

#include <gtest/gtest.h>

#include <array>

namespace supple::workout {
namespace {

constexpr std::string_view good = "---\n"
                                  "title: Ten minutes\n"
                                  "tags: [low back, calm]\n"
                                  "weeks: 12-40\n"
                                  "postnatal: 6+\n"
                                  "minutes: 10\n"
                                  "---\n"
                                  "For a quiet evening.\n"
                                  "\n"
                                  "- [Rock back](../exercises/rock-back.md) × 6\n"
                                  "<!-- a comment -->\n"
                                  "2. [Wag](wag-your-tail.md), 3 minutes\n"
                                  "- [Rest](../exercises/childs-pose-with-room.md)\n";

TEST(WorkoutFile, IsReadWholly) {
  ASSERT_TRUE(is_workout_file(good));
  const auto read = read_workout(good);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->title, "Ten minutes");
  EXPECT_EQ(read->tags, (std::vector<std::string>{"low back", "calm"}));
  EXPECT_EQ(read->first_week, 12);
  EXPECT_EQ(read->postnatal_week, 6);
  EXPECT_EQ(read->minutes, 10);
  EXPECT_EQ(read->about, "For a quiet evening.");
  ASSERT_EQ(read->items.size(), 3U);
  EXPECT_EQ(read->items[0].exercise.name, "rock-back");
  EXPECT_EQ(read->items[0].exercise.path, "../exercises/rock-back.md");
  EXPECT_EQ(read->items[0].exercise.place, (text::Place{10, 3, 42 - 4}));
  EXPECT_EQ(read->items[0].rounds, 6);
  EXPECT_EQ(read->items[1].minutes, 3);
  EXPECT_EQ(read->items[2].rounds + read->items[2].minutes, 0);
}

TEST(WorkoutFile, IsWrittenAsItIsRead) {
  const auto read = read_workout(good);
  ASSERT_TRUE(read);
  const auto again = read_workout(file_of(*read));
  ASSERT_TRUE(again);
  EXPECT_EQ(file_of(*again), file_of(*read));
  EXPECT_EQ(again->items[1].exercise.path, "wag-your-tail.md");
  EXPECT_EQ(again->items[1].minutes, 3);
}

TEST(WorkoutFile, IsNeitherAnExerciseNorAnArticle) {
  EXPECT_FALSE(
      is_workout_file("---\ntitle: A\n---\n## Comfort\n- knees: Fold your mat.\n## Rounds × 6\nExhale: round.\n"));
  EXPECT_FALSE(is_workout_file("- [Rock back](rock-back.md)\n"));
  EXPECT_TRUE(is_workout_file("---\ntitle: A\n---\n- Rock back\n"));
  EXPECT_TRUE(is_workout_file("---\ntitle: A\nminutes: 5\n---\n"));
}

struct Wrong {
  std::string_view name, file;
  int line;
};

class WorkoutFileWith : public ::testing::TestWithParam<Wrong> {};

TEST_P(WorkoutFileWith, AFaultIsRefusedAtItsPlaceWithWhatWouldBeRight) {
  const auto read = read_workout(GetParam().file);
  ASSERT_FALSE(read);
  const text::Diagnostic& finding = read.error().front();
  EXPECT_EQ(finding.name, GetParam().name);
  EXPECT_EQ(finding.place.line, GetParam().line);
  EXPECT_FALSE(finding.remedy.empty());
}

constexpr std::array faults{
    Wrong{"front.form", "---\nminutes: 5\n---\n- [A](a.md)\n", 1},
    Wrong{"front.form", "---\ntitle: A\nminutes: 0\n---\n- [A](a.md)\n", 3},
    Wrong{"front.form", "---\ntitle: A\nminutes: 121\n---\n- [A](a.md)\n", 3},
    Wrong{"front.form", "---\ntitle: A\nlength: 5\n---\n- [A](a.md)\n", 3},
    Wrong{"front.form", "---\ntitle: A\nminutes: 5\n", 1},
    Wrong{"workout.empty", "---\ntitle: A\nminutes: 5\n---\n", 1},
    Wrong{"workout.heading", "---\ntitle: A\n---\n- [A](a.md)\n## Rounds\n", 5},
    Wrong{"item.form", "---\ntitle: A\n---\n- Rock back\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [A](a.txt)\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [A](.md)\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [](a.md)\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [A](https://elsewhere.org/a.md)\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [A](/a.md)\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [A](a.md\n", 4},
    Wrong{"item.form", "---\ntitle: A\n---\n- [A](a.md)\nand then rest\n", 5},
    Wrong{"item.count", "---\ntitle: A\n---\n- [A](a.md) × 0\n", 4},
    Wrong{"item.count", "---\ntitle: A\n---\n- [A](a.md) × 101\n", 4},
    Wrong{"item.count", "---\ntitle: A\n---\n- [A](a.md), 61 minutes\n", 4},
    Wrong{"item.count", "---\ntitle: A\n---\n- [A](a.md), 3 hours\n", 4},
    Wrong{"item.count", "---\ntitle: A\n---\n- [A](a.md) six times\n", 4},
};

INSTANTIATE_TEST_SUITE_P(Each, WorkoutFileWith, ::testing::ValuesIn(faults));

TEST(WorkoutFile, EveryBeginningOfItIsReadOrRefused) {
  for (std::size_t size = 0; size <= good.size(); ++size) {
    const auto read = read_workout(good.substr(0, size));
    EXPECT_TRUE(read || text::has_error(read.error())) << size;
  }
}

TEST(WorkoutFile, WithTooManyExercisesIsRefused) {
  std::string file = "---\ntitle: A\n---\n";
  for (int i = 0; i < 51; ++i)
    file += "- [A](a.md)\n";
  const auto read = read_workout(file);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().name, "item.more");
  EXPECT_EQ(read.error().front().place.line, 54);
}

TEST(WorkoutFile, AsksForTheNameThatMayHaveBeenMeant) {
  const auto read = read_workout("---\ntitle: A\n---\n- [A](rock-bak.md)\n- [B](rock-back.md)\n- [C](headstand.md)\n");
  ASSERT_TRUE(read);
  constexpr std::array<std::string_view, 2> names{"wag-your-tail", "rock-back"};
  const text::Diagnostics unknown = unknown_exercises(*read, names);
  ASSERT_EQ(unknown.size(), 2U);
  EXPECT_EQ(unknown[0].place, (text::Place{4, 3, 16}));
  EXPECT_EQ(unknown[0].remedy, "did you mean \"rock-back.md\"?");
  EXPECT_EQ(unknown[1].remedy, "the name of an exercise file");
}

} // namespace
} // namespace supple::workout
